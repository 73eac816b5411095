/** The books in memory: ledger, chain, files, totals and closes that keep their ports' contracts (tests/contracts/books.ts). */
import { createHash, generateKeyPairSync } from 'node:crypto';
import { signDigest } from '../../../lib/local/services/kms/p256.ts';
import { linesFromParquet, linesToParquet } from '../../../functions/core/aws/parquet/lines.ts';
import type { ChainEntry, ChainHead } from '../../../functions/core/domain/chain.ts';
import type { ConversationId } from '../../../functions/core/domain/ids.ts';
import { hourOf, lineName, type BookedLine, type UsageLine } from '../../../functions/core/domain/usage.ts';
import { linesFileOf } from '../../../functions/core/policy/ledger-files.ts';
import type {
  Archive,
  Chain,
  Digest,
  MonthCloses,
  PlacedLine,
  Signer,
} from '../../../functions/core/ports/evidence.ts';
import type { BillableFact, Ledger, LineBook, Witness } from '../../../functions/core/ports/ledger.ts';
import type { BookedTotals, TotalsStore } from '../../../functions/core/ports/totals.ts';

export const digest: Digest = (content) => createHash('sha256').update(content).digest('hex');

type Placeable = Pick<UsageLine, 'tenant' | 'acceptedAt' | 'unit' | 'source'>;
const dayOf = (moment: Date): string => moment.toISOString().slice(0, 10);
const partitionOf = (line: Placeable): string => `${line.tenant}#${dayOf(line.acceptedAt)}`;
const placeOf = (line: Placeable): string => `${partitionOf(line)}\n${lineName(line)}`;

export type MemoryLedger = Ledger &
  LineBook & {
    /** All rows by partition and place; a test may tamper with them. */
    readonly rows: Map<string, Map<string, BookedLine | null>>;
    /** By tenant and day of booking, the places of late lines. */
    readonly leads: Map<string, Set<string>>;
    /** Writes a line as it is booked, once; false when it stood. */
    write(line: UsageLine, bookedAt: Date): boolean;
    all(): readonly BookedLine[];
  };

export const memoryLedger = (clock: () => Date = () => new Date()): MemoryLedger => {
  const rows = new Map<string, Map<string, BookedLine | null>>();
  const leads = new Map<string, Set<string>>();
  const at = (place: string): BookedLine | null | undefined =>
    rows.get(place.split('\n')[0] ?? '')?.get(place);
  const write = (line: UsageLine, bookedAt: Date): boolean => {
    const place = placeOf(line);
    if (at(place) !== undefined) return false;
    const partition = partitionOf(line);
    const kept = rows.get(partition) ?? new Map<string, BookedLine | null>();
    kept.set(place, { ...line, bookedAt });
    rows.set(partition, kept);
    if (hourOf(bookedAt) !== hourOf(line.acceptedAt)) {
      const key = `${line.tenant}#${dayOf(bookedAt)}`;
      leads.set(key, (leads.get(key) ?? new Set()).add(place));
    }
    return true;
  };
  return {
    rows,
    leads,
    write,
    all: () => [...rows.values()].flatMap((kept) => [...kept.values()]).filter((line) => line !== null),
    placeOf,
    async book(lines) {
      for (const line of lines) write(line, clock());
    },
    async line(line) {
      return at(placeOf(line)) ?? null;
    },
    async day(tenant, day) {
      return [...(rows.get(`${tenant}#${day}`) ?? [])].map(([place, line]) => ({ at: place, line }));
    },
    async late(tenant, bookedDay) {
      return [...(leads.get(`${tenant}#${bookedDay}`) ?? [])].map((place) => {
        const line = at(place);
        return line === undefined ? { at: place, line: null, gone: true } : { at: place, line };
      });
    },
  };
};

export type MemoryChain = Chain & {
  readonly heads: Map<string, ChainHead>;
  readonly kept: Map<string, ChainEntry[]>;
};

