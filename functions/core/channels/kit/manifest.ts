/** What a platform offers and demands, as data that infrastructure and flows both read. */

export type ChannelManifest = {
  readonly name: string;
  /** What it answers to a genuine call, and how soon the platform wants it. */
  readonly acknowledgement: { readonly status: number; readonly body: string; readonly deadlineMs: number };
  readonly signature: 'standard-webhooks' | 'none';
  /** Bytes of the largest body taken; more is a 413. */
  readonly maximumBytes: number;
  readonly arrives: 'with-text' | 'as-pointer';
  /** The most that this channel may ever do by itself. */
  readonly mode: 'automatic' | 'review' | 'human';
  /** `together`: a burst gets one answer; `each`: every message takes exactly one answer of its own. */
  readonly burst: 'together' | 'each';
  readonly reply: {
    /** Longest text in characters. */
    readonly maximumCharacters: number;
    /** The platform knows an idempotency key, or lets us read back what it took. */
    readonly proof: 'idempotency-key' | 'read-back' | 'both' | 'none';
    /** `push`: we call the platform. `push-or-poll`: a shop without an address polls for its replies. */
    readonly delivery: 'push' | 'push-or-poll';
    readonly links: 'allowed' | 'forbidden';
    readonly contacts: 'allowed' | 'forbidden';
  };
  readonly offers: { readonly orders: boolean; readonly items: boolean; readonly actions: boolean };
};
