import { OfficeEdit } from '../../components/RecordPages.tsx';
import { siteNames, siteUpdate } from '../../domain/site.ts';
import { useProfile } from '../../providers/context.tsx';
import { SiteInputs } from './SiteInputs.tsx';
import { useSiteWords } from './siteWords.ts';

/** 依頼人拠点更新: 拠点管理者 the names of the own site only. */
export const SiteEdit = () => {
  const own = useProfile().role === 'site_admin';
  const words = useSiteWords();
  return (
    <OfficeEdit schema={own ? siteNames : siteUpdate} title={words.edit} sub={(site) => `${site['code']} ${site['name']}`}>
      <SiteInputs place={!own} />
    </OfficeEdit>
  );
};
