/** The books of a month: closed hour by hour, reconciled, signed; what was tampered with is named. */
import { describe, expect, it } from 'vitest';
import { conversationId, tenantId } from '../../../functions/core/domain/ids.ts';
import type { Tenant } from '../../../functions/core/domain/tenant.ts';
import type { UsageLine } from '../../../functions/core/domain/usage.ts';
import { closeHoursOf } from '../../../functions/core/flows/close-hour.ts';
import { closeMonth, signMonthOf } from '../../../functions/core/flows/close-month.ts';
import { reversalLine } from '../../../functions/core/flows/ledger-lines.ts';
import { statementInput } from '../../../functions/core/flows/metering.ts';
import { reconcileMonth } from '../../../functions/core/flows/reconcile.ts';
import { faultText } from '../../../functions/core/flows/reconcile-books.ts';
import { makeTotals, totalsOfMonth } from '../../../functions/core/flows/totals.ts';
import {
  digest,
  signerOf,
  fakeWitness,
  memoryArchive,
  memoryChain,
  memoryCloses,
  memoryLedger,
  memoryObjects,
  memoryTotals,
} from '../../../bin/prove/metering/memory-books.ts';

const tenant: Tenant = {
  id: tenantId('casaverde1'),
  name: 'Casa Verde',
  locale: 'zh-CN',
  timeZone: 'America/Sao_Paulo',
  modes: [],
  thresholds: {},
};
const conversation = conversationId('a'.repeat(26));

const aLine = (source: string, acceptedAt: string, over: Partial<UsageLine> = {}): UsageLine => ({
  tenant: tenant.id,
  region: 'sa-east-1',
  unit: 'message',
  source,
  quantity: 1,
  channel: 'rest',
  market: 'BR',
  language: 'pt',
  intent: null,
  mode: 'automatic',
  module: 'conversation',
  conversation,
  occurredAt: new Date(acceptedAt),
  acceptedAt: new Date(acceptedAt),
  ...over,
});

const books = (start: string) => {
  let now = new Date(start);
  const clock = (): Date => now;
  const ledger = memoryLedger(clock);
  const objects = memoryObjects();
  const witness = fakeWitness();
  const logged: string[] = [];
  const deps = {
    clock,
    digest,
    ledger,
    witness,
    chain: memoryChain(),
    archive: memoryArchive(objects),
    totals: memoryTotals(),
    closes: memoryCloses(),
    signer: signerOf(),
    region: 'sa-east-1',
    tenants: { tenants: async () => [tenant] },
    signMonth: async () => 'stood' as const,
    log: (name: string) => logged.push(name),
    count: () => undefined,
  };
  const own = { ...deps, signMonth: signMonthOf(deps) };
  return {
    deps,
    ledger,
    objects,
    witness,
    logged,
    at: (moment: string) => {
      now = new Date(moment);
    },
    /** A line of a message that is there, booked a second after it was accepted. */
    book: (line: UsageLine, bookedAt = new Date(line.acceptedAt.getTime() + 1000)) => {
      ledger.write(line, bookedAt);
      const { unit, source, acceptedAt } = line;
      if (line.conversation !== null)
        witness.told.set(line.conversation, [
          ...(witness.told.get(line.conversation) ?? []),
          { unit, source, acceptedAt },
        ]);
    },
    close: async () => closeHoursOf(own, tenant),
    faults: async (month: string) => (await reconcileMonth(deps, tenant, month)).faults.map(faultText),
  };
};

/** Three hours of one day, closed. */
const closedDay = async () => {
  const h = books('2026-11-10T20:00:00Z');
  for (const hour of ['10', '11', '13'])
    for (const minute of ['05', '25', '45'])
      h.book(aLine(`m-${hour}${minute}`, `2026-11-10T${hour}:${minute}:00Z`));
  await h.close();
  return h;
};
const partition = `${tenant.id}#2026-11-10`;
const place = (source: string): string => `${partition}\nmessage#${source}`;

describe('hours of a tenant', () => {
  it('close once each, in order, and only when nothing can be written into them any more', async () => {
    const h = await closedDay();
    h.book(aLine('m-late', '2026-11-10T20:10:00Z'));
    h.at('2026-11-10T21:14:00Z');
    expect((await h.close()).hours).toBe(0);
    h.at('2026-11-10T21:15:00Z');
    expect((await h.close()).hours).toBe(1);
    expect((await h.close()).hours).toBe(0);
    const entries = await h.deps.chain.entries(tenant.id, '2026-11-01T00', '2026-11-30T00');
    expect(entries.map(({ hour, lines, sequence }) => [hour, lines, sequence])).toEqual([
      ['2026-11-10T10', 3, 1],
      ['2026-11-10T11', 3, 2],
      ['2026-11-10T13', 3, 3],
      ['2026-11-10T20', 1, 4],
    ]);
  });

  it('take what was accepted long before into the hour in which it was written', async () => {
    const h = await closedDay();
    h.book(aLine('m-draft', '2026-11-08T09:00:00Z'), new Date('2026-11-10T20:30:00Z'));
    h.at('2026-11-10T22:00:00Z');
    await h.close();
    const [entry] = await h.deps.chain.entries(tenant.id, '2026-11-10T20', '2026-11-10T20');
    expect(entry?.lines).toBe(1);
    expect(await h.faults('2026-11')).toEqual([]);
  });

  it('that two runs close at once are closed by one of them', async () => {
    const h = books('2026-11-10T20:00:00Z');
    h.book(aLine('m-1', '2026-11-10T10:05:00Z'));
    const both = await Promise.all([h.close(), h.close()]);
    expect(both.map(({ hours }) => hours).toSorted((one, other) => one - other)).toEqual([0, 1]);
    expect(await h.faults('2026-11')).toEqual([]);
  });
});

