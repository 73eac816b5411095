import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { onErrors, watchHouse } from './house.ts';
import type { WatchHouse } from './house.ts';

const error = { namespace: 'AWS/Lambda', name: 'Errors', dimensions: { FunctionName: 'worker' } };

let at: WatchHouse;
beforeEach(async () => (at = await watchHouse()));
afterEach(async () => at.close());

describe('an alarm on what is counted', () => {
  it('adds up a whole period, and ends when the period is past', async () => {
    await at.alarm({ ...onErrors, Threshold: 2 });
    at.cloudwatch.record(error, 1);
    expect(at.after(200)).toEqual(['OK']);
    at.cloudwatch.record(error, 1);
    expect(at.after(50)).toEqual(['ALARM']);
    expect(at.after(60)).toEqual(['OK']);
  });

  it('does not count what is measured of another function', async () => {
    await at.alarm(onErrors);
    at.cloudwatch.record({ ...error, dimensions: { FunctionName: 'other' } }, 1);
    at.cloudwatch.record({ ...error, name: 'Throttles' }, 1);
    expect(at.after(1)).toEqual(['OK']);
  });

  it('that must go on goes off after a whole period of silence since the machine began', async () => {
    const invocations = { ...error, name: 'Invocations' };
    await at.alarm({
      ...onErrors,
      MetricName: 'Invocations',
      ComparisonOperator: 'LessThanThreshold',
      TreatMissingData: 'breaching',
    });
    expect(at.after(299)).toEqual(['INSUFFICIENT_DATA']);
    at.cloudwatch.record(invocations, 1);
    expect(at.after(1)).toEqual(['OK']);
    expect(at.after(299)).toEqual(['ALARM']);
  });

  it.each([
    ['Sum', 6],
    ['Average', 2],
    ['Minimum', 1],
    ['Maximum', 3],
    ['SampleCount', 3],
  ])('takes the %s of its period', async (Statistic, value) => {
    const exactly = { Period: 60, Statistic, Threshold: value };
    await at.alarm({ ...onErrors, ...exactly, AlarmName: 'at least' });
    await at.alarm({
      ...onErrors,
      ...exactly,
      AlarmName: 'over',
      ComparisonOperator: 'GreaterThanThreshold',
    });
    for (const one of [1, 3, 2]) at.cloudwatch.record(error, one);
    expect(at.after(1)).toEqual(['ALARM', 'OK']);
  });
});
