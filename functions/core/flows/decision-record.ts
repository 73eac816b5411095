/** What a decision was made from, kept with it: no words and nothing personal, and enough to say why and to decide again. */
import type { ModelUse } from '../ports/understanding.ts';

/** What a model was asked for one turn, and what became of its words. */
export type Writing = {
  /** Names of the facts and articles that it was shown or said it used. */
  readonly facts: readonly string[];
  readonly passages: readonly string[];
  /** Hash of the prompt without its data; null: nobody was asked. */
  readonly prompt: string | null;
  readonly use: ModelUse | null;
  /** Why its texts were held, in order. */
  readonly held: readonly string[];
  readonly unavailable: string | null;
  /** The words that passed; kept with the reply, never here. */
  readonly text: string | null;
};

export const noWriting: Writing = {
  facts: [],
  passages: [],
  prompt: null,
  use: null,
  held: [],
  unavailable: null,
  text: null,
};
