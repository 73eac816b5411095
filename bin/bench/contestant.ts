/** What takes part in a benchmark, and what one run of it tells. */

/** A text with the intent that is right; `oos` where none of the intents is. */
export type LabelledText = { readonly text: string; readonly intent: string };

/** What a contestant makes of a text; `confidence` of any scale, more for surer. */
export type Answer = { readonly intent: string; readonly confidence: number };

/** Learned once, then asked. */
export type Contestant = {
  readonly learn: (rows: readonly LabelledText[]) => Promise<void>;
  readonly answer: (text: string) => Promise<Answer>;
  /** Bytes of what has to be stored to answer later. */
  readonly size: () => number;
};

export const contestants = ['ours', 'node-nlp', 'natural'] as const;
export type ContestantName = (typeof contestants)[number];

/** The rivals as npm knows them. */
export const rivalPackages = ['node-nlp@4.27.0', 'natural@8.1.0'] as const;
