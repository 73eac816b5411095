/** Buyers of the played Mercado Libre, and the platform's calls to us, made here so that they can be timed and bent. */
import { randomUUID } from 'node:crypto';
import type { LocalMachine, SentReply } from '../local-machine.ts';
import { webhookOf } from '../main/conversations.ts';
import { call, type Called } from '../main/shop.ts';
import { demo, type Purchase } from './sellers.ts';

/** The parts of a check: the machine, and where it keeps its data. */
export type Stage = {
  readonly machine: LocalMachine;
  readonly data: string;
  readonly calls: readonly string[];
};

type Asked = { readonly account?: string; readonly buyer?: string; readonly quietly?: boolean };

/** A buyer asks on the lamp's listing; quietly: the platform tells nobody. */
export const ask = async (
  { machine }: Stage,
  text: string,
  { account = demo.account, buyer = '1187735401', quietly = true }: Asked = {},
): Promise<string> =>
  machine.write('mercado-libre/questions', { account, item: demo.lamp, buyer, text, quietly });

export const writeTo = async ({ machine }: Stage, { pack, buyer }: Purchase, text: string): Promise<string> =>
  machine.write('mercado-libre/messages', { account: demo.account, pack, buyer, text });

export const fault = async ({ machine }: Stage, what: Readonly<Record<string, unknown>>): Promise<void> => {
  await machine.platformFault({ channel: 'mercado-libre', ...what });
};

export type Notice = Readonly<Record<string, unknown>>;

/** A call as the platform makes it; what is given stands in place of what it would say. */
export const notify = async (
  { machine }: Stage,
  given: Notice,
  account: string = demo.account,
): Promise<Called> => {
  const now = new Date().toISOString();
  const body = {
    _id: randomUUID(),
    user_id: Number(account),
    topic: 'questions',
    application_id: Number(demo.application),
    attempts: 1,
    sent: now,
    received: now,
    ...given,
  };
  return call(webhookOf(machine, account), JSON.stringify(body), { 'content-type': 'application/json' });
};

export const sentTo = async ({ machine }: Stage, inReplyTo: string): Promise<readonly SentReply[]> =>
  (await machine.sent()).filter((one) => one.inReplyTo === inReplyTo);

export const saidIn = async ({ machine }: Stage, { pack }: Purchase): Promise<readonly SentReply[]> =>
  (await machine.sent()).filter((one) => one.conversation === pack);

/** Counts while nothing is on its way: what is queued and not stored yet would count as accepted. */
export const quiet = async ({ machine }: Stage): Promise<Readonly<Record<string, number>>> =>
  machine.until(60, 'a machine without anything on its way', async () => {
    const now = await machine.health();
    return now['inFlight'] === 0 ? now : null;
  });