describe('a ledger that somebody tampered with', () => {
  it('is named when a line of a closed hour is gone, other, twice, elsewhere or new', async () => {
    const h = await closedDay();
    const rows = h.ledger.rows.get(partition) ?? new Map();
    const changed = rows.get(place('m-1125'));
    const moved = rows.get(place('m-1345'));
    rows.delete(place('m-1005'));
    rows.set(place('m-1125'), { ...changed, quantity: 7 });
    rows.delete(place('m-1345'));
    h.ledger.rows.set(
      `${tenant.id}#2026-11-09`,
      new Map([[`${tenant.id}#2026-11-09\nmessage#m-1345`, moved]]),
    );
    h.ledger.rows
      .get(`${tenant.id}#2026-11-09`)
      ?.set(`${tenant.id}#2026-11-09\nmessage#m-1305`, rows.get(place('m-1305')));
    h.ledger.write(aLine('m-forged', '2026-11-10T11:10:00Z'), new Date('2026-11-10T11:10:01Z'));
    const faults = await h.faults('2026-11');
    expect(faults.toSorted()).toEqual([
      `added message#m-forged at ${partition} message#m-forged`,
      `altered message#m-1125 at ${partition} message#m-1125: quantity`,
      `doubled message#m-1305 at ${tenant.id}#2026-11-09 message#m-1305`,
      `missing message#m-1005 at ${partition} message#m-1005`,
      `moved message#m-1345 at ${tenant.id}#2026-11-09 message#m-1345`,
    ]);
  });

  it('is told of by the close of the next hour', async () => {
    const h = await closedDay();
    h.ledger.rows.get(partition)?.delete(place('m-1005'));
    h.at('2026-11-10T21:20:00Z');
    expect((await h.close()).faults.map(faultText)).toEqual([
      `missing message#m-1005 at ${partition} message#m-1005`,
    ]);
    expect(h.logged).toContain('ledger-difference');
  });

  it('is named before its hour is closed, by the messages that the lines bill', async () => {
    const h = books('2026-11-10T10:50:00Z');
    h.book(aLine('m-1', '2026-11-10T10:05:00Z'));
    h.book(aLine('m-2', '2026-11-10T10:06:00Z'));
    h.ledger.rows.get(partition)?.delete(place('m-1'));
    h.ledger.write(aLine('m-forged', '2026-11-10T10:10:00Z'), new Date('2026-11-10T10:10:01Z'));
    expect((await h.faults('2026-11')).toSorted()).toEqual([
      `missing message#m-1 at ${partition} message#m-1`,
      `unfounded message#m-forged at ${partition} message#m-forged`,
    ]);
  });

  it('is named when a file is changed, or gone, though the rows are right', async () => {
    const h = await closedDay();
    const [first = '', second = ''] = [...h.objects.files.keys()];
    h.objects.files.set(first, h.objects.files.get(second) ?? new Uint8Array());
    h.objects.files.delete(second);
    expect((await h.faults('2026-11')).map((fault) => fault.split(': ').at(-1))).toEqual([
      'its bytes are not those that were closed',
      'the file is gone',
    ]);
  });

  it('is named when an entry of the chain is changed or taken out', async () => {
    const h = await closedDay();
    const kept = h.deps.chain.kept.get(tenant.id) ?? [];
    h.deps.chain.kept.set(
      tenant.id,
      kept.filter(({ sequence }) => sequence !== 2),
    );
    const faults = await h.faults('2026-11');
    expect(faults).toContain('chain 2026-11-10T13: it does not follow the entry of 2026-11-10T10');
    expect(faults).toContain(`added message#m-1105 at ${partition} message#m-1105`);
  });

  it('is named when stored totals are not what the lines come to', async () => {
    const h = await closedDay();
    await makeTotals(h.deps, tenant);
    h.at('2026-11-12T00:00:00Z');
    await makeTotals(h.deps, tenant, new Date('2026-11-10T00:00:00Z'));
    expect(await h.faults('2026-11')).toEqual([]);
    const [kept] = await h.deps.totals.booked(tenant.id, '2026-11-10', '2026-11-10');
    if (kept === undefined) throw new Error('no totals');
    await h.deps.totals.replace(tenant.id, {
      ...kept,
      totals: kept.totals.map((total, index) => (index === 0 ? { ...total, quantity: 30 } : total)),
    });
    expect(await h.faults('2026-11')).toEqual(['total 2026-11-10 2026-11-10T10 message: kept 30, lines 3']);
  });
});

