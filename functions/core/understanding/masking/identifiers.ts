/** Numbers that name a person, a company or an account: shape, check digits, and the word beside them. */
import {
  isCard,
  isCbu,
  isClabe,
  isCnpj,
  isCpf,
  isCuit,
  isCurp,
  isIban,
  isItin,
  isNit,
  isPis,
  isRfc,
  isRg,
  isRouting,
  isRuc,
  isRut,
  isSsn,
  looksLikeRfc,
} from './checksums.ts';
import { isShown, type Label, labelOf } from './labels.ts';
import type { PersonalSpan, PersonalType } from './span.ts';

type Candidate = {
  /** As typed, in lower case. */
  readonly raw: string;
  /** Letters in capitals and digits alone. */
  readonly compact: string;
  readonly label: Label | null;
};

type Shape = {
  readonly type: PersonalType;
  /** What it may look like. Every repeat is bounded. */
  readonly shape: RegExp;
  /** Is this candidate one? */
  readonly holds: (candidate: Candidate) => boolean;
};

/** Nothing that reads like more of the same number may touch it. */
const whole = (pattern: string): RegExp =>
  new RegExp(String.raw`(?<![a-z\d]|\d[.\-/, ])(?:${pattern})(?![a-z\d]|[.\-/,]\d| \d{3})`, 'g');
const loose = (pattern: string): RegExp => new RegExp(String.raw`(?<![a-z\d])(?:${pattern})(?![a-z\d])`, 'g');

/** A right number without a name that says it is something else; a punctuated one in its own form always. */
const right =
  (check: (compact: string) => boolean, own?: RegExp) =>
  ({ raw, compact, label }: Candidate): boolean =>
    check(compact) && (!isShown(label) || own?.test(raw) === true);

const cpfForm = /^\d{3}\.\d{3}\.\d{3}-\d{2}$/;
const cnpjForm = /^[0-9a-z]{2}\.[0-9a-z]{3}\.[0-9a-z]{3}\/[0-9a-z]{4}-\d{2}$/;
const rutForm = /^\d{1,2}\.\d{3}\.\d{3}-[\dk]$/;
const cuitForm = /^\d{2}-\d{8}-\d$/;

