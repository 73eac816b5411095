import { PutMetricDataCommand } from '@aws-sdk/client-cloudwatch';
import type { MetricDatum } from '@aws-sdk/client-cloudwatch';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { complaint, refusal } from '../place.ts';
import { watchHouse } from './house.ts';
import type { WatchHouse } from './house.ts';

let at: WatchHouse;
beforeEach(async () => (at = await watchHouse()));
afterEach(async () => at.close());

describe('metrics that a program puts', () => {
  const put = (MetricData: MetricDatum[], Namespace = 'Shop') =>
    at.client.send(new PutMetricDataCommand({ Namespace, MetricData }));
  const onLate = { Namespace: 'Shop', MetricName: 'Late', Statistic: 'Sum', Period: 60 };

  it.each<[string, MetricDatum]>([
    ['a value', { MetricName: 'Late', Value: 6 }],
    ['values with their counts', { MetricName: 'Late', Values: [1, 2], Counts: [2, 2] }],
    [
      'a statistic set',
      { MetricName: 'Late', StatisticValues: { SampleCount: 2, Sum: 6, Minimum: 2, Maximum: 4 } },
    ],
  ])('are judged: %s', async (_, datum) => {
    await at.alarm({ ...onLate, Threshold: 6 });
    await put([datum]);
    expect(at.after(1)).toEqual(['ALARM']);
  });

  it('belong to the time that they give, and to their dimensions', async () => {
    const Dimensions = [
      { Name: 'b', Value: '2' },
      { Name: 'a', Value: '1' },
    ];
    await at.alarm({ ...onLate, Dimensions });
    await put([{ MetricName: 'Late', Value: 1, Dimensions, Timestamp: new Date(at.place.clock() - 90_000) }]);
    expect(at.after(1)).toEqual(['INSUFFICIENT_DATA']);
    await put([{ MetricName: 'Late', Value: 1, Dimensions: Dimensions.toReversed() }]);
    expect(at.after(1)).toEqual(['ALARM']);
  });

  it('are understood when the SDK compressed them', async () => {
    await at.alarm({ ...onLate, Threshold: 500 });
    const long = Array.from({ length: 500 }, () => ({
      MetricName: 'Late',
      Value: 1,
      Unit: 'Count' as const,
    }));
    await put(long);
    expect(at.after(1)).toEqual(['ALARM']);
  });

  it("are refused in AWS's own namespaces, out of time, and with two kinds of value", async () => {
    expect(await refusal(put([{ MetricName: 'Errors', Value: 1 }], 'AWS/Lambda'))).toContain(
      'InvalidParameterValue',
    );
    const old = new Date(at.place.clock() - 15 * 24 * 3600 * 1000);
    expect(await refusal(put([{ MetricName: 'Late', Value: 1, Timestamp: old }]))).toContain(
      'InvalidParameterValue',
    );
    expect(await complaint(put([{ MetricName: 'Late', Value: 1, Values: [1] }]))).toContain(
      'mutually exclusive',
    );
    expect(await complaint(put([{ MetricName: 'Late' }]))).toContain('mutually exclusive');
  });

  it('need the right to their namespace', async () => {
    await put([{ MetricName: 'Late', Value: 1 }]);
    expect(at.served.asked.at(-1)).toEqual({
      operation: 'PutMetricData',
      permissions: [
        {
          action: 'cloudwatch:PutMetricData',
          resource: '*',
          context: { 'cloudwatch:namespace': ['Shop'] },
        },
      ],
    });
  });
});
