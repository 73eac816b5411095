/** Questions on a listing: acknowledged at once, answered soon, once, in public, from what the listing says and nothing else. */
import { setTimeout as sleep } from 'node:timers/promises';
import { atMost, exactly, percentile, scaled, type Figure, type Scope } from '../figure.ts';
import type { SentReply } from '../local-machine.ts';
import type { Called } from '../main/shop.ts';
import { ask, notify, sentTo, writeTo, saidIn, type Stage, quiet } from './platform.ts';
import { purchaseOf } from './sellers.ts';

const asked: readonly (readonly [text: string, fact: string])[] = [
  ['Boa tarde! Funciona em 220v?', 'bivolt'],
  ['É de que material?', 'bambu'],
  ['Oi, qual a altura da luminária?', '38 cm'],
  ['Tem garantia?', '12 meses'],
  ['Quanto fica o frete para o CEP 69005-010?', 'R$ 26,90'],
];

/** What a purchase is told by: an order, a pack, a parcel, who brings it. */
const ofOrders = /20000\d{5}|2000[13]\d{5}|AA\d{9}BR|Correios|pedido n/i;
const saysNothingOfOrders = ({ text }: SentReply): boolean => !ofOrders.test(text);

export const questionsInPortuguese = async (scope: Scope, stage: Stage): Promise<readonly Figure[]> => {
  const count = scaled(scope, 60, 5);
  const called: Called[] = [];
  const seconds: number[] = [];
  const replies: SentReply[] = [];
  let right = 0;
  for (let index = 0; index < count; index += 1) {
    const [text, fact] = asked[index % asked.length] ?? ['', ''];
    const id = await ask(stage, text);
    const began = performance.now();
    called.push(await notify(stage, { resource: `/questions/${id}` }));
    const reply = await stage.machine.replied(id);
    seconds.push((performance.now() - began) / 1000);
    replies.push(reply);
    if (reply.text.includes(fact)) right += 1;
  }
  const name = (part: string): string => `mercado-libre.questions-${part}`;
  const times = called.map(({ milliseconds }) => milliseconds);
  return [
    exactly(name('acknowledged'), called.filter(({ status }) => status === 200).length, count),
    atMost(name('acknowledgement-p95'), percentile(times, 0.95), 100, 'ms'),
    exactly(name('with-the-items-fact'), right, count),
    exactly(name('without-order-facts'), replies.filter(saysNothingOfOrders).length, count),
    atMost(name('answer-median'), percentile(seconds, 0.5), 2.5, 's'),
  ];
};

const where = 'cadê meu pedido?';

/** The same words, asked before everybody and among ourselves. */
export const whereIsMyOrder = async (_: Scope, stage: Stage): Promise<readonly Figure[]> => {
  const purchase = purchaseOf(0);
  const before = await quiet(stage);
  const question = await ask(stage, where, { buyer: purchase.buyer });
  await notify(stage, { resource: `/questions/${question}` });
  const message = await writeTo(stage, purchase, where);
  const reply = await stage.machine.replied(message);
  await stage.machine.drained((before['in'] ?? 0) + 2);
  const inPublic = await sentTo(stage, question);
  const facts = [purchase.tracking, '26 de novembro'];
  return [
    exactly(
      'mercado-libre.where-in-public-order-facts',
      inPublic.filter((one) => !saysNothingOfOrders(one)).length,
      0,
    ),
    exactly(
      'mercado-libre.where-in-private-facts',
      facts.filter((fact) => reply.text.includes(fact)).length,
      facts.length,
    ),
    exactly('mercado-libre.where-in-private-answers', (await saidIn(stage, purchase)).length, 1),
  ];
};

/** One buyer asks three things at once: each question takes its own answer. */
export const threeQuestions = async (_: Scope, stage: Stage): Promise<readonly Figure[]> => {
  const ids = await Promise.all(asked.slice(0, 3).map(async ([text]) => ask(stage, text)));
  await Promise.all(ids.map(async (id) => notify(stage, { resource: `/questions/${id}` })));
  for (const id of ids) await stage.machine.replied(id);
  const answers = await Promise.all(ids.map(async (id) => sentTo(stage, id)));
  return [exactly('mercado-libre.three-questions-answers', answers.flat().length, 3)];
};

/** One buyer writes three times in a row after a sale: one answer. */
export const threeMessages = async (_: Scope, stage: Stage): Promise<readonly Figure[]> => {
  const purchase = purchaseOf(1);
  const before = await quiet(stage);
  const ids: string[] = [];
  for (const text of ['oi', 'comprei uma luminária com vocês', where]) {
    ids.push(await writeTo(stage, purchase, text));
    await sleep(400);
  }
  await stage.machine.replied(ids.at(-1) ?? '');
  const after = await stage.machine.drained((before['in'] ?? 0) + 3);
  return [
    exactly('mercado-libre.three-messages-answers', (await saidIn(stage, purchase)).length, 1),
    exactly('mercado-libre.three-messages-covered', (after['covered'] ?? 0) - (before['covered'] ?? 0), 2),
  ];
};
