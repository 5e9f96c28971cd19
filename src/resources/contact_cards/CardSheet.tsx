import { Alert, Box, Button } from '@mui/material';
import type { ReactNode } from 'react';
import { useGetOne, type RaRecord } from 'react-admin';
import { useParams } from 'react-router-dom';
import { formatDate } from '../../domain/dateText.ts';
import { formatPlate } from '../../domain/plate.ts';
import { t, translate } from '../../i18n/translate.ts';
import { LoadingPage } from '../../layout/Pages.tsx';
import { caseName, dayOf } from '../applications/case.ts';
import { isFlag, type Card, type CardField } from './card.ts';
import { useCard } from './useCard.ts';

type Branch = RaRecord & { name: string; postal_code: string | null; address: string | null; phone: string | null };

const LINE = { display: 'grid', gridTemplateColumns: '11rem 1fr', borderBottom: '1px solid #444', '& > *': { p: '6px 8px', m: 0 }, '& > dt': { bgcolor: '#f1f1f1', borderRight: '1px solid #444' } } as const;
const Line = ({ label, children, tall = false }: { label: string; children?: ReactNode; tall?: boolean }) => (
  <Box sx={{ ...LINE, ...(tall ? { minHeight: '3.2rem' } : {}) }}><dt>{label}</dt><dd style={{ whiteSpace: 'pre-wrap' }}>{children}</dd></Box>
);
const Lines = ({ children }: { children: ReactNode }) => <Box component="dl" sx={{ border: '1px solid #444', borderBottom: 0, m: 0, mb: 2 }}>{children}</Box>;

/** What is ticked on paper instead of written. */
const choiceOf = (field: CardField, vehicleKind: string): string | undefined => {
  if (isFlag(field)) return `□ ${translate(`card_yes.${field}`)}　　□ ${translate(`card_no.${field}`)}`;
  if (field === 'ownership') return `□ ${t('ownership.individual')}　　□ ${t('ownership.corporate')}`;
  if (field !== 'update_method') return undefined;
  return ['office', 'agent', 'requester', 'agent_specific', 'requester_specific'].map((code) => `□ ${translate(`update_method.${vehicleKind}.${code}`)}`).join('　');
};

const Sheet = ({ card, branch }: { card: Card; branch: Branch | undefined }) => {
  const { application } = card;
  const plate = application ? formatPlate({ area: application.plate_area ?? '', class: application.plate_class ?? '', kana: application.plate_kana ?? '', number: application.plate_number ?? '' }) : '';
  const fields = card.fields.filter((field) => card.kind !== 'shortening' || field !== 'shortening_allowed');
  return (
    <Box sx={{ width: '180mm', mx: 'auto', my: '8mm', color: '#000', bgcolor: '#fff', fontSize: '11pt', lineHeight: 1.5, '@media print': { my: 0 } }}>
      <Box sx={{ display: 'flex', justifyContent: 'space-between', alignItems: 'baseline', mb: 1 }}><Box component="h1" sx={{ fontSize: '16pt', m: 0 }}>{t('card.sheet_title')}</Box><span>{formatDate(dayOf(card.created_at))}</span></Box>
      <Box sx={{ display: 'flex', justifyContent: 'space-between', mb: 2 }}>
        <strong>{t('card.sheet_to', { name: card.requester?.name ?? '' })}</strong>
        <Box sx={{ textAlign: 'right' }}>{[branch?.name, branch?.address, branch?.phone ? t('card.phone', { phone: branch.phone }) : '', card.sent_name].filter(Boolean).map((line) => <div key={line}>{line}</div>)}</Box>
      </Box>
      <Lines>
        <Line label={t('card.kind')}>{t(`card_kind.${card.kind}`)}</Line>
        <Line label={t('card.car')}>{application && `${plate}　${application.chassis_no}　${caseName(application)}`}</Line>
        <Line label={t('card.question')} tall>{card.question}</Line>
        <Line label={t('card.sheet_answer_by')}><strong>{formatDate(card.due_on)}</strong></Line>
      </Lines>
      <Box component="h2" sx={{ fontSize: '12pt', mb: 0.5 }}>{t('card.sheet_reply')}</Box>
      <Lines>
        {card.consent_text !== null && <Line label={t('card.consent')} tall>{`${card.consent_text}\n${t('card.sheet_yes')}`}</Line>}
        {fields.map((field) => <Line key={field} label={t(`card_field.${field}`)} tall>{choiceOf(field, application?.vehicle_kind ?? 'registered')}</Line>)}
        <Line label={t('card.sheet_note')} tall />
        <Line label={t('card.sheet_date')} tall />
        <Line label={t('card.sheet_sign')} tall />
      </Lines>
      <Box sx={{ fontSize: '9pt' }}>{t('card.sheet_hint')}</Box>
    </Box>
  );
};

/** 回答書 on one A4 page for whoever cannot answer on a screen. Blanks only: what is known of the 使用者 is not printed (D-30). */
export const CardSheet = () => {
  const { id = '' } = useParams();
  const { data: card, error } = useCard(id);
  const { data: branch } = useGetOne<Branch>('branches', { id: card?.agent_branch_id }, { enabled: card !== undefined });
  if (error) return <Alert severity="error">{error.message}</Alert>;
  if (card === undefined) return <LoadingPage />;
  return (
    <Box sx={{ bgcolor: '#fff', minHeight: '100dvh', overflow: 'auto' }}>
      <Box data-print="none" sx={{ display: 'flex', justifyContent: 'center', gap: 1, pt: 1 }}>
        <Button variant="contained" onClick={() => window.print()}>{t('card.print')}</Button><Button variant="outlined" onClick={() => window.history.back()}>{t('card.back')}</Button>
      </Box>
      <Sheet card={card} branch={branch} />
    </Box>
  );
};
