/** A quote: from a seller's answers to a recommended card, a monthly price with a range, and what people would cost. */
import type { ChannelName } from '../../policy/channel-names.ts';
import type { Market } from '../../domain/channel.ts';
import type { Mode } from '../../domain/decision.ts';
import type { Region } from '../../policy/regions.ts';
import type { AwsCost } from '../aws-cost.ts';
import type { Agreement } from '../card/agreement.ts';
import type { PeerPrice, StatementLine } from '../statement/statement.ts';

export type Questionnaire = {
  readonly markets: readonly Market[];
  readonly platforms: readonly ChannelName[];
  /** ISO 639-1. */
  readonly languages: readonly string[];
  readonly sessionsPerDay: number;
  readonly serviceMode: Mode;
  /** Within so many seconds, as was asked for: `5m`, `24h`. */
  readonly responseSeconds: number;
  readonly term: Agreement['term'];
  readonly security: Agreement['security'];
  readonly support: Agreement['support'];
  readonly country: string;
  /** CRM, ERP and the like that stay in use. */
  readonly existingSystems: readonly string[];
  /** Months of old conversations that can be learned from. */
  readonly historyMonths: number;
  /** The most that may be spent a month; null while it is open. */
  readonly budget: { readonly monthly: string; readonly currency: string } | null;
  /** The people who answer now; null takes the stated assumption. */
  readonly team: {
    readonly people: number;
    readonly monthlyPerPerson: string;
    readonly currency: string;
  } | null;
};

/** Few, expected and many sessions. */
export type Range = { readonly low: string; readonly expected: string; readonly high: string };

export type Quote = {
  readonly card: { readonly card: string; readonly version: number; readonly title: string };
  readonly package: string;
  readonly agreement: Pick<Agreement, 'response' | 'term' | 'security' | 'support' | 'addOns'>;
  readonly because: readonly string[];
  readonly currency: string;
  readonly sessionsPerMonth: number;
  readonly monthly: Range;
  readonly perSession: string;
  /** The lines of an expected month, as a statement has them. */
  readonly breakdown: readonly StatementLine[];
  /** The expected month at the published prices of others. */
  readonly peers: readonly PeerPrice[];
  readonly aws: readonly (Pick<AwsCost, 'region' | 'knownUsd' | 'assumedUsd' | 'unknown'> & {
    readonly region: Region;
    readonly conversations: number;
  })[];
  readonly team: {
    readonly people: number;
    readonly monthly: string;
    /** In the quote's currency. */
    readonly compared: string;
    readonly currency: string;
    readonly relieved: string;
    readonly savedMonthly: string;
    /** What is saved for each unit of money that is spent. */
    readonly returnOnCost: string;
  };
  readonly budget: {
    readonly monthly: string;
    readonly currency: string;
    readonly within: boolean;
    readonly left: string;
  } | null;
  /** What else could be chosen, and what a month would cost then. */
  readonly alternatives: readonly { readonly choice: string; readonly monthly: string }[];
  readonly assumptions: readonly string[];
};
