/** Names of people, known by what stands before them: `me llamo …`, `em nome de …`, `Regards, …`. */
import { aligned } from '../aligned.ts';
import { firstNames } from './first-names.ts';
import type { PersonalSpan } from './span.ts';

/** A name follows, in whatever case. */
const announced = [
  'me llamo',
  'mi nombre(?: completo)? es',
  'nombre completo(?: es)?',
  'al? nombre de(?:l titular)?',
  'me chamo',
  'meu nome(?: completo)? e',
  'nome completo(?: e)?',
  '(?:em|no) nome d[eao]',
  'my (?:full )?names? is',
  'my names',
  'full name(?: is)?',
  'under the name(?: of)?',
  'in the name of',
  'name on the card(?: is)?',
];
/** A name follows if it looks like one: two words in capitals, or a common first name. */
const likely = [
  'soy',
  'sou(?: [oa])?',
  'aqui(?: quem fala)? e(?: [oa])?',
  'habla',
  'le escribe',
  'this is',
  'i am',
  'im',
  "i'm",
  'titular(?: es)?',
  'destinatari[oa](?: es| e)?',
  '(?:lo )?recibe',
  'quem recebe e(?: [oa])?',
  'recipient(?: is)?',
  'card ?holder(?: is)?',
  'account holder(?: is)?',
  'attn',
  'att',
  'atte',
  'atentamente',
  'atenciosamente',
  'saludos(?: cordiales)?',
  'abracos?',
  '(?:best |kind )?regards',
  'sincerely',
  'cheers',
];
/** Only as the title of a field. */
const fields = ['nombre', 'nome', 'name', 'cliente', 'destinatario', 'titular', 'recibe', 'recipient'];

/** Whose name it is may stand before it: `a nombre de mi esposa Laura`. */
const relative =
  /^(?:mi|meu|minha|my|el|la|o|a)\s(?:esposa|esposo|marido|mujer|mama|papa|madre|padre|hermana|hermano|hij[oa]|novi[oa]|jefe|amig[oa]|mae|pai|irmao?|irma|filh[oa]|namorad[oa]|wife|husband|mother|mom|dad|father|sister|brother|son|daughter|friend|senora?|senhora?)\s/;

/** One group for each kind of lead-in. */
const lead = new RegExp(
  String.raw`(?<![a-z\d])(?:(${announced.join('|')})|(${likely.join('|')})|(?:${fields.join('|')})(?=\s{0,2}[:=]))(?:\s{0,2}[:=,]\s{0,2}|\s)`,
  'g',
);

/** Six words at most, right where the lead-in ends. */
const wordsHere = /^[A-Za-zÀ-ɏ][A-Za-zÀ-ɏ'’.-]*(?:\s[A-Za-zÀ-ɏ][A-Za-zÀ-ɏ'’.-]*){0,5}/;
const longestName = 160;

const capital = /^[A-ZÀ-Þ]/;
const link = /^(?:de|da|do|dos|das|del|la|los|las|e|y|van|von)$/i;
/** Words with which a buyer writes on after a name, or that show that none follows. */
const noName: ReadonlySet<string> = new Set(
  `y e and pero mas but mi meu minha my el la lo o a the un una um uma de del da do no nao not que con com with
  cliente clienta client customer comprador compradora buyer nuevo nueva novo nova new usuario usuaria dueno duena dono dona
  titular empresa company tienda loja store shop otra outra otro outro another someone alguien alguem quien quem who talla
  tamanho size en em in por para pra for from to so very muy muito vivo moro quiero quero want necesito preciso need hice fiz
  fui tengo tenho have es is can favor please cpf rfc dni rut tel cep hola hi hello oi ola gracias obrigado obrigada thanks
  aqui aca here persona pessoa person ustedes voce voces you esta esto compre compro comprei compra pedi pedido order
  ordered puede pueden pode podem ya ja already`.split(/\s+/),
);

/** The words that may be a name; a lower-case one only where a name was announced, and then three at most. */
const nameIn = (text: string, anyCase: boolean): string => {
  const parts = text.split(/(\s)/);
  const kept: string[] = [];
  for (let at = 0; at < parts.length; at += 2) {
    const part = parts[at] ?? '';
    const bare = part.replace(/[.'’-]+$/, '');
    if (link.test(bare) && kept.length > 0) {
      const following = parts.slice(at + 2).find((later) => later.trim() !== '' && !link.test(later)) ?? '';
      if (!capital.test(following) && !(anyCase && kept.length <= 2)) break;
      if (noName.has(aligned(following))) break;
    } else if (noName.has(aligned(bare)) || (!capital.test(part) && (!anyCase || kept.length > 4))) break;
    kept.push(part, parts[at + 1] ?? '');
    if (part.endsWith('.') && bare.length > 2) break;
  }
  return kept
    .join('')
    .trimEnd()
    .replace(/[.,'’-]+$/, '');
};

const looksLikeName = (name: string): boolean => {
  const [first = '', ...others] = name.split(/\s/);
  return firstNames.has(aligned(first)) || (capital.test(first) && others.some((part) => capital.test(part)));
};

const isFirstName = (name: string): boolean => firstNames.has(aligned(name.split(/\s/)[0] ?? ''));

/** The name after a lead-in, or nothing. */
const nameAfter = (here: string, isAnnounced: boolean, isLikely: boolean): string => {
  const capitals = nameIn(here, isAnnounced);
  if (isAnnounced) return capitals.length > 1 ? capitals : '';
  if (!isLikely) return capitals.length > 1 ? capitals : '';
  if (capitals !== '' && looksLikeName(capitals)) return capitals;
  const anyCase = nameIn(here, true);
  return isFirstName(anyCase) ? anyCase : '';
};

/**
 * Only where the text says that a name follows.
 *
 * @param given the text as given, `text` the same as `aligned` leaves it
 */
export const findNames = (text: string, given: string): PersonalSpan[] => {
  const found: PersonalSpan[] = [];
  for (const match of text.matchAll(lead)) {
    const end = match.index + match[0].length;
    const start = end + (relative.exec(text.slice(end, end + longestName))?.[0].length ?? 0);
    const here = wordsHere.exec(given.slice(start, start + longestName))?.[0] ?? '';
    const name = nameAfter(here, match[1] !== undefined, match[2] !== undefined);
    if (name !== '') found.push({ type: 'name', start, end: start + name.length });
  }
  return found;
};
