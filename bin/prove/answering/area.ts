/** Every figure of answering, at the scope's scale. */
import { mkdirSync } from 'node:fs';
import type { Figure, Scope } from '../figure.ts';
import { answers } from './answers.ts';
import { retrieval } from './retrieval.ts';

export const proveAnswering = async (
  scope: Scope,
  tell: (figures: readonly Figure[]) => void,
): Promise<void> => {
  mkdirSync(scope.folder, { recursive: true });
  tell(await answers(scope));
  tell(retrieval(scope));
};