/** The order is the order of certainty: the first that holds keeps the span. */
const shapes: readonly Shape[] = [
  {
    type: 'curp',
    shape: loose('[a-z]{4}[ -]?\\d{6}[ -]?[hmx][a-z]{5}[ -]?[0-9a-z]\\d'),
    holds: ({ compact, label }) => label === 'curp' || isCurp(compact) || !isShown(label),
  },
  {
    type: 'iban',
    shape: loose('[a-z]{2}\\d{2}(?:[ ]?[0-9a-z]{4}){2,7}(?:[ ]?[0-9a-z]{1,3})?'),
    holds: ({ compact }) => isIban(compact),
  },
  {
    type: 'cnpj',
    shape: whole('[0-9a-z]{2}[. ]?[0-9a-z]{3}[. ]?[0-9a-z]{3}[/ ]?[0-9a-z]{4}[- ]?\\d{2}'),
    holds: (one) =>
      cnpjForm.test(one.raw) ||
      (/\d{4}/.test(one.compact) &&
        right(isCnpj, cnpjForm)(one) &&
        (one.label === 'cnpj' || /^\d+$/.test(one.compact))),
  },
  {
    type: 'cbu',
    shape: whole('\\d{8}[ -]?\\d{14}'),
    holds: ({ compact, label }) =>
      label === 'cbu' || (isCbu(compact) && label !== 'tracking' && !/^9[1-5]/.test(compact)),
  },
  {
    type: 'clabe',
    shape: whole('\\d{3}[ -]?\\d{3}[ -]?\\d{11}[ -]?\\d|\\d{18}'),
    holds: ({ compact, label }) => label === 'clabe' || (isClabe(compact) && !isShown(label)),
  },
  {
    type: 'card',
    shape: whole(
      '\\d{4}[ .-]?\\d{4}[ .-]?\\d{4}[ .-]?\\d{4}(?:[ .-]?\\d{1,3})?|\\d{4}[ .-]?\\d{6}[ .-]?\\d{4,5}|\\d{13,19}',
    ),
    holds: ({ compact, label }) =>
      label === 'card' || (isCard(compact) && !isShown(label) && compact.length !== 13),
  },
  {
    type: 'cuit',
    shape: whole('\\d{2}[- .]?\\d{8}[- .]?\\d|\\d{2}-\\d{2}\\.\\d{3}\\.\\d{3}-\\d'),
    holds: (one) =>
      one.label === 'cuit' ||
      (one.label !== 'cpf' && one.label !== 'phone' && right(isCuit, cuitForm)(one)) ||
      (cuitForm.test(one.raw) && !isShown(one.label)),
  },
  {
    type: 'cpf',
    shape: whole('\\d{3}[. ]?\\d{3}[. ]?\\d{3}[-. /]?\\d{2}'),
    holds: (one) =>
      cpfForm.test(one.raw) ||
      one.label === 'cpf' ||
      (one.label !== 'phone' &&
        one.label !== 'pis' &&
        one.label !== 'ruc' &&
        one.label !== 'licence' &&
        right(isCpf, cpfForm)(one)),
  },
  {
    type: 'pis',
    shape: whole('\\d{3}[. ]?\\d{5}[. ]?\\d{2}[- .]?\\d'),
    holds: ({ raw, compact, label }) =>
      label === 'pis' || (/^\d{3}\.\d{5}\.\d{2}-\d$/.test(raw) && isPis(compact)),
  },
  {
    type: 'ruc',
    shape: whole('\\d{11}'),
    holds: (one) => one.label === 'ruc' || (one.label !== 'phone' && right(isRuc)(one)),
  },
  {
    type: 'rg',
    shape: whole('\\d{1,2}\\.?\\d{3}\\.?\\d{3}[- ]?[\\dx]'),
    holds: ({ raw, compact, label }) =>
      label === 'rg' ||
      (label !== 'rut' && /^\d{2}\.\d{3}\.\d{3}-[\dx]$/.test(raw) && isRg(compact) && !isRut(compact)),
  },
  {
    type: 'nit',
    shape: whole('\\d{3}\\.?\\d{3}\\.?\\d{3}[- ]?\\d|\\d{8,10}-\\d'),
    holds: (one) => one.label === 'nit' || (/^\d{3}\.\d{3}\.\d{3}-\d$/.test(one.raw) && isNit(one.compact)),
  },
  {
    type: 'rut',
    shape: whole('\\d{1,2}\\.?\\d{3}\\.?\\d{3}[- ]?[\\dk]'),
    holds: (one) =>
      one.label === 'rut' ||
      (rutForm.test(one.raw) && !isShown(one.label)) ||
      (/-[\dk]$/.test(one.raw) && right(isRut, rutForm)(one)),
  },
  {
    type: 'rfc',
    shape: loose('[a-z&]{3,4}[- ]?\\d{6}[- ]?[0-9a-z]{3}'),
    holds: ({ compact, label }) =>
      label === 'rfc' || (looksLikeRfc(compact) && !isShown(label)) || (isRfc(compact) && !isShown(label)),
  },
  {
    type: 'ssn',
    shape: whole('\\d{3}-\\d{2}-\\d{4}|\\d{3} \\d{2} \\d{4}'),
    holds: ({ raw, compact, label }) =>
      (isSsn(compact) || label === 'ssn') && (raw.includes('-') || !isShown(label)),
  },
  {
    type: 'itin',
    shape: whole('9\\d{2}[- ]\\d{2}[- ]\\d{4}'),
    holds: ({ compact, label }) => (isItin(compact) || label === 'itin') && !isShown(label),
  },
  {
    type: 'routing_number',
    shape: whole('\\d{9}'),
    holds: ({ compact, label }) => label === 'routing' || (isRouting(compact) && label === 'account'),
  },
];

const compactOf = (raw: string): string => raw.toUpperCase().replace(/[^0-9A-Z&]/g, '');

/**
 * Identifiers whose shape or check digits speak for themselves, or whose name stands beside them.
 *
 * @param text as `aligned` leaves it
 */
export const findIdentifiers = (text: string): PersonalSpan[] => {
  const found: PersonalSpan[] = [];
  if (!/\d{2}/.test(text)) return found;
  for (const { type, shape, holds } of shapes) {
    for (const match of text.matchAll(shape)) {
      const [raw] = match;
      const start = match.index;
      const end = start + raw.length;
      if (holds({ raw, compact: compactOf(raw), label: labelOf(text, start, end) }))
        found.push({ type, start, end });
    }
  }
  return found;
};
