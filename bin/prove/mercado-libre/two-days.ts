/** A notice that went missing is told again by the platform's list, almost two days later: its message is known by then. */
import { setTimeout as sleep } from 'node:timers/promises';
import { join } from 'node:path';
import { exactly, type Figure, type Scope } from '../figure.ts';
import { startLocal } from '../local-machine.ts';
import { catchUp } from './copies.ts';
import { fault, notify, quiet, sentTo, writeTo, type Stage } from './platform.ts';
import { purchaseOf, seedFiles } from './sellers.ts';

/** The platform keeps what it could not tell for two days. */
const hoursLater = 47;

const on = async (scope: Scope, hoursAhead: number): Promise<Stage> => {
  const data = join(scope.folder, `mercado-libre-two-days-${String(scope.seed)}`);
  const options = { data, assembly: scope.assembly, seeds: seedFiles(scope.folder) };
  const machine = await startLocal(hoursAhead === 0 ? options : { ...options, hoursAhead });
  return { machine, data, calls: [] };
};

const collectedBy = ({ machine }: Stage): number =>
  machine.logs().filter((line) => line['name'] === 'message-collected').length;

export const toldTwoDaysLater = async (scope: Scope): Promise<readonly Figure[]> => {
  // Two machines of its own, after each other: in `npm test` nobody has the patience.
  if (scope.scale < 1) return [];
  const today = await on(scope, 0);
  await fault(today, { mood: 'silent' });
  const message = await writeTo(today, purchaseOf(9), 'cadê meu pedido?');
  await notify(today, { topic: 'messages', resource: message, actions: ['created'] });
  await today.machine.replied(message);
  await today.machine.drained(1);
  const collectedBefore = collectedBy(today);
  await today.machine.stop();

  const later = await on(scope, hoursLater);
  try {
    const before = await quiet(later);
    await catchUp(later.data);
    await sleep(3000);
    const after = await quiet(later);
    return [
      exactly('mercado-libre.two-days-later-fetched', collectedBy(later), collectedBefore + 1),
      exactly('mercado-libre.two-days-later-turns', after['in'] ?? 0, before['in'] ?? 1),
      exactly('mercado-libre.two-days-later-answers', (await sentTo(later, message)).length, 1),
    ];
  } finally {
    await later.machine.stop();
  }
};
