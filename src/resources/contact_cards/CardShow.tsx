import { Alert, Box } from '@mui/material';
import { Link } from 'react-admin';
import { useParams } from 'react-router-dom';
import { PageTitle } from '../../components/PageTitle.tsx';
import { PlateText } from '../../components/PlateView.tsx';
import { SectionCard } from '../../components/SectionCard.tsx';
import { t } from '../../i18n/translate.ts';
import { LoadingPage } from '../../layout/Pages.tsx';
import { canAccess } from '../../providers/access.ts';
import { useProfile } from '../../providers/context.tsx';
import { caseName } from '../applications/case.ts';
import { CardView } from './CardView.tsx';
import { useCard } from './useCard.ts';

/** One card: where the link of a mail leads, after sign-in. */
export const CardShow = () => {
  const { id = '' } = useParams();
  const { role, branch, requester } = useProfile();
  const { data: card, error, isPending } = useCard(id);
  if (error) return <Alert severity="error">{error.message}</Alert>;
  if (isPending || card === undefined) return <LoadingPage />;
  const { application } = card;
  const acts = canAccess(role, { resource: 'contact_cards', action: 'act' }) && (branch === null || branch.id === card.agent_branch_id);
  return (
    <Box sx={{ maxWidth: '48rem' }}>
      <PageTitle title={t('card.title')} sub={card.requester?.name}><Link to="/contact_cards">{t('card.to_list')}</Link></PageTitle>
      <SectionCard>
        {application && (
          <Box sx={{ display: 'flex', gap: 1, flexWrap: 'wrap', alignItems: 'center' }}>
            <PlateText plate={application} /><Link to={`/applications/${application.id}/show`}>{caseName(application)}</Link><span>{application.chassis_no}</span>
          </Box>
        )}
        <CardView card={card} vehicleKind={application?.vehicle_kind ?? 'registered'} caseVersion={application?.version} acts={acts} answers={requester !== null} />
      </SectionCard>
    </Box>
  );
};
