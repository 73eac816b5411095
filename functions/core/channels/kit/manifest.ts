/** What a platform offers and demands, as data that infrastructure and flows both read. */

/** What may be said in one kind of thread, and how. */
export type ThreadRules = {
  /** Longest text in characters. */
  readonly maximumCharacters: number;
  readonly links: 'allowed' | 'forbidden';
  readonly contacts: 'allowed' | 'forbidden';
  /** `together`: a burst gets one answer; `each`: every message takes exactly one answer of its own. */
  readonly burst: 'together' | 'each';
  /** The most that may ever be done by itself here. */
  readonly mode: 'automatic' | 'review' | 'human';
  /** How a buyer is asked for a rating of the service: by buttons, in words, or never. */
  readonly rating: 'buttons' | 'words' | 'none';
};

export type ChannelManifest = {
  readonly name: string;
  /** What it answers to a genuine call, and how soon the platform wants it. */
  readonly acknowledgement: { readonly status: number; readonly body: string; readonly deadlineMs: number };
  readonly signature: 'standard-webhooks' | 'none';
  /** Bytes of the largest body taken; more is a 413. */
  readonly maximumBytes: number;
  readonly arrives: 'with-text' | 'as-pointer';
  /** The platform's own API, where all sellers share one; `null`: every account has its own address. */
  readonly address: string | null;
  /** `null`: the platform has no thread of this kind. */
  readonly threads: { readonly public: ThreadRules | null; readonly private: ThreadRules | null };
  readonly reply: {
    /** The platform knows an idempotency key, or lets us read back what it took. */
    readonly proof: 'idempotency-key' | 'read-back' | 'both' | 'none';
    /** `push`: we call the platform. `push-or-poll`: a shop without an address polls for its replies. */
    readonly delivery: 'push' | 'push-or-poll';
  };
  readonly offers: { readonly orders: boolean; readonly items: boolean; readonly actions: boolean };
};
