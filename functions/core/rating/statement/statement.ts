/** A statement: what a tenant owes for a month, line by line, checkable by who pays. Not a tax invoice. */
import type { RatedGroup, RatedLine, RatedMonth } from '../rated.ts';

export const statementLocales = ['en', 'zh-CN', 'es', 'pt-BR'] as const;
export type StatementLocale = (typeof statementLocales)[number];

export type StatementLine = Omit<RatedLine, 'title' | 'bucket'> & {
  readonly text: string;
  readonly unit: string | null;
  readonly market: string | null;
  readonly region: string | null;
  readonly languageTier: string | null;
  readonly mode: string | null;
  readonly module: string | null;
  readonly channelTier: string | null;
  readonly free: string | null;
  /** Key of the drill-down: every ledger line behind the figure carries it. */
  readonly drillDown: string | null;
};

export type PeerPrice = {
  readonly peer: string;
  readonly amount: string;
  readonly currency: 'USD';
  readonly how: string;
  readonly source: string;
  readonly asOf: string;
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

export type Statement = {
  readonly kind: 'statement' | 'credit-note';
  readonly notice: string;
  /** Given by who keeps the row of numbers; null for a month that is not closed. */
  readonly number: string | null;
  /** Of a credit note: the statement that it corrects. */
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
  readonly usage: RatedMonth['buckets'];
  readonly responses: RatedMonth['measured'];
  readonly notBilled: RatedMonth['notBilled'];
  readonly refused: RatedMonth['refused'];
  readonly comparison: Comparison | null;
  readonly peers: readonly PeerPrice[];
};

export type StatementInput = {
  readonly rated: RatedMonth;
  readonly number: string | null;
  readonly locale: StatementLocale;
  /** The month before, rated with its own card; null when there is none. */
  readonly before: RatedMonth | null;
};
