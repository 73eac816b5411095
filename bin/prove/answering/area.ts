/** Every figure of answers: what is found, what the guard holds, what attackers get, and what happens when models fail. */
import { mkdirSync } from 'node:fs';
import type { Figure, Scope } from '../figure.ts';
import { answers } from './answers.ts';
import { attackFigures } from './attacks.ts';
import { guardFigures } from './guard.ts';
import { modelFigures } from './models.ts';
import { retrieval } from './retrieval.ts';

export const proveAnswering = async (
  scope: Scope,
  tell: (figures: readonly Figure[]) => void,
): Promise<void> => {
  mkdirSync(scope.folder, { recursive: true });
  tell(retrieval(scope));
  tell(await answers(scope));
  tell(await guardFigures());
  tell(await modelFigures(scope));
  tell(await attackFigures(scope, (broken) => process.stderr.write(`${JSON.stringify(broken)}\n`)));
};
