/** What every operation on queues works with. */
import type { Clock } from '../../service.ts';
import type { QueueRegistry } from './registry.ts';
import type { MessageStore } from './store.ts';
import type { WaitingRoom } from './waiting.ts';

export type Parts = {
  readonly store: MessageStore;
  readonly registry: QueueRegistry;
  readonly waiting: WaitingRoom;
  readonly clock: Clock;
  /** A new id, never seen before. */
  readonly newId: () => string;
};
