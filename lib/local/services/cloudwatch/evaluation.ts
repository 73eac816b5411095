/** What the last periods of a metric mean for an alarm. Source: CloudWatch user guide, "Alarm evaluation". */
import { comparisons } from './alarm.ts';
import type { AlarmState, Watched } from './alarm.ts';

/** One period: its value, undefined where nothing was measured; `before` when it began before anybody watched. */
export type Period = { readonly value: number | undefined; readonly before: boolean };

export type Judgement = { readonly state: AlarmState; readonly reason: string };

/** The state that follows from the periods, newest first; the present one stays where they do not decide. */
export const judge = (watched: Watched, periods: readonly Period[], present: AlarmState): Judgement => {
  const breaches = periods.map((period) => breaching(watched, period));
  const count = breaches.filter((breach) => breach === true).length;
  if (count >= watched.datapoints) return { state: 'ALARM', reason: reasonOf(watched, periods, count) };
  if (breaches.includes(false)) return { state: 'OK', reason: reasonOf(watched, periods, count) };
  const nothingKnown = periods.every(({ value }) => value === undefined);
  return nothingKnown && watched.missing === 'missing'
    ? { state: 'INSUFFICIENT_DATA', reason: 'Insufficient Data: nothing was measured.' }
    : { state: present, reason: reasonOf(watched, periods, count) };
};

/** Whether a period breaches the threshold; undefined when it says nothing either way. */
const breaching = ({ comparison, threshold, missing }: Watched, { value, before }: Period) => {
  if (value !== undefined) return comparisons[comparison].holds(value, threshold);
  if (missing === 'notBreaching') return false;
  return missing === 'breaching' && !before ? true : undefined;
};

const reasonOf = (
  { comparison, threshold, datapoints }: Watched,
  periods: readonly Period[],
  count: number,
) => {
  const measured = periods.flatMap(({ value }) => (value === undefined ? [] : [value])).join(', ');
  return `Threshold Crossed: ${count} of the last ${periods.length} datapoints [${measured}] were ${comparisons[comparison].words} the threshold (${threshold}); ${datapoints} make an ALARM.`;
};
