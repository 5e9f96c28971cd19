import { Box, FormControlLabel, Radio, RadioGroup, TextField, Typography } from '@mui/material';
import { useState } from 'react';
import { useGetList, type RaRecord } from 'react-admin';
import { dateText } from '../../components/values.ts';
import { t } from '../../i18n/translate.ts';

type Found = RaRecord<number> & { request_no: string; application_no: string | null; chassis_no: string; completed_on: string | null; requester: { code: string; name: string } | null };

/** 依頼番号, 申請ID, 受付番号 or the beginning of a 車台番号, told apart by their shape. */
const filterOf = (typed: string): Record<string, string> => {
  const plain = typed.normalize('NFKC').trim().toUpperCase();
  if (/^R\d+$/.test(plain)) return { request_no: plain };
  if (/^\d{9}$/.test(plain)) return { application_no: plain };
  return /^\d{10,20}$/.test(plain) ? { acceptance_no: plain } : { chassis_no: plain };
};

/** Looks for the case that a payee's line belongs to; only those of the line's kind. */
export const CasePicker = ({ vehicleKind, chosen, onChoose }: { vehicleKind: string; chosen: number | null; onChoose: (id: number) => void }) => {
  const [typed, setTyped] = useState('');
  const enabled = typed.trim().length >= 3;
  const { data, isPending } = useGetList<Found>('applications', { filter: { ...filterOf(typed), vehicle_kind: vehicleKind }, pagination: { page: 1, perPage: 10 } }, { enabled });
  return (
    <Box sx={{ mb: 1 }}>
      <TextField autoFocus fullWidth label={t('payees.find')} value={typed} onChange={(event) => setTyped(event.target.value)} />
      {enabled && !isPending && data?.length === 0 && <Typography color="text.secondary">{t('payees.not_found')}</Typography>}
      {enabled && (data?.length ?? 0) > 0 && (
        <RadioGroup aria-label={t('payees.choose')} value={chosen ?? ''} onChange={(event) => onChoose(Number(event.target.value))} sx={{ maxHeight: '14rem', overflow: 'auto', flexWrap: 'nowrap' }}>
          {data?.map((found) => (
            <FormControlLabel
              key={found.id} value={found.id} control={<Radio size="small" />}
              label={`${found.application_no ?? found.request_no}　${found.chassis_no}　${found.requester?.code ?? ''} ${found.requester?.name ?? ''}　${dateText(found.completed_on)}`}
            />
          ))}
        </RadioGroup>
      )}
    </Box>
  );
};
