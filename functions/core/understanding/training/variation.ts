/** What buyers do to a phrase: they greet first, slip on the keys, leave words out. Copies like these teach the table. */
import type { Chance } from './chance.ts';
import type { Phrase } from './phrase.ts';

const openings: Readonly<Record<string, readonly string[]>> = {
  es: [
    'hola',
    'hola buenas tardes',
    'buenas',
    'buenos días',
    'hola buen día',
    'disculpe',
    'hola una consulta',
    'oiga',
    'hola qué tal',
  ],
  pt: [
    'oi',
    'olá',
    'bom dia',
    'boa tarde',
    'oi tudo bem',
    'boa noite',
    'olá boa tarde',
    'gente',
    'moça',
    'oi uma dúvida',
  ],
  en: [
    'hi',
    'hello',
    'hey',
    'good morning',
    'hi there',
    'hey there',
    'excuse me',
    'quick question',
    'hello team',
  ],
};
const closings: Readonly<Record<string, readonly string[]>> = {
  es: ['gracias', 'por favor', 'muchas gracias', 'quedo atento', 'saludos', 'espero su respuesta'],
  pt: ['obrigado', 'por favor', 'obrigada', 'aguardo', 'fico no aguardo', 'grata'],
  en: ['thanks', 'please', 'thank you', 'thanks in advance', 'let me know', 'please help'],
};

const keys = 'abcdefghijklmnopqrstuvwxyz';

/** One slip: a letter dropped, doubled, swapped with the next or replaced. */
const slipped = (word: string, chance: Chance): string => {
  if (word.length < 4) return word;
  const at = 1 + chance.below(word.length - 2);
  const before = word.slice(0, at);
  const letter = word[at] ?? '';
  const after = word.slice(at + 1);
  switch (chance.below(4)) {
    case 0:
      return before + after;
    case 1:
      return before + letter + letter + after;
    case 2:
      return `${before}${after.slice(0, 1)}${letter}${after.slice(1)}`;
    default:
      return `${before}${keys[chance.below(keys.length)] ?? ''}${after}`;
  }
};

/** The phrase with slips in about one word of four. */
export const mistyped = (text: string, chance: Chance): string =>
  text
    .split(' ')
    .map((word) => (chance.next() < 0.25 ? slipped(word, chance) : word))
    .join(' ');

const pick = (items: readonly string[], chance: Chance): string => items[chance.below(items.length)] ?? '';

/** The phrase between a greeting and a closing word, or one of them. */
export const surrounded = (phrase: Pick<Phrase, 'text' | 'language'>, chance: Chance): string => {
  const opening = pick(openings[phrase.language] ?? [''], chance);
  const closing = pick(closings[phrase.language] ?? [''], chance);
  switch (chance.below(3)) {
    case 0:
      return `${opening} ${phrase.text}`;
    case 1:
      return `${phrase.text} ${closing}`;
    default:
      return `${opening}, ${phrase.text} ${closing}`;
  }
};
