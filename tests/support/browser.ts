import { type Browser, chromium } from 'playwright-core';
import { findBrowser } from '../../tools/browser.ts';

/** Launches the browser that this machine has, in Japanese. */
export const launchBrowser = async (): Promise<Browser> => {
  const program = await findBrowser();
  if (!program) throw new Error('No browser was found: install Chromium (apt-get install chromium) or set CHROMIUM_PATH.');
  return chromium.launch({ executablePath: program.executablePath, args: [...program.args, '--lang=ja'] });
};
