/** What the holder of a received message may do with it: delete it, or change how long it stays hidden. */
import { AwsError } from '../../service.ts';
import type { StoredMessage } from './message.ts';
import type { Parts } from './parts.ts';
import type { Queue } from './queue.ts';
import { readReceipt } from './receipt.ts';
import { invalidValue, refusedVisibility } from './refusals.ts';

/** Twelve hours after it was received a message comes back, whatever its holder asks. Source: SQS quotas. */
const longestHeld = 43_200_000;

/** Deletes a message, or says why not; one that is gone already counts as deleted. */
export const remove = (parts: Parts, queue: Queue, handle: string): AwsError | undefined => {
  const message = behind(parts, queue, handle);
  if (message instanceof AwsError) return message;
  // A standard queue answers an outdated handle with success and keeps the message for its present holder.
  if (message?.receipt !== handle) return undefined;
  parts.store.remove(message.sequence);
  parts.waiting.wake(queue.arn);
  return undefined;
};

/** Hides a message for so many seconds from now, or says why not; 0 brings it back at once. */
export const changeVisibility = (
  parts: Parts,
  queue: Queue,
  handle: string,
  seconds: number,
): AwsError | undefined => {
  const message = refusedVisibility(seconds) ?? behind(parts, queue, handle);
  if (message instanceof AwsError) return message;
  if (message?.receipt !== handle) return invalidValue('ReceiptHandle', handle, notAvailable);
  const now = parts.clock();
  if (message.visibleAt <= now)
    return new AwsError('MessageNotInflight', "The specified message isn't in flight.");
  if (now + 1000 * seconds > (message.receivedAt ?? now) + longestHeld)
    return invalidValue('VisibilityTimeout', seconds, beyondTheLimit);
  parts.store.hideUntil(message.sequence, now + 1000 * seconds);
  parts.waiting.wake(queue.arn);
  return undefined;
};

const notAvailable = 'Message does not exist or is not available for visibility timeout change.';
const beyondTheLimit = 'Total VisibilityTimeout for the message is beyond the limit [43200 seconds].';

/** The message of a handle, undefined when it is gone; a FIFO queue lets nobody act on a receive that is over. */
const behind = (
  { store, clock }: Parts,
  queue: Queue,
  handle: string,
): StoredMessage | AwsError | undefined => {
  const receipt = readReceipt(handle);
  if (receipt?.queueName !== queue.name)
    return new AwsError(
      'ReceiptHandleIsInvalid',
      `The input receipt handle "${handle}" is not a valid receipt handle.`,
      404,
    );
  const message = store.find(queue.arn, receipt.sequence);
  if (message === undefined || !queue.fifo) return message;
  return message.receipt === handle && message.visibleAt > clock()
    ? message
    : invalidValue('ReceiptHandle', handle, 'The receipt handle has expired.');
};
