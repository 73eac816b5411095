/** The one retry of a model's call: a throttle is tried once more after a moment of chance, while there is time. */
import type { Outcome } from '../../domain/outcome.ts';
import type { Clock } from '../../ports/tools.ts';
import type { Unavailable } from '../../ports/understanding.ts';

export type Patience = {
  readonly clock: Clock;
  /** 0 to 1. */
  readonly chance: () => number;
  readonly wait: (milliseconds: number) => Promise<void>;
};

const shortest = 120;
const spread = 480;
/** Less time than this is not worth another call. */
const leastLeft = 1200;

/** Calls, and once more where it was throttled; both within the budget. The SDK itself retries nothing. */
export const patiently = async <Value>(
  { clock, chance, wait }: Patience,
  budgetMilliseconds: number,
  call: (milliseconds: number) => Promise<Outcome<Value, Unavailable>>,
): Promise<Outcome<Value, Unavailable>> => {
  const began = clock().getTime();
  const first = await call(budgetMilliseconds);
  if (first.ok || first.problem.because !== 'throttled') return first;
  const pause = shortest + chance() * spread;
  const left = budgetMilliseconds - (clock().getTime() - began) - pause;
  if (left < leastLeft) return first;
  await wait(pause);
  return call(left);
};
