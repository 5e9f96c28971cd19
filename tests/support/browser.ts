import { type BrowserServer, chromium } from 'playwright-core';
import { findBrowser } from '../../tools/browser.ts';

/** Starts the browser that this machine has, in Japanese; files of tests connect to it. */
export const startBrowser = async (): Promise<BrowserServer> => {
  const program = await findBrowser();
  if (!program) throw new Error('No browser was found: install Chromium (apt-get install chromium) or set CHROMIUM_PATH.');
  return chromium.launchServer({ executablePath: program.executablePath, args: [...program.args, '--lang=ja'] });
};
