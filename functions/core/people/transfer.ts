/** Whether an account's messages may be read unmasked from another country: reading from abroad is a transfer too. */
import type { Market } from '../domain/channel.ts';

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

type Masked =
  'reader-country-unknown' | 'no-record' | 'record-incomplete' | 'record-not-yet' | 'country-not-recorded';

export type Reading =
  | { readonly kind: 'allowed'; readonly because: 'same-country' | 'no-rule' | 'recorded' }
  /** `says` tells an operator what to do. */
  | { readonly kind: 'masked'; readonly because: Masked; readonly says: string };

/** Markets whose law asks for a record (LGPD, articles 33 to 36); more rows as counsel asks for them. */
const needsRecord: ReadonlySet<Market> = new Set(['BR']);

const masked = (because: Masked, says: string): Reading => ({ kind: 'masked', because, says });

const toDo = 'record countries, mechanism, date and signer of the transfer';

const isWhole = ({ countries, mechanism, date, signer }: TransferRecord): boolean =>
  countries.length > 0 &&
  mechanism.trim() !== '' &&
  signer.trim() !== '' &&
  /^\d{4}-\d{2}-\d{2}$/.test(date) &&
  !Number.isNaN(Date.parse(date));

/**
 * `readerCountry`: two letters, or null: not known, which counts as abroad. A record holds from the first instant of
 * its day in UTC.
 */
export const mayReadUnmasked = ({
  accountMarket,
  readerCountry,
  transferRecord: record,
  now,
}: {
  readonly accountMarket: Market;
  readonly readerCountry: string | null;
  readonly transferRecord: TransferRecord | null;
  readonly now: Date;
}): Reading => {
  if (!needsRecord.has(accountMarket)) return { kind: 'allowed', because: 'no-rule' };
  const reader = readerCountry?.trim().toUpperCase() ?? '';
  if (reader === accountMarket) return { kind: 'allowed', because: 'same-country' };
  if (reader === '')
    return masked(
      'reader-country-unknown',
      'the country of the reader is not known: sign in from a known one',
    );
  if (record === null) return masked('no-record', `no transfer to ${reader} is recorded: ${toDo}`);
  if (!isWhole(record)) return masked('record-incomplete', `the transfer record lacks a part: ${toDo}`);
  if (Date.parse(record.date) > now.getTime())
    return masked('record-not-yet', `the transfer record holds from ${record.date}`);
  return record.countries.some((country) => country.trim().toUpperCase() === reader)
    ? { kind: 'allowed', because: 'recorded' }
    : masked('country-not-recorded', `the transfer record does not name ${reader}: ${toDo}`);
};
