/** Translates as the played model of this machine can: phrase by phrase from a table, tokens kept; what it does not know it does not guess. */
import { wordRows, type WordRow } from './translation-words.ts';

const languages = ['zh', 'pt', 'es', 'en'] as const;
type Known = (typeof languages)[number];
const known = (tag: string): Known | null =>
  languages.find((one) => tag.toLowerCase().startsWith(one)) ?? null;

const namesOf: Readonly<Record<string, Known>> = {
  'Simplified Chinese': 'zh',
  'Brazilian Portuguese': 'pt',
  Spanish: 'es',
  English: 'en',
};
/** By its English name, as prompts say it, or its tag. */
export const languageNamed = (name: string): Known | null => namesOf[name.trim()] ?? known(name.trim());

const isHan = (text: string): boolean => /\p{Script=Han}/u.test(text);
const byLength = (rows: readonly WordRow[], from: Known): readonly WordRow[] =>
  rows.filter((row) => row[from] !== '').toSorted((one, other) => other[from].length - one[from].length);

const punctuation: Readonly<Record<string, string>> = {
  '，': ', ',
  '。': '. ',
  '！': '! ',
  '？': '? ',
  '：': ': ',
  '；': '; ',
  '、': ', ',
  '（': ' (',
  '）': ') ',
};

/** What stands as it is: tokens of facts, numbers and their marks, blanks. */
const asItIs = /^(?:⟦\s*\d+\s*⟧|[\d.,:/%#-]+|\s+|[!?.,;:()"'«»¡¿-])/u;

const wordEnds = (text: string, length: number): boolean => !/^\p{L}/u.test(text.slice(length));

/** Null: something in it that the table does not know. */
export const translateByTable = (text: string, from: Known, into: Known): string | null => {
  const rows = byLength(wordRows, from);
  const parts: string[] = [];
  let rest = text;
  while (rest !== '') {
    const plain = asItIs.exec(rest)?.[0];
    const mark = punctuation[rest.charAt(0)];
    const lower = rest.toLowerCase();
    const row = rows.find(
      (one) =>
        lower.startsWith(one[from].toLowerCase()) && (from === 'zh' || wordEnds(rest, one[from].length)),
    );
    const latin = from === 'zh' ? /^[A-Za-zÀ-ÿ][\w.À-ÿ-]*/u.exec(rest)?.[0] : undefined;
    if (plain !== undefined) parts.push(plain);
    else if (mark !== undefined) parts.push(mark);
    else if (row !== undefined) parts.push(` ${row[into]} `);
    else if (latin !== undefined) parts.push(` ${latin} `);
    else return null;
    rest = rest.slice(
      (plain ?? (mark === undefined ? (row?.[from] ?? latin) : rest.charAt(0)) ?? ' ').length,
    );
  }
  const joined = parts
    .join('')
    .replaceAll(/(⟦\s*\d+\s*⟧)/gu, ' $1 ')
    .replaceAll(/\s+/gu, ' ')
    .replaceAll(/\s+([.,!?;:)])/gu, '$1')
    .trim();
  return into === 'zh'
    ? joined.replaceAll(/\s+(?=\p{Script=Han})|(?<=\p{Script=Han})\s+/gu, '')
    : capital(joined);
};

const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

/** Of Chinese it is sure; else it takes what it is told. */
export const guessed = (text: string, told: Known | null): Known => told ?? (isHan(text) ? 'zh' : 'pt');
