/** A ledger that is tampered with in every way, ten thousand times: each is found and named, within one hour's close. */
import type { Tenant } from '../../../functions/core/domain/tenant.ts';
import type { BookedLine, UsageLine } from '../../../functions/core/domain/usage.ts';
import { closeHoursOf } from '../../../functions/core/flows/close-hour.ts';
import { lineOf } from '../../../functions/core/flows/kit.ts';
import { faultText, type LedgerFault } from '../../../functions/core/flows/reconcile-books.ts';
import { conversationId } from '../../../functions/core/domain/ids.ts';
import { chanceOf, exactly, scaled, type Figure, type Scope } from '../figure.ts';
import { tenantOf } from './ledger-histories.ts';
import {
  digest,
  fakeWitness,
  memoryChain,
  memoryLedger,
  memoryTotals,
  plainArchive,
} from './memory-books.ts';

const minute = 60_000;
const hours = 12;
const linesInHour = 12;
const start = Date.parse('2026-11-10T00:00:00Z');
const conversation = conversationId('a'.repeat(26));

const lineAt = (tenant: Tenant, source: string, acceptedAt: Date): UsageLine =>
  lineOf(
    { region: 'sa-east-1' },
    { tenant: tenant.id, id: conversation, channel: 'rest', market: 'BR' },
    {
      unit: 'message',
      source,
      quantity: 1,
      language: 'pt',
      intent: null,
      mode: 'automatic',
      module: 'conversation',
      occurredAt: acceptedAt,
      acceptedAt,
    },
  );

/** Half a day of lines, all of its hours but the last closed; every message is there that they bill. */
const openLedger = async () => {
  const tenant = tenantOf('tampered00', 'America/Sao_Paulo');
  let now = new Date(start + hours * 60 * minute + 16 * minute);
  const ledger = memoryLedger();
  const witness = fakeWitness();
  const facts = [];
  for (let index = 0; index < hours * linesInHour; index += 1) {
    const acceptedAt = new Date(start + index * 5 * minute + minute);
    const line = lineAt(tenant, `m${String(index)}`, acceptedAt);
    // Every tenth was written hours later than it was accepted.
    ledger.write(line, new Date(acceptedAt.getTime() + (index % 10 === 0 ? 90 * minute : 1000)));
    facts.push({ unit: line.unit, source: line.source, acceptedAt });
  }
  witness.told.set(conversation, facts);
  const deps = {
    clock: () => now,
    digest,
    ledger,
    witness,
    chain: memoryChain(),
    archive: plainArchive(),
    totals: memoryTotals(),
    tenants: { tenants: async () => [tenant] },
    signMonth: async () => 'stood' as const,
    log: () => undefined,
    count: () => undefined,
  };
  await closeHoursOf(deps, tenant);
  now = new Date(now.getTime() + 60 * minute);
  return { tenant, deps };
};

type Opened = Awaited<ReturnType<typeof openLedger>>;
type Rows = Map<string, BookedLine | null>;
type Tampering = { readonly kind: LedgerFault['kind']; readonly name: string; readonly undo: () => void };

const partitionFor = (rows: Map<string, Rows>, place: string): Rows => {
  const partition = place.split('\n')[0] ?? '';
  const kept = rows.get(partition) ?? new Map<string, BookedLine | null>();
  rows.set(partition, kept);
  return kept;
};

const changes: readonly ((line: BookedLine, chance: () => number) => BookedLine)[] = [
  (line, chance) => ({ ...line, quantity: line.quantity + 1 + Math.floor(chance() * 9) }),
  (line) => ({ ...line, language: 'es' }),
  (line) => ({ ...line, market: 'MX' }),
  (line) => ({ ...line, mode: 'human' }),
  (line) => ({ ...line, module: 'answering' }),
  (line) => ({ ...line, conversation: conversationId('b'.repeat(26)) }),
  (line, chance) => ({
    ...line,
    occurredAt: new Date(line.occurredAt.getTime() - 1 - Math.floor(chance() * minute)),
  }),
  (line) => ({ ...line, acceptedAt: new Date(line.acceptedAt.getTime() + 1) }),
  (line) => ({ ...line, bookedAt: new Date(line.bookedAt.getTime() + 1) }),
  (line) => ({ ...line, detail: { note: 'changed' } }),
];

