/** Puts a rated month into words, beside the month before and the prices of others. */
import { exact, moneyOf, sumOf } from '../money.ts';
import type { RatedGroup, RatedLine, RatedMonth } from '../rated.ts';
import { peerPrices } from './peer-prices.ts';
import type {
  Comparison,
  Statement,
  StatementInput,
  StatementLine,
  StatementLocale,
  UsageCount,
} from './statement.ts';
import { english } from './words-en.ts';
import { spanish } from './words-es.ts';
import { portuguese } from './words-pt-br.ts';
import { chinese } from './words-zh-cn.ts';
import type { StatementWords } from './words.ts';

export const wordsOf = (locale: StatementLocale): StatementWords =>
  ({ en: english, 'zh-CN': chinese, es: spanish, 'pt-BR': portuguese })[locale];

/** A share as per cent, without its digits being touched. */
const percent = (share: string): string => `${exact(share).times('100').abs().toFixed()} %`;

const coverageText = ({ coverage, tier, bucket }: RatedLine, words: StatementWords): string => {
  switch (coverage) {
    case 'included':
      return words.included;
    case 'pack':
      return words.pack;
    case 'taken-back':
      return words.takenBack;
    case 'free':
      return bucket?.free == null ? '' : words.free[bucket.free];
    case 'tier':
      return tier === null
        ? ''
        : (tier.to === null ? words.lastTier : words.tier)
            .replace('{from}', String(tier.from))
            .replace('{to}', String(tier.to));
    case null:
      return '';
  }
};

const modeText = (mode: string, words: StatementWords): string =>
  new Map<string, string>(Object.entries(words.modes)).get(mode) ?? mode;

const textOf = (line: RatedLine, words: StatementWords): string => {
  const { bucket } = line;
  switch (line.group) {
    case 'usage':
      return bucket === null
        ? line.of
        : [
            words.units[bucket.unit],
            bucket.market,
            bucket.languageTier,
            modeText(bucket.mode, words),
            bucket.channelTier,
            coverageText(line, words),
          ].join(', ');
    case 'commitment':
      return words.commitment;
    case 'credit':
      return `${words.credit} (${line.of}), ${percent(line.unitPrice)}`;
    case 'discount':
    case 'tax':
      return `${line.title ?? line.of}, ${percent(line.unitPrice)}`;
    case 'base':
    case 'fee':
    case 'pack':
      return line.title ?? line.of;
  }
};

const lineOf = (line: RatedLine, words: StatementWords): StatementLine => {
  const { title, bucket, ...rest } = line;
  return {
    ...rest,
    text: textOf({ ...rest, title, bucket }, words),
    usage:
      bucket === null
        ? null
        : {
            unit: bucket.unit,
            market: bucket.market,
            region: bucket.region,
            languageTier: bucket.languageTier,
            mode: bucket.mode,
            module: bucket.module,
            channelTier: bucket.channelTier,
          },
    free: bucket?.free ?? null,
    drillDown: bucket?.key ?? null,
  };
};

const groups: readonly RatedGroup[] = [
  'base',
  'fee',
  'pack',
  'usage',
  'commitment',
  'discount',
  'credit',
  'tax',
];

const sumIn = (rated: RatedMonth, group: RatedGroup): string =>
  moneyOf(
    sumOf(rated.lines.filter((line) => line.group === group).map(({ amount }) => exact(amount))),
    rated.context.agreement.currency,
  ).amount;

/** Null where the months are in different currencies: they do not compare. */
const comparisonOf = (rated: RatedMonth, before: RatedMonth | null): Comparison | null => {
  const { currency } = rated.context.agreement;
  if (before === null || before.context.agreement.currency !== currency) return null;
  const change = exact(rated.totals.total).minus(before.totals.total);
  return {
    month: before.context.month,
    total: before.totals.total,
    change: moneyOf(change, currency).amount,
    groups: groups.map((group) => ({ group, before: sumIn(before, group), now: sumIn(rated, group) })),
  };
};

const usageOf = (rated: RatedMonth): readonly UsageCount[] =>
  rated.buckets.map(({ bucket: { key, ...bucket }, ...counts }) => ({
    ...bucket,
    drillDown: key,
    ...counts,
  }));

/** The same rated month gives the same statement, byte for byte when written as JSON. */
export const statementOf = ({ rated, number, locale, before }: StatementInput): Statement => {
  const { context, card } = rated;
  const words = wordsOf(locale);
  return {
    kind: 'statement',
    title: words.statement,
    notice: number === null ? `${words.notice} ${words.provisional}` : words.notice,
    number,
    corrects: null,
    status: number === null ? 'provisional' : 'final',
    tenant: context.tenant,
    month: context.month,
    timeZone: context.timeZone,
    locale,
    currency: context.agreement.currency,
    card: { card: card.card, version: card.version, from: card.from },
    exchange: rated.rate,
    lines: rated.lines.map((line) => lineOf(line, words)),
    totals: rated.totals,
    usage: usageOf(rated),
    responses: rated.measured,
    notBilled: rated.notBilled,
    refused: rated.refused,
    comparison: comparisonOf(rated, before),
    peers: peerPrices(rated),
  };
};
