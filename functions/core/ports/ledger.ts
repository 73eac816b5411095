/** The ledger as finance reads it, and the state that it bills, which bears witness to it. */
import type { ConversationId, TenantId } from '../domain/ids.ts';
import type { StandingLine } from '../domain/reconciliation.ts';
import type { BookedLine, UsageLine, UsageUnit } from '../domain/usage.ts';

export type Ledger = {
  /** Every row of the tenant's lines that were accepted on a day (UTC, `YYYY-MM-DD`). */
  day(tenant: TenantId, day: string): Promise<readonly StandingLine[]>;
  /** The rows that were written on a day in another hour than they were accepted in, wherever they stand. */
  late(tenant: TenantId, bookedDay: string): Promise<readonly StandingLine[]>;
  /** Where a line belongs. */
  placeOf(line: Pick<BookedLine, 'tenant' | 'acceptedAt' | 'unit' | 'source'>): string;
  /** The line of that name, or null. */
  line(line: Pick<UsageLine, 'tenant' | 'acceptedAt' | 'unit' | 'source'>): Promise<BookedLine | null>;
};

/** Books lines whose facts have no conversation to be written with: a seat, a late fee. The same line twice is one. */
export type LineBook = { book(lines: readonly UsageLine[]): Promise<void> };

/** What the state of a conversation says was billed. */
export type BillableFact = {
  readonly unit: UsageUnit;
  readonly source: string;
  readonly acceptedAt: Date;
};

export type Witness = {
  /** Everything in the conversation that has its line. */
  facts(tenant: TenantId, conversation: ConversationId): Promise<readonly BillableFact[]>;
  /** Conversations whose buyers wrote in the last days. */
  active(tenant: TenantId): Promise<readonly ConversationId[]>;
};
