/** What AWS charges for so many conversations, line by line, from counted calls: a figure of its own, never rounded. */
import {
  assumedTimes,
  awsLines,
  awsPrices,
  awsUnits,
  type AwsLine,
  type AwsPrice,
} from '../policy/aws-prices.ts';
import type { Region } from '../policy/regions.ts';
import { exact, plain, sumOf, whole, type Exact } from './money.ts';

/** Calls of one model for one use, with its tokens. */
export type ModelCount = {
  readonly model: string;
  readonly use: 'intent' | 'reply' | 'embedding';
  readonly calls: number;
  readonly tokensIn: number;
  readonly tokensOut: number;
};

/** What a run used, in the units that AWS charges; every figure was counted. */
export type CountedRun = {
  readonly conversations: number;
  readonly messages: number;
  /** Decimal strings, because GB and GB-seconds are no whole numbers. */
  readonly counts: Readonly<Record<AwsLine, string>>;
  readonly models: readonly ModelCount[];
  /** Where capacity units and time went: for who wants to lower them. Idle use is in, and taken off above. */
  readonly tables: readonly { readonly table: string; readonly read: number; readonly write: number }[];
  readonly lambdas: readonly {
    readonly lambda: string;
    readonly invocations: number;
    readonly milliseconds: number;
    readonly memoryMb: number;
  }[];
};

export type CostLine = {
  readonly line: string;
  readonly unit: string;
  readonly count: string;
  /** Null: the price in this region is not known. */
  readonly usd: string | null;
  /** Where it is not known: at the stated multiple of us-east-1, never added to what is known. */
  readonly assumedUsd: string | null;
  readonly source: string;
  readonly asOf: string;
};

export type AwsCost = {
  readonly region: Region;
  readonly conversations: number;
  readonly lines: readonly CostLine[];
  /** Of the models alone; null when one has no known price. */
  readonly modelsUsd: string | null;
  readonly knownUsd: string;
  readonly assumedUsd: string;
  readonly unknown: readonly string[];
};

const noPrice: AwsPrice = { usd: null, per: 1, source: 'no row in policy/aws-prices.ts', asOf: '' };
const priceOf = (region: Region, line: string): AwsPrice => awsPrices[region][line] ?? noPrice;

/** Every price is for a power of ten. */
const amount = (count: Exact, usd: string, per: number): Exact =>
  count.times(usd).times(`1e-${String(String(per).length - 1)}`);

const lineOf = (region: Region, line: string, unit: string, count: Exact): CostLine => {
  const price = priceOf(region, line);
  const home = priceOf('us-east-1', line);
  return {
    line,
    unit,
    count: plain(count),
    usd: price.usd === null ? null : plain(amount(count, price.usd, price.per)),
    assumedUsd:
      price.usd !== null || home.usd === null
        ? null
        : plain(amount(count, home.usd, home.per).times(assumedTimes)),
    source: price.source,
    asOf: price.asOf,
  };
};

const modelLines = (
  region: Region,
  { models }: CountedRun,
  scale: (count: Exact) => Exact,
): readonly CostLine[] =>
  models.flatMap(({ model, use, tokensIn, tokensOut }) =>
    (
      [
        ['input', tokensIn],
        ['output', tokensOut],
      ] as const
    ).map(([side, tokens]) => {
      const line = lineOf(region, `${model}.${side}`, 'token', scale(whole(tokens)));
      return { ...line, line: `bedrock ${use} ${model} ${side}` };
    }),
  );

/** Lines that cost nothing because nothing was used are left out. */
export const awsCost = (region: Region, run: CountedRun, conversations: number): AwsCost => {
  // The quotient of two counts may have no end: multiplied first, cut after 20 digits, far below a cent.
  const scale = (count: Exact): Exact => count.times(whole(conversations)).div(whole(run.conversations));
  const services = awsLines.map((line) =>
    lineOf(region, line, awsUnits[line], scale(exact(run.counts[line]))),
  );
  const models = modelLines(region, run, scale);
  const lines = [...services, ...models].filter(({ count }) => count !== '0');
  const sum = (some: readonly (string | null)[]): string =>
    plain(sumOf(some.map((usd) => exact(usd ?? '0'))));
  const unknown = lines.filter(({ usd }) => usd === null).map(({ line }) => line);
  return {
    region,
    conversations,
    lines,
    modelsUsd: models.some(({ usd, count }) => usd === null && count !== '0')
      ? null
      : sum(models.map(({ usd }) => usd)),
    knownUsd: sum(lines.map(({ usd }) => usd)),
    assumedUsd: sum(lines.map(({ assumedUsd }) => assumedUsd)),
    unknown,
  };
};
