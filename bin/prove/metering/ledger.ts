/** Histories through the real books, with crashes between any two writes, against the oracle: difference 0. */
import { calendarOf } from '../../../functions/core/domain/billing-month.ts';
import { opensSession } from '../../../functions/core/domain/conversation.ts';
import { hourOf, type UsageLine } from '../../../functions/core/domain/usage.ts';
import { closeHoursOf } from '../../../functions/core/flows/close-hour.ts';
import { lineOf } from '../../../functions/core/flows/kit.ts';
import {
  channelFeeLine,
  reversalLine,
  seatDayLine,
  transferLine,
  translationLine,
  voiceLine,
  type FactOf,
} from '../../../functions/core/flows/ledger-lines.ts';
import { reconcileMonth } from '../../../functions/core/flows/reconcile.ts';
import { makeTotals, totalsOfMonth } from '../../../functions/core/flows/totals.ts';
import { atLeast, chanceOf, exactly, scaled, type Figure, type Scope } from '../figure.ts';
import { historyOf, type Fact, type History } from './ledger-histories.ts';
import { expectedOf } from './ledger-oracle.ts';
import {
  digest,
  ledgerWitness,
  memoryChain,
  memoryLedger,
  memoryTotals,
  plainArchive,
} from './memory-books.ts';

const region = { region: 'sa-east-1' };

/** The process ended. */
class Crashed extends Error {
  override readonly name = 'Crashed';
}

/** Every write may be the last of its process: before it, or after it and before anybody heard. */
const fragile = <Port extends object>(port: Port, crash: () => boolean, writes: readonly string[]): Port =>
  new Proxy(port, {
    get(target, name, receiver) {
      const member: unknown = Reflect.get(target, name, receiver);
      if (typeof member !== 'function' || !writes.includes(String(name))) return member;
      return async (...given: readonly unknown[]) => {
        if (crash()) throw new Crashed();
        const result: unknown = await Reflect.apply(member, target, given);
        if (crash()) throw new Crashed();
        return result;
      };
    },
  });

type Session = { readonly id: string; readonly startedAt: Date };

/** What a worker does with a fact: state and lines in one write, once. */
const worker = (history: History, ledger: ReturnType<typeof memoryLedger>) => {
  const sessions = new Map<string, Session>();
  const stored = new Set<string>();
  const owner = (conversation: Extract<Fact, { conversation: unknown }>['conversation']) => ({
    tenant: history.tenant.id,
    id: conversation,
    channel: 'rest' as const,
    market: 'BR' as const,
  });
  const stamp = (fact: Fact): FactOf => ({
    source: fact.id,
    language: 'pt',
    intent: null,
    mode: 'automatic',
    occurredAt: fact.acceptedAt,
    acceptedAt: fact.acceptedAt,
  });
  const plain = (fact: Exclude<Fact, { kind: 'seat' }>, unit: UsageLine['unit'], quantity = 1): UsageLine =>
    lineOf(region, owner(fact.conversation), { ...stamp(fact), unit, quantity, module: 'conversation' });
  const linesOf = (fact: Fact): readonly UsageLine[] => {
    switch (fact.kind) {
      case 'message': {
        const last = sessions.get(fact.conversation) ?? null;
        if (!opensSession(last, fact.acceptedAt)) return [plain(fact, 'message')];
        sessions.set(fact.conversation, { id: fact.id, startedAt: fact.acceptedAt });
        return [plain(fact, 'message'), plain(fact, 'session')];
      }
      case 'translated':
        return [
          translationLine(region, owner(fact.conversation), stamp(fact), {
            characters: fact.amount,
            by: 'translate',
            from: 'pt',
            to: 'zh',
          }),
        ];
      case 'spoken':
        return [voiceLine(region, owner(fact.conversation), stamp(fact), fact.amount)];
      case 'fee':
        return [channelFeeLine(region, owner(fact.conversation), stamp(fact), 'utility')];
      case 'sent':
        return [transferLine(region, owner(fact.conversation), stamp(fact), fact.amount)];
      case 'tokens':
        return [plain(fact, 'model_tokens', fact.amount)];
      case 'escalated':
        return [plain(fact, 'escalation')];
      case 'replied':
        return [plain(fact, 'generated_reply')];
      case 'seat':
        return [seatDayLine(region, history.tenant.id, fact.id, fact.day, fact.acceptedAt)];
      case 'resolved':
        return [plain(fact, 'verified_resolution')];
      case 'returned':
        return [
          reversalLine(plain(fact.of, 'verified_resolution'), {
            fact: fact.id,
            because: 'buyer_returned',
            occurredAt: fact.acceptedAt,
            acceptedAt: fact.acceptedAt,
          }),
        ];
    }
  };
  return (fact: Fact, now: Date): void => {
    if (stored.has(fact.id)) {
      // A stage that runs twice makes the same lines again, and the ledger has them.
      if (fact.kind !== 'message') for (const line of linesOf(fact)) ledger.write(line, now);
      return;
    }
    stored.add(fact.id);
    for (const line of linesOf(fact)) ledger.write(line, now);
  };
};

