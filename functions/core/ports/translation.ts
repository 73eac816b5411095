/** Turns words of people from one language into another; facts are protected before and checked after by whoever asks. */
import type { Outcome } from '../domain/outcome.ts';
import type { ConversationAddress } from './conversations.ts';
import type { BuyerId } from '../domain/ids.ts';
import type { ModelUse, Unavailable } from './understanding.ts';

/** What a translation cost: characters of a service, tokens of a model. */
export type TranslationUse =
  { readonly by: 'service'; readonly characters: number } | ({ readonly by: 'model' } & ModelUse);

export type Translation = {
  readonly text: string;
  /** As given, or as found where it was not. */
  readonly from: string;
  readonly use: TranslationUse;
};

export type Translator = {
  /** Tokens like `⟦1⟧` come back as they are. Languages are BCP 47; `from` null: to be found. */
  translate(request: {
    readonly text: string;
    readonly from: string | null;
    readonly into: string;
  }): Promise<Outcome<Translation, Unavailable>>;
};

/** Translations by the hash of what was translated, sealed under the key of the buyer whose conversation it is. */
export type TranslationCache = {
  find(conversation: ConversationAddress & { readonly buyer: BuyerId }, hash: string): Promise<string | null>;
  keep(
    conversation: ConversationAddress & { readonly buyer: BuyerId },
    hash: string,
    text: string,
  ): Promise<void>;
};

/** The same for the same parts. */
export type ContentHash = (...parts: readonly string[]) => string;