describe('a month', () => {
  it('is signed as it stands before its close, and for good on the fourth day after it', async () => {
    const h = await closedDay();
    h.at('2026-11-20T12:00:00Z');
    const interim = await closeMonth(h.deps, tenant, '2026-11');
    expect(interim.ok && [interim.value.close.kind, interim.value.close.totals]).toEqual([
      'interim',
      { message: 9 },
    ]);
    h.book(aLine('m-last', '2026-12-01T02:59:59Z'));
    h.book(aLine('m-next', '2026-12-01T03:00:00Z'));
    h.at('2026-12-04T03:00:00Z');
    const early = await closeMonth(h.deps, tenant, '2026-11');
    expect(early.ok ? null : early.problem).toEqual({ kind: 'open-hours', lines: 1 });
    h.at('2026-12-04T04:30:00Z');
    await h.close();
    const final = await closeMonth(h.deps, tenant, '2026-11');
    // The hourly close had signed it by itself.
    expect(final.ok && final.value.stood).toBe(true);
    expect(final.ok && [final.value.close.kind, final.value.close.totals]).toEqual([
      'final',
      { message: 10 },
    ]);
    const again = await closeMonth(h.deps, tenant, '2026-11');
    expect(again.ok && again.value.stood).toBe(true);
    expect(again.ok && final.ok && again.value.signed).toEqual(final.ok && final.value.signed);
  });

  it('is not closed while a line differs, and says which', async () => {
    const h = await closedDay();
    h.ledger.rows.get(partition)?.delete(place('m-1005'));
    const refused = await closeMonth(h.deps, tenant, '2026-11');
    expect(
      refused.ok || refused.problem.kind !== 'differences' ? [] : refused.problem.faults.map(faultText),
    ).toEqual([`missing message#m-1005 at ${partition} message#m-1005`]);
  });

  it('counts what was taken back in its own month while that is open, and in the next one after', async () => {
    const h = books('2026-12-02T12:00:00Z');
    const resolved = (source: string) =>
      aLine(source, '2026-11-28T12:00:00Z', {
        unit: 'verified_resolution',
        detail: { evidence: 'buyer_confirmed' },
      });
    const back = (source: string, at: string) =>
      reversalLine(resolved(source), {
        fact: `back-${source}`,
        because: 'returned',
        occurredAt: new Date(at),
        acceptedAt: new Date(at),
      });
    for (const source of ['r-1', 'r-2', 'r-3']) h.book(resolved(source));
    h.book(back('r-1', '2026-12-02T11:00:00Z'));
    h.book(back('r-2', '2026-12-05T11:00:00Z'));
    h.at('2026-12-06T00:00:00Z');
    await makeTotals(h.deps, tenant, new Date('2026-11-28T00:00:00Z'));
    const units = async (month: string) =>
      (await totalsOfMonth(h.deps, tenant, month, ['unit'])).map(({ quantity, reversals, late }) => [
        quantity,
        reversals,
        late,
      ]);
    expect(await units('2026-11')).toEqual([[2, 1, 0]]);
    expect(await units('2026-12')).toEqual([[-1, 1, 1]]);
  });
});

it('gives a statement each line of its month once, wherever it was written', async () => {
  const h = books('2026-12-02T12:00:00Z');
  h.book(aLine('m-in-time', '2026-11-10T10:00:00Z'));
  h.book(aLine('m-over-midnight', '2026-11-10T23:59:59Z'), new Date('2026-11-11T00:00:01Z'));
  h.book(aLine('m-days-later', '2026-11-10T10:00:00Z'), new Date('2026-11-25T00:00:01Z'));
  h.book(aLine('m-after-the-month', '2026-11-30T10:00:00Z'), new Date('2026-12-02T10:00:00Z'));
  h.book(aLine('m-too-late', '2026-10-20T10:00:00Z'), new Date('2026-11-25T10:00:00Z'));
  h.book(aLine('m-of-december', '2026-12-01T10:00:00Z'));
  const sources: string[] = [];
  for await (const { line, place } of statementInput(h.deps, tenant, '2026-11'))
    sources.push(`${line.source} ${place.lateFor ?? 'in time'}`);
  expect(sources.toSorted()).toEqual([
    'm-after-the-month in time',
    'm-days-later in time',
    'm-in-time in time',
    'm-over-midnight in time',
    'm-too-late 2026-10',
  ]);
});
