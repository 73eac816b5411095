/** What platforms that only point, forget after days, and rotate single-use tokens need beyond reading and sending. */
import type { Market } from '../domain/channel.ts';
import type { Outcome } from '../domain/outcome.ts';
import type { Access, AccessDenied, Arrival, Busy, Pointer, Unreadable } from './channel.ts';

/** A token pair as the platform hands it out; the refresh token works once. */
export type TokenPair = { readonly access: string; readonly refresh: string; readonly expiresAt: Date };

export type CollectProblem =
  | Busy
  | AccessDenied
  | Unreadable
  /** The resource is no longer there, or never was for this seller. */
  | { readonly kind: 'gone' }
  /** The pointer leads outside the paths that the channel knows: nothing was fetched. */
  | { readonly kind: 'not-allowed'; readonly because: string };

export type PointerChannel = {
  /** Fetches what a pointer points at, with the seller's token, from allowed paths only. */
  collect(pointer: Pointer, access: Access): Promise<Outcome<readonly Arrival[], CollectProblem>>;
};

/** Something that the platform holds and that may never have reached us. */
export type Missed = {
  readonly pointer: Pointer;
  /**
   * The names that it will arrive under, so that one may ask whether it is known: `message` is `null` where the
   * conversation alone tells. The whole is `null` where only fetching can tell.
   */
  readonly names: { readonly conversation: string; readonly message: string | null } | null;
};

export type MissedFeed = {
  readonly missed: readonly Missed[];
  /** Handed back at the next call; opaque to everybody but the channel. */
  readonly next: string;
};

export type MissedChannel = {
  /** Asked for one by one: a topic that fails keeps no other from being caught up. */
  readonly missedTopics: readonly string[];
  /** What the platform holds of a topic and did not hold at the cursor; `null` begins with all it remembers. */
  missed(
    topic: string,
    cursor: string | null,
    access: Access,
  ): Promise<Outcome<MissedFeed, Busy | AccessDenied>>;
};

/** Our application at the platform, with its own secret: only who refreshes or redeems holds it. */
export type AppAccess = {
  /** Base address of the platform's API. */
  readonly address: string;
  readonly applicationId: string;
  readonly clientSecret: string;
};

/** `lost`: the platform will never take this refresh token again; a person must authorise anew. */
export type TokenLost = { readonly kind: 'lost'; readonly because: string };
/** The code is stale, used, or not of the account's owner. */
export type CodeRefused = { readonly kind: 'refused'; readonly because: string };

export type AuthorisationRequest = {
  readonly applicationId: string;
  /** Comes back with the code, so that nobody can hand us the code of another account. */
  readonly state: string;
  /** Exactly as it was registered at the platform. */
  readonly redirect: string;
  /** PKCE, RFC 7636: only who knows the verifier can redeem the code. */
  readonly verifier: string;
};

export type Redemption = { readonly pair: TokenPair; readonly platformUser: string };

export type TokenChannel = {
  refresh(pair: TokenPair, app: AppAccess): Promise<Outcome<TokenPair, Busy | TokenLost>>;
  /** Where a seller authorises us, at the site of the account's country; `null`: the platform has none there. */
  authorisation(market: Market, request: AuthorisationRequest): string | null;
  /** Exchanges the code of an authorisation for the first pair. */
  redeem(
    code: string,
    request: Pick<AuthorisationRequest, 'redirect' | 'verifier'>,
    app: AppAccess,
  ): Promise<Outcome<Redemption, Busy | CodeRefused>>;
};
