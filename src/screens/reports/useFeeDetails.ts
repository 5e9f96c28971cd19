import { useRef, useState } from 'react';
import { saveFile } from '../../components/download.ts';
import type { FeeDetailRow } from '../../domain/reports/feeDetails.ts';
import type { ReportPeriod } from '../../domain/reportPeriod.ts';
import { t } from '../../i18n/translate.ts';
import type { Actions } from '../../providers/actions.ts';
import { useActions } from '../../providers/context.tsx';
import { toAppError } from '../../providers/errors.ts';
import { fetchSlices, headingOf, openWorkbook, type Slice } from './largeFile.ts';
import type { Whose } from './whose.ts';

/** What is asked for: `name` for people, `period` in days. */
export type FeeDetailsRequest = Whose & { name: string; period: ReportPeriod; vehicleKind?: 'registered' | 'kei' | undefined };
/** `share` of the period that is read, 0 to 1. */
export type DownloadProgress = { label: string; share?: number };

const whole = ({ from, to }: ReportPeriod): string => (from.slice(0, 7) === to.slice(0, 7) && from.endsWith('-01') ? from.slice(0, 7) : `${from}_${to}`);

/** Too many rows for the function: read here in slices and laid out in a worker, from the same columns. */
const downloadLarge = async (actions: Actions, request: FeeDetailsRequest, tell: (progress: DownloadProgress) => void, signal: AbortSignal): Promise<void> => {
  const { period, branchId, requesterId, vehicleKind, name } = request;
  const workbook = openWorkbook(signal);
  try {
    const filters = { p_vehicle_kind: vehicleKind ?? null, p_requester_id: requesterId ?? null, p_branch_id: branchId ?? null };
    const last = await fetchSlices<FeeDetailRow>(
      period, (from, to) => actions.read<Slice<FeeDetailRow>>('report_fee_details', { p_from: from, p_to: to, ...filters }), workbook.add,
      ({ days, total, rows }) => tell(days < total ? { label: t('reports.fetching', { name, rows }), share: days / total } : { label: t('reports.building', { rows }) }), signal,
    );
    saveFile(await workbook.finish(headingOf(last, period), last.issued_on), t('reports.file', { period: whole(period) }));
  } finally {
    workbook.close();
  }
};

const download = async (actions: Actions, request: FeeDetailsRequest, tell: (progress: DownloadProgress) => void, signal: AbortSignal): Promise<void> => {
  const { period, branchId, requesterId, vehicleKind } = request;
  tell({ label: t('reports.preparing', { name: request.name }) });
  try {
    const file = await actions.exportReport({
      report: 'fee_details', format: 'xlsx', from: period.from, to: period.to, ...(vehicleKind === undefined ? {} : { vehicle_kind: vehicleKind }),
      ...(requesterId === undefined ? {} : { requester_id: requesterId }), ...(branchId === undefined ? {} : { branch_id: branchId }),
    });
    signal.throwIfAborted();
    saveFile(file, file.name);
  } catch (cause) {
    if (toAppError(cause).code !== 'too_many_rows') throw cause;
    await downloadLarge(actions, request, tell, signal);
  }
};

/** One download of 明細 at a time: how far it is, how it ended, and `cancel`. */
export const useFeeDetails = () => {
  const actions = useActions();
  const [progress, setProgress] = useState<DownloadProgress | null>(null);
  const [outcome, setOutcome] = useState<{ severity: 'success' | 'info' | 'error'; message: string } | null>(null);
  const controller = useRef<AbortController | null>(null);

  const run = async (request: FeeDetailsRequest): Promise<void> => {
    controller.current = new AbortController();
    const { signal } = controller.current;
    setOutcome(null);
    try {
      await download(actions, request, setProgress, signal);
      setOutcome({ severity: 'success', message: t('reports.done', { name: request.name }) });
    } catch (cause) {
      const { code, details, message } = toAppError(cause);
      const limit: unknown = details !== null && typeof details === 'object' ? Reflect.get(details, 'limit') : undefined;
      if (signal.aborted) setOutcome({ severity: 'info', message: t('reports.cancelled') });
      else setOutcome({ severity: 'error', message: code === 'too_many_rows' ? t('reports.too_large', { limit }) : message });
    } finally {
      setProgress(null);
    }
  };
  return { progress, outcome, run, cancel: () => controller.current?.abort() };
};
