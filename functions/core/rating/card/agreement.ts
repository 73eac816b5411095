/** What a tenant signed: which card, and the choices that its prices depend on. */
import type { Day, Decimal, RateCard } from './card.ts';

export const terms = ['month', 'year'] as const;
export const securityLevels = ['standard', 'resident', 'certified'] as const;
export const supportLevels = ['standard', 'priority', 'named'] as const;

export type BoughtPack = {
  readonly pack: string;
  readonly count: number;
  /** First and last day, both in one billing month. */
  readonly from: Day;
  readonly to: Day;
};

/** Booked once for a month, so that a closed month is rated with it for ever: one unit of the card's currency in `to`. */
export type BookedRate = {
  readonly month: string;
  readonly to: string;
  readonly rate: Decimal;
  readonly source: string;
};

export type Agreement = {
  readonly package: string;
  /** The statement's currency. */
  readonly currency: string;
  /** ISO 3166-1 country in which the tenant is billed. */
  readonly country: string;
  readonly response: string;
  readonly term: (typeof terms)[number];
  readonly security: (typeof securityLevels)[number];
  readonly support: (typeof supportLevels)[number];
  readonly languages: readonly string[];
  readonly markets: readonly string[];
  readonly channels: readonly string[];
  readonly addOns: readonly string[];
  readonly packs: readonly BoughtPack[];
  /** First day of the free trial; null for none. */
  readonly trialFrom: Day | null;
  readonly rates: readonly BookedRate[];
};

/** A tenant's card from a day on; the earlier one ends the day before. */
export type AssignedCard = {
  readonly tenant: string;
  readonly from: Day;
  readonly card: RateCard;
  readonly agreement: Agreement;
};
