/** Asks every platform that forgets what it holds, and hands on what never reached us: a gap found is a gap told. */
import type { ChannelId } from '../domain/channel.ts';
import type { Account } from '../domain/tenant.ts';
import type { AccessDirectory } from '../ports/access.ts';
import type { AccountDirectory, KnownTurns, PullCursors } from '../ports/catching-up.ts';
import type { Access } from '../ports/channel.ts';
import type { Missed, MissedChannel } from '../ports/pulling.ts';
import type { PointerQueue } from '../ports/queues.ts';
import type { Clock, Count, Log, OpaqueIds } from '../ports/tools.ts';
import { timing } from '../policy/timing.ts';

export type CatchUpDeps = {
  readonly accounts: AccountDirectory;
  readonly access: AccessDirectory;
  readonly channels: Readonly<Partial<Record<ChannelId, MissedChannel>>>;
  readonly cursors: PullCursors;
  readonly turns: KnownTurns;
  readonly pointers: PointerQueue;
  readonly ids: () => Promise<OpaqueIds>;
  readonly clock: Clock;
  readonly log: Log;
  readonly count: Count;
};

/** Accounts at once: one that hangs keeps no other waiting, and no platform is stormed. */
const beside = 8;

/** One account at one of its topics. */
type Look = {
  readonly account: Account;
  readonly channel: MissedChannel;
  readonly topic: string;
  readonly access: Access;
  /** What this round has handed on: two lists may hold the same. */
  readonly handed: Set<string>;
};

const isKnown = async (deps: CatchUpDeps, { account }: Look, { names }: Missed): Promise<boolean | null> => {
  if (names === null) return null;
  const ids = await deps.ids();
  const conversation = ids.conversation(account.channel, account.id, names.conversation);
  const message = names.message === null ? null : ids.message(account.channel, account.id, names.message);
  return deps.turns.known(account.tenant, conversation, message);
};

/** Told once for each topic: how much of it the notifications had not told us. */
const tellGap = (deps: CatchUpDeps, { account, topic }: Look, gaps: number): void => {
  if (gaps === 0) return;
  deps.count('GapFound', gaps);
  deps.log('gap-found', { tenant: account.tenant, channel: account.channel, because: topic, count: gaps });
};

/** People are called well before the platform forgets. */
const tellFailure = async (deps: CatchUpDeps, { account, topic }: Look, because: string): Promise<void> => {
  deps.log('pull-failed', {
    tenant: account.tenant,
    channel: account.channel,
    because: `${topic}: ${because}`,
  });
  const { channel, id } = account;
  const now = deps.clock();
  const last = await deps.cursors.read(channel, id, topic);
  if (last === null) await deps.cursors.keep(channel, id, topic, { cursor: null, at: now, lastGapAt: null });
  else if (now.getTime() - last.at.getTime() > timing.pullOverdueSeconds * 1000) deps.count('PullOverdue');
};

type HandedOn = { readonly all: boolean; readonly gaps: number };

const handOn = async (deps: CatchUpDeps, look: Look, missed: readonly Missed[]): Promise<HandedOn> => {
  const { channel, id, registration } = look.account;
  let gaps = 0;
  for (const one of missed) {
    if (look.handed.has(one.pointer.resource)) continue;
    const known = await isKnown(deps, look, one);
    if (known === true) continue;
    const queued = { channel, registration, account: id, acceptedAt: deps.clock(), pointer: one.pointer };
    if ((await deps.pointers.put(queued)) === 'refused') return { all: false, gaps };
    look.handed.add(one.pointer.resource);
    if (known === false) gaps += 1;
  }
  return { all: true, gaps };
};

/** The cursor moves only when everything before it is in the queue: a crash hands on again, and what is known is known. */
const lookAt = async (deps: CatchUpDeps, look: Look): Promise<void> => {
  const { account, channel, topic, access } = look;
  const at = deps.clock();
  const cursor = await deps.cursors.read(account.channel, account.id, topic);
  const ask = async (given: Access) => channel.missed(topic, cursor?.cursor ?? null, given);
  let answer = await ask(access);
  if (!answer.ok && answer.problem.kind === 'access-denied') {
    const renewed = await deps.access.renew(account.channel, account, access);
    if (renewed !== null) answer = await ask(renewed);
  }
  if (!answer.ok) return tellFailure(deps, look, answer.problem.because);
  const { all, gaps } = await handOn(deps, look, answer.value.missed);
  tellGap(deps, look, gaps);
  if (!all) return tellFailure(deps, look, 'the queue refused');
  const lastGapAt = gaps > 0 ? at : (cursor?.lastGapAt ?? null);
  const kept = { cursor: answer.value.next, at, lastGapAt };
  await deps.cursors.keep(account.channel, account.id, topic, kept);
};

const catchUpOn = async (deps: CatchUpDeps, account: Account): Promise<void> => {
  const channel = deps.channels[account.channel];
  if (channel === undefined) return;
  const access = await deps.access.access(account.channel, account);
  if (access === null || access.token === null) return;
  const handed = new Set<string>();
  for (const topic of channel.missedTopics) {
    const look = { account, channel, topic, access, handed };
    try {
      await lookAt(deps, look);
    } catch (error) {
      await tellFailure(deps, look, error instanceof Error ? error.name : 'thrown');
    }
  }
};

/** How many accounts were looked at. */
export const catchUp = (deps: CatchUpDeps) => async (): Promise<number> => {
  const accounts = (await deps.accounts.accounts()).filter(({ channel }) => channel in deps.channels);
  const waiting = [...accounts];
  const worker = async (): Promise<void> => {
    for (let account = waiting.shift(); account !== undefined; account = waiting.shift())
      await catchUpOn(deps, account).catch((error: unknown) => {
        deps.log('pull-failed', { because: error instanceof Error ? error.name : 'thrown' });
      });
  };
  await Promise.all(Array.from({ length: beside }, worker));
  return accounts.length;
};
