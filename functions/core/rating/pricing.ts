/** What one of a bucket costs, exactly: the tier's price with every factor that applies, in the statement's currency. */
import type { Agreement } from './card/agreement.ts';
import {
  agreedDimensions,
  type AgreedDimension,
  type Condition,
  type Dimension,
  type Factor,
  type Price,
  type RateCard,
} from './card/card.ts';
import { exact, type Exact } from './money.ts';
import type { Bucket } from './rated.ts';

const agreed = (agreement: Agreement): Readonly<Record<AgreedDimension, string>> => ({
  response: agreement.response,
  term: agreement.term,
  security: agreement.security,
  support: agreement.support,
});

/** Whether what was signed meets the condition of a fee, a commitment or a discount. */
export const isAgreed = (when: Condition<AgreedDimension>, agreement: Agreement): boolean => {
  const choices = agreed(agreement);
  return agreedDimensions.every((name) => when[name]?.includes(choices[name]) ?? true);
};

export type Priced = {
  readonly bucket: Bucket;
  readonly price: Price;
  readonly factors: readonly Factor[];
  /** Product of the factors and the exchange rate. */
  readonly multiplier: Exact;
  /** Of the first tier, for one of `per`. */
  readonly first: Exact;
};

export type Pricing = {
  readonly card: RateCard;
  readonly agreement: Agreement;
  readonly rate: Exact;
  of(bucket: Bucket): Priced | null;
  /** The price of the tier for one of `per`. */
  at(priced: Priced, tier: number): Exact;
};

const valueOf = (dimension: Dimension, bucket: Bucket, agreement: Agreement): string => {
  switch (dimension) {
    case 'language':
      return bucket.languageTier;
    case 'channel':
      return bucket.channelTier;
    case 'market':
    case 'region':
    case 'mode':
    case 'module':
      return bucket[dimension];
    case 'response':
    case 'term':
    case 'security':
    case 'support':
      return agreed(agreement)[dimension];
  }
};

export const pricingOf = (card: RateCard, agreement: Agreement, rate: Exact): Pricing => {
  const prices = new Map(card.prices.map((price) => [price.id, price]));
  const at: Pricing['at'] = ({ price, multiplier }, tier) =>
    exact(price.tiers[tier]?.price ?? '0').times(multiplier);
  return {
    card,
    agreement,
    rate,
    at,
    of(bucket) {
      const price = prices.get(bucket.price ?? '');
      if (price === undefined) return null;
      const factors = card.factors.filter(
        ({ dimension, value, units }) =>
          (units === 'all' || units.includes(bucket.unit)) && valueOf(dimension, bucket, agreement) === value,
      );
      const multiplier = factors.reduce((product, { factor }) => product.times(factor), rate);
      const priced = { bucket, price, factors, multiplier };
      return { ...priced, first: exact(price.tiers[0]?.price ?? '0').times(multiplier) };
    },
  };
};
