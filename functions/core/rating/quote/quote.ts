/** A quote: from a seller's answers to a recommended card, a monthly price with a range, and what people would cost. */
import type { Agreement } from '../card/agreement.ts';
import type { RatedLine } from '../rated.ts';

export const serviceModes = ['automatic', 'review', 'human'] as const;
export type ServiceMode = (typeof serviceModes)[number];

export type Questionnaire = {
  readonly markets: readonly string[];
  readonly platforms: readonly string[];
  readonly languages: readonly string[];
  readonly sessionsPerDay: number;
  readonly serviceMode: ServiceMode;
  readonly responsePromise: string;
  readonly term: Agreement['term'];
  readonly security: Agreement['security'];
  readonly support: Agreement['support'];
  readonly existingSystems: readonly string[];
  readonly historyMonths: number;
  /** The most that may be spent a month; null when it is open. */
  readonly budget: { readonly amount: string; readonly currency: string } | null;
  /** What people cost a month now; null takes the stated assumption. */
  readonly team: { readonly people: number; readonly perPerson: string; readonly currency: string } | null;
};

export type Range = { readonly low: string; readonly expected: string; readonly high: string };

export type Quote = {
  readonly card: { readonly card: string; readonly version: number; readonly package: string };
  readonly because: readonly string[];
  readonly currency: string;
  readonly monthly: Range;
  readonly perSession: string;
  readonly breakdown: readonly RatedLine[];
  readonly aws: { readonly region: string; readonly usd: Range; readonly unknown: readonly string[] }[];
  readonly team: {
    readonly people: number;
    readonly monthly: string;
    readonly currency: string;
    readonly saved: string | null;
    readonly returnOnCost: string | null;
  };
  readonly budget: { readonly within: boolean; readonly because: string } | null;
  readonly assumptions: readonly string[];
};
