/** A circuit breaker for each execution environment: a model that failed several times in a row is left alone for a while. */
import { failed, type Outcome } from '../../domain/outcome.ts';
import type { Unavailable } from '../../ports/understanding.ts';
import type { Clock } from '../../ports/tools.ts';

const failuresToOpen = 3;
const openMilliseconds = 15_000;

export const breaker = (clock: Clock) => {
  let failures = 0;
  let openUntil = 0;
  return async <Value>(
    call: () => Promise<Outcome<Value, Unavailable>>,
  ): Promise<Outcome<Value, Unavailable>> => {
    if (clock().getTime() < openUntil) return failed({ kind: 'unavailable', because: 'throttled' });
    const result = await call();
    failures = result.ok ? 0 : failures + 1;
    if (failures >= failuresToOpen) {
      openUntil = clock().getTime() + openMilliseconds;
      failures = 0;
    }
    return result;
  };
};
