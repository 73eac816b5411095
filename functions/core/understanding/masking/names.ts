/** Names of people, known only by what stands before them (`me llamo …`, `em nome de …`). */
import { accented } from './labels.ts';
import type { PersonalSpan } from './span.ts';

const before = [
  'me llamo',
  'mi nombre es',
  'mi nombre completo es',
  'nombre completo',
  'nombre',
  'a nombre de',
  'al nombre de',
  'a nombre del titular',
  'titular',
  'el titular es',
  'destinatario',
  'recibe',
  'soy',
  'meu nome e',
  'meu nome completo e',
  'nome completo',
  'nome',
  'me chamo',
  'em nome de',
  'no nome de',
  'no nome da',
  'no nome do',
  'destinatario e',
  'quem recebe e',
  'sou o',
  'sou a',
  'aqui e o',
  'aqui e a',
  'aqui quem fala e',
  'my name is',
  'my names',
  'name is',
  'full name',
  'name',
  'under the name',
  'under the name of',
  'in the name of',
  'addressed to',
  'this is',
  'i am',
  'im',
  'i m',
  'cardholder',
  'recipient',
  'account holder',
];
/** After these a name needs its capital; after the others also a bare lower-case one is taken. */
const weak =
  /^(?:soy|sou[\s]+[oa]|this is|i am|i['’]?m|im|recibe|titular|nombre|nome|name|destinat[aá]rio|recipient|aqui [eé] [oa]|name is|under the name|in the name of|cardholder|account holder|quem recebe [eé]|el titular es|my names)$/iu;

const part = String.raw`(?:\p{L}\p{M}*[\p{L}\p{M}'’.-]{0,24})`;
const linked = String.raw`(?:\s(?:de\s(?:la\s|los\s|las\s)?|da\s|do\s|dos\s|das\s|del\s|e\s|y\s|van\s|von\s)?${part})`;
const shape = new RegExp(
  String.raw`(?<![\p{L}\p{N}])(${[...before]
    .sort((a, b) => b.length - a.length)
    .map(accented)
    .join('|')})(?:\s{0,2}[:=]\s{0,2}|\s)(${part}${linked}{0,4})`,
  'giu',
);
const capital = /^\p{Lu}/u;
const link = /^(?:de|da|do|dos|das|del|la|los|las|e|y|van|von)$/iu;
/** Words that end a name when a buyer writes on without a comma, or that show it is none. */
const noName =
  /^(?:y|e|and|pero|mas|but|mi|meu|minha|my|el|la|o|a|the|un|una|um|uma|de|del|da|do|no|não|nao|not|que|con|com|with|cliente|client|customer|comprador|compradora|buyer|nuevo|nueva|novo|nova|new|usuario|dueñ[oa]|dono|dona|titular|mam[aá]|pap[aá]|madre|padre|mãe|pai|alérgic[oa]|al[eé]rgic[oa]|diabétic[oa]|talla|tamanho|size|en|em|in|por|para|pra|for|from|to|so|very|muy|muito|vivo|vive|quiero|quero|want|necesito|preciso|need|compr[eéo]\p{L}*|ped[ií]\p{L}*|order\p{L}*|tengo|tenho|have|waiting|looking|trying|sure|sorry|happy|interested|still|just|having|going|here|aqui|aquí|ac[aá]|esperando|interesad[oa]|feliz|content[eo]|triste|decepcionad[oa]|revendedor\p{L}*|vendedor\p{L}*|empresa|tienda|loja|store|shop|producto|produto|product|urgente|urgent|terrible|bad|ridiculous|unacceptable|great|good|awesome|amazing|usu[aá]ri[oa]|correcto|correto|correct|factura|cpf|rfc|dni|rut|tel|cep|hola|hi|hello|ola|olá|gracias|obrigad[oa]|thanks)$/iu;

/** The words of a possible name that are one: capitals where the lead-in is weak, up to five. */
const nameIn = (text: string, strong: boolean): string => {
  const parts = text.split(/(\s)/u);
  const kept: string[] = [];
  for (let at = 0; at < parts.length; at += 2) {
    const word = parts[at] ?? '';
    const bare = word.replace(/[.'’-]+$/u, '');
    if (link.test(bare) && kept.length > 0) {
      const following = parts[at + 2] ?? '';
      if (!capital.test(following)) break;
    } else if (noName.test(bare) || (!capital.test(word) && (!strong || kept.length > 2))) break;
    kept.push(word, parts[at + 1] ?? '');
    if (/[.]$/u.test(word) && bare.length > 2) break;
  }
  return kept
    .join('')
    .trimEnd()
    .replace(/[.,'’-]+$/u, '');
};

/** Only where the text says that a name follows. */
export const findNames = (text: string): PersonalSpan[] => {
  const found: PersonalSpan[] = [];
  for (const match of text.matchAll(shape)) {
    const [whole, lead = '', rest = ''] = match;
    const name = nameIn(rest, !weak.test(lead));
    if (name.length < 2) continue;
    const start = match.index + whole.length - rest.length;
    found.push({ type: 'name', start, end: start + name.length });
  }
  return found;
};
