import { addDays, daysBetween, jstWallClock } from './calendar.ts';

/** AINAS 利用可能時間 as the setting keeps it: hours 'HH:MM' of the day, days 'MM-DD' of the pause at the turn of the year (D-36). */
export type ServiceHours = { open: string; close: string; closed_from: string; closed_to: string };

/** AINAS's own hours (docs/domain.md §10.1 X-1), where the setting cannot be read. */
export const DEFAULT_HOURS: ServiceHours = { open: '07:00', close: '22:00', closed_from: '12-29', closed_to: '01-03' };

const HHMM = /^\d{2}:\d{2}$/;
const MMDD = /^\d{2}-\d{2}$/;

/** The setting as it came; anything else is the default. */
export const serviceHoursOf = (value: unknown): ServiceHours => {
  if (value === null || typeof value !== 'object') return DEFAULT_HOURS;
  const part = (name: keyof ServiceHours, shape: RegExp): string => {
    const text: unknown = Reflect.get(value, name);
    return typeof text === 'string' && shape.test(text) ? text : DEFAULT_HOURS[name];
  };
  return { open: part('open', HHMM), close: part('close', HHMM), closed_from: part('closed_from', MMDD), closed_to: part('closed_to', MMDD) };
};

const minutesOf = (time: string): number => Number(time.slice(0, 2)) * 60 + Number(time.slice(3, 5));

const isClosedDay = (day: string, { closed_from, closed_to }: ServiceHours): boolean => {
  const at = day.slice(5, 10);
  return closed_from <= closed_to ? at >= closed_from && at <= closed_to : at >= closed_from || at <= closed_to;
};

/** Days looked at: beyond them everything is old. */
const DAYS = 8;

/** Minutes of service between two instants; more than a week counts as a week. */
export const serviceMinutes = (from: Date, to: Date, hours: ServiceHours): number => {
  const [start, end] = [jstWallClock(from), jstWallClock(to)];
  if (end <= start) return 0;
  const last = Math.min(daysBetween(start.slice(0, 10), end.slice(0, 10)), DAYS);
  let minutes = 0;
  for (let n = 0; n <= last; n += 1) {
    const day = addDays(start.slice(0, 10), n);
    if (isClosedDay(day, hours)) continue;
    const opens = n === 0 ? Math.max(minutesOf(hours.open), minutesOf(start.slice(11, 16))) : minutesOf(hours.open);
    const closes = day === end.slice(0, 10) ? Math.min(minutesOf(hours.close), minutesOf(end.slice(11, 16))) : minutesOf(hours.close);
    minutes += Math.max(0, closes - opens);
  }
  return minutes;
};

/** Older than this in service time is shown in amber (docs/decisions.md D-15d). */
const FRESH_MINUTES = 120;

/** Whether what was mirrored at an instant (ISO) is old by now. */
export const isOldMirror = (mirroredAt: string, now: Date, hours: ServiceHours): boolean => serviceMinutes(new Date(mirroredAt), now, hours) > FRESH_MINUTES;

/** Whether AINAS can be used at an instant: from the opening minute to the closing one, not on days of the pause. */
export const isServiceTime = (at: Date, hours: ServiceHours): boolean => {
  const now = jstWallClock(at);
  const time = now.slice(11, 16);
  return !isClosedDay(now, hours) && time >= hours.open && time < hours.close;
};
