/** What the platform failed to tell: a topic switched off, disorder, delay, silence. It is fetched, and the gap is told. */
import { setTimeout as sleep } from 'node:timers/promises';
import { exactly, type Figure, type Scope } from '../figure.ts';
import { catchUp } from './copies.ts';
import { ask, fault, saidIn, writeTo, type Stage, quiet } from './platform.ts';
import { purchaseOf } from './sellers.ts';

const text = 'Oi, qual a altura da luminária?';

/** Switched off at the platform, as after slow acknowledgements: nothing comes any more, and nothing is lost. */
export const topicSwitchedOff = async (_: Scope, stage: Stage): Promise<readonly Figure[]> => {
  const { machine, data } = stage;
  const gaps = (): number => machine.logs().filter((line) => line['name'] === 'gap-found').length;
  const before = gaps();
  await fault(stage, { mood: 'topic-off', topic: 'questions' });
  await fault(stage, { mood: 'topic-off', topic: 'messages' });
  const question = await ask(stage, text, { quietly: false });
  const purchase = purchaseOf(6);
  const message = await writeTo(stage, purchase, 'cadê meu pedido?');
  // A notification has half a minute to arrive before its silence is called a gap.
  await sleep(31_000);
  await catchUp(data);
  await machine.replied(question, 60);
  await machine.replied(message, 60);
  await fault(stage, { mood: 'topic-on', topic: 'questions' });
  await fault(stage, { mood: 'topic-on', topic: 'messages' });
  return [
    exactly('mercado-libre.topic-off-answers', (await saidIn(stage, purchase)).length, 1),
    exactly('mercado-libre.topic-off-gap-told', gaps() > before ? 'told' : 'silent', 'told'),
  ];
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
