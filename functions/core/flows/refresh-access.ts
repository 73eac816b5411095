/** The only writer of channel tokens: one refresh at a time for an account, the new pair stored before anybody uses it. */
import { done, type Handled } from '../domain/outcome.ts';
import type { ChannelId } from '../domain/channel.ts';
import type { Account } from '../domain/tenant.ts';
import type { RefreshRequest } from '../ports/access.ts';
import type { TokenChannel, TokenPair } from '../ports/pulling.ts';
import type { TenantDirectory } from '../ports/tenants.ts';
import type { Lease, StoredTokens, TokenStore } from '../ports/tokens.ts';
import type { Clock, Count, Log } from '../ports/tools.ts';
import { timing } from '../policy/timing.ts';

export type RefreshAccessDeps = {
  readonly tenants: Pick<TenantDirectory, 'account'>;
  readonly tokens: TokenStore;
  readonly channels: Readonly<Partial<Record<ChannelId, Pick<TokenChannel, 'refresh'>>>>;
  /** Where a platform is called instead of the account's own address: a sandbox. */
  readonly addresses: Readonly<Partial<Record<ChannelId, string | undefined>>>;
  /** A name for this run that no other run has. */
  readonly newHolder: () => string;
  readonly wait: (milliseconds: number) => Promise<void>;
  readonly clock: Clock;
  readonly log: Log;
  readonly count: Count;
};

/** Milliseconds between attempts to store a pair: all within the time that the Lambda has. */
const storeAgainAfter = [100, 300, 1000, 2000, 4000];

const secondsUntil = (until: Date, now: Date): number =>
  Math.max(1, Math.ceil((until.getTime() - now.getTime()) / 1000));

const after = (from: Date, seconds: number): Date => new Date(from.getTime() + seconds * 1000);

/** Until when nobody may ask: another writer may be asking, or the pair is too young to be what is wrong. */
const mayAskFrom = ({ leasedUntil, storedAt }: StoredTokens): Date => {
  const grown = after(storedAt, timing.youngTokenSeconds);
  return leasedUntil !== null && leasedUntil > grown ? leasedUntil : grown;
};

/** The platform has forgotten the old pair: until the new one is stored it lives here alone, so trying is all there is. */
const keep = async (
  deps: RefreshAccessDeps,
  account: Account,
  lease: Lease,
  pair: TokenPair,
): Promise<'stored' | 'stale'> => {
  for (const milliseconds of storeAgainAfter) {
    try {
      return await deps.tokens.replace(account.channel, account.id, lease, pair, deps.clock());
    } catch {
      await deps.wait(milliseconds);
    }
  }
  return deps.tokens.replace(account.channel, account.id, lease, pair, deps.clock());
};

/**
 * Told first and given up then, so that no crash keeps it secret; the seller must connect anew, and the line says how.
 * A version that moved on says that another writer brought the pair home: nothing is lost.
 */
const tellLost = async (deps: RefreshAccessDeps, account: Account, lease: Lease, because: string) => {
  const stored = await deps.tokens.read(account.channel, account.id);
  if (stored === null || stored.version !== lease.version) return;
  deps.count('AccessLost');
  deps.log('access-denied', {
    tenant: account.tenant,
    channel: account.channel,
    because,
    action: `npm run connect -- --tenant ${account.tenant} --channel ${account.channel}`,
  });
  await deps.tokens.giveUp(account.channel, account.id, lease);
};

const ask = async (
  deps: RefreshAccessDeps,
  channel: Pick<TokenChannel, 'refresh'>,
  account: Account,
  stored: StoredTokens,
): Promise<Handled> => {
  const began = deps.clock();
  const until = after(began, timing.leaseSeconds);
  const lease = { version: stored.version, holder: deps.newHolder() };
  if ((await deps.tokens.lease(account.channel, account.id, lease, began, until)) === 'stale')
    return { next: 'retry', afterSeconds: 1, because: 'another writer was faster' };
  const address = deps.addresses[account.channel] ?? account.address ?? '';
  const refreshed = await channel.refresh(stored.pair, { ...stored.app, address });
  if (!refreshed.ok && refreshed.problem.kind === 'lost') {
    await tellLost(deps, account, lease, refreshed.problem.because);
    return done;
  }
  // The lease is left to end by itself: a call that stayed unanswered may still be at work over there.
  if (!refreshed.ok) {
    const soonest = secondsUntil(until, deps.clock());
    return { next: 'retry', afterSeconds: soonest, because: refreshed.problem.because };
  }
  await keep(deps, account, lease, refreshed.value);
  deps.log('access-refreshed', {
    tenant: account.tenant,
    channel: account.channel,
    durationMs: deps.clock().getTime() - began.getTime(),
  });
  return done;
};

export const refreshAccess =
  (deps: RefreshAccessDeps) =>
  async (request: RefreshRequest): Promise<Handled> => {
    const channel = deps.channels[request.channel];
    const account = await deps.tenants.account(request.channel, request.account);
    const stored = await deps.tokens.read(request.channel, request.account);
    if (channel === undefined || account === null || stored === null) return done;
    if (stored.version !== request.version || stored.state === 'lost') return done;
    const from = mayAskFrom(stored);
    const now = deps.clock();
    if (from > now)
      return {
        next: 'retry',
        afterSeconds: secondsUntil(from, now),
        because: 'it is too early to ask again',
      };
    return ask(deps, channel, account, stored);
  };

/** Given up for now: whoever needs the token asks again, and the dead letters have called a person. */
export const parkRefresh =
  (deps: Pick<RefreshAccessDeps, 'tenants' | 'log' | 'count'>) =>
  async (request: RefreshRequest, because: string): Promise<boolean> => {
    const account = await deps.tenants.account(request.channel, request.account);
    deps.count('Buried');
    deps.log('message-buried', {
      channel: request.channel,
      because,
      ...(account === null ? {} : { tenant: account.tenant }),
    });
    return true;
  };
