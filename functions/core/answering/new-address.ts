/** The new address in a buyer's words, to be repeated to the buyer and never guessed at. */
import { contactsIn, linksIn } from './linter.ts';
import { sayable } from './text.ts';

/** After the word for an address, or for sending, comes what leads to the address itself. */
const led =
  /(?:direcci[oó]n|domicilio|endere[cç]o|address|env[ií][aeo]r?(?:lo|la|se|me)?|mandar?(?:lo|la)?|send|deliver|ship|entrega[r]?)(?:[^:\n]{0,60}?)(?::|\s(?:es|é|is|a|ao|para|to|por|en|em|at|sea|seja|ser[ií]a|será)\s)\s*(?!(?:mi|meu|minha|my|el|o|la|a|the|este|esta|esse|outr[oa]|otr[oa]|another|pedido|order|orden|que|o)\b)(?<address>[^\n?¿!]+)/giu;
const courtesy =
  /[\s,.;]*(?:por favor|porfa(?:vor)?|please|pls|thanks?(?: you)?|(?:muchas )?gracias|(?:muito )?obrigad[oa]|desde ya)[\s.!]*$/iu;
const mostCharacters = 200;

const trimmed = (text: string): string =>
  text
    .replace(courtesy, '')
    .replace(/\s+/gu, ' ')
    .replace(/^[\s,.;:"“«]+|[\s,.;"”»]+$/gu, '');

/** A street with a number is the least; links, telephones and mail addresses are none of it. */
const isAddress = (text: string): boolean =>
  text.length <= mostCharacters &&
  /\d/u.test(text) &&
  (text.match(/\p{L}{2,}/gu)?.length ?? 0) >= 2 &&
  linksIn(text).length === 0 &&
  contactsIn(text).length === 0 &&
  sayable(text) !== null;

/** As written, blanks single; null: none that could be repeated. */
export const addressIn = (text: string): string | null => {
  const found = [...text.matchAll(led)].map(({ groups }) => trimmed(groups?.['address'] ?? ''));
  return found.find(isAddress) ?? null;
};

/** The same address, however it is written. */
export const isSameAddress = (one: string, other: string): boolean => plain(one) === plain(other);
const plain = (text: string): string =>
  text
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
