/** What a buyer wrote before: a fragment ("and the green one?", "by when") is about the same matter. */
import type { Intent } from '../domain/intent.ts';
import { plainWords, wording } from './plain-words.ts';
import { wordsOf } from './text.ts';

/** The buyer's last words that said something of their own, with what they were taken for. */
export type Before = { readonly text: string; readonly intents: readonly Intent[] };

/** Words: what is longer stands by itself. */
const longestFragment = 5;
const longestContinuation = 12;

const goesOn = wording(
  '(?:y|e|and|ok|okay|pero|mas|but|entonces|entao|so|then|oye|ah|va|dale|listo|cool|bueno|tambien|tambem|also|aparte|otra cosa|one more thing|what about|how about|y si|e se)',
);

/** Whether a message may only be read with the one before it. */
export const isFragment = (text: string): boolean => {
  const count = wordsOf(text).length;
  if (count <= longestFragment) return true;
  const [first = '', second = ''] = plainWords(text).trim().split(' ');
  return count <= longestContinuation && (goesOn.test(` ${first} `) || goesOn.test(` ${first} ${second} `));
};
