/** The stored token pairs of accounts. The write enforces what is promised: one refresh at a time, no older pair over a newer. */
import type { ChannelId } from '../domain/channel.ts';
import type { AccountId } from '../domain/ids.ts';
import type { AppAccess, TokenPair } from './pulling.ts';

export type StoredTokens = {
  readonly pair: TokenPair;
  readonly app: Omit<AppAccess, 'address'>;
  /** Grows with every pair. */
  readonly version: number;
  readonly storedAt: Date;
  /** `lost`: the platform no longer takes the refresh token, and that was told. */
  readonly state: 'usable' | 'lost';
  /** Until then one writer may be asking the platform, and nobody else does. */
  readonly leasedUntil: Date | null;
};

/** Who holds the lease of which version. */
export type Lease = { readonly version: number; readonly holder: string };

export type TokenStore = {
  /** `null`: the account has no tokens. Read as it is now, never from a copy. */
  read(channel: ChannelId, account: AccountId): Promise<StoredTokens | null>;
  /** `stale`: another version is stored, or somebody else holds a lease that has not ended at `now`. */
  lease(
    channel: ChannelId,
    account: AccountId,
    lease: Lease,
    now: Date,
    until: Date,
  ): Promise<'leased' | 'stale'>;
  /** Replaces the pair, ends the lease, counts the version up. Repeating it with the same pair says `stored`. */
  replace(
    channel: ChannelId,
    account: AccountId,
    lease: Lease,
    pair: TokenPair,
    now: Date,
  ): Promise<'stored' | 'stale'>;
  /** Nobody asks the platform with this pair again. */
  giveUp(channel: ChannelId, account: AccountId, lease: Lease): Promise<'given-up' | 'stale'>;
};
