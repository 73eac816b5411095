/** Fifty sellers' notifications in a stream while one seller's platform hangs: the others keep their pace. */
import { setTimeout as sleep } from 'node:timers/promises';
import { atLeast, atMost, exactly, percentile, scaled, type Figure, type Scope } from '../figure.ts';
import { ask, fault, notify, type Stage } from './platform.ts';
import { sellerCount, sellerOf } from './sellers.ts';

const perMinute = 2000;
const minutes = 5;
/**
 * Of what a feed of all topics brings, one in so many is a new question; the rest are orders, items, payments, parcels.
 * No divisor is shared with the number of sellers, so that each of them is asked.
 */
const oneIn = 21;
const others = ['orders_v2', 'items', 'payments', 'shipments'] as const;

type Run = {
  readonly seconds: readonly number[];
  readonly acknowledged: number;
  readonly sent: number;
  readonly perMinute: number;
};

/** Questions that were asked, by id, with when. */
const stream = async (
  scope: Scope,
  stage: Stage,
  seconds: number,
  isHanging: (seller: number) => boolean,
): Promise<Run> => {
  const began = performance.now();
  const asked = new Map<string, number>();
  const calls: Promise<number>[] = [];
  const every = 60_000 / perMinute;
  const count = Math.round((seconds * 1000) / every);
  for (let index = 0; index < count; index += 1) {
    await sleep(Math.max(0, began + index * every - performance.now()));
    const seller = index % sellerCount;
    const account = sellerOf(seller);
    const isQuestion = index % oneIn === 0;
    const tell = async (): Promise<number> => {
      if (!isQuestion) {
        const topic = others[index % others.length];
        return (await notify(stage, { topic, resource: `/${String(topic)}/${String(index)}` }, account))
          .status;
      }
      const id = await ask(stage, 'Oi, qual a altura da luminária?', { account });
      if (!isHanging(seller)) asked.set(id, performance.now());
      return (await notify(stage, { resource: `/questions/${id}` }, account)).status;
    };
    calls.push(tell());
  }
  const lasted = (performance.now() - began) / 60_000;
  const statuses = await Promise.all(calls);
  const answered = await answersTo(stage, asked, scope.scale >= 1 ? 180 : 60);
  return {
    seconds: answered,
    acknowledged: statuses.filter((status) => status === 200).length,
    sent: count,
    perMinute: count / lasted,
  };
};

/** Seconds from question to answer, by the platform's own clock. */
const answersTo = async (
  { machine }: Stage,
  asked: ReadonlyMap<string, number>,
  patience: number,
): Promise<readonly number[]> => {
  const offset = Date.now() - performance.now();
  return machine.until(patience, `answers to ${String(asked.size)} questions`, async () => {
    const sent = (await machine.sent()).filter((one) => asked.has(one.inReplyTo));
    if (sent.length < asked.size) return null;
    return sent.map((one) => (Date.parse(one.at) - offset - (asked.get(one.inReplyTo) ?? 0)) / 1000);
  });
};

const hangingSeller = 0;

export const oneSellerHangs = async (scope: Scope, stage: Stage): Promise<readonly Figure[]> => {
  const calm = await stream(scope, stage, scaled(scope, 60, 6), () => false);
  await fault(stage, { mood: 'hanging', account: sellerOf(hangingSeller), delayMs: 30_000 });
  const seconds = scaled(scope, minutes * 60, 6);
  const loaded = await stream(scope, stage, seconds, (seller) => seller === hangingSeller);
  await fault(stage, { mood: 'hanging', account: sellerOf(hangingSeller), delayMs: 0 });
  const ratio = percentile(loaded.seconds, 0.95) / percentile(calm.seconds, 0.95);
  return [
    atLeast('mercado-libre.load-notifications-a-minute', loaded.perMinute, perMinute * 0.98),
    exactly('mercado-libre.load-acknowledged', loaded.acknowledged, loaded.sent),
    {
      name: 'mercado-libre.load-answer-p95-unloaded',
      value: percentile(calm.seconds, 0.95),
      unit: 's',
      bound: 'told',
      ok: true,
    },
    {
      name: 'mercado-libre.load-answer-p95-loaded',
      value: percentile(loaded.seconds, 0.95),
      unit: 's',
      bound: 'told',
      ok: true,
    },
    atMost('mercado-libre.load-p95-over-unloaded', ratio, 2, 'x'),
  ];
};
