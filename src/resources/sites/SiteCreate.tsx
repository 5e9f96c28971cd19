import { Alert } from '@mui/material';
import { OfficeCreate } from '../../components/RecordPages.tsx';
import { newSite, newSiteOfCompany } from '../../domain/site.ts';
import { t } from '../../i18n/translate.ts';
import { useProfile } from '../../providers/context.tsx';
import { SiteInputs } from './SiteInputs.tsx';
import { useSiteWords } from './siteWords.ts';

/** 依頼人拠点登録: a company's own new site is 届出中 until the branch of its area confirms it (D-8a). */
export const SiteCreate = () => {
  const { role, branch } = useProfile();
  const words = useSiteWords();
  const company = role === 'requester_admin';
  return (
    <OfficeCreate schema={company ? newSiteOfCompany : newSite} title={words.create} defaults={role === 'hq_admin' ? {} : { branch_id: branch?.id }}>
      {company && <Alert severity="info" sx={{ mb: 1 }}>{t('site.created_pending')}</Alert>}
      <SiteInputs code requester={!company} />
    </OfficeCreate>
  );
};
