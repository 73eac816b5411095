/** Finds in a text what a translation must not change, each place once, the surest kinds first. */
import type { GlossaryTerm, FactKind } from './protected-fact.ts';
import { dateIn, writtenDates } from './written-dates.ts';

export type FoundFact = {
  readonly kind: FactKind;
  readonly start: number;
  readonly end: number;
  /** As the translation will have it. */
  readonly restored: string;
};

type Known = {
  readonly into: string;
  readonly names: readonly string[];
  readonly glossary: readonly GlossaryTerm[];
};

/** Our own marks, and the places of what was masked. */
const marks = /⟦[^⟧]*⟧?|⟧|\[[A-Z][A-Z0-9_]{1,24}\]/gu;
const links = /(?:https?:\/\/|www\.)[^\s<>"'，。；！？、（）()]+[^\s<>"'，。；！？、（）().,;:!?]/giu;
const emails = /[\w.+-]+@[\w-]+(?:\.[\w-]+)+/gu;
/** A sign or a code before; a code or a percentage behind. Words for money are left to be translated. */
const amounts =
  /(?:R\$|US\$|MX\$|AR\$|[$€£¥￥]|(?<!\p{Script=Latin})(?:USD|BRL|MXN|ARS|CLP|COP|CNY|RMB) ?) ?\d[\d.,]*(?<![.,])|\d[\d.,]*(?<![.,]) ?(?:%|(?:USD|BRL|MXN|ARS|CLP|COP|CNY|RMB)(?!\p{Script=Latin}))/gu;
const slashedDates =
  /(?<![\d/.-])\d{1,2}([/.-])\d{1,2}\1\d{2,4}(?![\d/-])|(?<![\d/])\d{1,2}\/\d{1,2}(?![\d/])/gu;
const times =
  /(?<![\d:])\d{1,2}:\d{2}(?::\d{2})?(?: ?[ap]\.? ?m\.?(?!\p{Script=Latin}))?|(?<![\p{Script=Latin}\d])\d{1,2}h(?:\d{2})?(?![\p{Script=Latin}\d])|(?<![\d.,])\d{1,2} ?[ap]\.?m\.?(?!\p{Script=Latin})/giu;
/** Letters and digits in one, or five digits and more. */
const codes =
  /#?(?<![\p{Script=Latin}\p{N}])(?=[A-Za-z0-9_/-]*\d)(?:[A-Z0-9]+(?:[-_/][A-Za-z0-9]+)+|(?=[A-Za-z0-9]*[A-Za-z])[A-Za-z0-9]{3,}|\d{5,})(?![A-Za-z0-9])/gu;
const sizes =
  /(?<![\p{Script=Latin}\p{N}])(?:X{1,3}[SL]|[2-6]XL|PP|GG|XG)(?![\p{Script=Latin}\p{N}])|(?<=(?<!\p{Script=Latin})(?:size|talla|talle|tamanho|tam\.?) |[尺大小]?[码号] ?)(?:[SMLPG]|\d{1,2})(?![\p{Script=Latin}\p{N}])/giu;
const numbers = /\d[\d.,]*(?<![.,])/gu;

const escaped = (text: string): string => text.replace(/[.*+?^${}()|[\]\\]/g, String.raw`\$&`);

/** Word for word; a letter or digit at its edge may not go on (Chinese has no such edges). */
const literal = (text: string, flags: string): RegExp => {
  const wordy = /[\p{L}\p{N}]/u;
  const notInside = (side: string, look: string): string =>
    wordy.test(side) && !/\p{Script=Han}/u.test(side) ? `(?${look}[\\p{Script=Latin}\\p{N}])` : '';
  return new RegExp(
    `${notInside(text.charAt(0), '<!')}${escaped(text)}${notInside(text.charAt(text.length - 1), '!')}`,
    flags,
  );
};

const languageOf = (tag: string): string => tag.split('-')[0]?.toLowerCase() ?? '';

const translationOf = (term: GlossaryTerm, into: string): string | null => {
  const exact = term.in[into];
  if (exact !== undefined) return exact;
  return Object.entries(term.in).find(([language]) => languageOf(language) === languageOf(into))?.[1] ?? null;
};

type Candidate = FoundFact;
const matches = (kind: FactKind, pattern: RegExp, text: string): readonly Candidate[] =>
  [...text.matchAll(pattern)].map((match) => ({
    kind,
    start: match.index,
    end: match.index + match[0].length,
    restored: match[0],
  }));

/** Longer ones first: a name may stand inside another. */
const byLength = (one: string, other: string): number => other.length - one.length;

const known = (text: string, { into, names, glossary }: Known): readonly Candidate[] => [
  ...[...new Set(names)]
    .filter((name) => name.trim() !== '')
    .toSorted(byLength)
    .flatMap((name) => matches('name', literal(name, 'gu'), text)),
  ...glossary
    .filter(({ term }) => term.trim() !== '')
    .toSorted((one, other) => byLength(one.term, other.term))
    .flatMap((term) =>
      matches('term', literal(term.term, 'giu'), text).map((found) => ({
        ...found,
        restored: translationOf(term, into) ?? found.restored,
      })),
    ),
];

const dates = (text: string, into: string): readonly Candidate[] =>
  writtenDates(text).map((date) => {
    const { start, end } = date;
    const value = text.slice(start, end);
    // Digits alone are read everywhere.
    return {
      kind: 'date',
      start,
      end,
      restored: /^[\d-]+$/.test(value) ? value : (dateIn(into, date) ?? value),
    };
  });

/** In the order of the text; none overlaps another. */
export const findFacts = (text: string, wanted: Known): readonly FoundFact[] => {
  const kept: FoundFact[] = [];
  const candidates = [
    ...matches('mark', marks, text),
    ...matches('link', links, text),
    ...matches('email', emails, text),
    ...known(text, wanted),
    ...matches('amount', amounts, text),
    ...dates(text, wanted.into),
    ...matches('date', slashedDates, text),
    ...matches('time', times, text),
    ...matches('code', codes, text),
    ...matches('size', sizes, text),
    ...matches('number', numbers, text),
  ];
  for (const candidate of candidates)
    if (!kept.some((one) => one.start < candidate.end && candidate.start < one.end)) kept.push(candidate);
  return kept.toSorted((one, other) => one.start - other.start);
};
