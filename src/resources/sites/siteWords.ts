import { t, translate } from '../../i18n/translate.ts';
import { reachOf } from '../../providers/access.ts';
import { useProfile } from '../../providers/context.tsx';

const PAGES = ['list', 'show', 'edit', 'create', 'close', 'code', 'name', 'short_name'] as const;

/** A garage reads the manual's words (依頼人拠点…), the office 事業場. */
export const useSiteWords = () => {
  const garage = reachOf(useProfile().role) === 'garage';
  const own = Object.fromEntries(PAGES.map((name) => [name, translate(`site.${garage ? 'garage' : 'office'}.${name}`)])) as Record<(typeof PAGES)[number], string>;
  return {
    ...own, garage,
    section: garage ? t('directory.section.garage_sites') : t('directory.section.sites'),
    recordAgentNo: t('resources.sites.fields.record_agent_no'), status: t('resources.sites.fields.status'),
  };
};
