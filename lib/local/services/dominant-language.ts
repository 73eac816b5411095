/** Finds the language of a text by its script and its function words: enough for a stand-in, no rival to Comprehend. */

export type RankedLanguage = {
  /** As Comprehend names it: ISO 639-1. */
  readonly code: string;
  /** 0 to 1. */
  readonly score: number;
};

/** Scripts that one language is taken for; kana before Han, because Japanese has both. */
const scripts: readonly (readonly [string, RegExp])[] = [
  ['ja', /[\p{Script=Hiragana}\p{Script=Katakana}]/gu],
  ['zh', /\p{Script=Han}/gu],
  ['ko', /\p{Script=Hangul}/gu],
  ['th', /\p{Script=Thai}/gu],
  ['ar', /\p{Script=Arabic}/gu],
  ['ru', /\p{Script=Cyrillic}/gu],
  ['hi', /\p{Script=Devanagari}/gu],
  ['he', /\p{Script=Hebrew}/gu],
  ['el', /\p{Script=Greek}/gu],
];

/** Function words without accents. */
const words: Readonly<Record<string, string>> = {
  es: 'el la los las un una unos de del al que y en es son por con para no mi me tu te su se lo le como pero mas muy este esta ese esa hay ya si cuando donde quien yo fue ser tengo tiene estoy desde hasta sin nada porque',
  pt: 'o a os as um uma de do da dos das no na ao que e em sao por com para nao meu minha me seu sua se como mas mais muito este esta isso ja sim quando onde quem eu foi ser tenho tem estou desde ate sem nada porque voce voces pelo',
  en: 'the a an of to and in is are was it its for on with that this these my your i you we they he she not have has had do does did when where what how who why be been will can could would there from at by as or if but so no',
  fr: 'le la les un une des de du et en est sont pour avec que qui ne pas mon ma mes votre vous je il elle nous ce cette dans sur au aux ou mais plus quand comment pourquoi ete avoir sans tout',
  de: 'der die das den dem ein eine einen und in ist sind war fur mit dass nicht mein meine ich sie wir es auf von zu im am an wie wo wann was aber auch noch haben hat wird nach bei aus oder',
  it: 'il lo la gli le un uno una di del della e in sono per con che non mio mia mi ti si ci ma piu molto questo questa quando dove come chi io ho ha hai al alla nel nella da dal anche senza perche',
};

/** Letters that hardly any other of these languages writes. */
const letters: Readonly<Record<string, RegExp>> = {
  es: /[ñ¿¡]/gu,
  pt: /[ãõ]/gu,
  fr: /[œêèû]/gu,
  de: /[ßäöü]/gu,
  it: /[ìò]/gu,
};

const wordSets = new Map(Object.entries(words).map(([code, list]) => [code, new Set(list.split(' '))]));

const count = (text: string, pattern: RegExp): number => text.match(pattern)?.length ?? 0;

/** The likely languages, likeliest first; a text of no letters has none. A word of several languages counts a part for each. */
export const rankLanguages = (text: string): readonly RankedLanguage[] => {
  const points = new Map<string, number>();
  const add = (code: string, more: number) => more > 0 && points.set(code, (points.get(code) ?? 0) + more);
  for (const [code, pattern] of scripts) add(code, count(text, pattern));
  for (const word of plainWords(text)) {
    const codes = [...wordSets].filter(([, set]) => set.has(word)).map(([code]) => code);
    for (const code of codes) add(code, 1 / codes.length);
  }
  for (const [code, pattern] of Object.entries(letters)) add(code, count(text.toLowerCase(), pattern));
  // Han characters in a text with kana are Japanese.
  if (points.has('ja')) points.delete('zh');
  if (points.size === 0) return /\p{L}/u.test(text) ? [{ code: 'en', score: 0.2 }] : [];
  return ranked(points);
};

const plainWords = (text: string): readonly string[] =>
  text
    .normalize('NFKD')
    .replaceAll(/\p{M}/gu, '')
    .toLowerCase()
    .match(/\p{L}+/gu) ?? [];

/** Shares of the squared points, so that a lead shows, taken down where there are few points. */
const ranked = (points: ReadonlyMap<string, number>): readonly RankedLanguage[] => {
  const total = points.values().reduce((sum, one) => sum + one, 0);
  const squares = points.values().reduce((sum, one) => sum + one ** 2, 0);
  const trust = 1 - 2 ** -total;
  return [...points]
    .map(([code, one]) => ({ code, score: (one ** 2 / squares) * trust }))
    .sort((one, other) => other.score - one.score);
};
