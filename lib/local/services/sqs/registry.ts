/** Which queues there are, by ARN; made anew from the templates at each start, while their messages stay. */
import type { Queue } from './queue.ts';
import { invalidValue, noSuchQueue } from './refusals.ts';

export type QueueRegistry = {
  /** Adds a queue or gives it new settings. Throws what AWS answers to an impossible dead letter queue. */
  put(queue: Queue): void;
  find(arn: string): Queue | undefined;
  /** Throws QueueDoesNotExist. */
  named(arn: string): Queue;
  all(): readonly Queue[];
  /** The queues that give up their messages to this one. */
  sourcesOf(deadLetters: Queue): readonly Queue[];
};

export const queueRegistry = (): QueueRegistry => {
  const known = new Map<string, Queue>();
  return {
    put: (queue) => {
      refuseDeadLetters(queue, known);
      known.set(queue.arn, queue);
    },
    find: (arn) => known.get(arn),
    named: (arn) => {
      const queue = known.get(arn);
      if (queue === undefined) throw noSuchQueue();
      return queue;
    },
    all: () => [...known.values()],
    sourcesOf: ({ arn }) => [...known.values()].filter(({ redrive }) => redrive?.deadLetterTargetArn === arn),
  };
};

const refuseDeadLetters = ({ redrive, fifo }: Queue, known: ReadonlyMap<string, Queue>): void => {
  if (redrive === undefined) return;
  const target = known.get(redrive.deadLetterTargetArn);
  if (target?.fifo === fifo) return;
  throw invalidValue(
    'RedrivePolicy',
    JSON.stringify(redrive),
    target === undefined
      ? 'Dead letter target does not exist.'
      : 'Dead-letter queue must be same type of queue as the source.',
  );
};
