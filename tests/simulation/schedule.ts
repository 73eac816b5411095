/** Generated days of a shop: who writes what and when, what fails where, and what people do meanwhile. */
import * as fc from 'fast-check';
import type { Strike } from '../fakes/faults.ts';
import type { Taking } from '../fakes/shop.ts';

/** What a buyer writes: one of the kinds of message that take different ways. */
export const kinds = ['order', 'thanks', 'person', 'unsure', 'product', 'empty', 'foreign'] as const;
export type Kind = (typeof kinds)[number];

export type Step =
  | { readonly do: 'write'; readonly conversation: number; readonly kind: Kind; readonly copies: number }
  /** An earlier message of the schedule comes once more. */
  | { readonly do: 'repeat'; readonly which: number }
  | { readonly do: 'person-elsewhere'; readonly conversation: number }
  | { readonly do: 'pass'; readonly seconds: number }
  | { readonly do: 'work'; readonly steps: number }
  | { readonly do: 'sweep' }
  | { readonly do: 'pause' | 'resume' }
  | { readonly do: 'approve' | 'answer' | 'resolve' };

export type Schedule = {
  readonly mode: 'automatic' | 'review' | 'human';
  readonly shop: { readonly keys: boolean; readonly readsBack: boolean };
  readonly steps: readonly Step[];
  /** What the shop does with the replies, in order. */
  readonly takings: readonly Taking[];
  readonly faults: readonly CallFault[];
};

/** Calls of stores, queues, models or the shop that fail. */
export type CallFault = {
  /** Any call, or the calls of this name. */
  readonly call: string;
  /** How many of them go well before. */
  readonly after: number;
  /** How many of them fail: enough of them, and a message is poison. */
  readonly times: number;
  readonly when: 'before' | 'after';
  /** The process ends. */
  readonly crash: boolean;
};

/** Each as often as it is named. */
const kindsWritten: readonly Kind[] = [
  ...Array.from({ length: 6 }, () => 'order' as const),
  'thanks',
  'person',
  'unsure',
  'unsure',
  'product',
  'product',
  'empty',
  'foreign',
];

const conversation = fc.nat({ max: 2 });
const write = fc.record({
  do: fc.constant('write' as const),
  conversation,
  kind: fc.constantFrom(...kindsWritten),
  copies: fc.constantFrom(1, 1, 1, 2),
});
const repeat = fc.record({ do: fc.constant('repeat' as const), which: fc.nat({ max: 20 }) });
const elsewhere = fc.record({ do: fc.constant('person-elsewhere' as const), conversation });
const pass = fc.record({ do: fc.constant('pass' as const), seconds: fc.constantFrom(1, 2, 7, 25, 160, 400) });
const work = fc.record({ do: fc.constant('work' as const), steps: fc.integer({ min: 1, max: 16 }) });
const sweep = fc.record({ do: fc.constant('sweep' as const) });
const stop = fc.record({ do: fc.constantFrom('pause', 'resume', 'resume') });
const atDesk = fc.record({ do: fc.constantFrom('approve', 'answer', 'resolve', 'resolve') });

const step: fc.Arbitrary<Step> = fc.oneof(
  { weight: 8, arbitrary: write },
  { weight: 1, arbitrary: repeat },
  { weight: 1, arbitrary: elsewhere },
  { weight: 4, arbitrary: pass },
  { weight: 6, arbitrary: work },
  { weight: 1, arbitrary: sweep },
  { weight: 1, arbitrary: stop },
  { weight: 4, arbitrary: atDesk },
);

const taking: fc.Arbitrary<Taking> = fc.constantFrom(
  'sent',
  'sent',
  'sent',
  'busy',
  'busy-a-minute',
  'rejected',
  'access-denied',
  'unknown-taken',
  'unknown-lost',
);

const calls = [
  'any',
  'any',
  'any',
  'store.view',
  'store.message',
  'store.commit',
  'store.language',
  'model.recognize',
  'access.access',
  'shop.order',
  'shop.send',
  'shop.settle',
  'outbound.forward',
  'queue.delay',
  'queue.park',
] as const;

const fault: fc.Arbitrary<CallFault> = fc.record({
  call: fc.constantFrom(...calls),
  after: fc.nat({ max: 40 }),
  times: fc.constantFrom(1, 1, 1, 2, 6, 12),
  when: fc.constantFrom('before', 'after'),
  crash: fc.boolean(),
});

export const schedules: fc.Arbitrary<Schedule> = fc.record({
  mode: fc.constantFrom('automatic', 'automatic', 'automatic', 'review', 'human'),
  shop: fc.constantFrom(
    { keys: true, readsBack: true },
    { keys: false, readsBack: true },
    { keys: true, readsBack: false },
    { keys: false, readsBack: false },
  ),
  steps: fc.array(step, { minLength: 1, maxLength: 32, size: 'max' }),
  takings: fc.array(taking, { maxLength: 10, size: 'max' }),
  faults: fc.array(fault, { maxLength: 6, size: 'max' }),
});

/** Fails the calls that the schedule names. */
export const strikeOf = ({ faults }: Schedule): Strike => {
  const left = faults.map((one) => ({ ...one }));
  return (call, when) => {
    for (const one of left) {
      if (one.times === 0 || one.when !== when || (one.call !== 'any' && one.call !== call)) continue;
      if (one.after > 0) {
        one.after -= 1;
        continue;
      }
      one.times -= 1;
      return one.crash ? 'crash' : 'throws';
    }
    return null;
  };
};
