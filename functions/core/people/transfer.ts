/** Whether an account's messages may be read unmasked from another country: reading from abroad is a transfer too. */
import type { Market } from '../domain/channel.ts';

const notYet = (): never => {
  throw new Error('not built');
};

/** The tenant's recorded decision. JSON as it stands: a row of the tenants table. */
export type TransferRecord = {
  /** Two-letter codes from which may be read. */
  readonly countries: readonly string[];
  /** The legal ground, e.g. `standard contractual clauses`. */
  readonly mechanism: string;
  /** `YYYY-MM-DD` from which it holds. */
  readonly date: string;
  readonly signer: string;
};

export type Reading =
  | { readonly kind: 'allowed'; readonly because: 'same-country' | 'no-rule' | 'recorded' }
  /** `says` tells an operator what to do. */
  | {
      readonly kind: 'masked';
      readonly because:
        | 'reader-country-unknown'
        | 'no-record'
        | 'record-incomplete'
        | 'record-not-yet'
        | 'country-not-recorded';
      readonly says: string;
    };

/** `readerCountry`: two letters, or null: not known. */
export const mayReadUnmasked: (asked: {
  readonly accountMarket: Market;
  readonly readerCountry: string | null;
  readonly transferRecord: TransferRecord | null;
  readonly now: Date;
}) => Reading = notYet;
