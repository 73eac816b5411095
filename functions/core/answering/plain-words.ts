/** A buyer's words made plain enough to look for what they ask: folded, and with the short forms of chats written out. */
import { spaced } from './text.ts';

/** How people type on a telephone, in the three languages; only what can be read one way. */
const shortForms: ReadonlyMap<string, string> = new Map(
  Object.entries({
    q: 'que',
    qe: 'que',
    k: 'que',
    cdo: 'cuando',
    cuand: 'cuando',
    qdo: 'quando',
    qnd: 'quando',
    qndo: 'quando',
    qto: 'quanto',
    qnto: 'quanto',
    qts: 'quantos',
    qtas: 'quantas',
    pq: 'porque',
    xq: 'porque',
    pk: 'porque',
    pa: 'para',
    pal: 'para el',
    pra: 'para',
    pro: 'para o',
    vc: 'voce',
    vcs: 'voces',
    ta: 'esta',
    tao: 'estao',
    tb: 'tambem',
    tbm: 'tambem',
    n: 'nao',
    kd: 'cade',
    hj: 'hoje',
    xfa: 'por favor',
    porfa: 'por favor',
    u: 'you',
    ur: 'your',
    r: 'are',
    wheres: 'where s',
    whats: 'what s',
    whens: 'when s',
    hows: 'how s',
    thats: 'that s',
    dont: 'don t',
    cant: 'can t',
    didnt: 'didn t',
    doesnt: 'doesn t',
    hasnt: 'hasn t',
    havent: 'haven t',
    isnt: 'isn t',
    wont: 'won t',
  }),
);

/** ` donde esta mi pedido `: whole words with one blank around each. */
export const plainWords = (text: string): string => {
  const words = spaced(text).trim().split(' ');
  return ` ${words.map((word) => shortForms.get(word) ?? word).join(' ')} `;
};

/**
 * A pattern over plain words: alternatives are written with single blanks, `~` stands for up to six words between.
 * Both ends are ends of words.
 */
export const wording = (...alternatives: readonly string[]): RegExp =>
  new RegExp(` (?:${alternatives.join('|').replaceAll(' ~ ', ' (?:\\p{L}\\S* |\\d\\S* ){0,6}')}) `, 'u');
