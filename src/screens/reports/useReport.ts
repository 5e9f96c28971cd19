import { useRef, useState } from 'react';
import { saveFile } from '../../components/download.ts';
import { reportOf } from '../../domain/reports/registry.ts';
import { periodName } from '../../domain/reportPeriod.ts';
import { t } from '../../i18n/translate.ts';
import type { Actions } from '../../providers/actions.ts';
import { useActions } from '../../providers/context.tsx';
import { toAppError } from '../../providers/errors.ts';
import { createDownloadStore, type DownloadProgress } from './downloadStore.ts';
import { buildLong, type LongReport, openWorker } from './longReport.ts';

/** What is asked for; `title` is for people. */
export type ReportRequest = LongReport & { title: string };
type Tell = (progress: DownloadProgress) => void;

/** Too many rows for the function: read and laid out here, from the same columns. */
const downloadLong = async (actions: Actions, request: ReportRequest, tell: Tell, signal: AbortSignal): Promise<void> => {
  const { name, query, title } = request;
  let rows = 0;
  const building = (share?: number): void => tell({ label: t('reports.building', { rows }), ...(share === undefined ? {} : { share }) });
  const builder = openWorker(signal, building);
  try {
    const { file, type } = await buildLong(request, builder, actions.bytes, (progress) => {
      rows = progress.rows;
      if (progress.step === 'building') building();
      else tell({ label: t('reports.fetching', { name: title, rows }), ...(progress.share === undefined ? {} : { share: progress.share }) });
    }, signal);
    saveFile(file, `${reportOf(name).file}_${periodName(query)}.${type}`);
  } finally {
    builder.close();
  }
};

const download = async (actions: Actions, request: ReportRequest, tell: Tell, signal: AbortSignal): Promise<void> => {
  const { name, format, query: { from, to, vehicleKind, requesterId, branchId, group, debitCycle } } = request;
  tell({ label: t('reports.preparing', { name: request.title }) });
  try {
    const file = await actions.exportReport({
      report: name, format, from, to, ...(vehicleKind === undefined ? {} : { vehicle_kind: vehicleKind }), ...(group === undefined ? {} : { group }), ...(debitCycle === undefined ? {} : { debit_cycle: debitCycle }),
      ...(requesterId === undefined ? {} : { requester_id: requesterId }), ...(branchId === undefined ? {} : { branch_id: branchId }),
    });
    signal.throwIfAborted();
    saveFile(file, file.name);
  } catch (cause) {
    if (toAppError(cause).code !== 'too_many_rows') throw cause;
    await downloadLong(actions, request, tell, signal);
  }
};

/** One download at a time: whether one is under way, how it goes (`store`), and `cancel`. */
export const useReport = () => {
  const actions = useActions();
  const [store] = useState(createDownloadStore);
  const [busy, setBusy] = useState(false);
  const controller = useRef<AbortController | null>(null);

  const run = async (request: ReportRequest): Promise<void> => {
    controller.current = new AbortController();
    const { signal } = controller.current;
    setBusy(true);
    store.set({ outcome: null });
    try {
      await download(actions, request, (progress) => store.set({ progress }), signal);
      store.set({ outcome: { severity: 'success', message: t('reports.done', { name: request.title }) } });
    } catch (cause) {
      const { code, details, message } = toAppError(cause);
      const limit: unknown = details !== null && typeof details === 'object' ? Reflect.get(details, 'limit') : undefined;
      if (signal.aborted) store.set({ outcome: { severity: 'info', message: t('reports.cancelled') } });
      else store.set({ outcome: { severity: 'error', message: code === 'too_many_rows' ? t('reports.too_large', { limit }) : message } });
    } finally {
      store.set({ progress: null });
      setBusy(false);
    }
  };
  return { busy, store, run, cancel: () => controller.current?.abort() };
};
