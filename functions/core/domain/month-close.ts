/** The close of a tenant's month: what was booked, in which files, and that it was reconciled; its text is what is signed. */
import type { Month } from './billing-month.ts';
import type { ChainEntry } from './chain.ts';
import type { TenantId } from './ids.ts';

export type MonthClose = {
  readonly format: 'recado-month-close-1';
  readonly tenant: TenantId;
  readonly region: string;
  readonly month: Month;
  readonly timeZone: string;
  /** From this moment to the cut lines were booked that may count in the month. */
  readonly from: string;
  /** Nothing that was booked from here on counts in the month. */
  readonly cut: string;
  readonly closedAt: string;
  /** An interim close is made before the cut and may be made again; a final one stands. */
  readonly kind: 'interim' | 'final';
  /** Lines that count in the month, and the hash of their texts. */
  readonly lines: number;
  readonly linesHash: string;
  /** Of these, lines that no closed hour holds yet; none in a final close. */
  readonly openLines: number;
  /** By unit. */
  readonly totals: Readonly<Record<string, number>>;
  readonly chain: readonly ChainEntry[];
};

export type SignedClose = {
  /** The close as JSON: these very bytes are signed. */
  readonly document: string;
  readonly algorithm: 'ECDSA_SHA_256';
  readonly key: string;
  readonly publicKey: string;
  readonly signature: string;
};
