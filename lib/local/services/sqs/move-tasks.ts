/** Brings dead letters back to the queues they came from, or to another one. */
import { AwsError } from '../../service.ts';
import type { StoredMessage } from './message.ts';
import { neverReceived } from './message.ts';
import type { Parts } from './parts.ts';
import type { Queue } from './queue.ts';
import { invalidValue } from './refusals.ts';

export type MoveTask = {
  readonly sourceArn: string;
  readonly destinationArn: string | undefined;
  readonly messagesPerSecond: number | undefined;
  readonly status: 'COMPLETED' | 'FAILED';
  readonly moved: number;
  readonly toMove: number;
  readonly failure: string | undefined;
  readonly startedAt: number;
};

export type MoveRequest = {
  readonly sourceArn: string;
  readonly destinationArn: string | undefined;
  readonly messagesPerSecond: number | undefined;
};

/**
 * Moves everything that nobody holds, at once; AWS takes its time, so a caller must not rely on the end. Each becomes
 * a new message with a new id, no receives and a full retention, as on AWS.
 */
export const moveAll = (parts: Parts, request: MoveRequest): MoveTask => {
  const source = endOf(parts, request.sourceArn, 'SourceArn');
  refuseMove(parts, source, request);
  const { outcome, destinations } = parts.store.atomically(() => moveEach(parts, source, request));
  destinations.forEach((arn) => parts.waiting.wake(arn));
  return { ...request, ...outcome, startedAt: parts.clock() };
};

const refuseMove = (parts: Parts, source: Queue, request: MoveRequest): void => {
  const { destinationArn, messagesPerSecond: rate } = request;
  if (parts.registry.sourcesOf(source).length === 0)
    throw new AwsError('InvalidParameterValue', 'Source queue must be configured as a Dead Letter Queue.');
  if (rate !== undefined && (rate < 1 || rate > 500))
    throw invalidValue('MaxNumberOfMessagesPerSecond', rate, 'Must be between 1 and 500, if provided.');
  if (destinationArn === undefined) return;
  if (destinationArn === source.arn)
    throw new AwsError(
      'InvalidParameterValue',
      'Source queue arn and destination queue arn cannot be the same.',
    );
  if (endOf(parts, destinationArn, 'DestinationArn').fifo !== source.fifo)
    throw new AwsError(
      'InvalidParameterValue',
      'Source queue and destination queue must be of the same type.',
    );
};

const endOf = ({ registry }: Parts, arn: string, parameter: string): Queue => {
  const queue = registry.find(arn);
  if (queue !== undefined) return queue;
  throw new AwsError(
    'ResourceNotFoundException',
    `The resource that you specified for the ${parameter} parameter doesn't exist.`,
    404,
  );
};

const moveEach = (parts: Parts, source: Queue, { destinationArn }: MoveRequest) => {
  const messages = parts.store.notInFlight(source.arn, parts.clock());
  const destinations = new Set<string>();
  let moved = 0;
  for (const message of messages) {
    const target = parts.registry.find(destinationArn ?? message.deadLetterSource ?? '');
    // Sent straight into the dead letters: nobody knows where it belongs, and the task ends there, as on AWS.
    if (target === undefined) break;
    bringBack(parts, message, target);
    destinations.add(target.arn);
    moved += 1;
  }
  const whole = moved === messages.length;
  const outcome = {
    status: whole ? ('COMPLETED' as const) : ('FAILED' as const),
    moved,
    toMove: messages.length,
    failure: whole ? undefined : 'CouldNotDetermineMessageSource',
  };
  return { outcome, destinations };
};

const bringBack = ({ store, clock, newId }: Parts, message: StoredMessage, target: Queue): void => {
  store.move(message, target.arn, {
    ...neverReceived,
    messageId: newId(),
    sentAt: clock(),
    visibleAt: clock() + 1000 * target.delaySeconds,
  });
};
