import type { Locator, Page } from 'playwright-core';

/** What a page may answer although it looks like trouble: `401 POST /auth/v1/token` or a part of a message. */
export type Expected = string | RegExp;

/** One window, used as a person would: by words, roles and labels. */
export type Visitor = {
  page: Page;
  /** Opens a path of the product. */
  go: (path: string) => Promise<void>;
  /** Fills in the sign-in form and sends it. */
  enter: (loginId: string, password: string) => Promise<void>;
  /** Waits for the page with this heading. */
  sees: (heading: string | RegExp) => Promise<void>;
  /** How many rows the list has, as its page bar says; 0 when it says that it is empty. */
  total: () => Promise<number>;
  /** A field by its label, whole. */
  field: (label: string) => Locator;
  /** Picks an option of a list that opens. */
  choose: (label: string | RegExp, option: string | RegExp) => Promise<void>;
  /** Types into a list that searches, and takes the option found. */
  find: (label: string | RegExp, words: string, option: string | RegExp) => Promise<void>;
  /** Buttons and links by their whole name, or by an expression. */
  press: (button: string | RegExp) => Promise<void>;
  follow: (link: string | RegExp) => Promise<void>;
  /** The message that an act answers with. */
  told: (message: string | RegExp) => Promise<void>;
  /** Announces trouble that belongs to the journey. */
  expects: (trouble: Expected) => void;
  /** What went wrong and was not announced. */
  troubles: () => string[];
};

/** The browser repeats in its console what the network already told. */
const REPEATED = /Failed to load resource/;
/** Requests that a person leaves behind by going on. */
const LEFT_BEHIND = /ERR_ABORTED/;

const watch = (page: Page): string[] => {
  const seen: string[] = [];
  page.on('console', (message) => {
    if (message.type() === 'error' && !REPEATED.test(message.text())) seen.push(`console: ${message.text()}`);
  });
  page.on('pageerror', (error) => seen.push(`page: ${error.message}`));
  page.on('requestfailed', (request) => {
    const why = request.failure()?.errorText ?? '';
    if (!LEFT_BEHIND.test(why)) seen.push(`${why} ${request.method()} ${request.url()}`);
  });
  page.on('response', (response) => {
    if (response.status() >= 400) seen.push(`${response.status()} ${response.request().method()} ${new URL(response.url()).pathname}`);
  });
  return seen;
};

const totalIn = (text: string): number => Number((/ \/ ([\d,]+)/.exec(text)?.[1] ?? '0').replaceAll(',', ''));

export const visitorOf = (page: Page): Visitor => {
  const seen = watch(page);
  const expected: Expected[] = [];
  const isExpected = (trouble: string) => expected.some((one) => (typeof one === 'string' ? trouble.includes(one) : one.test(trouble)));
  return {
    page,
    go: async (path) => {
      await page.goto(path);
    },
    enter: async (loginId, password) => {
      await page.goto('/');
      await page.getByLabel('ユーザID').fill(loginId);
      await page.getByLabel('パスワード').fill(password);
      await page.getByRole('button', { name: 'ログイン' }).click();
    },
    sees: (heading) => page.getByRole('heading', { level: 1, name: heading }).waitFor(),
    total: async () => {
      const bar = page.getByText(/^[\d,]+ - [\d,]+ \/ /).or(page.getByText(/^表示するデータはありません。|^条件に合うデータはありません。/)).first();
      await bar.waitFor();
      return totalIn(await bar.innerText());
    },
    field: (label) => page.getByLabel(label, { exact: true }),
    choose: async (label, option) => {
      await page.getByRole('combobox', { name: label }).click();
      await page.getByRole('option', { name: option }).click();
    },
    find: async (label, words, option) => {
      await page.getByRole('combobox', { name: label }).click();
      await page.getByRole('combobox', { name: label }).pressSequentially(words);
      await page.getByRole('option', { name: option }).click();
    },
    /** Buttons and links by their whole name, or by an expression. */
  press: (button) => page.getByRole('button', { name: button, exact: true }).click(),
    follow: (link) => page.getByRole('link', { name: link, exact: true }).click(),
    told: (message) => page.getByRole('alert').filter({ hasText: message }).first().waitFor(),
    expects: (trouble) => void expected.push(trouble),
    troubles: () => seen.filter((trouble) => !isExpected(trouble)),
  };
};
