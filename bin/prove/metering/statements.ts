/** A statement of many sessions, with every conversation behind it, in memory that does not grow with them. */
import { atLeast, atMost, scaled, type Figure, type Scope } from '../figure.ts';
import { inItsOwnProcess } from './rating.ts';

/** Less than the ids of the conversations alone would take: nothing of them can have been kept. */
const heapMegabytes = 32;

export const statementStreams = async (scope: Scope): Promise<readonly Figure[]> => {
  const sessions = scaled(scope, 1_000_000);
  const { result, cpuSeconds } = await inItsOwnProcess('statement', sessions, scope.seed, heapMegabytes);
  return [
    atLeast('metering.statement-sessions', sessions, sessions),
    atLeast('metering.statement-bytes-a-session', result / sessions, 100, 'B'),
    atMost('metering.statement-heap', heapMegabytes, heapMegabytes, 'MB'),
    atMost('metering.statement-cpu', cpuSeconds, 60, 's'),
  ];
};
