/** Every figure of the first tier, at the scope's scale. */
import { mkdirSync } from 'node:fs';
import type { Figure, Scope } from '../figure.ts';
import { masking } from './masking.ts';
import { onReservedCases } from './reserved.ts';
import { robustness } from './robustness.ts';
import { answering, loading } from './speed.ts';
import { streams } from './streams.ts';
import { retrained } from './table.ts';

export const proveUnderstanding = async (
  scope: Scope,
  tell: (figures: readonly Figure[]) => void,
): Promise<void> => {
  mkdirSync(scope.folder, { recursive: true });
  tell(onReservedCases());
  tell(masking(scope));
  tell(answering(scope));
  tell(loading(scope));
  tell(robustness(scope));
  tell(await streams(scope));
  // Training takes its minute at any scale.
  if (scope.scale >= 0.1) tell(await retrained());
};
