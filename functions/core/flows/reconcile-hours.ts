/** Closed hours against the chain: hashes first, and for an hour that differs its file, line by line. */
import { brokenLinks, linesHash, type ChainEntry } from '../domain/chain.ts';
import { nameAt, reconcile } from '../domain/reconciliation.ts';
import { hourOf, lineName, type BookedLine } from '../domain/usage.ts';
import {
  inGroups,
  isClosed,
  isWithin,
  type Books,
  type LedgerFault,
  type ReconcileDeps,
} from './reconcile-books.ts';

/** Hours whose rows no longer hash to what the chain says, or stand where they do not belong. */
const suspicious = (deps: ReconcileDeps, books: Books): ReadonlySet<string> => {
  const hours = new Map<string, BookedLine[]>();
  const strange = new Set<string>();
  for (const { at, line } of books.standing) {
    if (line === null || !isWithin(books, line) || !isClosed(books, line)) continue;
    const hour = hourOf(line.bookedAt);
    const lines = hours.get(hour) ?? [];
    lines.push(line);
    hours.set(hour, lines);
    if (deps.ledger.placeOf(line) !== at) strange.add(hour);
  }
  const chained = new Map(books.entries.map((entry) => [entry.hour, entry]));
  for (const [hour, lines] of hours)
    if (chained.get(hour)?.linesHash !== linesHash(deps.digest, lines)) strange.add(hour);
  for (const { hour } of books.entries) if (!hours.has(hour)) strange.add(hour);
  return strange;
};

type Filed = { readonly lines: readonly BookedLine[]; readonly faults: readonly LedgerFault[] };

const filed = async (deps: ReconcileDeps, entry: ChainEntry): Promise<Filed> => {
  const wrong = (because: string): Filed => ({
    lines: [],
    faults: [{ kind: 'file', hour: entry.hour, file: entry.file, because }],
  });
  const read = await deps.archive.read(entry.file);
  if (read === null) return wrong('the file is gone');
  if (read.hash !== entry.fileHash) return wrong('its bytes are not those that were closed');
  if (read.lines === null || linesHash(deps.digest, read.lines) !== entry.linesHash)
    return wrong('its lines are not those that were closed');
  return { lines: read.lines, faults: [] };
};

/** Closed hours: the chain, and for each hour that differs, its lines by name. `deep` opens every file. */
export const closedFaults = async (
  deps: ReconcileDeps,
  books: Books,
  deep: boolean,
): Promise<readonly LedgerFault[]> => {
  const links = brokenLinks(deps.digest, books.entries, null).map((fault): LedgerFault => ({
    kind: 'chain',
    ...fault,
  }));
  const hours = suspicious(deps, books);
  const opened = books.entries.filter(({ hour }) => deep || hours.has(hour));
  const files = await inGroups(opened, async (entry) => filed(deps, entry));
  const expected = files.flatMap(({ lines }) => lines);
  const names = new Set(expected.map(lineName));
  const rows = books.standing.filter(
    ({ at, line }) =>
      names.has(nameAt(at)) || (line !== null && isWithin(books, line) && hours.has(hourOf(line.bookedAt))),
  );
  const lines = reconcile(
    expected,
    rows,
    (line) => deps.ledger.placeOf(line),
    (line) => isClosed(books, line),
  );
  return [...links, ...files.flatMap(({ faults }) => faults), ...lines];
};
