/** Where a person lives: street addresses and postcodes. */
import { labelBefore } from './labels.ts';
import type { PersonalSpan, PersonalType } from './span.ts';

const number = String.raw`(?:n[º°o.]?\s?|no\.?\s?|nro\.?\s?|#\s?|num\.?\s?|n[uú]mero\s)?\d{1,6}\s?[a-z]?\b`;
const words = String.raw`(?:[\p{L}\p{N}.'’ºª°]{1,25}\s){0,6}?[\p{L}\p{N}.'’ºª°]{1,25}`;
const rest = String.raw`(?:\s?[,\-–]?\s?(?:ap(?:to|t|artamento|artamento)?|apartamento|departamento|depto|dpto|dept|casa|bloco|bl|torre|piso|int(?:erior)?|ext|unit|suite|ste|apt|interior|manzana|mz|lote|lt|cj|conjunto|sala|fundos|oficina|of|local|esq(?:uina)?|entre|#)\.?\s?(?:n[º°]?\s?)?[\p{L}\p{N}]{1,6}(?![\p{L}\p{N}])){0,3}`;

const shapes: readonly RegExp[] = [
  // Rua das Flores, 123 - Av. Paulista 1000 - Calle 5 de Mayo #45
  new RegExp(
    String.raw`(?<![\p{L}\p{N}])(?:rua|r\.|av(?:enida|da|e)?\.?|alameda|al\.|travessa|tv\.|pra[cç]a|rodovia|rod\.|estrada|estr\.|largo|viela|calle|c\/|calzada|calz\.|boulevard|blvd\.?|bulevar|privada|priv\.|andador|cerrada|camino|pasaje|pje\.?|psje\.?|paseo|prolongaci[oó]n|prol\.?|circuito|retorno|callej[oó]n|carretera|ruta|jr\.?|jir[oó]n|plaza|barrio|colonia|col\.)\s${words},?\s{0,2}${number}${rest}`,
    'giu',
  ),
  // Cra 7 # 12-34, Calle 45 No. 23 - 10 (Colombia)
  new RegExp(
    String.raw`(?<![\p{L}\p{N}])(?:calle|cll?\.?|carrera|cra?\.?|kra?\.?|kr\.?|transversal|transv\.?|tv\.?|diagonal|diag\.?|dg\.?|av(?:enida)?\.?|circular|autopista)\s?\d{1,3}\s?[a-z]{0,2}\s?(?:bis\s?[a-z]?\s?)?(?:sur\s|norte\s|este\s|oeste\s)?(?:#|n[º°o]\.?|no\.?|num\.?|nro\.?)?\s?\d{1,3}\s?[a-z]{0,2}\s?(?:bis\s?)?[-–]\s?\d{1,3}${rest}`,
    'giu',
  ),
  // 123 Main St, 4500 N Ocean Drive Apt 5
  new RegExp(
    String.raw`(?<![\p{L}\p{N}#])\d{1,6}[a-z]?\s(?:[nsew]\.?\s|north\s|south\s|east\s|west\s)?(?:[\p{L}\p{N}.'’]{1,25}\s){1,4}(?:st|street|ave?|avenue|rd|road|dr|drive|ln|lane|blvd|boulevard|ct|court|pl|place|way|ter|terrace|cir|circle|pkwy|parkway|hwy|highway|trl|trail|sq|square|loop)\b\.?${rest}`,
    'giu',
  ),
  new RegExp(String.raw`(?<![\p{L}\p{N}])p\.?\s?o\.?\sbox\s\d{1,6}`, 'giu'),
];

/** Things that begin like a street and are none. */
const noStreet =
  /^(?:av|col|al|r)\s|^\d+\s(?:\p{L}+\s){0,3}(?:way|place|court|square|loop|circle|drive|road|trail)$/iu;
const wayBefore =
  /\b(?:live|lives|living|at|address|to|is|ship|deliver|move[ds]?|on)\s(?:\p{L}+\s|is\s|:\s?){0,2}$/iu;

const findStreets = (text: string): PersonalSpan[] => {
  const found: PersonalSpan[] = [];
  if (!/\d/.test(text)) return found;
  for (const shape of shapes) {
    for (const match of text.matchAll(shape)) {
      if (noStreet.test(match[0]) && !wayBefore.test(text.slice(Math.max(0, match.index - 40), match.index)))
        continue;
      found.push({ type: 'address', start: match.index, end: match.index + match[0].trimEnd().length });
    }
  }
  return found;
};

const state =
  '(?:AL|AK|AZ|AR|CA|CO|CT|DE|FL|GA|HI|ID|IL|IN|IA|KS|KY|LA|ME|MD|MA|MI|MN|MS|MO|MT|NE|NV|NH|NJ|NM|NY|NC|ND|OH|OK|OR|PA|RI|SC|SD|TN|TX|UT|VT|VA|WA|WV|WI|WY|DC|PR)';
const cep = /(?<![\p{L}\p{N}.\-/])\d{2}\.?\d{3}-\d{3}(?![\p{L}\p{N}]|[.\-/]\d)/gu;
const afterState = new RegExp(
  String.raw`(?<=(?<![\p{L}])${state}\.?,?\s)\d{5}(?:-\d{4})?(?![\p{L}\p{N}]|[.\-/]\d)`,
  'gu',
);
const argentine = /(?<![\p{L}\p{N}])[A-HJ-NP-Z]\d{4}[A-Z]{3}(?![\p{L}\p{N}])/gu;
const anyCode =
  /(?<![\p{L}\p{N}.\-/])(?:\d{5}-?\d{3}|\d{2}\.\d{3}-?\d{3}|\d{5} \d{3}|\d{5}(?:-\d{4})?|\d{4,7})(?![\p{L}\p{N}]|[.\-/]\d)/gu;

const spans = (
  type: PersonalType,
  text: string,
  shape: RegExp,
  holds: (start: number) => boolean,
): PersonalSpan[] =>
  Array.from(text.matchAll(shape), (match) => ({
    type,
    start: match.index,
    end: match.index + match[0].length,
  })).filter(({ start }) => holds(start));

const findPostcodes = (text: string): PersonalSpan[] =>
  /\d{4}|\d\.\d{3}/.test(text)
    ? [
        ...spans('postcode', text, anyCode, (start) => labelBefore(text, start) === 'postcode'),
        ...spans('postcode', text, cep, (start) =>
          ['postcode', null, 'tracking', 'phone'].includes(labelBefore(text, start)),
        ),
        ...spans('postcode', text, afterState, () => true),
        ...spans('postcode', text, argentine, (start) => labelBefore(text, start) === 'postcode'),
      ]
    : [];

export { findPostcodes, findStreets };
