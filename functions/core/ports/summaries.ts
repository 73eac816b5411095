/** Writes the story of a case in an agent's language; parsed and checked, never trusted. */
import type { Outcome } from '../domain/outcome.ts';
import type { ModelUse, Unavailable } from './understanding.ts';

export type SummaryWriter = {
  /** `material`: what is known, with tokens (`⟦1⟧`) where facts stand. `language`: BCP 47. At most `longest` characters. */
  write(request: {
    readonly material: string;
    readonly language: string;
    readonly longest: number;
  }): Promise<Outcome<{ readonly text: string; readonly use: ModelUse }, Unavailable>>;
};
