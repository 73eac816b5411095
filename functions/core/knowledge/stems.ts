/** Stems of the three languages, the same whether or not somebody typed the accents. */
import { stemmer as english } from '@orama/stemmers/english';
import { stemmer as portuguese } from '@orama/stemmers/portuguese';
import { stemmer as spanish } from '@orama/stemmers/spanish';
import { folded } from './text.ts';

/** Endings by which the stemmers know a word, as buyers type them, and as they are spelled. */
const spelledEndings = {
  es: [
    [/cion$/, 'ción'],
    [/sion$/, 'sión'],
  ],
  pt: [
    [/cao$/, 'ção'],
    [/coes$/, 'ções'],
    [/sao$/, 'são'],
    [/soes$/, 'sões'],
    [/avel$/, 'ável'],
    [/aveis$/, 'áveis'],
    [/ivel$/, 'ível'],
    [/encia$/, 'ência'],
  ],
  en: [],
} as const satisfies Readonly<Record<string, readonly (readonly [RegExp, string])[]>>;

const stemmers = { es: spanish, pt: portuguese, en: english };
type Stemmed = keyof typeof stemmers;
const isStemmed = (language: string): language is Stemmed => Object.hasOwn(stemmers, language);

/** Shorter words are left as they are. */
const shortest = 4;

const stemIn = (word: string, language: Stemmed): string => {
  const spelled = spelledEndings[language].reduce((one, [ending, right]) => one.replace(ending, right), word);
  return folded(stemmers[language](spelled));
};

/** Words of one article come again in the next. */
const remembered = new Map<string, string>();
const mostRemembered = 20_000;

/**
 * @param word lower case, accents kept
 * @param language without its country; one without a stemmer leaves the folded word
 */
export const stemOf = (word: string, language: string): string => {
  if (word.length < shortest || !isStemmed(language) || /\p{N}/u.test(word)) return folded(word);
  const key = `${language}:${word}`;
  const known = remembered.get(key);
  if (known !== undefined) return known;
  if (remembered.size >= mostRemembered) remembered.clear();
  const stem = stemIn(word, language);
  remembered.set(key, stem);
  return stem;
};

/** Spelling in which words that the languages share look alike: `garantía`, `garantia`; `algodón`, `algodão`. */
const shared: readonly (readonly [RegExp, string])[] = [
  [/ph/g, 'f'],
  [/th/g, 't'],
  [/nh|gn/g, 'n'],
  [/lh/g, 'l'],
  [/qu/g, 'k'],
  [/c(?=[aou])|ck/g, 'k'],
  [/z/g, 's'],
  [/c(?=[ei])/g, 's'],
  [/y/g, 'i'],
  [/(\p{L})\1+/gu, '$1'],
];
const cognateLetters = 5;

/** The beginning of a word as its cousins in the other languages begin; null for words too short to tell. */
export const cognateOf = (word: string): string | null => {
  if (!/^[a-z]{5,}$/.test(word)) return null;
  const alike = shared.reduce((one, [from, to]) => one.replace(from, to), word);
  return alike.length < cognateLetters ? null : alike.slice(0, cognateLetters);
};
