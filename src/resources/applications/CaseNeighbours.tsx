import { Button, Typography } from '@mui/material';
import { Link, useCreatePath, type Identifier } from 'react-admin';
import { totalText } from '../../components/PageBar.tsx';
import { COUNT_CAP } from '../../providers/data.ts';
import { t } from '../../i18n/translate.ts';
import { useNeighbours } from './useNeighbours.ts';

const Step = ({ id, children }: { id: Identifier | undefined; children: string }) => {
  const createPath = useCreatePath();
  if (id === undefined) return <Button disabled>{children}</Button>;
  return <Button component={Link} to={createPath({ resource: 'applications', type: 'show', id })}>{children}</Button>;
};

/** 前 / 次 within the list that the case was opened from. */
export const CaseNeighbours = ({ id }: { id: Identifier }) => {
  const { previous, next, at, count = 0 } = useNeighbours(id);
  if (at === undefined) return null;
  return (
    <>
      <Step id={previous}>{`< ${t('case.previous')}`}</Step>
      <Typography component="span" sx={{ fontSize: '0.8125rem' }}>{`${at} / ${totalText(count, count > COUNT_CAP)}`}</Typography>
      <Step id={next}>{`${t('case.next')} >`}</Step>
    </>
  );
};
