import { Alert, Box } from '@mui/material';
import { dateText } from '../../components/values.ts';
import { isSilent, shorteningCase, shorteningWindow, type ShorteningCase } from '../../domain/shortening.ts';
import { t } from '../../i18n/translate.ts';
import { useProfile } from '../../providers/context.tsx';
import { caseName, type Case } from './case.ts';

type NoticeProps = { kind: 'registered' | 'kei'; allowed: boolean; expiresOn: string | null; filedOn: string | null };

/** Says when filing now would shorten the validity, and what the office then does (docs/domain.md §8.3). */
export const ShorteningNotice = ({ kind, allowed, expiresOn, filedOn }: NoticeProps) => {
  const { today } = useProfile();
  const found = expiresOn === null ? null : shorteningCase(kind, allowed, expiresOn, filedOn ?? today);
  if (found === null || expiresOn === null) return null;
  return (
    <Alert severity={isSilent(found) ? 'error' : 'warning'} sx={{ mb: 1 }}>
      {t(`shortening.${found}`)}（{t('case.free_from')} {dateText(shorteningWindow(expiresOn).freeFrom)}）
    </Alert>
  );
};

/** Events after which a case is filed in the order it came. */
const FILING = new Set(['submit', 'file', 'refile']);
const ORDER: ShorteningCase[] = ['registered_silent', 'kei_silent', 'registered_ask', 'kei_refused', 'kei_allowed'];

/** Of cases about to be sent or filed: those whose validity would be shortened today, with the tick that for 登録車 only the agent reads. */
export const FilingWarnings = ({ event, cases }: { event: string; cases: Case[] }) => {
  const { today } = useProfile();
  if (!FILING.has(event)) return null;
  const found = cases.flatMap((row) => {
    const allowed = row['shortening_allowed'] === true;
    const of = row.inspection_expires_on === null ? null : shorteningCase(row.vehicle_kind === 'kei' ? 'kei' : 'registered', allowed, row.inspection_expires_on, today);
    return of === null ? [] : [{ row, of, allowed }];
  });
  return (
    <>
      {ORDER.map((kind) => ({ kind, lines: found.filter(({ of }) => of === kind) })).filter(({ lines }) => lines.length > 0).map(({ kind, lines }) => (
        <Alert key={kind} severity={isSilent(kind) ? 'error' : 'warning'} sx={{ mb: 1 }}>
          {t(`shortening.${kind}`)}
          <Box component="ul" sx={{ m: 0, pl: 2.5, maxHeight: '8rem', overflow: 'auto' }}>
            {lines.map(({ row, allowed }) => (
              <li key={row.id}>{t('shortening.line', { name: caseName(row), expires: dateText(row.inspection_expires_on), free: dateText(shorteningWindow(row.inspection_expires_on ?? today).freeFrom), tick: t(allowed ? 'case.shortening_yes' : 'case.shortening_no') })}</li>
            ))}
          </Box>
        </Alert>
      ))}
    </>
  );
};
