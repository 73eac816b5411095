/** Where totals are kept between two readings of the lines. */
import type { TenantId } from '../domain/ids.ts';
import type { Total } from '../domain/totals.ts';

/** What was booked on a day, summed. */
export type BookedTotals = {
  /** In UTC, `YYYY-MM-DD`. The totals' own days are those on which the lines count. */
  readonly day: string;
  /** The lines were read then. */
  readonly madeAt: Date;
  readonly totals: readonly Total[];
};

export type TotalsStore = {
  /** What was made of the days from one to another, both in, in their order. */
  booked(tenant: TenantId, from: string, to: string): Promise<readonly BookedTotals[]>;
  /** Puts a day's totals in the place of the ones before, all or none. */
  replace(tenant: TenantId, booked: BookedTotals): Promise<void>;
};
