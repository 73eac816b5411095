/** A rate card: what a seller pays, as data with a version and dates. Every price is a decimal string. */
import type { RatedUnit } from '../fact.ts';

/** Plain notation, like `0.0125`; never a number, because a float is not exact. */
export type Decimal = string;
/** `YYYY-MM-DD` in the tenant's billing time zone. */
export type Day = string;

/** What a price may depend on, read from the line. */
export const lineDimensions = ['market', 'region', 'language', 'mode', 'module', 'channel'] as const;
export type LineDimension = (typeof lineDimensions)[number];
/** What a price may depend on, read from the agreement with the tenant. */
export const agreedDimensions = ['response', 'term', 'security', 'support'] as const;
export type AgreedDimension = (typeof agreedDimensions)[number];
export type Dimension = LineDimension | AgreedDimension;

/** The values of each dimension that apply; one that is left out does not matter. `language` and `channel` are tiers. */
export type Condition<Name extends string> = Readonly<Partial<Record<Name, readonly string[]>>>;

export type Tier = {
  /** First quantity of the tier, counted from 1. */
  readonly from: number;
  /** Last quantity, itself in; null for no end. */
  readonly to: number | null;
  readonly price: Decimal;
};

export type Price = {
  readonly id: string;
  readonly unit: RatedUnit;
  /** The price is for so many: 1, 10, 100 … */
  readonly per: number;
  /** `graduated`: each quantity at its own tier's price; `volume`: all at the price of the tier that the total reached. */
  readonly tiering: 'graduated' | 'volume';
  readonly tiers: readonly Tier[];
  /** The first price of a unit whose condition holds is taken; the last of each unit has none. */
  readonly when: Condition<LineDimension>;
};

/** Multiplies the prices of the named units, or of all, for one value of a dimension. */
export type Factor = {
  readonly id: string;
  readonly dimension: Dimension;
  readonly value: string;
  readonly units: readonly RatedUnit[] | 'all';
  readonly factor: Decimal;
};

export type Included = { readonly unit: RatedUnit; readonly quantity: number };
export type BasePackage = {
  readonly id: string;
  readonly title: string;
  readonly monthly: Decimal;
  readonly included: readonly Included[];
};

/** A fixed fee a month: for what was agreed, as a chosen add-on, or for each language, market or channel beyond some. */
export type Fee = {
  readonly id: string;
  readonly title: string;
  readonly monthly: Decimal;
  readonly when: Condition<AgreedDimension>;
  readonly addOn: boolean;
  readonly each: { readonly of: 'language' | 'market' | 'channel'; readonly beyond: number } | null;
};

/** Quantity bought for a campaign's days; it covers what is booked on them, and ends with them. */
export type CapacityPack = {
  readonly id: string;
  readonly title: string;
  readonly unit: RatedUnit;
  readonly quantity: number;
  readonly price: Decimal;
};

/** The least that a month costs: base, fees, packs and usage after discounts are topped up to it. */
export type Commitment = {
  readonly id: string;
  readonly monthly: Decimal;
  readonly when: Condition<AgreedDimension>;
};

export const chargeGroups = ['base', 'fee', 'pack', 'usage'] as const;
export type ChargeGroup = (typeof chargeGroups)[number];

export type Discount = {
  readonly id: string;
  readonly title: string;
  /** Groups of charges, or ids of other discounts, whose sum it is a share of. Circles are refused. */
  readonly of: readonly string[];
  readonly share: Decimal;
  readonly when: Condition<AgreedDimension>;
};

/** What is promised about answers, and what a seller gets back when the measured share falls short of it. */
export type ResponsePromise = {
  readonly id: string;
  readonly seconds: number;
  /** The share of answers that must be in time. */
  readonly share: Decimal;
  /** The credit of the lowest `below` that the measured share lies under, as a share of base, fees, packs and usage. */
  readonly credits: readonly { readonly below: Decimal; readonly credit: Decimal }[];
};

/** On its days all usage is free; packages, fees and commitments begin with the first month that it does not touch. */
export type Trial = { readonly days: number };

export type Tax = {
  readonly id: string;
  readonly title: string;
  /** Countries in which the tenant is billed. */
  readonly countries: readonly string[];
  readonly share: Decimal;
};

/** Names of tiers, and what belongs to each; what is nowhere named belongs to `rest`. */
export type TierNames = {
  readonly tiers: Readonly<Record<string, readonly string[]>>;
  readonly rest: string;
};

export type RateCard = {
  readonly card: string;
  readonly version: number;
  readonly title: string;
  readonly currency: string;
  readonly from: Day;
  /** Last day; null while no end is known. */
  readonly to: Day | null;
  readonly languages: TierNames;
  readonly channels: TierNames;
  readonly packages: readonly BasePackage[];
  readonly prices: readonly Price[];
  readonly factors: readonly Factor[];
  readonly fees: readonly Fee[];
  readonly packs: readonly CapacityPack[];
  readonly commitments: readonly Commitment[];
  readonly discounts: readonly Discount[];
  readonly promises: readonly ResponsePromise[];
  readonly trial: Trial | null;
  readonly taxes: readonly Tax[];
};

/** What is wrong with a document, and where. */
export type Fault = { readonly path: string; readonly problem: string };