/** Until a process lives long enough. */
const persistently = async (run: () => Promise<unknown>): Promise<void> => {
  for (;;) {
    try {
      await run();
      return;
    } catch (error) {
      if (!(error instanceof Crashed)) throw error;
    }
  }
};

export type Outcome = {
  /** Units between the books and the oracle, over all months and units. */
  readonly difference: number;
  readonly faults: readonly string[];
  readonly crashes: number;
  readonly late: number;
};

/** One history through the books. */
export const played = async (history: History, chance: () => number): Promise<Outcome> => {
  let now = history.from;
  let crashes = 0;
  /** How many processes still die before one lives long enough. */
  let dying = 0;
  const crash = (): boolean => {
    if (dying === 0 || chance() > 0.2) return false;
    dying -= 1;
    crashes += 1;
    return true;
  };
  const clock = (): Date => now;
  const ledger = memoryLedger(clock);
  const steady = {
    clock,
    digest,
    ledger,
    witness: ledgerWitness(ledger),
    chain: memoryChain(),
    archive: plainArchive(),
    totals: memoryTotals(),
  };
  const deps = {
    ...steady,
    chain: fragile(steady.chain, crash, ['advance']),
    archive: fragile(steady.archive, crash, ['write']),
    totals: fragile(steady.totals, crash, ['replace']),
    tenants: { tenants: async () => [history.tenant] },
    signMonth: async () => 'stood' as const,
    log: () => undefined,
    count: () => undefined,
  };
  // Hours were closed up to here before the story begins.
  await steady.chain.advance(history.tenant.id, null, { entry: null, closedThrough: hourOf(history.from) });
  const work = worker(history, ledger);
  let made = history.from;
  const books = async (): Promise<void> => {
    dying = Math.floor(chance() * 4);
    await persistently(async () => closeHoursOf(deps, history.tenant));
    const since = made;
    await persistently(async () => makeTotals(deps, history.tenant, since));
    made = now;
  };
  for (const { fact, at } of history.deliveries) {
    now = at;
    work(fact, now);
    if (chance() < 0.1) await books();
  }
  now = history.until;
  await books();

  const expected = expectedOf(history);
  const calendar = calendarOf(history.tenant.timeZone);
  const placed = ledger.all().map((line) => calendar.place(line));
  const months = new Set([...expected.keys(), ...placed.map(({ month }) => month)]);
  let difference = 0;
  const faults: string[] = [];
  for (const month of months) {
    const units = new Map(expected.get(month));
    for (const { unit, quantity } of await totalsOfMonth(steady, history.tenant, month, ['unit']))
      units.set(unit, (units.get(unit) ?? 0) - quantity);
    for (const left of units.values()) difference += Math.abs(left);
    const reconciled = await reconcileMonth(steady, history.tenant, month);
    faults.push(...reconciled.faults.map(({ kind }) => kind));
  }
  return { difference, faults, crashes, late: placed.filter(({ lateFor }) => lateFor !== null).length };
};

export const ledgerFigures = async (scope: Scope): Promise<readonly Figure[]> => {
  const count = scaled(scope, 100_000);
  const chance = chanceOf(scope.seed);
  let difference = 0;
  let faults = 0;
  let crashes = 0;
  let late = 0;
  for (let index = 0; index < count; index += 1) {
    const outcome = await played(historyOf(chance, 'history000'), chance);
    difference += outcome.difference;
    faults += outcome.faults.length;
    crashes += outcome.crashes;
    late += outcome.late;
    if (outcome.difference > 0 || outcome.faults.length > 0)
      console.error(
        `history ${String(index)} of seed ${String(scope.seed)} differs: ${outcome.faults.join()}`,
      );
  }
  return [
    atLeast('metering.histories', count, count),
    exactly('metering.histories.difference', difference, 0),
    exactly('metering.histories.faults', faults, 0),
    atLeast('metering.histories.crashes', crashes, count / 10),
    atLeast('metering.histories.late-lines', late, count / 100),
  ];
};
