import { Box, ButtonBase, Typography } from '@mui/material';
import { formatCount } from '../../domain/money.ts';
import { t } from '../../i18n/translate.ts';
import { WORK_QUEUES, type WorkCount, type WorkCounts, type WorkQueue } from './workData.ts';

const Deadlines = ({ count }: { count: WorkCount | undefined }) => {
  const urgent = [count?.overdue ? t('work.overdue', { count: count.overdue }) : '', count?.soon ? t('work.soon', { count: count.soon }) : ''].filter((text) => text !== '');
  return (
    <Typography component="span" sx={{ fontSize: '0.75rem', minHeight: '1.2rem', ...(urgent.length > 0 ? { color: 'error.main', fontWeight: 700 } : { color: 'text.secondary' }) }}>
      {urgent.join('・')}
    </Typography>
  );
};

/** The queues as columns of counts; the number before the name is its key. */
export const QueueTabs = ({ counts, queue, onChoose }: { counts: WorkCounts | undefined; queue: WorkQueue; onChoose: (queue: WorkQueue) => void }) => (
  <Box role="tablist" aria-label={t('work.queues')} sx={{ display: 'grid', gap: 1, flex: 'none', mb: 1, gridTemplateColumns: { xs: 'repeat(2, minmax(0, 1fr))', sm: 'repeat(5, minmax(0, 1fr))' } }}>
    {WORK_QUEUES.map((name, index) => {
      const count = counts?.[name];
      return (
        <ButtonBase
          key={name} role="tab" aria-selected={name === queue} data-queue={name} aria-keyshortcuts={String(index + 1)} onClick={() => onChoose(name)}
          sx={{
            display: 'grid', justifyItems: 'start', justifyContent: 'start', alignContent: 'start', textAlign: 'left', px: 1, py: 0.75, borderRadius: 1, border: 1, borderTop: 4,
            borderColor: 'divider', borderTopColor: name === queue ? 'primary.main' : 'divider', bgcolor: 'background.paper',
          }}
        >
          <Typography component="span" sx={{ fontSize: '0.8125rem', fontWeight: name === queue ? 700 : 400 }}>{`${index + 1} ${t(`work.queue.${name}`)}`}</Typography>
          <Typography component="span" sx={{ fontSize: '1.375rem', fontWeight: 700, lineHeight: 1.3, ...(count?.count === 0 ? { color: 'text.secondary' } : {}) }}>
            {count === undefined ? t('format.none') : formatCount(count.count)}<Box component="span" sx={{ fontSize: '0.8125rem', fontWeight: 400, ml: 0.25 }}>{t('work.cases')}</Box>
          </Typography>
          <Deadlines count={count} />
        </ButtonBase>
      );
    })}
  </Box>
);
