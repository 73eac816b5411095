/** Whatever stands right after the name of an identifier, mistyped or not: the name alone is reason enough to mask it. */
import { labelBefore, type Label } from './labels.ts';
import { personalTypes, type PersonalSpan, type PersonalType } from './span.ts';

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

/** A run of letters and digits in groups, with at least one digit. */
const run =
  /(?<![\p{L}\p{N}])(?=\p{L}{0,4}[-.]?\p{N})[\p{L}\p{N}]{1,40}(?:[.\-/]{1,2}[\p{L}\p{N}]{1,30}|[ ]\p{N}[\p{L}\p{N}]{0,30}){0,8}(?![\p{L}\p{N}])/gu;
const money =
  /^\s{0,2}(?:reais|real|pesos?|d[oó]lares|usd|mxn|cop|clp|ars|brl|bucks|dollars|%|veces|vezes|cuotas|parcelas|x\b)/iu;
const moneyBefore = /[$€£]\s?$/;

const digits = (text: string): number => text.replace(/\P{N}/gu, '').length;

/** A run that starts right after a label of a person's number and has about its length. */
export const findLabelled = (text: string): PersonalSpan[] => {
  const found: PersonalSpan[] = [];
  if (!/\d{3}/.test(text)) return found;
  for (const match of text.matchAll(run)) {
    const [raw] = match;
    const count = digits(raw);
    if (count < 3 || count * 3 < raw.replace(/[^\p{L}\p{N}]/gu, '').length) continue;
    const start = match.index;
    const end = start + raw.length;
    const label = labelBefore(text, start);
    const room = label === null ? undefined : rooms[label];
    if (room === undefined) continue;
    const size = raw.replace(/[^\p{L}\p{N}]/gu, '').length;
    if (size < room.fewest || size > room.most) continue;
    if (
      room.type === 'account_number' &&
      (money.test(text.slice(end, end + 12)) || moneyBefore.test(text.slice(0, start).slice(-3)))
    )
      continue;
    found.push({ type: room.type, start, end });
  }
  return found;
};

/** For callers that parse a type from outside. */
export const isPersonalType = (name: string): name is PersonalType =>
  personalTypes.some((type) => type === name);
