/** What fetching ends with, in the words of the port. */
import type { Outcome } from '../../domain/outcome.ts';
import type { Arrival } from '../../ports/channel.ts';
import type { CollectProblem } from '../../ports/pulling.ts';
import type { ReadProblem } from './api.ts';

export type Collected = Outcome<readonly Arrival[], CollectProblem>;

export const problemOf = (problem: ReadProblem): CollectProblem =>
  problem.kind === 'absent' ? { kind: 'gone' } : problem;