export const memoryChain = (): MemoryChain => {
  const heads = new Map<string, ChainHead>();
  const kept = new Map<string, ChainEntry[]>();
  return {
    heads,
    kept,
    async head(tenant) {
      return heads.get(tenant) ?? null;
    },
    async entries(tenant, from, through) {
      return (kept.get(tenant) ?? []).filter(({ hour }) => hour >= from && hour <= through);
    },
    async advance(tenant, seen, { entry, closedThrough }) {
      const head = heads.get(tenant) ?? null;
      if (head?.hash !== seen?.hash || head?.closedThrough !== seen?.closedThrough) return 'stale';
      heads.set(tenant, {
        sequence: entry?.sequence ?? head?.sequence ?? 0,
        hash: entry?.hash ?? head?.hash ?? '0'.repeat(64),
        closedThrough,
      });
      if (entry !== null) kept.set(tenant, [...(kept.get(tenant) ?? []), entry]);
      return 'done';
    },
  };
};

export type MemoryObjects = {
  readonly files: Map<string, Uint8Array>;
  put(key: string, bytes: Uint8Array): Promise<void>;
  get(key: string): Promise<Uint8Array | null>;
};
export const memoryObjects = (): MemoryObjects => {
  const files = new Map<string, Uint8Array>();
  return {
    files,
    async put(key, bytes) {
      files.set(key, bytes);
    },
    async get(key) {
      return files.get(key) ?? null;
    },
  };
};

/** Real Parquet bytes over a map. */
export const memoryArchive = (objects: MemoryObjects): Archive => ({
  fileOf: linesFileOf,
  async write(file, lines) {
    const bytes = linesToParquet(lines);
    await objects.put(file, bytes);
    return digest(bytes);
  },
  async read(file) {
    const bytes = await objects.get(file);
    return bytes === null ? null : { hash: digest(bytes), lines: await linesFromParquet(bytes) };
  },
});

/** Lines as they are, for histories in great number. */
export const plainArchive = (): Archive & { readonly files: Map<string, readonly PlacedLine[]> } => {
  const files = new Map<string, readonly PlacedLine[]>();
  const hashOf = (lines: readonly PlacedLine[]): string =>
    digest(
      lines
        .map(({ line }) => lineName(line))
        .toSorted()
        .join(),
    );
  return {
    files,
    fileOf: linesFileOf,
    async write(file, lines) {
      files.set(file, lines);
      return hashOf(lines);
    },
    async read(file) {
      const lines = files.get(file);
      return lines === undefined ? null : { hash: hashOf(lines), lines: lines.map(({ line }) => line) };
    },
  };
};

export const memoryTotals = (): TotalsStore & { readonly kept: Map<string, BookedTotals> } => {
  const kept = new Map<string, BookedTotals>();
  return {
    kept,
    async booked(tenant, from, to) {
      return [...kept]
        .filter(([key, { day }]) => key.startsWith(`${tenant}#`) && day >= from && day <= to)
        .map(([, booked]) => booked)
        .toSorted((one, other) => (one.day < other.day ? -1 : 1));
    },
    async replace(tenant, booked) {
      kept.set(`${tenant}#${booked.day}`, booked);
    },
  };
};

export const memoryCloses = (): MonthCloses => {
  const kept = new Map<string, Awaited<ReturnType<MonthCloses['read']>>>();
  return {
    async read(tenant, month) {
      return kept.get(`${tenant}#${month}`) ?? null;
    },
    async write(close, signed) {
      if (kept.get(`${close.tenant}#${close.month}`)?.close.kind === 'final') return 'standing';
      kept.set(`${close.tenant}#${close.month}`, { close, signed });
      return 'done';
    },
  };
};

/** A key pair of its own. KMS is handed a digest: Node signs the same one through the key's raw half. */
export const signerOf = (): Signer => {
  const { privateKey, publicKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
  const jwk = privateKey.export({ format: 'jwk' });
  return {
    key: 'evidence',
    sign: async (hash) => signDigest(jwk, Buffer.from(hash, 'hex')).toString('base64'),
    publicKey: async () => publicKey.export({ format: 'der', type: 'spki' }).toString('base64'),
  };
};

/** Says what it is told. */
export const fakeWitness = (): Witness & { readonly told: Map<ConversationId, readonly BillableFact[]> } => {
  const told = new Map<ConversationId, readonly BillableFact[]>();
  return {
    told,
    facts: async (_tenant, conversation) => told.get(conversation) ?? [],
    active: async () => [...told.keys()],
  };
};

/** Believes every line: for stories in which nobody tampers with state. */
export const ledgerWitness = (ledger: MemoryLedger): Witness => ({
  facts: async () => ledger.all(),
  active: async () => [],
});
