/** Every figure of Mercado Libre, at the scope's scale: one machine for the journeys, machines of their own for the cuts. */
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { exactly, type Figure, type Scope } from '../figure.ts';
import { startLocal } from '../local-machine.ts';
import { misbehavingPlatform, onlyAllowedCalls, strayNotices } from './bad-notices.ts';
import { copiesOfOneQuestion } from './copies.ts';
import { killedWhileModerating } from './crash.ts';
import { disorder, rotatingTokens, topicSwitchedOff } from './gaps.ts';
import { oneSellerHangs } from './load.ts';
import { blockedThread, claimOpened, moderatedReply, personOnTheSite } from './people.ts';
import type { Stage } from './platform.ts';
import { questionsInPortuguese, threeMessages, threeQuestions, whereIsMyOrder } from './questions.ts';
import { startRecorder } from './recorder.ts';
import { refreshes } from './refresh.ts';
import { toldTwoDaysLater } from './two-days.ts';
import { seedFiles } from './sellers.ts';

type Journey = (scope: Scope, stage: Stage) => Promise<readonly Figure[]>;

const journeys = (): readonly Journey[] => {
  const copies = copiesOfOneQuestion();
  const gap = topicSwitchedOff();
  return [
    questionsInPortuguese,
    // Before anything is left for catching up: it counts the turns of all.
    misbehavingPlatform,
    whereIsMyOrder,
    threeQuestions,
    threeMessages,
    copies.atOnce,
    gap.opens,
    personOnTheSite,
    moderatedReply,
    blockedThread,
    claimOpened,
    disorder,
    rotatingTokens,
    strayNotices,
    oneSellerHangs,
    gap.closes,
    copies.later,
    onlyAllowedCalls,
  ];
};

/** One journey that cannot be played to its end hides none of the others. */
const play = async (journey: Journey, scope: Scope, stage: Stage): Promise<readonly Figure[]> => {
  try {
    return await journey(scope, stage);
  } catch (error) {
    const because = error instanceof Error ? error.message : String(error);
    return [exactly(`mercado-libre.${journey.name}`, because, 'played')];
  }
};

export const proveMercadoLibre = async (
  scope: Scope,
  tell: (figures: readonly Figure[]) => void,
): Promise<void> => {
  mkdirSync(scope.folder, { recursive: true });
  tell(await refreshes(scope));
  const data = join(scope.folder, `mercado-libre-${String(scope.seed)}`);
  const recorder = await startRecorder();
  const machine = await startLocal({
    data,
    assembly: scope.assembly,
    seeds: seedFiles(scope.folder),
    environment: { RECADO_MERCADO_LIBRE_API: recorder.address },
  });
  recorder.lead(machine.sandbox.replace(/\/sandbox$/, '/platforms/mercado-libre'));
  try {
    const stage = { machine, data, calls: recorder.calls };
    for (const journey of journeys()) tell(await play(journey, scope, stage));
  } finally {
    await machine.stop();
    await recorder.close();
  }
  tell(await toldTwoDaysLater(scope));
  tell(await killedWhileModerating(scope));
};
