/** Every figure of people and promises, at the scope's scale. */
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Figure, Scope } from '../figure.ts';
import { startLocal } from '../local-machine.ts';
import { angryBuyer } from './angry-buyer.ts';
import { badInput } from './bad-input.ts';
import { calendarFigures } from './calendar.ts';
import { killedWhileOpen } from './crash.ts';
import { machineRules } from './machine-rules.ts';
import { races } from './races.ts';
import { routingFigures } from './routing.ts';

export const proveEscalation = async (
  scope: Scope,
  tell: (figures: readonly Figure[]) => void,
): Promise<void> => {
  mkdirSync(scope.folder, { recursive: true });
  tell(calendarFigures(scope));
  tell(routingFigures(scope));
  tell(machineRules(scope));
  const data = join(scope.folder, `desk-${String(scope.seed)}`);
  const machine = await startLocal({ data, assembly: scope.assembly });
  try {
    tell(await angryBuyer(scope, machine, data));
    tell(await badInput(scope, machine, data));
  } finally {
    await machine.stop();
  }
  tell(await killedWhileOpen(scope));
  tell(await races(scope));
};
