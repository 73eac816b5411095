/** Words of Spanish, Portuguese and English that mean the same to a seller: what is learned from one language helps the others. */
import { buying } from './concepts/buying.ts';
import { delivery } from './concepts/delivery.ts';
import { people } from './concepts/people.ts';
import { problems } from './concepts/problems.ts';
import { risk } from './concepts/risk.ts';
import { HashIndex } from './hash-index.ts';
import { hashEnd, hashOf, hashStart, hashWith } from './hashing.ts';
import { sounded } from './spelling.ts';

/** By concept: plain words without accents; `_` joins words that stand together. */
const concepts: Readonly<Record<string, string>> = {
  ...delivery,
  ...problems,
  ...buying,
  ...people,
  ...risk,
};
const names = Object.keys(concepts);

const longestRun = 5;
/** Shorter words sound like too many others. */
const shortestSound = 5;
const runKind = 9;
const soundKind = 10;
const space = 0x20;
const joint = 0x5f;

/** Files each run of a list under its hash, and each single word under its sound. */
const fileList = (list: string, concept: number, byRun: HashIndex, bySound: HashIndex): void => {
  let start = 0;
  let joined = false;
  let hash = hashStart(runKind);
  for (let at = 0; at <= list.length; at += 1) {
    const unit = at < list.length ? list.charCodeAt(at) : space;
    if (unit === space) {
      if (at > start) byRun.add(hashEnd(hash), concept);
      if (!joined && at - start >= shortestSound) {
        const sound = hashOf(soundKind, sounded(list.slice(start, at)));
        if (!bySound.has(sound)) bySound.add(sound, concept);
      }
      start = at + 1;
      joined = false;
      hash = hashStart(runKind);
    } else {
      if (unit === joint) joined = true;
      hash = hashWith(hash, unit === joint ? space : unit);
    }
  }
};

type Lexicon = { readonly runs: HashIndex; readonly sounds: HashIndex };

let filed: Lexicon | null = null;

/** Filed when a first text asks, not while a process starts. */
const lexicon = (): Lexicon => {
  if (filed !== null) return filed;
  const fresh = { runs: new HashIndex(), sounds: new HashIndex() };
  names.forEach((name, concept) => {
    fileList(concepts[name] ?? '', concept, fresh.runs, fresh.sounds);
  });
  filed = fresh;
  return fresh;
};

/** A word that no list holds may be one that is spelled as it sounds. */
const misspelled = ({ sounds }: Lexicon, word: string): number[] =>
  word.length < shortestSound ? [] : sounds.valuesOf(hashOf(soundKind, sounded(word)));

/** The longest run from a word on that means something, and how many words it uses. */
const runAt = (
  known: Lexicon,
  words: readonly string[],
  from: number,
): { readonly used: number; readonly meaning: number[] } => {
  let hash = hashStart(runKind);
  let used = 1;
  let found = 0;
  for (let at = from; at < Math.min(words.length, from + longestRun); at += 1) {
    if (at > from) hash = hashWith(hash, space);
    const word = words[at] ?? '';
    for (let unit = 0; unit < word.length; unit += 1) hash = hashWith(hash, word.charCodeAt(unit));
    const end = hashEnd(hash);
    if (known.runs.has(end)) [used, found] = [at - from + 1, end];
  }
  return found === 0
    ? { used, meaning: misspelled(known, words[from] ?? '') }
    : { used, meaning: known.runs.valuesOf(found) };
};

/**
 * What the words of a text mean to a seller, in order, as numbers of concepts. The longest run of words wins and
 * uses its words up: an `error code` is no discount code. A run may mean several things; most words mean nothing.
 */
export const conceptsOf = (words: readonly string[]): number[][] => {
  const known = lexicon();
  const found: number[][] = [];
  let at = 0;
  while (at < words.length) {
    const { used, meaning } = runAt(known, words, at);
    if (meaning.length > 0) found.push(meaning);
    at += used;
  }
  return found;
};

/** The name of a concept, for people. */
export const conceptName = (concept: number): string => names[concept] ?? '';
