/** Asks a buyer once how it went, from 1 to 5, and reads the answer. */
import type { BuyerVoice } from './promise-words.ts';

const notYet = (): never => {
  throw new Error('not built');
};

/** `buttons` for channels that have them: the title of each and what it means. */
export type RatingRequest = {
  readonly text: string;
  readonly buttons: readonly { readonly title: string; readonly rating: number }[];
};
export const ratingRequest: (voice: BuyerVoice, variantSeed: number) => RatingRequest = notYet;

/** The rating that a whole message is (`5`, `nota 4`, `⭐⭐⭐`, `cinco`), or null: it says something else. */
export const ratingIn: (text: string) => number | null = notYet;
