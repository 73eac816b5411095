/** What the platform failed to tell: a topic switched off, disorder, delay, silence. It is fetched, and the gap is told. */
import { setTimeout as sleep } from 'node:timers/promises';
import { exactly, type Figure, type Scope } from '../figure.ts';
import { catchUp } from './copies.ts';
import { ask, fault, saidIn, writeTo, type Stage, quiet } from './platform.ts';
import { purchaseOf } from './sellers.ts';

const text = 'Oi, qual a altura da luminária?';

/** Younger than this its notification may still be on its way: catching up leaves it alone. */
export const settledMs = 31_000;

export type Gap = {
  readonly opens: (scope: Scope, stage: Stage) => Promise<readonly Figure[]>;
  readonly closes: (scope: Scope, stage: Stage) => Promise<readonly Figure[]>;
};

/** Switched off at the platform, as after slow acknowledgements: nothing comes any more, and nothing is lost. */
export const topicSwitchedOff = (): Gap => {
  const purchase = purchaseOf(6);
  let question = '';
  let message = '';
  let began = 0;
  return {
    opens: async (_, stage) => {
      const before = await quiet(stage);
      for (const topic of ['questions', 'messages']) await fault(stage, { mood: 'topic-off', topic });
      question = await ask(stage, text, { quietly: false });
      message = await writeTo(stage, purchase, 'cadê meu pedido?');
      for (const topic of ['questions', 'messages']) await fault(stage, { mood: 'topic-on', topic });
      began = performance.now();
      const after = await quiet(stage);
      return [exactly('mercado-libre.topic-off-told', (after['in'] ?? 0) - (before['in'] ?? 0), 0)];
    },
    closes: async (_, stage) => {
      const { machine, data } = stage;
      const gaps = (): number => machine.logs().filter((line) => line['name'] === 'gap-found').length;
      const before = gaps();
      await sleep(Math.max(0, settledMs - (performance.now() - began)));
      await catchUp(data);
      await machine.replied(question, 60);
      await machine.replied(message, 60);
      return [
        exactly('mercado-libre.topic-off-answers', (await saidIn(stage, purchase)).length, 1),
        exactly('mercado-libre.topic-off-gap-told', gaps() > before ? 'told' : 'silent', 'told'),
      ];
    },
  };
};

/** Out of order and doubled: the last words are answered, once. */
export const disorder = async (_: Scope, stage: Stage): Promise<readonly Figure[]> => {
  const { machine } = stage;
  const purchase = purchaseOf(7);
  const before = await quiet(stage);
  await fault(stage, { mood: 'out-of-order', times: 2 });
  await writeTo(stage, purchase, 'oi, tudo bem?');
  const last = await writeTo(stage, purchase, 'cadê meu pedido?');
  await machine.replied(last);
  await machine.drained((before['in'] ?? 0) + 2);
  const disordered = await saidIn(stage, purchase);
  await fault(stage, { mood: 'doubled', copies: 5 });
  const other = purchaseOf(8);
  const message = await writeTo(stage, other, 'cadê meu pedido?');
  await machine.replied(message);
  await machine.drained((before['in'] ?? 0) + 3);
  return [
    exactly(
      'mercado-libre.out-of-order-tells-the-parcel',
      disordered.filter((one) => one.text.includes(purchase.tracking)).length,
      1,
    ),
    exactly('mercado-libre.doubled-answers', (await saidIn(stage, other)).length, 1),
  ];
};

/** Tokens end in the middle of the day: one renewal, and the buyer who waits is answered. */
export const rotatingTokens = async (_: Scope, stage: Stage): Promise<readonly Figure[]> => {
  const { machine } = stage;
  const renewed = (): number => machine.logs().filter((line) => line['name'] === 'access-refreshed').length;
  const before = renewed();
  await fault(stage, { mood: 'rotating', account: '465432224' });
  const ids = await Promise.all([0, 1, 2].map(async () => ask(stage, text, { quietly: false })));
  for (const id of ids) await machine.replied(id, 120);
  return [exactly('mercado-libre.rotating-renewals', renewed() - before, 1)];
};
