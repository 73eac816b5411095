/** The figures of an evaluation as a table that a person reads. */
import { dialectsBehind, type Figures, figuresOf, grouped, type Judged } from './judge.ts';
import type { MaskingFigures } from './masking.ts';

/** Column titles, and what they show; shares are printed as percentages. */
const columns: readonly (readonly [title: string, figure: string])[] = [
  ['cases', 'cases'],
  ['strict', 'intentStrict'],
  ['lenient', 'intentLenient'],
  ['F1', 'intentMacroF1'],
  ['second', 'secondary'],
  ['answ', 'answered'],
  ['prec', 'answeredPrecision'],
  ['cov95', 'coverageAt95'],
  ['cov98', 'coverageAt98'],
  ['ECE', 'calibrationError'],
  ['lang', 'language'],
  ['lang3+', 'languageLong'],
  ['lang1-2', 'languageShort'],
  ['escR', 'escalationRecall'],
  ['escP', 'escalationPrecision'],
  ['why', 'escalationReason'],
  ['sent', 'sentimentMacroF1'],
  ['upset', 'upsetRecall'],
  ['urgent', 'urgency'],
  ['entF1', 'entityF1'],
];
const nameWidth = 24;
const width = 8;

const cell = (figures: Figures, figure: string): string => {
  const value = figures[figure] ?? Number.NaN;
  if (Number.isNaN(value)) return '-'.padStart(width);
  return (figure === 'cases' ? String(value) : (100 * value).toFixed(1)).padStart(width);
};

const head = `${''.padEnd(nameWidth)}${columns.map(([title]) => title.padStart(width)).join('')}`;
const row = (name: string, group: readonly Judged[]): string => {
  const figures = figuresOf(group);
  return `${name.slice(0, nameWidth - 1).padEnd(nameWidth)}${columns.map(([, figure]) => cell(figures, figure)).join('')}`;
};

const section = (title: string, groups: ReadonlyMap<string, readonly Judged[]>): string[] => [
  '',
  title,
  ...[...groups].map(([name, group]) => row(`  ${name}`, group)),
];

const percent = (shares: Readonly<Record<string, number>>): string =>
  Object.entries(shares)
    .map(([name, value]) => `${name} ${(100 * value).toFixed(1)}`)
    .join('  ');

/** `fair` is false when a dialect lies more than 5 points behind, by more than chance. */
export const reportOf = (
  all: readonly Judged[],
  masking: MaskingFigures,
): { readonly lines: readonly string[]; readonly fair: boolean } => {
  const behind = dialectsBehind(all);
  const lines = [
    'first tier on the reserved cases, in percent',
    head,
    row('all', all),
    ...section(
      'by language',
      grouped(all, ({ language }) => [language]),
    ),
    ...section(
      'by region',
      grouped(all, ({ variant }) => [variant]),
    ),
    ...section(
      'by trait',
      grouped(all, ({ traits }) => traits),
    ),
    ...section(
      'by intent',
      grouped(all, ({ intent }) => [intent]),
    ),
    '',
    'masking of invented identifiers, in percent',
    `  right      ${percent(masking.right)}`,
    `  mistyped   ${percent(masking.mistyped)}`,
    `  look-alikes masked by mistake ${(100 * masking.wronglyMasked).toFixed(2)}`,
    '',
    ...behind.map(
      ({ variant, points, low }) =>
        `BEHIND ${variant}: ${points.toFixed(1)} points less than the others, at least ${low.toFixed(1)} (95 %)`,
    ),
    behind.length === 0 ? 'fair: no dialect lies more than 5 points behind by more than chance' : 'not fair',
  ];
  return { lines, fair: behind.length === 0 };
};
