/** A statement: what a tenant owes for a month, line by line, checkable by who pays. Not a tax invoice. */
import type { Bucket, FreeReason, RatedGroup, RatedLine, RatedMonth } from '../rated.ts';

export const statementLocales = ['en', 'zh-CN', 'es', 'pt-BR'] as const;
export type StatementLocale = (typeof statementLocales)[number];

type Places = Pick<Bucket, 'unit' | 'market' | 'region' | 'languageTier' | 'mode' | 'module' | 'channelTier'>;

export type StatementLine = Omit<RatedLine, 'title' | 'bucket'> & {
  readonly text: string;
  /** Of usage: where it happened, as far as prices may depend on it. */
  readonly usage: Places | null;
  readonly free: FreeReason | null;
  /** The name that every ledger line behind the figure carries in the drill-down. */
  readonly drillDown: string | null;
};

export type PeerPrice = {
  readonly peer: string;
  readonly low: string;
  readonly high: string;
  readonly currency: 'USD';
  readonly resolutions: number;
  readonly tickets: number | null;
  /** Resolutions were not measured: sessions without a hand-over stand for them. */
  readonly assumed: boolean;
  readonly asOf: string;
  readonly source: string;
};

export type Comparison = {
  readonly month: string;
  readonly total: string;
  readonly change: string;
  readonly groups: readonly {
    readonly group: RatedGroup;
    readonly before: string;
    readonly now: string;
  }[];
};

export type UsageCount = Omit<Bucket, 'key'> & {
  readonly drillDown: string;
  readonly quantity: number;
  readonly lines: number;
  readonly reversals: number;
  readonly late: number;
};

export type Statement = {
  readonly kind: 'statement' | 'credit-note';
  readonly title: string;
  readonly notice: string;
  /** Given by who keeps the row of numbers; null for a month that is not closed. */
  readonly number: string | null;
  /** Of a credit note: the number of the statement that it corrects. */
  readonly corrects: string | null;
  readonly status: 'final' | 'provisional';
  readonly tenant: string;
  readonly month: string;
  readonly timeZone: string;
  readonly locale: StatementLocale;
  readonly currency: string;
  readonly card: { readonly card: string; readonly version: number; readonly from: string };
  readonly exchange: RatedMonth['rate'];
  readonly lines: readonly StatementLine[];
  readonly totals: RatedMonth['totals'];
  readonly usage: readonly UsageCount[];
  readonly responses: RatedMonth['measured'];
  readonly notBilled: RatedMonth['notBilled'];
  readonly refused: RatedMonth['refused'];
  readonly comparison: Comparison | null;
  readonly peers: readonly PeerPrice[];
};

export type StatementInput = {
  readonly rated: RatedMonth;
  /** Null keeps the statement provisional. */
  readonly number: string | null;
  readonly locale: StatementLocale;
  /** The month before, rated with its own card; null when there is none. */
  readonly before: RatedMonth | null;
};
