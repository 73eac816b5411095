/** Where a person lives: street addresses and postcodes. */
import { labelBefore } from './labels.ts';
import { type PersonalSpan, spansOf } from './span.ts';

/** A street is looked for in a window of this many UTF-16 units from its first word on. */
const widest = 140;
const number = String.raw`(?:n[o°.]?\s?|no\.?\s?|nro\.?\s?|#\s?|num\.?\s?|numero\s)?\d{1,6}\s?[a-z]?\b`;
const words = String.raw`(?:[a-z\d.'’ºª°]+\s){0,6}?[a-z\d.'’ºª°]+`;
/** Flat, floor, block, in whatever order. */
const rest = String.raw`(?:\s?[,\-–]?\s?(?:apartamento|apto|apt|ap|departamento|depto|dpto|dept|casa|bloco|bl|torre|piso|interior|int|ext|unit|suite|ste|manzana|mz|lote|lt|cj|conjunto|sala|fundos|oficina|of|local|esquina|esq|entre|#)\.?\s?(?:n[o°]?\s?)?[a-z\d]{1,6}(?![a-z\d]))*`;

type Street = { readonly starts: RegExp; readonly whole: RegExp };

const street = (starts: string, whole: string): Street => ({
  starts: new RegExp(starts, 'g'),
  whole: new RegExp(`^(?:${whole})${rest}`),
});

