/** Words of Spanish, Portuguese and English that mean the same to a seller: what is learned from one language helps the others. */
import { buying } from './concepts/buying.ts';
import { delivery } from './concepts/delivery.ts';
import { people } from './concepts/people.ts';
import { problems } from './concepts/problems.ts';
import { sounded } from './spelling.ts';

/** By concept: plain words without accents; `_` joins words that stand together. */
const concepts: Readonly<Record<string, string>> = { ...delivery, ...problems, ...buying, ...people };

const longestRun = 4;
const byRun = new Map<string, string[]>();
for (const [concept, words] of Object.entries(concepts)) {
  for (const word of words.split(' ')) {
    const run = word.replaceAll('_', ' ');
    byRun.set(run, [...(byRun.get(run) ?? []), concept]);
  }
}

/** Shorter words sound like too many others. */
const shortestSound = 5;
const bySound = new Map<string, readonly string[]>();
for (const [run, concepts] of byRun) {
  if (run.length < shortestSound || run.includes(' ')) continue;
  const sound = sounded(run);
  if (!bySound.has(sound)) bySound.set(sound, concepts);
}

/** A word that no list holds may be one that is spelled as it sounds. */
const misspelled = (word: string): readonly string[] =>
  word.length < shortestSound ? [] : (bySound.get(sounded(word)) ?? []);

/**
 * What the words of a text mean to a seller, in order. The longest run of words wins and uses its words up:
 * an `error code` is no discount code. A run may mean several things; most words mean nothing.
 */
export const conceptsOf = (words: readonly string[]): (readonly string[])[] => {
  const found: (readonly string[])[] = [];
  let at = 0;
  while (at < words.length) {
    let used = 1;
    let meaning: readonly string[] = [];
    let run = '';
    for (let length = 1; length <= longestRun && at + length <= words.length; length += 1) {
      run = length === 1 ? (words[at] ?? '') : `${run} ${words[at + length - 1] ?? ''}`;
      const known = byRun.get(run);
      if (known !== undefined) [used, meaning] = [length, known];
    }
    if (meaning.length === 0) meaning = misspelled(words[at] ?? '');
    if (meaning.length > 0) found.push(meaning);
    at += used;
  }
  return found;
};
