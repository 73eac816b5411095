/** The power is cut at seeded moments while replies are moderated and tokens rotate, and the machine starts again. */
import { setTimeout as sleep } from 'node:timers/promises';
import { join } from 'node:path';
import { chanceOf, exactly, scaled, type Figure, type Scope } from '../figure.ts';
import { startLocal, type LocalMachine } from '../local-machine.ts';
import { catchUp } from './copies.ts';
import { settledMs } from './gaps.ts';
import { reconnectWhereLost } from './reconnect.ts';
import { demo, purchaseOf, seedFiles } from './sellers.ts';

const longestRunMilliseconds = 3500;
const firstPurchase = 50;

/** What the platform gave an id to: it will be told until it is taken, whatever is cut. */
const write = async (machine: LocalMachine, round: number, accepted: string[]): Promise<void> => {
  const { account, lamp: item } = demo;
  const wishes = [0, 1, 2, 3].map(async (index) => {
    const { pack, buyer } = purchaseOf(firstPurchase + round * 2 + (index % 2));
    const id =
      index < 2
        ? await machine.write('mercado-libre/questions', {
            account,
            item,
            buyer,
            text: 'Oi, qual a altura da luminária?',
          })
        : await machine.write('mercado-libre/messages', { account, pack, buyer, text: 'cadê meu pedido?' });
    accepted.push(id);
  });
  // A cut takes the platform with it; what it had no id for yet was never asked.
  await Promise.allSettled(wishes);
};

export const killedWhileModerating = async (scope: Scope): Promise<readonly Figure[]> => {
  const kills = scaled(scope, 50, 2);
  const chance = chanceOf(scope.seed);
  const data = join(scope.folder, `mercado-libre-crash-${String(scope.seed)}`);
  const seeds = seedFiles(scope.folder);
  const accepted: string[] = [];
  let reconnections = 0;
  const start = async (): Promise<LocalMachine> => startLocal({ data, assembly: scope.assembly, seeds });
  const upset = async (machine: LocalMachine, round: number): Promise<void> => {
    const moods = [
      { operation: 'send', delayMs: 1500, afterEffect: true, times: 2 },
      { mood: 'moderating', times: 1 },
      { mood: 'rotating', account: demo.account },
      { operation: 'answer', status: 500, afterEffect: true, times: 1 },
    ];
    await machine.platformFault({ channel: 'mercado-libre', ...moods[round % moods.length] });
  };
  for (let round = 0; round < kills; round += 1) {
    const machine = await start();
    reconnections += await reconnectWhereLost(machine, data);
    await upset(machine, round);
    const writing = write(machine, round, accepted);
    await sleep(chance() * longestRunMilliseconds);
    await machine.kill();
    await writing;
  }
  const machine = await start();
  // A loss shows when the token is next renewed: the person comes whenever the alarm calls.
  await machine.until(900, `${String(accepted.length)} messages at their end`, async () => {
    const lost = await reconnectWhereLost(machine, data);
    reconnections += lost;
    if (lost > 0) {
      // Pointers that met a lost grant too often lie with the dead letters: what they pointed at is fetched again.
      await sleep(settledMs);
      await catchUp(data);
    }
    const now = await machine.health();
    return (now['in'] ?? 0) >= accepted.length && now['inFlight'] === 0 ? now : null;
  });
  const health = await machine.health();
  const sent = (await machine.sent()).filter((one) => one.channel === 'mercado-libre');
  await machine.stop();
  const heard = new Map<string, number>();
  // What moderation takes back is followed by an honest word: only the same words again are said twice.
  for (const { inReplyTo, text } of sent) {
    const words = `${inReplyTo} ${text}`;
    heard.set(words, (heard.get(words) ?? 0) + 1);
  }
  const ended = ['answered', 'drafted', 'escalated', 'covered', 'ignored'].reduce(
    (sum, name) => sum + (health[name] ?? 0),
    0,
  );
  return [
    exactly('mercado-libre.crash-kills', kills, kills),
    {
      name: 'mercado-libre.crash-grants-lost-and-alarmed',
      value: reconnections,
      bound: 'told',
      ok: true,
    },
    exactly('mercado-libre.crash-lost', Math.max(0, accepted.length - ended), 0),
    exactly('mercado-libre.crash-dead', health['dead'] ?? 0, 0),
    exactly('mercado-libre.crash-sent-twice', [...heard.values()].filter((count) => count > 1).length, 0),
  ];
};
