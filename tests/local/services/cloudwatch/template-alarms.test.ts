import { DescribeAlarmsCommand } from '@aws-sdk/client-cloudwatch';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { onErrors, onQueue, watchHouse } from './house.ts';
import type { WatchHouse } from './house.ts';

let at: WatchHouse;
beforeEach(async () => (at = await watchHouse()));
afterEach(async () => at.close());

describe('the alarms of the templates', () => {
  it('are listed with their states, by name, prefix or state', async () => {
    await at.alarm(onQueue);
    await at.alarm({ ...onErrors, AlarmName: 'hurt' });
    at.after(1);
    at.queueHolds({ depth: 1, age: 0 });
    at.after(1);
    const names = async (asked: object) =>
      (await at.client.send(new DescribeAlarmsCommand(asked))).MetricAlarms?.map(
        ({ AlarmName }) => AlarmName,
      );
    expect(await names({})).toEqual(['harm', 'hurt']);
    expect(await names({ AlarmNames: ['hurt'] })).toEqual(['hurt']);
    expect(await names({ AlarmNamePrefix: 'ha' })).toEqual(['harm']);
    expect(await names({ StateValue: 'ALARM' })).toEqual(['harm']);
    const [first] = (await at.client.send(new DescribeAlarmsCommand({}))).MetricAlarms ?? [];
    expect(first).toMatchObject({
      StateValue: 'ALARM',
      StateUpdatedTimestamp: new Date(at.place.clock()),
      AlarmActions: [at.topic],
      MetricName: 'ApproximateNumberOfMessagesVisible',
      Period: 60,
      Threshold: 1,
    });
  });

  it('may be composite or calculated: taken, but left without a judgement', async () => {
    await at.alarm({ AlarmRule: 'ALARM("harm")', AlarmName: 'both' }, 'CompositeAlarm');
    await at.alarm({ Metrics: [{ Id: 'm', Expression: 'a / b' }], AlarmName: 'calculated' });
    expect(at.after(600)).toEqual(['INSUFFICIENT_DATA', 'INSUFFICIENT_DATA']);
    expect(at.told()).toEqual([]);
  });

  it.each([
    ['a statistic that this machine does not compute', { ...onErrors, Statistic: 'p99' }],
    ['an action that tells no topic', { ...onErrors, AlarmActions: ['arn:aws:automate:sa-east-1:ec2:stop'] }],
    ['no threshold', { ...onErrors, Threshold: undefined }],
  ])('are refused with %s', async (_, properties) => {
    await expect(at.alarm(properties)).rejects.toMatchObject({ code: 'ValidationError' });
  });
});
