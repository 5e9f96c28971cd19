import { Alert, Button, Table, TableBody, TableCell, TableHead, TableRow, Typography } from '@mui/material';
import { useState } from 'react';
import { useGetList } from 'react-admin';
import { SectionCard } from '../../components/SectionCard.tsx';
import { dateText, wordOf } from '../../components/values.ts';
import { t } from '../../i18n/translate.ts';
import { useProfile } from '../../providers/context.tsx';
import { certificateOn, type Certificate } from './agentData.ts';
import { CertificateAlert } from './CertificateAlert.tsx';
import { CertificateDialog } from './CertificateDialog.tsx';

const COLUMNS = ['state', 'kind', 'holder', 'serial_no', 'starts_on', 'ends_on', 'revoked_on', 'note'] as const;

const stateOf = (row: Certificate, used: Certificate | undefined, today: string): string => {
  if (row.starts_on > today) return 'future';
  if (row.id !== used?.id) return 'past';
  if (row.revoked_on !== null && row.revoked_on <= today) return 'revoked';
  return row.ends_on < today ? 'expired' : 'valid';
};

/** 代理人証明書情報: the one that today's filings are signed with first said, then all of them. */
export const CertificatesCard = ({ branch, name, mayEdit }: { branch: number; name: string; mayEdit: boolean }) => {
  const { today } = useProfile();
  const [open, setOpen] = useState<Certificate | 'new'>();
  const { data = [], error, isPending } = useGetList<Certificate>('agent_certificates', { filter: { branch_id: branch }, pagination: { page: 1, perPage: 50 }, sort: { field: 'starts_on', order: 'DESC' } });
  const used = certificateOn(data, today);
  return (
    <SectionCard title={t('agent.certificates')} action={mayEdit && <Button variant="outlined" onClick={() => setOpen('new')}>{t('agent.add')}</Button>}>
      {error && <Alert severity="error">{error.message}</Alert>}
      <CertificateAlert branch={branch} />
      <Typography color="text.secondary" sx={{ fontSize: '0.8125rem', mb: 1 }}>{t('agent.used_hint')}</Typography>
      {!isPending && !error && data.length === 0 && <Typography color="text.secondary">{t('agent.certificates_none')}</Typography>}
      {data.length > 0 && (
        <Table size="small" sx={{ '& td, & th': { whiteSpace: 'nowrap' } }}>
          <TableHead><TableRow>{COLUMNS.map((column) => <TableCell key={column}>{t(`agent.${column}`)}</TableCell>)}<TableCell /></TableRow></TableHead>
          <TableBody>
            {data.map((row) => (
              <TableRow key={row.id} selected={row.id === used?.id}>
                <TableCell sx={{ fontWeight: row.id === used?.id ? 700 : 400 }}>{wordOf('certificate_state', stateOf(row, used, today))}{row.id === used?.id && `（${t('agent.in_use')}）`}</TableCell>
                <TableCell>{wordOf('certificate_kind', row.kind)}</TableCell><TableCell>{row.holder}</TableCell><TableCell>{row.serial_no}</TableCell>
                <TableCell>{dateText(row.starts_on)}</TableCell><TableCell>{dateText(row.ends_on)}</TableCell><TableCell>{dateText(row.revoked_on)}</TableCell><TableCell>{row.note}</TableCell>
                <TableCell>{mayEdit && <Button size="small" onClick={() => setOpen(row)}>{t('agent.edit')}</Button>}</TableCell>
              </TableRow>
            ))}
          </TableBody>
        </Table>
      )}
      {open !== undefined && <CertificateDialog branch={branch} holder={name} certificate={open === 'new' ? undefined : open} onClose={() => setOpen(undefined)} />}
    </SectionCard>
  );
};