/** Words that name streets and nothing that shops sell. */
const namedStreet = street(
  String.raw`(?<![a-z\d])(?:rua|r\.|avenida|av(?:da|e)?\.?|alameda|rodovia|rod\.|praca|viela|calle|calzada|calz\.|boulevard|blvd\.?|bulevar|prolongacion|pje\.?|psje\.?|pasaje|callejon|jr\.?|jiron)\s`,
  String.raw`[a-z.]+\s${words},?\s{0,2}${number}`,
);
/** Words that also name colognes, platters, road bikes and lengths: only where somebody lives or receives. */
const otherPlace = street(
  String.raw`(?<![a-z\d])(?:travessa|tv\.|al\.|estrada|estr\.|largo|colonia|col\.|barrio|plaza|paseo|camino|circuito|retorno|andador|cerrada|privada|priv\.|prol\.?|carretera|ruta|residencial|condominio|fraccionamiento|fracc\.?|unidad|villa|vila|sector|comuna|manzana|urbanizacion|urb\.?|quadra|qd\.?|conjunto)\s`,
  String.raw`[a-z.]+\s${words},?\s{0,2}${number}`,
);
/** Calle 45 No. 23 - 10, Cra 7 # 12-34. */
const colombian = street(
  String.raw`(?<![a-z\d])(?:calle|cll?\.?|carrera|cra?\.?|kra?\.?|kr\.?|transversal|transv\.?|diagonal|diag\.?|dg\.?|av(?:enida)?\.?|circular|autopista)\s?\d`,
  String.raw`[a-z.]+\s?\d{1,3}\s?[a-z]{0,2}\s?(?:bis\s?[a-z]?\s?)?(?:sur\s|norte\s|este\s|oeste\s)?(?:#|n[o°]\.?|num\.?|nro\.?)?\s?\d{1,3}\s?[a-z]{0,2}\s?(?:bis\s?)?[-–]\s?\d{1,3}`,
);
/** 123 Main St, 4500 N Ocean Drive Apt 5. */
const american = street(
  String.raw`(?<![a-z\d#$.,-])\d{1,6}[a-z]?\s(?=[a-z])`,
  String.raw`\d+[a-z]?\s(?:[nsew]\.?\s|north\s|south\s|east\s|west\s)?(?:[a-z\d.'’]+\s){1,4}?(?:st|street|ave?|avenue|rd|road|dr|drive|ln|lane|blvd|boulevard|ct|court|pl|place|way|ter|terrace|cir|circle|pkwy|parkway|hwy|highway|trl|trail|sq|square|loop)\b\.?`,
);
const postBox = /(?<![a-z\d])p\.?\s?o\.?\sbox\s\d{1,6}/g;
/** Los Aromos 345 depto 12: no word for a street, but a flat. Capitals count: the text as given. */
const withFlat =
  /(?<![\w\u00c0-\u024f])(?:[A-ZÀ-Þ][a-zß-ɏ.]{1,20}\s){1,4}(?:n[º°o.]\s?|#\s?)?\d{1,5},?\s(?:depto|dpto|dto|departamento|apto|apartamento|apt|piso|torre|bloco|interior|int)\.?\s#?\w{1,5}(?!\w)/g;

/** Streets of one kind that hold. */
const streetsIn = (
  text: string,
  { starts, whole }: Street,
  holds: (raw: string, start: number) => boolean = () => true,
): PersonalSpan[] =>
  Array.from(text.matchAll(starts), ({ index }) => ({
    start: index,
    raw: whole.exec(text.slice(index, index + widest))?.[0].trimEnd() ?? '',
  }))
    .filter(({ raw, start }) => raw !== '' && holds(raw, start))
    .map(({ raw, start }) => ({ type: 'address', start, end: start + raw.length }));

/** Somebody lives or receives there. */
const lived =
  /(?:\b(?:live|lives|living|at|address|ship|deliver|send|sent|moved?|resid[a-z]*|located|to|is|viv[oea]n?|direccion|domicilio|endereco|mor[oa]|mor(?:amos|ando)|mud[eo][a-z]*|mudamos|entreg[a-z]*|envi[a-z]*|mand[a-z]*|casa|queda|fica|ubicad[oa]|es|e))\b[^\d.!?]{0,30}$/;
const isLived = (text: string, start: number): boolean =>
  lived.test(text.slice(Math.max(0, start - 50), start));
const capitalInside = /\s[A-ZÀ-Þ][a-zß-ɏ]+\s/;

/** @param given the text as given, `text` the same as `aligned` leaves it */
export const findStreets = (text: string, given: string): PersonalSpan[] => {
  if (!/\d/.test(text)) return [];
  return [
    ...streetsIn(text, colombian),
    ...streetsIn(
      text,
      american,
      (raw, start) => capitalInside.test(given.slice(start, start + raw.length)) || isLived(text, start),
    ),
    ...streetsIn(text, namedStreet),
    ...streetsIn(text, otherPlace, (_, start) => isLived(text, start)),
    ...spansOf('address', given, withFlat),
    ...spansOf('address', text, postBox),
  ];
};

const state =
  '(?:AL|AK|AZ|AR|CA|CO|CT|DE|FL|GA|HI|ID|IL|IN|IA|KS|KY|LA|ME|MD|MA|MI|MN|MS|MO|MT|NE|NV|NH|NJ|NM|NY|NC|ND|OH|OK|OR|PA|RI|SC|SD|TN|TX|UT|VT|VA|WA|WV|WI|WY|DC|PR)';
/** Capitals count: the text as given. */
const afterState = new RegExp(String.raw`(?<=\b${state}\.?,?\s)\d{5}(?:-\d{4})?(?!\w|[.\-/]\d)`, 'g');
const cep = /(?<![a-z\d.\-/])\d{2}\.?\d{3}-\d{3}(?![a-z\d]|[.\-/]\d)/g;
const argentine = /(?<![a-z\d])[a-hj-np-z]\d{4}[a-z]{3}(?![a-z\d])/g;
const anyCode =
  /(?<![a-z\d.\-/])(?:\d{5}-?\d{3}|\d{2}\.\d{3}-?\d{3}|\d{5} \d{3}|\d{5}(?:-\d{4})?|\d{4,7})(?![a-z\d]|[.\-/]\d)/g;

/** @param given the text as given, `text` the same as `aligned` leaves it */
export const findPostcodes = (text: string, given: string): PersonalSpan[] => {
  if (!/\d{4}|\d\.\d{3}/.test(text)) return [];
  const isNamed = (_: string, start: number): boolean => labelBefore(text, start) === 'postcode';
  return [
    ...spansOf('postcode', text, anyCode, isNamed),
    ...spansOf('postcode', text, cep, (_, start) => {
      const label = labelBefore(text, start);
      return label === null || label === 'postcode' || label === 'tracking' || label === 'phone';
    }),
    ...spansOf('postcode', given, afterState),
    ...spansOf('postcode', text, argentine, isNamed),
  ];
};
