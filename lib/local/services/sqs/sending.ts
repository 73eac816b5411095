/** Puts messages into a queue, each once, however often it is sent within five minutes. */
import { createHash } from 'node:crypto';
import type { AwsError } from '../../service.ts';
import { refusedDraft } from './draft-refusals.ts';
import { neverReceived, sequenceNumber } from './message.ts';
import type { Draft, Sent } from './message.ts';
import type { Parts } from './parts.ts';
import type { Queue } from './queue.ts';

/** How long a deduplication id is remembered. Source: SQS developer guide, "Exactly-once processing". */
const duplicateMemory = 5 * 60 * 1000;

/** Sends a message, or says why not. */
export const send = (parts: Parts, queue: Queue, draft: Draft, sender: string): Sent | AwsError =>
  sendTogether(parts, queue, () => admit(parts, queue, draft, sender));

/** Makes several `admit`s one change: whoever waits at the queue sees all of them together. */
export const sendTogether = <Result>(parts: Parts, queue: Queue, admitAll: () => Result): Result => {
  const result = parts.store.atomically(admitAll);
  parts.waiting.wake(queue.arn);
  return result;
};

/** Puts a message into the queue, or says why not; tells nobody. */
export const admit = (parts: Parts, queue: Queue, draft: Draft, sender: string): Sent | AwsError =>
  refusedDraft(queue, draft) ?? sendOnce(parts, queue, draft, sender);

const sendOnce = (parts: Parts, queue: Queue, draft: Draft, sender: string): Sent => {
  const now = parts.clock();
  if (!queue.fifo) return append(parts, queue, draft, sender, null);
  const id = draft.deduplicationId ?? createHash('sha256').update(draft.body).digest('hex');
  const scope = queue.deduplicationScope === 'messageGroup' ? (draft.groupId ?? '') : '';
  parts.store.forget(queue.arn, now - duplicateMemory);
  const before = parts.store.remembered(queue.arn, scope, id);
  if (before !== undefined) return before;
  const sent = append(parts, queue, draft, sender, id);
  parts.store.remember(queue.arn, scope, id, sent, now);
  return sent;
};

const append = (
  { store, clock, newId }: Parts,
  queue: Queue,
  draft: Draft,
  sender: string,
  deduplicationId: string | null,
): Sent => {
  const messageId = newId();
  const sequence = store.append(queue.arn, {
    ...neverReceived,
    messageId,
    body: draft.body,
    attributes: draft.attributes ?? {},
    systemAttributes: draft.systemAttributes ?? {},
    sender,
    groupId: draft.groupId ?? null,
    deduplicationId,
    sentAt: clock(),
    visibleAt: clock() + 1000 * (draft.delaySeconds ?? queue.delaySeconds),
  });
  return { messageId, sequenceNumber: sequenceNumber(sequence) };
};
