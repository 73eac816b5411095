/** How a buyer's text is read before anything is counted in it: capped, cleaned, folded and cut into words. */
import { shortForm } from './slang.ts';

/** What is read of a very long text: buyers say what they want at the start or at the end. */
const headLength = 4_000;
const tailLength = 1_000;
/** Compatibility forms may unfold to many characters; this bounds what follows. */
const readLength = 8_000;

const excerpt = (text: string): string =>
  text.length <= headLength + tailLength ? text : `${text.slice(0, headLength)} ${text.slice(-tailLength)}`;

const printable = /^[\x20-\x7e]*$/;
/** Format characters (Unicode category Cf), written out: a property of Unicode takes a while to compile. */
const invisible =
  /[\u00ad\u0600-\u0605\u061c\u06dd\u070f\u180e\u200b-\u200f\u202a-\u202e\u2060-\u2064\u2066-\u206f\ufeff\ufff9-\ufffb]|\udb40[\udc00-\udc7f]/g;
const controls = /[\0-\x1f\x7f-\x9f\u2028\u2029]+/g;

/**
 * Compatibility forms unified, invisible and control characters gone, lone surrogates replaced. Letters keep
 * their case and accents. At most 8,000 UTF-16 units, whatever comes in.
 */
export const readable = (text: string): string => {
  const read = excerpt(text);
  if (printable.test(read)) return read.replaceAll('`', "'");
  return read
    .toWellFormed()
    .normalize('NFKC')
    .replace(invisible, '')
    .replace(controls, ' ')
    .replace(/[’‘´`]/g, "'")
    .slice(0, readLength)
    .toWellFormed();
};

const beyondAscii = /[^\0-\x7f]/;
const marks = /\p{M}+/gu;

/** Lower case without accents: `Cadê` and `cade` are one word. */
export const plain = (text: string): string => {
  const lower = text.toLowerCase();
  return beyondAscii.test(lower) ? lower.normalize('NFD').replace(marks, '') : lower;
};

const oneLetter = /^(.)\1*$/u;
const stretched = /([a-wyz])\1{2,}/g;

/** Three of the same in a row: most words have none, and need no pattern to tell. */
const mayBeStretched = (word: string): boolean => {
  for (let at = 2; at < word.length; at += 1) {
    const unit = word.charCodeAt(at);
    if (unit === word.charCodeAt(at - 1) && unit === word.charCodeAt(at - 2)) return true;
  }
  return false;
};

/** Stretched letters are shortened (`holaaaa`), but not `BBB` nor `XXXL`; apostrophes dropped (`didn't`). */
export const unstretched = (word: string): string => {
  const short = mayBeStretched(word) && !oneLetter.test(word) ? word.replace(stretched, '$1') : word;
  return short.includes("'") ? short.replaceAll("'", '') : short;
};

const digit = /[0-9]/;

/** Digits lose their value. */
const folded = (word: string): string => {
  const short = unstretched(word);
  return digit.test(short) ? short.replace(/[0-9]{4,}/g, '0000').replace(/[1-9]/g, '0') : short;
};

/** Most texts are plain ASCII once their accents are gone; both patterns read those alike. */
const asciiWords = /[a-z][a-z0-9]*(?:'[a-z]+)*|[0-9][a-z0-9]*|[?!]+|[$#%@]/g;
const anyWords =
  /\p{L}[\p{L}\p{N}]*(?:'\p{L}+)*|\p{N}[\p{L}\p{N}]*|\p{Extended_Pictographic}|[?!]+|[$€£#%@]/gu;

/** One mark or many, and which: `?`, `??`, `!`, `!!`, `?!`. */
const markWord = (run: string): string => {
  const kinds = `${run.includes('?') ? '?' : ''}${run.includes('!') ? '!' : ''}`;
  return kinds.length === 2 || run.length === 1 ? kinds : kinds.repeat(2);
};

/**
 * The words of a text as the linear model counts them: lower case, no accents, slang spelled out, digits
 * folded; emoji and runs of marks are words too.
 *
 * @param text as `readable` leaves it
 */
export const wordsOf = (text: string): string[] => {
  const words: string[] = [];
  const flat = plain(text);
  for (const raw of flat.match(beyondAscii.test(flat) ? anyWords : asciiWords) ?? []) {
    if (raw.startsWith('?') || raw.startsWith('!')) words.push(markWord(raw));
    else {
      const word = folded(raw);
      const full = shortForm(word);
      if (full === undefined) words.push(word);
      else words.push(...full);
    }
  }
  return words;
};

const fewestCapitals = 8;

/** Mostly capitals in a text long enough that it is no abbreviation. */
export const isShouted = (text: string): boolean => {
  const raised = text.toUpperCase();
  const lowered = text.toLowerCase();
  let upper = 0;
  let lower = 0;
  for (let at = 0; at < text.length; at += 1) {
    if (raised[at] === lowered[at]) continue;
    if (text[at] === raised[at]) upper += 1;
    else lower += 1;
  }
  return upper >= fewestCapitals && upper > 3 * lower;
};
