/** How full a queue is, for GetQueueAttributes, for metrics and for health. */
import type { Parts } from './parts.ts';
import type { Queue } from './queue.ts';
import type { Depth } from './store.ts';

export const depthOf = ({ store, clock }: Parts, queue: Queue): Depth => {
  store.expire(queue.arn, clock() - 1000 * queue.retentionSeconds);
  return store.depth(queue.arn, clock());
};

/** Whole seconds since the oldest message was sent, as CloudWatch's ApproximateAgeOfOldestMessage; 0 when empty. */
export const oldestAgeOf = ({ store, clock }: Parts, queue: Queue): number => {
  store.expire(queue.arn, clock() - 1000 * queue.retentionSeconds);
  return Math.floor((clock() - (store.oldestSentAt(queue.arn) ?? clock())) / 1000);
};
