/** Whatever stands right after the name of an identifier, mistyped or not: the name alone is reason enough to mask it. */
import { labelAfter, labelBefore, labelNamed, type Label } from './labels.ts';
import type { PersonalSpan, PersonalType } from './span.ts';

/** How many letters and digits such a number may have when buyers mistype it. */
type Room = { readonly type: PersonalType; readonly fewest: number; readonly most: number };

const rooms: Partial<Record<Label, Room>> = {
  cpf: { type: 'cpf', fewest: 8, most: 13 },
  cnpj: { type: 'cnpj', fewest: 12, most: 16 },
  rg: { type: 'rg', fewest: 5, most: 12 },
  pis: { type: 'pis', fewest: 9, most: 13 },
  curp: { type: 'curp', fewest: 14, most: 20 },
  rfc: { type: 'rfc', fewest: 10, most: 15 },
  cuit: { type: 'cuit', fewest: 9, most: 13 },
  dni: { type: 'dni', fewest: 6, most: 12 },
  rut: { type: 'rut', fewest: 6, most: 11 },
  nit: { type: 'nit', fewest: 7, most: 17 },
  cedula: { type: 'cedula', fewest: 5, most: 12 },
  ruc: { type: 'ruc', fewest: 9, most: 13 },
  ssn: { type: 'ssn', fewest: 7, most: 11 },
  itin: { type: 'itin', fewest: 7, most: 11 },
  card: { type: 'card', fewest: 12, most: 20 },
  code: { type: 'card_code', fewest: 3, most: 4 },
  iban: { type: 'iban', fewest: 12, most: 34 },
  clabe: { type: 'clabe', fewest: 15, most: 20 },
  cbu: { type: 'cbu', fewest: 18, most: 24 },
  account: { type: 'account_number', fewest: 5, most: 20 },
  routing: { type: 'routing_number', fewest: 7, most: 11 },
  licence: { type: 'driving_licence', fewest: 5, most: 14 },
};

/** A run of letters and digits in groups, with a digit near its start. */
const run =
  /(?<![a-z\d])(?=[a-z]{0,4}[-.]?\d)[a-z\d]{1,40}(?:[.\-/]{1,2}[a-z\d]{1,30}|[ ]\d[a-z\d]{0,30}){0,8}(?![a-z\d])/g;
const money =
  /^\s{0,2}(?:reais|real|pesos?|dolares|usd|mxn|cop|clp|ars|brl|bucks|dollars|%|veces|vezes|cuotas|parcelas|x(?![a-z]))/;
const moneyBefore = /[$€£]\s?$/;
/** The name grown together with its number: `cpf12345678909`. */
const grown = /^([a-z]{2,4})\d[\d.\-/ ]*[kx]?$/;

const digitsIn = (text: string): number => text.replace(/\D/g, '').length;
const placesIn = (text: string): number => text.replace(/[^a-z\d]/g, '').length;
const isMoney = (text: string, start: number, end: number): boolean =>
  money.test(text.slice(end, end + 12)) || moneyBefore.test(text.slice(Math.max(0, start - 3), start));

/** Names that may also stand after their number: `… é o meu CPF`. */
const namedAfter: ReadonlySet<Label> = new Set([
  'cpf',
  'rg',
  'curp',
  'rfc',
  'cuit',
  'dni',
  'rut',
  'nit',
  'cedula',
  'ruc',
  'ssn',
]);

const labelBeside = (text: string, start: number, end: number): Label | null => {
  const before = labelBefore(text, start);
  if (before !== null) return before;
  const after = labelAfter(text, end);
  return after !== null && namedAfter.has(after) ? after : null;
};

const labelled = (text: string, raw: string, at: number): PersonalSpan | null => {
  const name = grown.exec(raw)?.[1] ?? '';
  const own = labelNamed(name);
  const label = own ?? labelBeside(text, at, at + raw.length);
  const room = label === null ? undefined : rooms[label];
  if (room === undefined) return null;
  const start = own === null ? at : at + name.length;
  const end = at + raw.length;
  const number = text.slice(start, end);
  const places = placesIn(number);
  const fits = places >= room.fewest && places <= room.most && digitsIn(number) * 3 >= places;
  if (!fits || (room.type === 'account_number' && isMoney(text, start, end))) return null;
  return { type: room.type, start, end };
};

/**
 * A run beside a label of a person's number that has about its length.
 *
 * @param text as `aligned` leaves it
 */
export const findLabelled = (text: string): PersonalSpan[] =>
  /\d{3}/.test(text)
    ? Array.from(text.matchAll(run), ({ 0: raw, index }) =>
        digitsIn(raw) >= 3 ? labelled(text, raw, index) : null,
      ).filter((span) => span !== null)
    : [];
