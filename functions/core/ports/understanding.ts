/** How language and intent are found: in the process first, a region's service or model when that is unsure. */
import type { Outcome } from '../domain/outcome.ts';
import type { Market } from '../domain/channel.ts';
import type { Understanding } from '../domain/intent.ts';

export type Unavailable = {
  readonly kind: 'unavailable';
  readonly because: 'throttled' | 'timed-out' | 'refused' | 'malformed' | 'not-in-region';
};

/** The first tier: pure, never fails. */
export type FirstTier = {
  understand(message: { readonly text: string; readonly conversationLanguage: string | null }): Understanding;
  mask(text: string): string;
};

/** The region's language service, where it has one; texts of 20 characters or more. */
export type LanguageDetector = {
  detect(
    maskedText: string,
  ): Promise<Outcome<{ readonly language: string; readonly confidence: number }, Unavailable>>;
};

export type ModelUse = { readonly model: string; readonly tokensIn: number; readonly tokensOut: number };

/** The second tier: a model with label definitions, asked only when the first is unsure. */
export type IntentModel = {
  recognize(question: {
    readonly maskedText: string;
    readonly earlier: readonly string[];
    readonly guess: Understanding;
    readonly market: Market;
  }): Promise<Outcome<{ readonly understanding: Understanding; readonly use: ModelUse }, Unavailable>>;
};

/** Writes a reply from facts; parsed and guarded, never trusted. */
export type ReplyWriter = {
  write(request: {
    readonly maskedText: string;
    readonly language: string;
    readonly facts: readonly { readonly name: string; readonly value: string }[];
    readonly tone: 'calm' | 'upset';
    readonly draft: string;
  }): Promise<Outcome<{ readonly text: string; readonly use: ModelUse }, Unavailable>>;
};
