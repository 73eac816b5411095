/** What GetQueueAttributes and ReceiveMessage answer, under AWS's names, to what was asked for. */
import { AwsError } from '../../service.ts';
import type { MessageAttributes, ReceivedMessage } from './message.ts';
import type { Queue } from './queue.ts';
import type { Depth } from './store.ts';

/** The attributes of a queue that were asked for by name, or `All`. Throws InvalidAttributeName. */
export const queueAttributes = (
  queue: Queue,
  depth: Depth,
  policy: string | undefined,
  names: readonly string[],
): Record<string, string> => {
  const all: Readonly<Record<string, string | number | undefined>> = {
    QueueArn: queue.arn,
    ApproximateNumberOfMessages: depth.visible,
    ApproximateNumberOfMessagesNotVisible: depth.inFlight,
    ApproximateNumberOfMessagesDelayed: depth.delayed,
    CreatedTimestamp: queue.createdAt,
    LastModifiedTimestamp: queue.createdAt,
    VisibilityTimeout: queue.visibilityTimeout,
    MaximumMessageSize: queue.maximumBytes,
    MessageRetentionPeriod: queue.retentionSeconds,
    DelaySeconds: queue.delaySeconds,
    ReceiveMessageWaitTimeSeconds: queue.waitSeconds,
    RedrivePolicy: queue.redrive === undefined ? undefined : JSON.stringify(queue.redrive),
    Policy: policy,
    ...(queue.fifo && {
      FifoQueue: 'true',
      ContentBasedDeduplication: String(queue.contentBasedDeduplication),
      DeduplicationScope: queue.deduplicationScope,
    }),
    ...queue.described,
  };
  refuseUnknown(names, queueAttributeNames);
  return chosen(all, names);
};

const queueAttributeNames = new Set(
  (
    'All Policy VisibilityTimeout MaximumMessageSize MessageRetentionPeriod ApproximateNumberOfMessages ' +
    'ApproximateNumberOfMessagesNotVisible CreatedTimestamp LastModifiedTimestamp QueueArn ' +
    'ApproximateNumberOfMessagesDelayed DelaySeconds ReceiveMessageWaitTimeSeconds RedrivePolicy FifoQueue ' +
    'ContentBasedDeduplication KmsMasterKeyId KmsDataKeyReusePeriodSeconds DeduplicationScope ' +
    'FifoThroughputLimit RedriveAllowPolicy SqsManagedSseEnabled'
  ).split(' '),
);

const systemAttributeNames = new Set(
  (
    'All SenderId SentTimestamp ApproximateReceiveCount ApproximateFirstReceiveTimestamp SequenceNumber ' +
    'MessageDeduplicationId MessageGroupId AWSTraceHeader DeadLetterQueueSourceArn'
  ).split(' '),
);

/** The system attributes of a message that were asked for. Throws InvalidAttributeName. */
export const systemAttributesAsked = (
  { attributes }: ReceivedMessage,
  names: readonly string[],
): Record<string, string> => chosen(attributes, names);

export const refuseSystemAttributes = (names: readonly string[]): void =>
  refuseUnknown(names, systemAttributeNames);

/** The message's own attributes that were asked for: by name, by `prefix.*`, or all with `All` or `.*`. */
export const messageAttributesAsked = (
  { messageAttributes }: ReceivedMessage,
  names: readonly string[],
): MessageAttributes =>
  Object.fromEntries(
    Object.entries(messageAttributes).filter(([name]) =>
      names.some(
        (asked) =>
          asked === 'All' || asked === name || (asked.endsWith('.*') && name.startsWith(asked.slice(0, -2))),
      ),
    ),
  );

const refuseUnknown = (names: readonly string[], known: ReadonlySet<string>): void => {
  const stray = names.find((name) => !known.has(name));
  if (stray !== undefined) throw new AwsError('InvalidAttributeName', `Unknown Attribute ${stray}.`);
};

const chosen = (
  all: Readonly<Record<string, string | number | undefined>>,
  names: readonly string[],
): Record<string, string> =>
  Object.fromEntries(
    Object.entries(all).flatMap(([name, value]) =>
      value !== undefined && (names.includes('All') || names.includes(name))
        ? [[name, String(value)] as const]
        : [],
    ),
  );
