/** What platforms that only point, forget after days, and rotate single-use tokens need beyond reading and sending. */
import type { Outcome } from '../domain/outcome.ts';
import type { Access, AccessDenied, Arrival, Busy, Pointer } from './channel.ts';

/** A token pair as the platform hands it out; the refresh token works once. */
export type TokenPair = { readonly access: string; readonly refresh: string; readonly expiresAt: Date };

export type CollectProblem =
  | Busy
  | AccessDenied
  /** The resource is no longer there, or never was for this seller. */
  | { readonly kind: 'gone' }
  /** The pointer leads outside the paths that the channel knows: nothing was fetched. */
  | { readonly kind: 'not-allowed'; readonly because: string };

export type PointerChannel = {
  /** Fetches what a pointer points at, with the seller's token, from allowed paths only. */
  collect(pointer: Pointer, access: Access): Promise<Outcome<readonly Arrival[], CollectProblem>>;
};

export type MissedFeed = {
  readonly arrivals: readonly Arrival[];
  /** Handed back at the next call; opaque to everybody but the channel. */
  readonly next: string;
};

export type MissedChannel = {
  /** What the platform says we missed since the cursor; `null` begins with what it still remembers. */
  missed(cursor: string | null, access: Access): Promise<Outcome<MissedFeed, Busy | AccessDenied>>;
};

export type TokenChannel = {
  /** `lost`: the platform no longer takes the refresh token; a person must authorise again. */
  refresh(pair: TokenPair, access: Access): Promise<Outcome<TokenPair, Busy | { readonly kind: 'lost'; readonly because: string }>>;
  /** Where a seller authorises us, for the country's site. */
  authorisation(site: string, state: string, redirect: string): string;
  /** Exchanges the code of an authorisation for the first pair. */
  redeem(code: string, redirect: string, access: Access): Promise<Outcome<TokenPair, Busy | { readonly kind: 'refused'; readonly because: string }>>;
};
