import { Button } from '@mui/material';
import { useState } from 'react';
import { useDataProvider, useListContext, useNotify } from 'react-admin';
import { t, translate } from '../i18n/translate.ts';
import { useProfile } from '../providers/context.tsx';
import { toAppError } from '../providers/errors.ts';
import { saveFile } from './download.ts';
import { EXPORT_LIMIT, fetchAll, toCells, toWorkbook, type ExportColumn } from './exportRows.ts';

/** ダウンロード of the list as it is searched and sorted now, as Excel. */
export const ExportButton = ({ columns }: { columns: ExportColumn[] }) => {
  const { resource, filterValues, filter, sort, total } = useListContext();
  const { today } = useProfile();
  const dataProvider = useDataProvider();
  const notify = useNotify();
  const [busy, setBusy] = useState(false);

  const run = async () => {
    setBusy(true);
    try {
      const { rows, cut } = await fetchAll(dataProvider, resource, { filter: { ...filterValues, ...filter }, sort });
      const name = translate(`resources.${resource}.name`);
      saveFile(await toWorkbook(name, toCells(resource, columns, rows)), `${name}_${today.replaceAll('-', '')}.xlsx`);
      if (cut) notify(t('list.export_capped', { count: EXPORT_LIMIT }), { type: 'warning' });
    } catch (error) {
      notify(toAppError(error).message, { type: 'error' });
    } finally {
      setBusy(false);
    }
  };
  return <Button disabled={busy || !total} onClick={() => void run()}>{busy ? t('list.exporting') : t('action.export_list')}</Button>;
};
