import { describe, expect, it } from 'vitest';
import { judge } from '../../../../lib/local/services/cloudwatch/evaluation.ts';
import type { Watched } from '../../../../lib/local/services/cloudwatch/alarm.ts';

const watched = (changes: Partial<Watched> = {}): Watched => ({
  metric: { namespace: 'Shop', name: 'Late', dimensions: {} },
  statistic: 'Sum',
  periodSeconds: 60,
  periods: 3,
  datapoints: 3,
  threshold: 10,
  comparison: 'GreaterThanOrEqualToThreshold',
  missing: 'missing',
  ...changes,
});
/** Newest first; undefined where nothing was measured. */
const state = (changes: Partial<Watched>, ...values: readonly (number | undefined)[]) =>
  judge(
    watched(changes),
    values.map((value) => ({ value, before: false })),
    'INSUFFICIENT_DATA',
  ).state;

describe('an alarm', () => {
  it('goes off when every period it looks at is over the threshold', () => {
    expect(state({}, 10, 11, 12)).toBe('ALARM');
    expect(state({}, 10, 9, 12)).toBe('OK');
  });

  it('goes off when as many of them are as it asks for', () => {
    expect(state({ datapoints: 2 }, 10, 9, 12)).toBe('ALARM');
    expect(state({ datapoints: 2 }, 9, 9, 12)).toBe('OK');
  });

  it.each([
    ['GreaterThanOrEqualToThreshold', ['OK', 'ALARM', 'ALARM']],
    ['GreaterThanThreshold', ['OK', 'OK', 'ALARM']],
    ['LessThanThreshold', ['ALARM', 'OK', 'OK']],
    ['LessThanOrEqualToThreshold', ['ALARM', 'ALARM', 'OK']],
  ] as const)('compares: %s', (comparison, expected) => {
    const single = { comparison, periods: 1, datapoints: 1 };
    expect([9, 10, 11].map((value) => state(single, value))).toEqual(expected);
  });

  it('says nothing where nothing was measured, or what its treatment of that is', () => {
    const nothing = [undefined, undefined, undefined];
    expect(state({ missing: 'missing' }, ...nothing)).toBe('INSUFFICIENT_DATA');
    expect(state({ missing: 'breaching' }, ...nothing)).toBe('ALARM');
    expect(state({ missing: 'notBreaching' }, ...nothing)).toBe('OK');
    const kept = nothing.map((value) => ({ value, before: false }));
    expect(judge(watched({ missing: 'ignore' }), kept, 'ALARM').state).toBe('ALARM');
  });

  it('does not take for silence what was before anybody watched', () => {
    const periods = [false, true, true].map((before) => ({ value: undefined, before }));
    expect(judge(watched({ missing: 'breaching' }), periods, 'INSUFFICIENT_DATA').state).toBe(
      'INSUFFICIENT_DATA',
    );
    expect(judge(watched({ missing: 'breaching', datapoints: 1 }), periods, 'OK').state).toBe('ALARM');
  });

  it('keeps its state while what is measured does not decide', () => {
    const periods = [12, undefined, undefined].map((value) => ({ value, before: false }));
    expect(judge(watched(), periods, 'ALARM').state).toBe('ALARM');
    expect(judge(watched(), periods, 'OK').state).toBe('OK');
  });
});
