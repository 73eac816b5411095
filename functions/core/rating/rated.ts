/** What rating a month comes to: charges with the way each was computed, before a statement gives them words. */
import type { Agreement } from './card/agreement.ts';
import type { ChargeGroup, RateCard } from './card/card.ts';
import type { RatedUnit } from './fact.ts';

export type RatingContext = {
  readonly tenant: string;
  /** `YYYY-MM`. */
  readonly month: string;
  /** IANA name: where its days began and ended when the lines were placed. */
  readonly timeZone: string;
  readonly agreement: Agreement;
};

/** Why usage is shown and costs nothing. */
export const freeReasons = [
  'silence',
  'hand_over',
  'low_rating',
  'no_evidence',
  'trial',
  'unpriced',
] as const;
export type FreeReason = (typeof freeReasons)[number];

/** All lines that are priced alike: the same price, the same values of what prices depend on. */
export type Bucket = {
  readonly key: string;
  readonly unit: RatedUnit;
  /** Id of the card's price; null for what the card sets no price for. */
  readonly price: string | null;
  readonly market: string;
  readonly region: string;
  readonly languageTier: string;
  readonly mode: string;
  readonly module: string;
  readonly channelTier: string;
  /** Place of the bought pack in the agreement whose days it fell on; null for none. */
  readonly pack: number | null;
  readonly free: FreeReason | null;
};

export type BucketCount = {
  readonly bucket: Bucket;
  readonly quantity: number;
  readonly lines: number;
  readonly reversals: number;
  readonly late: number;
};

/** How a part of a bucket was paid for. */
export type Coverage = 'included' | 'pack' | 'free' | 'tier' | 'taken-back';

export type RatedGroup = ChargeGroup | 'commitment' | 'discount' | 'credit' | 'tax';

/** A line of the statement. All amounts are in the statement's currency; `amount` alone is rounded. */
export type RatedLine = {
  readonly id: string;
  readonly group: RatedGroup;
  /** What it charges: id of the package, fee, pack, price, commitment, discount, promise or tax. */
  readonly of: string;
  readonly title: string | null;
  readonly bucket: Bucket | null;
  readonly coverage: Coverage | null;
  readonly tier: { readonly from: number; readonly to: number | null } | null;
  readonly quantity: string;
  /** Exact, with factors and exchange rate in it; for one of `per`. */
  readonly unitPrice: string;
  readonly per: number;
  /** The factors in `unitPrice`, in the card's order. */
  readonly factors: readonly { readonly id: string; readonly factor: string }[];
  readonly amount: string;
};

export type Measured = { readonly answers: number; readonly inTime: number };

/** A line that could not be rated; the month's statement is not whole while there is one. */
export type Refused = { readonly unit: string; readonly source: string; readonly because: string };

export type RatedMonth = {
  readonly context: RatingContext;
  readonly card: RateCard;
  readonly rate: { readonly rate: string; readonly source: string } | null;
  readonly lines: readonly RatedLine[];
  readonly buckets: readonly BucketCount[];
  /** Units that are no one's bill, like our own model tokens: counted, not priced. */
  readonly notBilled: Readonly<Record<string, number>>;
  readonly measured: Measured;
  readonly refused: readonly Refused[];
  readonly refusedCount: number;
  readonly totals: { readonly net: string; readonly tax: string; readonly total: string };
};
