import { describe, expect, it } from 'vitest';
import { queueMapping } from '../../../lib/local/lambda/queue-mapping.ts';
import type { Permission } from '../../../lib/local/service.ts';
import { queueOf } from '../../../lib/local/services/sqs/queue.ts';

const place = { region: 'sa-east-1', account: '000000000000', data: '', clock: () => 0 };

const everything: (permission: Permission) => boolean = () => true;

/** Asks for the mapping of a queue of that name to a function that runs for 30 seconds at most. */
const mapping = (
  QueueName: string,
  asked: Readonly<Record<string, unknown>> = {},
  { timeout = 30, allowed = everything } = {},
) => {
  const queue = queueOf(
    {
      stack: 'test',
      logicalId: 'Queue',
      type: 'AWS::SQS::Queue',
      properties: { QueueName, FifoQueue: QueueName.endsWith('.fifo'), KmsMasterKeyId: '5a1ed' },
    },
    place,
  );
  return queueMapping(
    { FunctionName: 'worker', EventSourceArn: queue.arn, ...asked },
    { queue: () => queue, functionTimeoutSeconds: timeout, allowed },
  );
};

it('takes what the template says, as number or as text', () => {
  const asked = {
    BatchSize: '100',
    MaximumBatchingWindowInSeconds: 5,
    ScalingConfig: { MaximumConcurrency: '7' },
    FunctionResponseTypes: ['ReportBatchItemFailures'],
    Enabled: false,
  };
  expect(mapping('plain', asked)).toEqual({
    queueArn: 'arn:aws:sqs:sa-east-1:000000000000:plain',
    enabled: false,
    batchSize: 100,
    windowSeconds: 5,
    maximumConcurrency: 7,
    reportsItemFailures: true,
  });
});

describe('a mapping is refused', () => {
  it.each<[string, string, Record<string, unknown>]>([
    ['a FIFO batch over 10', 'q.fifo', { BatchSize: 11 }],
    ['a batching window on FIFO', 'q.fifo', { MaximumBatchingWindowInSeconds: 1 }],
    ['a batch over 10 without a window', 'q', { BatchSize: 11 }],
    ['a batch over 10,000', 'q', { BatchSize: 10_001, MaximumBatchingWindowInSeconds: 1 }],
    ['an empty batch', 'q', { BatchSize: 0 }],
    ['a window over five minutes', 'q', { MaximumBatchingWindowInSeconds: 301 }],
    ['a concurrency under 2', 'q', { ScalingConfig: { MaximumConcurrency: 1 } }],
    ['a concurrency over 1,000', 'q', { ScalingConfig: { MaximumConcurrency: 1001 } }],
    ['an unknown response type', 'q', { FunctionResponseTypes: ['Everything'] }],
    ['what this machine does not imitate', 'q', { FilterCriteria: { Filters: [] } }],
  ])('with %s', (_, name, asked) => {
    expect(() => mapping(name, asked)).toThrow(
      expect.objectContaining({ code: 'InvalidParameterValueException' }),
    );
  });

  it('when the function may run longer than its messages stay hidden', () => {
    expect(() => mapping('q', {}, { timeout: 31 })).toThrow(
      'Queue visibility timeout: 30 seconds is less than Function timeout: 31 seconds',
    );
  });

  it.each(['sqs:ReceiveMessage', 'sqs:DeleteMessage', 'sqs:GetQueueAttributes', 'kms:Decrypt'])(
    'when the role of the function lacks %s',
    (denied) => {
      const allowed = ({ action }: Permission) => action !== denied;
      expect(() => mapping('q', {}, { allowed })).toThrow(
        `does not have permissions to call ${denied.split(':')[1]}`,
      );
    },
  );

  it('over no other right than a receiver of this queue needs', () => {
    const asked: Permission[] = [];
    const arn = 'arn:aws:sqs:sa-east-1:000000000000:q';
    mapping('q', {}, { allowed: (permission) => asked.push(permission) > 0 });
    expect(asked).toEqual([
      { action: 'sqs:ReceiveMessage', resource: arn },
      { action: 'sqs:DeleteMessage', resource: arn },
      { action: 'sqs:GetQueueAttributes', resource: arn },
      {
        action: 'kms:Decrypt',
        resource: 'arn:aws:kms:sa-east-1:000000000000:key/5a1ed',
        context: { 'kms:ViaService': ['sqs.sa-east-1.amazonaws.com'] },
      },
    ]);
  });
});
