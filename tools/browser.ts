import { execFileSync } from 'node:child_process';
import { existsSync } from 'node:fs';

/** A Chromium that playwright-core can launch. */
export type BrowserProgram = { executablePath: string; args: string[] };

const SYSTEM = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome', '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome'];

const hasNss = (): boolean => {
  try {
    return execFileSync('/sbin/ldconfig', ['-p'], { encoding: 'utf8' }).includes('libnss3.so');
  } catch {
    return false;
  }
};

/** The packed Chromium from npm; it brings the libraries that a bare machine lacks when it is told it runs in a cloud function. */
const packed = async (): Promise<BrowserProgram | undefined> => {
  if (!hasNss()) process.env.AWS_EXECUTION_ENV = 'AWS_Lambda_nodejs20.x';
  try {
    const { default: chromium } = await import('@sparticuz/chromium');
    return { executablePath: await chromium.executablePath(), args: chromium.args };
  } catch {
    return undefined;
  }
};

/**
 * Finds a browser for the end-to-end tests: `CHROMIUM_PATH`, the machine's own, or the packed one from npm. Undefined
 * when there is none.
 */
export const findBrowser = async (): Promise<BrowserProgram | undefined> => {
  const own = [process.env.CHROMIUM_PATH ?? '', ...SYSTEM].find((file) => file !== '' && existsSync(file));
  // The sandbox needs rights that containers and root do not have; the pages are our own.
  return own === undefined ? packed() : { executablePath: own, args: ['--no-sandbox'] };
};