const tamper = ({ deps, tenant }: Opened, chance: () => number): Tampering => {
  const { rows } = deps.ledger;
  const all = deps.ledger.all().filter((line) => line.bookedAt.getTime() < start + hours * 60 * minute);
  const line = all[Math.floor(chance() * all.length)];
  if (line === undefined) throw new Error('there is no line to tamper with');
  const place = deps.ledger.placeOf(line);
  const name = `${line.unit}#${line.source}`;
  const own = partitionFor(rows, place);
  const elsewhere = `${tenant.id}#2026-11-0${String(1 + Math.floor(chance() * 9))}\n${name}`;
  switch (Math.floor(chance() * 5)) {
    case 0:
      own.delete(place);
      return { kind: 'missing', name, undo: () => own.set(place, line) };
    case 1: {
      const change = changes[Math.floor(chance() * changes.length)];
      own.set(place, change === undefined ? null : change(line, chance));
      return { kind: 'altered', name, undo: () => own.set(place, line) };
    }
    case 2: {
      const other = partitionFor(rows, elsewhere);
      other.set(elsewhere, line);
      return { kind: 'doubled', name, undo: () => other.delete(elsewhere) };
    }
    case 3: {
      const other = partitionFor(rows, elsewhere);
      own.delete(place);
      other.set(elsewhere, line);
      return {
        kind: 'moved',
        name,
        undo: () => {
          other.delete(elsewhere);
          own.set(place, line);
        },
      };
    }
    default: {
      const forged = lineAt(tenant, `forged${String(Math.floor(chance() * 1e6))}`, line.acceptedAt);
      deps.ledger.write(forged, line.bookedAt);
      const at = deps.ledger.placeOf(forged);
      return {
        kind: 'added',
        name: `message#${forged.source}`,
        undo: () => {
          partitionFor(rows, at).delete(at);
          for (const leads of deps.ledger.leads.values()) leads.delete(at);
        },
      };
    }
  }
};

/** The check that each hour's close begins with, over the same books again and again. */
const faultsOf = async ({ deps, tenant }: Opened): Promise<readonly LedgerFault[]> => {
  const heads = new Map(deps.chain.heads);
  const kept = new Map(deps.chain.kept);
  const files = new Map(deps.archive.files);
  const { faults } = await closeHoursOf(deps, tenant);
  deps.chain.heads.clear();
  deps.chain.kept.clear();
  deps.archive.files.clear();
  for (const [key, head] of heads) deps.chain.heads.set(key, head);
  for (const [key, entries] of kept) deps.chain.kept.set(key, entries);
  for (const [key, file] of files) deps.archive.files.set(key, file);
  return faults;
};

/** A line that was moved, or whose copy stands elsewhere, is named as such; what else it looks like may be said too. */
const names = (faults: readonly LedgerFault[], { kind, name }: Tampering): boolean =>
  faults.some((fault) => fault.kind === kind && 'line' in fault && fault.line === name);

export const corruptionFigures = async (scope: Scope): Promise<readonly Figure[]> => {
  const count = scaled(scope, 10_000);
  const chance = chanceOf(scope.seed + 1);
  const opened = await openLedger();
  const before = await faultsOf(opened);
  let found = 0;
  for (let index = 0; index < count; index += 1) {
    const tampering = tamper(opened, chance);
    const faults = await faultsOf(opened);
    if (names(faults, tampering)) found += 1;
    else
      console.error(`${tampering.kind} ${tampering.name} was not named: ${faults.map(faultText).join('; ')}`);
    tampering.undo();
  }
  return [
    exactly('metering.corruptions.before', before.length, 0),
    exactly('metering.corruptions.named', found, count),
    exactly('metering.corruptions.left', (await faultsOf(opened)).length, 0),
  ];
};
