import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { cloudwatchService } from '../../../../lib/local/services/cloudwatch.ts';
import { onQueue, watchHouse } from './house.ts';
import type { WatchHouse } from './house.ts';

let at: WatchHouse;
beforeEach(async () => (at = await watchHouse()));
afterEach(async () => at.close());

describe('an alarm on a queue', () => {
  it('goes off when a message is there, within seconds on this machine, and ends when it is gone', async () => {
    await at.alarm(onQueue);
    expect(at.after(1)).toEqual(['OK']);
    at.queueHolds({ depth: 1, age: 0 });
    expect(at.after(1)).toEqual(['ALARM']);
    at.queueHolds({ depth: 0, age: 0 });
    expect(at.after(5)).toEqual(['OK']);
    expect(at.told()).toEqual(['OK', 'ALARM', 'OK']);
  });

  it('watches the age of the oldest message', async () => {
    await at.alarm({ ...onQueue, MetricName: 'ApproximateAgeOfOldestMessage', Threshold: 60 });
    at.queueHolds({ depth: 1, age: 59 });
    expect(at.after(1)).toEqual(['OK']);
    at.queueHolds({ depth: 1, age: 60 });
    expect(at.after(5)).toEqual(['ALARM']);
  });

  it('asks for as many periods as the template says, though each is shorter here', async () => {
    await at.alarm({ ...onQueue, EvaluationPeriods: 3 });
    at.queueHolds({ depth: 1, age: 0 });
    expect([at.after(5), at.after(5), at.after(5)]).toEqual([
      ['INSUFFICIENT_DATA'],
      ['INSUFFICIENT_DATA'],
      ['ALARM'],
    ]);
  });

  it('knows nothing of a queue that is not there', async () => {
    at.queueHolds(undefined);
    await at.alarm(onQueue);
    expect(at.after(60)).toEqual(['INSUFFICIENT_DATA']);
  });

  it('tells its topic once for each change, in the words of CloudWatch', async () => {
    const { attributes } = await at.alarm(onQueue);
    at.queueHolds({ depth: 2, age: 0 });
    at.after(1);
    at.after(1);
    expect(at.left.since(0)).toEqual([
      {
        n: 1,
        at: '2026-03-02T10:00:01.000Z',
        kind: 'alarm',
        alarm: 'harm',
        description: 'Harm: buyers get no answer.',
        state: 'ALARM',
        reason: expect.stringContaining('[2] were greater than or equal to the threshold (1)'),
        messageId: expect.any(String),
        topic: at.topic,
        to: [],
        subject: 'ALARM: "harm" in sa-east-1',
        message: expect.any(String),
      },
    ]);
    expect(JSON.parse(String(at.left.since(0)[0]?.['message']))).toMatchObject({
      AlarmName: 'harm',
      AlarmDescription: 'Harm: buyers get no answer.',
      AWSAccountId: '000000000000',
      NewStateValue: 'ALARM',
      OldStateValue: 'INSUFFICIENT_DATA',
      StateChangeTime: '2026-03-02T10:00:01.000Z',
      AlarmArn: attributes['Arn'],
      Trigger: {
        MetricName: 'ApproximateNumberOfMessagesVisible',
        Namespace: 'AWS/SQS',
        Dimensions: [{ name: 'QueueName', value: 'dead' }],
        Period: 60,
        Threshold: 1,
      },
    });
  });

  it('does not tell again after a restart what was told before', async () => {
    await at.alarm(onQueue);
    at.queueHolds({ depth: 1, age: 0 });
    at.after(1);
    await at.close('keep');
    at = await watchHouse(at.place);
    await at.alarm(onQueue);
    at.queueHolds({ depth: 1, age: 0 });
    expect(at.after(1)).toEqual(['ALARM']);
    expect(at.told()).toEqual(['ALARM']);
  });

  it('tells nobody while its actions are switched off', async () => {
    await at.alarm({ ...onQueue, ActionsEnabled: 'false' });
    at.queueHolds({ depth: 1, age: 0 });
    expect(at.after(1)).toEqual(['ALARM']);
    expect(at.told()).toEqual([]);
  });
});

it('judges by itself as real time passes', async () => {
  const publish = () => {};
  const own = cloudwatchService(at.place, { queueDepth: () => 1, queueAge: () => 0 }, { publish, every: 1 });
  await own.provision({
    stack: 'demo',
    logicalId: 'It',
    type: 'AWS::CloudWatch::Alarm',
    properties: {
      ...onQueue,
      EvaluationPeriods: 1,
      Threshold: 1,
      ComparisonOperator: 'GreaterThanThreshold',
    },
  });
  await expect.poll(() => own.states()[0]?.state).toBe('OK');
  await own.close();
});
