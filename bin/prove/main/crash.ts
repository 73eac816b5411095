/** The power is cut at seeded moments, also between the shop's acceptance and our write, and the machine starts again. */
import { setTimeout as sleep } from 'node:timers/promises';
import { join } from 'node:path';
import { chanceOf, exactly, scaled, type Figure, type Scope } from '../figure.ts';
import { ledger, startLocal, type LocalMachine } from '../local-machine.ts';
import { webhookOf } from './conversations.ts';
import { post, type ShopMessage } from './shop.ts';

const longestRunMilliseconds = 3500;
const texts = [
  'cadê meu pedido 1001?',
  'qual a previsão de entrega do pedido 1001?',
  'oi, o pedido 1001 já saiu?',
];

type Written = { readonly accepted: ShopMessage[]; readonly unsure: ShopMessage[] };

/** A shop calls again until it hears 200; what a cut left open is called again after the restart. */
const write = async (
  machine: LocalMachine,
  messages: readonly ShopMessage[],
  written: Written,
): Promise<void> => {
  await Promise.all(
    messages.map(async (message) => {
      const called = await post(webhookOf(machine, 'luna-br'), 'luna-br', message).catch(() => null);
      (called?.status === 200 ? written.accepted : written.unsure).push(message);
    }),
  );
};

export const killedAtAnyMoment = async (scope: Scope): Promise<readonly Figure[]> => {
  const kills = scaled(scope, 50, 2);
  const chance = chanceOf(scope.seed);
  const data = join(scope.folder, `crash-${String(scope.seed)}`);
  const written: Written = { accepted: [], unsure: [] };
  const start = async (): Promise<LocalMachine> => startLocal({ data, assembly: scope.assembly });
  for (let round = 0; round < kills; round += 1) {
    const machine = await start();
    // Every other time the shop takes a reply and is slow to say so: the cut falls between its acceptance and our write.
    if (round % 2 === 1)
      await machine.platformFault({ operation: 'send', delayMs: 1500, afterEffect: true, times: 3 });
    const again = written.unsure.splice(0);
    const fresh = [0, 1, 2, 3].map((index): ShopMessage => {
      const id = `crash-${String(scope.seed)}-${String(round)}-${String(index)}`;
      return {
        conversation: id,
        message: id,
        buyer: 'buyer-1',
        text: texts[index % texts.length] ?? '',
        at: new Date(),
      };
    });
    await write(machine, [...again, ...fresh], written);
    await sleep(chance() * longestRunMilliseconds);
    await machine.kill();
  }
  const machine = await start();
  await write(machine, written.unsure.splice(0), written);
  await machine.drained(written.accepted.length, 600);
  const health = await machine.health();
  const sent = await machine.sent();
  const lines = await ledger(data, 'lunaecasa0');
  await machine.stop();
  const ids = written.accepted.map((message) => message.message);
  const heard = (id: string): number =>
    sent.filter((one) => one.inReplyTo === id).reduce((sum, one) => sum + 1 + (one.repeats ?? 0), 0);
  const unit = (name: string): number => lines.filter((line) => line['unit'] === name).length;
  return [
    exactly('main.crash-kills', kills, kills),
    exactly('main.crash-messages', health['in'] ?? 0, ids.length),
    exactly('main.crash-lost', ids.filter((id) => heard(id) === 0).length, 0),
    exactly('main.crash-sent-twice', ids.filter((id) => heard(id) > 1).length, 0),
    exactly('main.crash-ledger-messages', unit('message'), ids.length),
    exactly(
      'main.crash-ledger-sessions',
      unit('session'),
      new Set(written.accepted.map((message) => message.conversation)).size,
    ),
    exactly('main.crash-ledger-replies', unit('generated_reply'), health['answered'] ?? 0),
  ];
};
