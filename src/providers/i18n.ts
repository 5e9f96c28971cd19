import type { I18nProvider } from 'react-admin';
import { hasMessage, translate, type MessageParams } from '../i18n/translate.ts';

/**
 * Japanese is the only language. A key without a text falls back to react-admin's own default (`_`) where it brings one;
 * a label of a column must always be in the catalogue.
 * @param onMissing told about every key that should have a text; tests make it throw
 */
export const createI18nProvider = (onMissing: (key: string) => void = () => undefined): I18nProvider => ({
  translate: (key: string, options: MessageParams = {}) => {
    if (hasMessage(key)) return translate(key, options);
    const fallback = options['_'];
    if (typeof fallback !== 'string' || /^resources\.\w+\.fields\./.test(key)) onMissing(key);
    return typeof fallback === 'string' ? fallback : key;
  },
  changeLocale: () => Promise.resolve(),
  getLocale: () => 'ja',
});
