/** How well personal data are masked, on invented identifiers: by region, typed right, mistyped, and look-alikes left alone. */
import { mask } from '../masking/mask.ts';
import { chanceOf, type Chance } from '../training/chance.ts';
import { invented, type Invented, lookAlikes, mistypedNumber } from './identifiers.ts';

export type MaskingFigures = {
  /** Share of right numbers of which no digit is left to read, by region. */
  readonly right: Readonly<Record<string, number>>;
  /** The same for mistyped ones beside their name. */
  readonly mistyped: Readonly<Record<string, number>>;
  /** Share of look-alikes that were masked by mistake. */
  readonly wronglyMasked: number;
};

const each = 30;

const pick = <Item>(items: readonly Item[], chance: Chance): Item | undefined =>
  items[chance.below(items.length)];
/** No letter or digit of the number is left to read. */
const hidden = (sentence: string, number: string): boolean => {
  const start = sentence.indexOf(number);
  const { spans } = mask(sentence);
  return Array.from(number, (place, at) => ({ place, at: start + at }))
    .filter(({ place }) => /[\dA-Z]/i.test(place))
    .every(({ at }) => spans.some((span) => span.start <= at && at < span.end));
};

const sentenceOf = (kind: Invented, number: string, chance: Chance): string =>
  `${pick(['hola, ', 'oi, ', 'hi, ', ''], chance) ?? ''}${pick(kind.names, chance) ?? ''} ${number}`;

const shares = (held: readonly (readonly [string, boolean])[]): Record<string, number> => {
  const regions = [...new Set(held.map(([region]) => region))];
  const share = (region: string): number => {
    const own = held.filter(([one]) => one === region);
    return own.filter(([, ok]) => ok).length / own.length;
  };
  return Object.fromEntries(regions.map((region) => [region === '' ? 'any' : region, share(region)]));
};

/** The same figures for the same seed. */
export const maskingFigures = (seed: number): MaskingFigures => {
  const chance = chanceOf(seed);
  const right: [string, boolean][] = [];
  const mistyped: [string, boolean][] = [];
  for (const kind of invented) {
    for (let turn = 0; turn < each; turn += 1) {
      const number = kind.make(chance)[turn % 2] ?? '';
      right.push([kind.region, hidden(sentenceOf(kind, number, chance), number)]);
      const slip = mistypedNumber(number, chance);
      mistyped.push([kind.region, hidden(sentenceOf(kind, slip, chance), slip)]);
    }
  }
  const innocent = Array.from({ length: 2_000 }, () => pick(lookAlikes, chance)?.(chance) ?? '');
  return {
    right: shares(right),
    mistyped: shares(mistyped),
    wronglyMasked: innocent.filter((text) => mask(text).spans.length > 0).length / innocent.length,
  };
};
