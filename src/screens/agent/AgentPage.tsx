import { MenuItem, TextField, Typography } from '@mui/material';
import { useSearchParams } from 'react-router-dom';
import { PageTitle } from '../../components/PageTitle.tsx';
import { t } from '../../i18n/translate.ts';
import { ForbiddenPage } from '../../layout/Pages.tsx';
import { canAccess } from '../../providers/access.ts';
import { useProfile } from '../../providers/context.tsx';
import { useBranches } from '../../resources/applications/useBranches.ts';
import { CertificatesCard } from './CertificatesCard.tsx';
import { OfficeCard } from './OfficeCard.tsx';
import { PasswordsCard } from './PasswordsCard.tsx';

/** 代理人情報 of a branch: what it must hold to file. Head office chooses the branch. */
export const AgentPage = () => {
  const { role, branch } = useProfile();
  const { choices, nameOf } = useBranches();
  const [search, setSearch] = useSearchParams();
  const chosen = Number(search.get('branch')) || null;
  const choose = (id: number) => setSearch({ branch: String(id) }, { replace: true });
  const id = branch?.id ?? chosen;
  if (!canAccess(role, { resource: 'agent_certificates', action: 'list' })) return <ForbiddenPage />;
  const mayEdit = canAccess(role, { resource: 'agent_certificates', action: 'edit' });
  return (
    <>
      <PageTitle title={t('agent.title')} sub={branch?.name}>
        {branch === null && (
          <TextField select size="small" label={t('agent.branch')} value={choices.length === 0 ? '' : chosen ?? ''} onChange={(event) => choose(Number(event.target.value))} sx={{ minWidth: '14rem' }}>
            {choices.map((row) => <MenuItem key={row.id} value={Number(row.id)}>{row.name}</MenuItem>)}
          </TextField>
        )}
      </PageTitle>
      {id === null ? <Typography color="text.secondary">{t('agent.choose_branch')}</Typography> : (
        <div key={id}>
          <CertificatesCard branch={id} name={branch?.name ?? nameOf(id)} mayEdit={mayEdit} />
          <OfficeCard branch={id} mayEdit={mayEdit} />
          <PasswordsCard branch={id} mayEdit={mayEdit} />
        </div>
      )}
    </>
  );
};
