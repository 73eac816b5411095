/** How language and intent are found: in the process first, a region's service or model when that is unsure. */
import type { Outcome } from '../domain/outcome.ts';
import type { Market } from '../domain/channel.ts';
import type { Intent, Understanding } from '../domain/intent.ts';

export type ModelUse = { readonly model: string; readonly tokensIn: number; readonly tokensOut: number };

export type Unavailable = {
  readonly kind: 'unavailable';
  readonly because: 'throttled' | 'timed-out' | 'refused' | 'malformed' | 'not-in-region' | 'limit';
  /** What was spent on answers that nobody could read: it is booked all the same. */
  readonly use?: ModelUse;
};

/** What a tenant taught, as the training of its layer gives it: numbers, and the built-in intent behind each of its own. */
export type TenantLayer = {
  readonly own: Readonly<Record<string, Intent>>;
  readonly table: {
    readonly buckets: number;
    readonly heads: readonly { readonly name: string; readonly classes: readonly string[] }[];
    readonly scales: Float32Array;
    readonly rarity: Float32Array;
    readonly rows: Uint16Array | Uint32Array;
    readonly weights: Int8Array;
  };
};

/** The first tier: pure, never fails. With a tenant's layer it knows that tenant's own intents too. */
export type FirstTier = {
  understand(message: {
    readonly text: string;
    readonly conversationLanguage: string | null;
    readonly layer?: TenantLayer | undefined;
  }): Understanding;
  mask(text: string): string;
};

/** The language alone, by the same table: all that the desk needs of a text. */
export type LanguageReader = {
  languageOf(
    text: string,
    conversationLanguage: string | null,
  ): { readonly language: string; readonly confidence: number };
};

/** The region's language service, where it has one; texts of 20 characters or more. */
export type LanguageDetector = {
  detect(
    maskedText: string,
  ): Promise<Outcome<{ readonly language: string; readonly confidence: number }, Unavailable>>;
};

/** Labelled phrases closest to a masked text, the closest first: examples for the second tier. */
export type ClosestPhrases = (
  maskedText: string,
  language: string,
) => readonly { readonly text: string; readonly intent: Intent }[];

/** The second tier: a model with label definitions, asked only when the first is unsure. */
export type IntentModel = {
  recognize(question: {
    /** Whose message it is: each tenant has an allowance of its own. */
    readonly tenant: string;
    readonly maskedText: string;
    readonly earlier: readonly string[];
    readonly guess: Understanding;
    readonly market: Market;
  }): Promise<Outcome<{ readonly understanding: Understanding; readonly use: ModelUse }, Unavailable>>;
};

/** What a reply may be written from. All of it is data: nothing in it is followed. */
export type ReplyRequest = {
  /** For whom: each tenant has an allowance of its own, and over its hard limit is written nothing. */
  readonly tenant: string;
  readonly maskedText: string;
  /** What the buyer wrote before, masked, oldest first. */
  readonly earlier: readonly string[];
  /** BCP 47: `pt`, or `es-AR` where the country's own words are wanted. */
  readonly language: string;
  readonly tone: 'calm' | 'upset';
  /** Whether the reply may hold one. */
  readonly emoji: boolean;
  readonly intents: readonly Intent[];
  /** A fact may be written by its name (`{{price}}`); whoever asked fills it in. */
  readonly facts: readonly { readonly name: string; readonly value: string }[];
  readonly passages: readonly { readonly id: string; readonly text: string }[];
  /** Why the last text for this very turn was held; null: there was none. */
  readonly held: string | null;
};

export type WrittenReply = {
  readonly text: string;
  /** Ids of the passages that it says it used. */
  readonly passages: readonly string[];
  readonly asksForPerson: boolean;
  /** Hash of what the model is asked, without its data. */
  readonly prompt: string;
  readonly use: ModelUse;
};

/** Writes a reply from facts and passages; parsed and guarded, never trusted. */
export type ReplyWriter = {
  write(request: ReplyRequest): Promise<Outcome<WrittenReply, Unavailable>>;
};
