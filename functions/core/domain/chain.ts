/** The chain of a tenant's closed hours: each entry holds the hash of the one before, so that none can be changed alone. */
import { canonicalLine, inLineOrder, type BookedLine } from './usage.ts';

/** SHA-256 of UTF-8 text or bytes, in lower-case hex. */
export type Digest = (content: string | Uint8Array) => string;

export type ChainEntry = {
  readonly tenant: string;
  /** From 1, without a gap. */
  readonly sequence: number;
  /** The closed hour, `YYYY-MM-DDTHH` in UTC. An hour in which nothing was booked has no entry. */
  readonly hour: string;
  readonly lines: number;
  readonly linesHash: string;
  /** Where the hour's file lies in the bucket, and the hash of its bytes. */
  readonly file: string;
  readonly fileHash: string;
  readonly previous: string;
  readonly hash: string;
};

/** Where a tenant's chain ends. */
export type ChainHead = {
  readonly sequence: number;
  readonly hash: string;
  /** All hours up to this one, and it, are closed; null before the first. */
  readonly closedThrough: string | null;
};

export const noEntry = '0'.repeat(64);
export const emptyHead: ChainHead = { sequence: 0, hash: noEntry, closedThrough: null };

/** What is hashed for a set of lines: their texts in order of name, one to a line. */
export const linesHash = (digest: Digest, lines: readonly BookedLine[]): string =>
  digest(inLineOrder(lines).map(canonicalLine).join('\n'));

/** What is hashed for an entry (docs/finance-evidence.md publishes it). */
const entryText = (entry: Omit<ChainEntry, 'hash'>): string =>
  [
    'recado-chain-1',
    entry.tenant,
    String(entry.sequence),
    entry.hour,
    String(entry.lines),
    entry.linesHash,
    entry.file,
    entry.fileHash,
    entry.previous,
  ].join('\n');

export const entryHash = (digest: Digest, entry: Omit<ChainEntry, 'hash'>): string =>
  digest(entryText(entry));

export const nextEntry = (
  digest: Digest,
  head: ChainHead,
  rest: Pick<ChainEntry, 'tenant' | 'hour' | 'lines' | 'linesHash' | 'file' | 'fileHash'>,
): ChainEntry => {
  const entry = { ...rest, sequence: head.sequence + 1, previous: head.hash };
  return { ...entry, hash: entryHash(digest, entry) };
};

/** Entries whose own hash, number or link to the one before is wrong, by hour. */
export const brokenLinks = (
  digest: Digest,
  entries: readonly ChainEntry[],
  head: ChainHead | null,
): readonly { readonly hour: string; readonly because: string }[] => {
  const faults: { hour: string; because: string }[] = [];
  let before: ChainEntry | null = null;
  for (const entry of entries) {
    if (entry.hash !== entryHash(digest, entry))
      faults.push({ hour: entry.hour, because: 'its hash is not that of its content' });
    if (before !== null && entry.previous !== before.hash)
      faults.push({ hour: entry.hour, because: `it does not follow the entry of ${before.hour}` });
    if (before !== null && entry.sequence !== before.sequence + 1)
      faults.push({ hour: entry.hour, because: `entries between ${before.hour} and it are missing` });
    before = entry;
  }
  const last = entries.at(-1);
  if (head !== null && (last?.hash ?? noEntry) !== head.hash)
    faults.push({ hour: last?.hour ?? 'none', because: 'the head of the chain is another entry' });
  return faults;
};
