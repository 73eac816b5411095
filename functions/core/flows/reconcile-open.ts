/** Hours that nobody closed yet, against the state that their lines bill: the messages, replies and cases themselves. */
import type { ConversationId, TenantId } from '../domain/ids.ts';
import { reconcile, type LineFault, type StandingLine } from '../domain/reconciliation.ts';
import { lineName } from '../domain/usage.ts';
import type { BillableFact } from '../ports/ledger.ts';
import {
  inGroups,
  isClosed,
  isWithin,
  type Books,
  type LedgerFault,
  type ReconcileDeps,
} from './reconcile-books.ts';

/** Lines whose facts are turns and cases of a conversation. */
const foundedUnits: ReadonlySet<string> = new Set([
  'session',
  'message',
  'intent_call',
  'generated_reply',
  'escalation',
]);

const unfounded = (
  rows: readonly StandingLine[],
  facts: readonly BillableFact[],
  conversation: ConversationId,
): readonly LineFault[] => {
  const founded = new Set(facts.map(lineName));
  return rows.flatMap(({ at, line }): readonly LineFault[] =>
    line === null ||
    line.conversation !== conversation ||
    !foundedUnits.has(line.unit) ||
    founded.has(lineName(line))
      ? []
      : [{ kind: 'unfounded', line: lineName(line), at }],
  );
};

/** Hours that nobody closed yet: every line has its fact, every fact since the last close its line. */
export const openFaults = async (
  deps: ReconcileDeps,
  tenant: TenantId,
  books: Books,
): Promise<readonly LedgerFault[]> => {
  const open = books.standing.filter(
    ({ line }) => line !== null && isWithin(books, line) && !isClosed(books, line),
  );
  const gone = books.standing.filter(({ line }) => line === null);
  const standing = new Set(books.standing.flatMap(({ line }) => (line === null ? [] : lineName(line))));
  const conversations = new Set([
    ...open.flatMap(({ line }) => line?.conversation ?? []),
    ...(await deps.witness.active(tenant)),
  ]);
  const audited = await inGroups([...conversations], async (conversation) => {
    const facts = await deps.witness.facts(tenant, conversation);
    const missing: LineFault[] = [];
    for (const fact of facts) {
      const name = lineName(fact);
      if (fact.unit === 'escalation' || standing.has(name)) continue;
      if (fact.acceptedAt < books.from || fact.acceptedAt >= books.until) continue;
      const wanted = { tenant, ...fact };
      // It may have been written since the rows were read.
      if ((await deps.ledger.line(wanted)) === null)
        missing.push({ kind: 'missing', line: name, at: deps.ledger.placeOf(wanted) });
    }
    return [...missing, ...unfounded(open, facts, conversation)];
  });
  const named = new Set(audited.flat().map(({ line }) => line));
  const strange = reconcile(
    [],
    [...open, ...gone],
    (line) => deps.ledger.placeOf(line),
    () => false,
  ).filter(({ line }) => !named.has(line));
  return [...audited.flat(), ...strange];
};
