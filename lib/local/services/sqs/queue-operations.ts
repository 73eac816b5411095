/** The operations of SQS on whole queues; making and changing queues is left to the templates. */
import { AwsError } from '../../service.ts';
import { queueAttributes } from './attributes.ts';
import { depthOf } from './depth.ts';
import { moveAll } from './move-tasks.ts';
import type { MoveTask } from './move-tasks.ts';
import { operation, queueAt, right } from './operation.ts';
import type { Desk, Operation } from './operation.ts';
import { noSuchQueue } from './refusals.ts';
import { shapes } from './shapes.ts';

/** One purge of a queue in this time. Source: SQS API reference, PurgeQueue. */
const betweenPurges = 60_000;

export const queueOperations = (
  desk: Desk,
  policies: ReadonlyMap<string, string>,
): Readonly<Record<string, Operation>> => {
  const { addresses, registry, store, clock } = desk;
  const may = (action: string) => (input: { readonly QueueUrl: string }) => [
    right(desk, action, input.QueueUrl),
  ];
  const on = (action: string, resource: string) => ({ action: `sqs:${action}`, resource });
  const purgedAt = new Map<string, number>();
  // The list of finished tasks is a convenience and ends with the process; what they moved does not.
  const tasks: MoveTask[] = [];

  return {
    GetQueueAttributes: operation(shapes.GetQueueAttributes, may('GetQueueAttributes'), (input) => {
      const queue = queueAt(desk, input.QueueUrl);
      const policy = policies.get(queue.arn);
      const Attributes = queueAttributes(queue, depthOf(desk, queue), policy, input.AttributeNames);
      return Object.keys(Attributes).length === 0 ? {} : { Attributes };
    }),

    GetQueueUrl: operation(
      shapes.GetQueueUrl,
      ({ QueueName }) => [on('GetQueueUrl', addresses.arnNamed(QueueName))],
      ({ QueueName }) => ({ QueueUrl: addresses.urlOf(registry.named(addresses.arnNamed(QueueName))) }),
    ),

    ListQueues: operation(
      shapes.ListQueues,
      () => [on('ListQueues', '*')],
      ({ QueueNamePrefix, MaxResults, NextToken = '' }) => {
        const names = registry
          .all()
          .map(({ name }) => name)
          .filter((name) => name.startsWith(QueueNamePrefix) && name > NextToken)
          .sort();
        const page = names.slice(0, MaxResults);
        return {
          QueueUrls: page.length === 0 ? undefined : page.map((name) => addresses.urlOf({ name })),
          NextToken: page.length < names.length ? page.at(-1) : undefined,
        };
      },
    ),

    ListDeadLetterSourceQueues: operation(
      shapes.ListDeadLetterSourceQueues,
      may('ListDeadLetterSourceQueues'),
      ({ QueueUrl }) => ({
        queueUrls: registry.sourcesOf(queueAt(desk, QueueUrl)).map((queue) => addresses.urlOf(queue)),
      }),
    ),

    PurgeQueue: operation(shapes.PurgeQueue, may('PurgeQueue'), ({ QueueUrl }) => {
      const queue = queueAt(desk, QueueUrl);
      if (clock() < (purgedAt.get(queue.arn) ?? -Infinity) + betweenPurges)
        throw new AwsError(
          'PurgeQueueInProgress',
          `Only one PurgeQueue operation on ${queue.name} is allowed every 60 seconds.`,
          403,
        );
      purgedAt.set(queue.arn, clock());
      store.purge(queue.arn);
      return {};
    }),

    StartMessageMoveTask: operation(
      shapes.StartMessageMoveTask,
      ({ SourceArn, DestinationArn }) => [
        ...['StartMessageMoveTask', 'ReceiveMessage', 'DeleteMessage', 'GetQueueAttributes'].map((action) =>
          on(action, SourceArn),
        ),
        ...destinations(desk, SourceArn, DestinationArn).map((arn) => on('SendMessage', arn)),
      ],
      ({ SourceArn, DestinationArn, MaxNumberOfMessagesPerSecond }) => {
        tasks.unshift(
          moveAll(desk, {
            sourceArn: SourceArn,
            destinationArn: DestinationArn,
            messagesPerSecond: MaxNumberOfMessagesPerSecond,
          }),
        );
        return { TaskHandle: Buffer.from(`${SourceArn} ${tasks.length}`).toString('base64') };
      },
    ),

    ListMessageMoveTasks: operation(
      shapes.ListMessageMoveTasks,
      ({ SourceArn }) => [on('ListMessageMoveTasks', SourceArn)],
      ({ SourceArn, MaxResults }) => {
        if (registry.find(SourceArn) === undefined) throw noSuchQueue();
        const ended = tasks.filter(({ sourceArn }) => sourceArn === SourceArn);
        return { Results: ended.slice(0, MaxResults).map(taskAnswer) };
      },
    ),
  };
};

const destinations = ({ registry }: Desk, sourceArn: string, destinationArn: string | undefined) => {
  if (destinationArn !== undefined) return [destinationArn];
  const source = registry.find(sourceArn);
  return source === undefined ? [] : registry.sourcesOf(source).map(({ arn }) => arn);
};

const taskAnswer = (task: MoveTask): object => ({
  Status: task.status,
  SourceArn: task.sourceArn,
  DestinationArn: task.destinationArn,
  MaxNumberOfMessagesPerSecond: task.messagesPerSecond,
  ApproximateNumberOfMessagesMoved: task.moved,
  ApproximateNumberOfMessagesToMove: task.toMove,
  FailureReason: task.failure,
  StartedTimestamp: task.startedAt,
});
