import path from 'node:path';
import { type Browser, type BrowserContext, type BrowserContextOptions, chromium, type Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, expect, inject } from 'vitest';
import { temporaryFolder } from '../support/temporary.ts';
import { type Visitor, visitorOf } from './visitor.ts';

export const DEMO_PASSWORD = 'Demo-Pass-2026';

/** An office computer of 1280×1024, or a phone. */
const SCREENS = {
  desk: { viewport: { width: 1280, height: 1024 } },
  phone: { viewport: { width: 390, height: 844 }, isMobile: true, hasTouch: true },
} satisfies Record<string, BrowserContextOptions>;
export type Screen = keyof typeof SCREENS;

export type Desk = {
  /** A fresh window: nobody is signed in. */
  open: (screen?: Screen) => Promise<Visitor>;
  /** A window in which somebody is signed in, at the dashboard or `at` a path. Only the first time of a file the form is filled in. */
  signIn: (loginId: string, options?: { at?: string; password?: string; screen?: Screen }) => Promise<Visitor>;
};

/** How long a step may take, in ms: machines of CI are slow, and a person would wait as well. */
const PATIENCE = 30_000;
const LOCALE: BrowserContextOptions = { locale: 'ja-JP', timezoneId: 'Asia/Tokyo', acceptDownloads: true };

/** Tells where to see what a window showed when its journey failed. */
const keepPicture = async (page: Page): Promise<void> => {
  const file = path.join(temporaryFolder('e2e').dir, 'window.png');
  await page.screenshot({ path: file });
  console.error(`${page.url()} looked like ${file}`);
};

type Session = Awaited<ReturnType<BrowserContext['storageState']>>;

/**
 * The browser for one file of journeys. After every test its windows are closed, and whatever went wrong unnoticed (errors in
 * the console, refused or failed requests that the journey did not announce) fails the test. `url` is that of a file's own stack,
 * `start` gives it a browser of its own.
 */
export const useDesk = ({ url = inject('stack').url, start = () => chromium.connect(inject('browser')) }: { url?: string; start?: () => Promise<Browser> } = {}): Desk => {
  const visitors: Visitor[] = [];
  const sessions = new Map<string, Session>();
  let browser: Browser;
  beforeAll(async () => {
    browser = await start();
  });
  afterAll(() => browser.close());
  afterEach(async ({ task }) => {
    const left = visitors.splice(0);
    if (task.result?.state === 'fail') for (const { page } of left) await keepPicture(page);
    await Promise.all(left.map(({ page }) => page.context().close()));
    expect(left.flatMap(({ troubles }) => troubles())).toEqual([]);
  });

  const openWith = async (screen: Screen, storageState?: Session): Promise<Visitor> => {
    const context = await browser.newContext({ ...LOCALE, ...SCREENS[screen], baseURL: url, ...(storageState && { storageState }) });
    const page = await context.newPage();
    page.setDefaultTimeout(PATIENCE);
    const visitor = visitorOf(page);
    visitors.push(visitor);
    return visitor;
  };
  const open: Desk['open'] = (screen = 'desk') => openWith(screen);

  return {
    open,
    signIn: async (loginId, { at = '/', password = DEMO_PASSWORD, screen = 'desk' } = {}) => {
      const known = sessions.get(loginId);
      const visitor = await openWith(screen, known);
      if (!known) {
        await visitor.enter(loginId, password);
        await visitor.sees('ダッシュボード');
        sessions.set(loginId, await visitor.page.context().storageState());
      }
      if (known || at !== '/') await visitor.go(at);
      if (at === '/') await visitor.sees('ダッシュボード');
      return visitor;
    },
  };
};
