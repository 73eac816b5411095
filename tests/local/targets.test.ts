/** What AWS hands on in the name of a role: to Lambdas and queues, and only where the role may. */
import { describe, expect, it, onTestFinished } from 'vitest';
import { refused } from '../../lib/local/lambda/invoked.ts';
import { sqsService } from '../../lib/local/services/sqs/sqs.ts';
import { invokeTarget } from '../../lib/local/targets.ts';
import { temporaryFolder } from './assembly.ts';

const lambda = 'arn:aws:lambda:sa-east-1:000000000000:function:sweep';

const openHouse = async (allowed: readonly string[]) => {
  const place = { region: 'sa-east-1', account: '000000000000', data: temporaryFolder(), clock: () => 0 };
  const queues = sqsService(place, () => 'http://127.0.0.1:1');
  onTestFinished(() => queues.close());
  const { attributes } = await queues.provision({
    stack: 'app',
    logicalId: 'Dead',
    type: 'AWS::SQS::Queue',
    properties: {},
  });
  const queue = attributes['Arn'] ?? '';
  const invoked: string[] = [];
  const hand = (target: string, payload: string) =>
    invokeTarget(
      {
        allowed: (role, { action, resource }) => allowed.includes(`${role} ${action} ${resource}`),
        background: {
          invoke: (name, event) => {
            if (event.length > 10) return refused(413, 'RequestTooLargeException', 'too large');
            invoked.push(`${name} ${event}`);
            return { kind: 'accepted', done: Promise.resolve() };
          },
        },
        queues,
      },
      target,
      payload,
      'role',
    );
  return { hand, queue, depth: () => queues.depth(queue).visible, invoked };
};

describe('an event', () => {
  it('reaches a Lambda and a queue', async () => {
    const queue = 'arn:aws:sqs:sa-east-1:000000000000:app-Dead';
    const house = await openHouse([`role lambda:InvokeFunction ${lambda}`, `role sqs:SendMessage ${queue}`]);
    await house.hand(lambda, '{}');
    await house.hand(house.queue, '{}');
    expect([house.invoked, house.depth()]).toEqual([[`${lambda} {}`], 1]);
  });

  it('reaches neither when the role may not', async () => {
    const house = await openHouse([]);
    await expect(house.hand(lambda, '{}')).rejects.toThrow(
      'role is not authorized to perform: lambda:InvokeFunction',
    );
    await expect(house.hand(house.queue, '{}')).rejects.toThrow('sqs:SendMessage');
    expect([house.invoked, house.depth()]).toEqual([[], 0]);
  });

  it('is not lost silently when the target does not take it', async () => {
    const house = await openHouse([`role lambda:InvokeFunction ${lambda}`]);
    await expect(house.hand(lambda, '"long enough"')).rejects.toThrow('too large');
    await expect(house.hand('arn:aws:states:::x', '{}')).rejects.toThrow('nothing here');
  });
});
