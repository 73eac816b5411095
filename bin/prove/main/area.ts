/** Every figure of the pipeline, at the scope's scale: one machine for the journeys, machines of their own for the cuts. */
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { atMost, type Figure, type Scope } from '../figure.ts';
import { startLocal, type LocalMachine } from '../local-machine.ts';
import { badCalls, misbehavingShop, nothingPersonalInLogs } from './bad-input.ts';
import { bundleSizes, firstEventOfTheWebhook } from './bundles.ts';
import {
  answersInThreeLanguages,
  burst,
  copiesOfOneCall,
  threeInARow,
  throttledModel,
  unknownAccount,
} from './conversations.ts';
import { killedAtAnyMoment } from './crash.ts';
import { casesOfPeople, largeMessage, personElsewhere, pollingShop, stopAndDrafts } from './desk.ts';
import { poison } from './poison.ts';
import { brazilIsFenced, missingRight, unusedRights } from './templates.ts';

type Journey = (scope: Scope, machine: LocalMachine, data: string) => Promise<readonly Figure[]>;

const journeys: readonly Journey[] = [
  answersInThreeLanguages,
  copiesOfOneCall,
  threeInARow,
  throttledModel,
  unknownAccount,
  badCalls,
  misbehavingShop,
  nothingPersonalInLogs,
  largeMessage,
  stopAndDrafts,
  casesOfPeople,
  personElsewhere,
  pollingShop,
  burst,
];

/** Journeys that take minutes at any scale. */
const long: readonly Journey[] = [poison];

export const proveMain = async (scope: Scope, tell: (figures: readonly Figure[]) => void): Promise<void> => {
  mkdirSync(scope.folder, { recursive: true });
  tell(brazilIsFenced(scope));
  tell(bundleSizes());
  tell(firstEventOfTheWebhook(scope));
  const data = join(scope.folder, `journeys-${String(scope.seed)}`);
  const machine = await startLocal({ data, assembly: scope.assembly });
  try {
    tell([atMost('main.ready', machine.startedMilliseconds / 1000, 20, 's')]);
    for (const journey of [...journeys, ...(scope.scale >= 1 ? long : [])])
      tell(await journey(scope, machine, data));
    tell(await unusedRights(machine));
  } finally {
    await machine.stop();
  }
  tell(await missingRight(scope));
  tell(await killedAtAnyMoment(scope));
};
