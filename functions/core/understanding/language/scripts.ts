/** Languages that their writing gives away: no table needed, only the letters. */

type Writing = {
  readonly script: RegExp;
  /** What one letter weighs beside Latin ones: a Chinese sentence with a product name in it is Chinese. */
  readonly weight: number;
  readonly languageOf: (text: string) => string;
};

/** The first language whose own letters stand in the text, else the usual one of the script. */
const byLetters =
  (usual: string, own: readonly (readonly [string, RegExp])[]) =>
  (text: string): string =>
    own.find(([, letters]) => letters.test(text))?.[0] ?? usual;

const always = (language: string) => (): string => language;

const kana = /[\p{Script=Hiragana}\p{Script=Katakana}]/u;

const cyrillic = byLetters('ru', [
  ['uk', /[іїєґ]/i],
  ['be', /ў/i],
  ['mk', /[ѓќѕ]/i],
  ['sr', /[ђћјљњџ]/i],
  ['kk', /[әғқңөұүһ]/i],
  ['ru', /[ыэё]/i],
  ['bg', /ъ|(?:^|\s)(?:не|поръчка|къде|моля|здравейте)(?:\s|$)/i],
]);

const arabic = byLetters('ar', [
  ['ur', /[ٹڈڑںےھ]/],
  ['fa', /[پچژگک‌]|ی/],
]);

const writings: readonly Writing[] = [
  {
    script: /\p{Script=Han}|\p{Script=Hiragana}|\p{Script=Katakana}/gu,
    weight: 3,
    languageOf: (text) => (kana.test(text) ? 'ja' : 'zh'),
  },
  { script: /\p{Script=Hangul}/gu, weight: 3, languageOf: always('ko') },
  { script: /\p{Script=Cyrillic}/gu, weight: 1, languageOf: cyrillic },
  { script: /\p{Script=Arabic}/gu, weight: 1.5, languageOf: arabic },
  { script: /\p{Script=Hebrew}/gu, weight: 1.5, languageOf: always('he') },
  { script: /\p{Script=Thai}/gu, weight: 1.5, languageOf: always('th') },
  { script: /\p{Script=Greek}/gu, weight: 1, languageOf: always('el') },
  { script: /\p{Script=Devanagari}/gu, weight: 1.5, languageOf: always('hi') },
  { script: /\p{Script=Bengali}/gu, weight: 1.5, languageOf: always('bn') },
  { script: /\p{Script=Tamil}/gu, weight: 1.5, languageOf: always('ta') },
  { script: /\p{Script=Telugu}/gu, weight: 1.5, languageOf: always('te') },
  { script: /\p{Script=Kannada}/gu, weight: 1.5, languageOf: always('kn') },
  { script: /\p{Script=Malayalam}/gu, weight: 1.5, languageOf: always('ml') },
  { script: /\p{Script=Gujarati}/gu, weight: 1.5, languageOf: always('gu') },
  { script: /\p{Script=Gurmukhi}/gu, weight: 1.5, languageOf: always('pa') },
  { script: /\p{Script=Sinhala}/gu, weight: 1.5, languageOf: always('si') },
  { script: /\p{Script=Georgian}/gu, weight: 1, languageOf: always('ka') },
  { script: /\p{Script=Armenian}/gu, weight: 1, languageOf: always('hy') },
  { script: /\p{Script=Lao}/gu, weight: 1.5, languageOf: always('lo') },
  { script: /\p{Script=Khmer}/gu, weight: 1.5, languageOf: always('km') },
  { script: /\p{Script=Myanmar}/gu, weight: 1.5, languageOf: always('my') },
  { script: /\p{Script=Ethiopic}/gu, weight: 1.5, languageOf: always('am') },
  { script: /\p{Script=Tibetan}/gu, weight: 1.5, languageOf: always('bo') },
];

/** Letters from Greek on; not the marks and emoji that Latin texts hold too, nor Vietnamese letters. */
const beyondLatin =
  /[\u0370-\u1dff\u1f00-\u1fff\u2e80-\ud7ff\uf900-\ufdff\ufe70-\ufefe\uff66-\uffdc\ud840-\ud87f]/;
const latin = /\p{Script=Latin}/gu;

/** The language of the script that most of the text is written in, and its share; null where that is Latin. */
export const languageByScript = (text: string): { language: string; share: number } | null => {
  if (!beyondLatin.test(text)) return null;
  let all = text.match(latin)?.length ?? 0;
  let best: { writing: Writing; mass: number } | null = null;
  for (const writing of writings) {
    const mass = (text.match(writing.script)?.length ?? 0) * writing.weight;
    all += mass;
    if (mass > (best?.mass ?? 0)) best = { writing, mass };
  }
  if (best === null || best.mass * 2 < all) return null;
  return { language: best.writing.languageOf(text), share: best.mass / all };
};
