/** Turns a notice into what it points at: fetched with the seller's token, from allowed paths only, and queued as arrivals. */
import type { ChannelId } from '../domain/channel.ts';
import { isAccountId } from '../domain/ids.ts';
import { done, type Handled } from '../domain/outcome.ts';
import type { Account } from '../domain/tenant.ts';
import type { AccessDirectory } from '../ports/access.ts';
import type { Access, Arrival, Pointer } from '../ports/channel.ts';
import type { ConversationStore } from '../ports/conversations.ts';
import type { CollectProblem, PointerChannel } from '../ports/pulling.ts';
import type { ArrivalQueue, QueuedPointer } from '../ports/queues.ts';
import type { TenantDirectory } from '../ports/tenants.ts';
import type { Clock, Count, Log, OpaqueIds } from '../ports/tools.ts';
import { putArrival } from './put-arrival.ts';

export type CollectMessageDeps = {
  readonly tenants: Pick<TenantDirectory, 'account'>;
  readonly access: AccessDirectory;
  readonly channels: Readonly<Partial<Record<ChannelId, PointerChannel>>>;
  readonly inbound: ArrivalQueue;
  readonly conversations: Pick<ConversationStore, 'dropUnknown'>;
  readonly ids: OpaqueIds;
  readonly clock: Clock;
  readonly log: Log;
  readonly count: Count;
};

const againSeconds = 5;
const again = (because: string, afterSeconds: number = againSeconds): Handled => ({
  next: 'retry',
  afterSeconds,
  because,
});

const connectedAccount = async (
  deps: CollectMessageDeps,
  { channel, account: name, registration }: QueuedPointer,
): Promise<Account | null> => {
  if (!isAccountId(name)) return null;
  const account = await deps.tenants.account(channel, name);
  // A registration speaks for its own accounts only: another seller's name in the body opens nothing.
  return account !== null && account.registration === registration ? account : null;
};

const dropUnknown = async (deps: CollectMessageDeps, queued: QueuedPointer): Promise<Handled> => {
  const { channel, account, acceptedAt, pointer } = queued;
  const id = deps.ids.unknown(channel, account, `${pointer.resource}#${pointer.notice}`);
  await deps.conversations.dropUnknown(id, channel, acceptedAt);
  deps.count('UnknownAccount');
  deps.log('message-dropped', { channel, because: 'unknown-account' });
  return done;
};

/** Notices of another application that calls our address: its seller may be ours, its topics are not. */
const isForAnother = ({ application }: Pointer, { applicationId }: Access): boolean =>
  application !== null && applicationId !== null && application !== applicationId;

const fetchIt = async (
  deps: CollectMessageDeps,
  channel: PointerChannel,
  account: Account,
  pointer: Pointer,
  access: Access,
): ReturnType<PointerChannel['collect']> => {
  const first = await channel.collect(pointer, access);
  if (first.ok || first.problem.kind !== 'access-denied') return first;
  const renewed = await deps.access.renew(account.channel, account, access);
  return renewed === null ? first : channel.collect(pointer, renewed);
};

const afterProblem = (deps: CollectMessageDeps, account: Account, problem: CollectProblem): Handled => {
  const { tenant, channel } = account;
  switch (problem.kind) {
    case 'busy':
      return again(problem.because, problem.afterSeconds ?? againSeconds);
    case 'unreadable':
      return again(`unreadable: ${problem.because}`);
    case 'access-denied':
      deps.log('access-denied', { tenant, channel, because: problem.because });
      return again('access-denied');
    case 'gone':
      deps.log('message-dropped', { tenant, channel, because: 'gone' });
      return done;
    case 'not-allowed':
      return { next: 'bury', because: problem.because };
  }
};

/** In the platform's order; the first that the queue refuses makes all come again, and those that were taken are known. */
const handOn = async (
  deps: CollectMessageDeps,
  queued: QueuedPointer,
  arrivals: readonly Arrival[],
): Promise<Handled> => {
  const { channel, registration, account, acceptedAt } = queued;
  for (const arrival of arrivals) {
    if (arrival.kind === 'ignored') deps.log('message-dropped', { channel, because: arrival.because });
    // What is fetched never points further.
    if (arrival.kind === 'ignored' || arrival.kind === 'pointer') continue;
    const one = { channel, registration, account, acceptedAt, arrival };
    if ((await putArrival(deps, one)) === 'refused') return again('the queue refused');
  }
  return done;
};

export const collectMessage =
  (deps: CollectMessageDeps) =>
  async (queued: QueuedPointer): Promise<Handled> => {
    const began = deps.clock();
    const { pointer, channel: id } = queued;
    const channel = deps.channels[id];
    if (channel === undefined) return { next: 'bury', because: 'the channel sends no pointers' };
    const account = await connectedAccount(deps, queued);
    if (account === null) return dropUnknown(deps, queued);
    const access = await deps.access.access(id, account);
    if (access === null) return again('the account has no access');
    const { tenant } = account;
    if (isForAnother(pointer, access)) {
      deps.log('message-dropped', { tenant, channel: id, because: 'other-application' });
      return done;
    }
    const collected = await fetchIt(deps, channel, account, pointer, access);
    if (!collected.ok) return afterProblem(deps, account, collected.problem);
    const handled = await handOn(deps, queued, collected.value);
    const durationMs = deps.clock().getTime() - began.getTime();
    deps.log('message-collected', { tenant, channel: id, count: collected.value.length, durationMs });
    return handled;
  };

/** Given up for now: the dead letters call a person, and catching up finds what is still unanswered. */
export const parkPointer =
  (deps: Pick<CollectMessageDeps, 'log' | 'count'>) =>
  async ({ channel }: QueuedPointer, because: string): Promise<boolean> => {
    deps.count('Buried');
    deps.log('message-buried', { channel, because });
    return true;
  };
