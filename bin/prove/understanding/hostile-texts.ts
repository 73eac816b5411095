/** Texts that nobody should have to read: thirty scripts, nothing at all, a megabyte, marks that play tricks. */

/** First and last code point of a block of letters, by script. */
const scripts: Readonly<Record<string, readonly [first: number, last: number]>> = {
  latin: [0x61, 0x7a],
  greek: [0x391, 0x3c9],
  cyrillic: [0x410, 0x44f],
  armenian: [0x531, 0x556],
  hebrew: [0x5d0, 0x5ea],
  arabic: [0x621, 0x64a],
  syriac: [0x710, 0x72c],
  thaana: [0x780, 0x7a5],
  devanagari: [0x905, 0x939],
  bengali: [0x985, 0x9b9],
  gurmukhi: [0xa05, 0xa39],
  gujarati: [0xa85, 0xab9],
  oriya: [0xb05, 0xb39],
  tamil: [0xb85, 0xbb9],
  telugu: [0xc05, 0xc39],
  kannada: [0xc85, 0xcb9],
  malayalam: [0xd05, 0xd39],
  sinhala: [0xd85, 0xdc6],
  thai: [0xe01, 0xe3a],
  lao: [0xe81, 0xeb0],
  tibetan: [0xf40, 0xf6c],
  myanmar: [0x1000, 0x102a],
  georgian: [0x10d0, 0x10fa],
  ethiopic: [0x1200, 0x1248],
  cherokee: [0x13a0, 0x13f4],
  khmer: [0x1780, 0x17b3],
  mongolian: [0x1820, 0x1877],
  hiragana: [0x3041, 0x3096],
  katakana: [0x30a1, 0x30fa],
  han: [0x4e00, 0x9fff],
  hangul: [0xac00, 0xd7a3],
};

/** Beginnings of what patterns look for, over and over: where a pattern could run away, it does here. */
const repeated = [
  'a',
  '1',
  ' ',
  '\n',
  '!?',
  '@',
  'a@',
  'a.b-c_',
  'www.',
  '1.',
  '1-',
  '(11) ',
  '+5',
  '4111 ',
  '000.',
  'rua ',
  'me llamo A ',
  'cpf ',
  'quiero hablar con ',
  'no me ',
  'R$ 1.',
  '#',
  '1/',
  '🙂',
  '\u200d',
  'e\u0301\u0301',
  '\u0000',
  '\u202e',
  '\u200b',
  '\ud800',
  '\udc00',
  'ﷺ',
];

export type Hostile = { readonly name: string; readonly text: string };

const filled = (piece: string, length: number): string =>
  piece.repeat(Math.ceil(length / piece.length)).slice(0, length);

const written = ([first, last]: readonly [number, number], chance: () => number): string =>
  Array.from({ length: 400 }, (_, at) =>
    at % 6 === 5 ? ' ' : String.fromCodePoint(first + Math.floor(chance() * (last - first + 1))),
  ).join('');

export const hostileTexts = (chance: () => number): readonly Hostile[] => [
  { name: 'empty', text: '' },
  ...Object.entries(scripts).map(([name, block]) => ({ name, text: written(block, chance) })),
  ...repeated.flatMap((piece) =>
    [20_000, 200_000].map((length) => ({
      name: `${JSON.stringify(piece)} × ${String(length)}`,
      text: filled(piece, length),
    })),
  ),
  {
    name: 'a megabyte of words',
    text: filled('quero saber do meu pedido 123, cpf 529.982.247-25. ', 1_000_000),
  },
  { name: 'a megabyte without a space', text: filled('abc1', 1_000_000) },
  {
    name: 'any units',
    text: Array.from({ length: 20_000 }, () => String.fromCharCode(Math.floor(chance() * 65_536))).join(''),
  },
];
