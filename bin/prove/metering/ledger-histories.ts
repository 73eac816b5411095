/** Generated months of billable facts: duplicates, reordering, delays to thirty days, returns, month ends in four zones, changed clocks. */
import type { ConversationId, TenantId } from '../../../functions/core/domain/ids.ts';
import { conversationId, tenantId } from '../../../functions/core/domain/ids.ts';
import type { Tenant } from '../../../functions/core/domain/tenant.ts';

export const zones = ['America/Sao_Paulo', 'America/New_York', 'America/Santiago', 'Asia/Shanghai'] as const;

/** Middles of what is generated: month ends, among them those beside which clocks change (New York, Santiago). */
const middles = [
  '2026-03-31',
  '2026-04-04',
  '2026-09-05',
  '2026-10-31',
  '2026-11-02',
  '2026-11-30',
  '2026-12-31',
];

export const tenantOf = (id: string, timeZone: string): Tenant => ({
  id: tenantId(id),
  name: 'Invented',
  locale: 'en',
  timeZone,
  modes: [],
  thresholds: {},
});

/** What happened: each has a name of its own, and the moment that is stamped on it once. */
export type Fact =
  | {
      readonly kind: 'message';
      readonly id: string;
      readonly conversation: ConversationId;
      readonly acceptedAt: Date;
    }
  | {
      readonly kind: 'translated' | 'spoken' | 'fee' | 'sent' | 'tokens' | 'escalated' | 'replied';
      readonly id: string;
      readonly conversation: ConversationId;
      readonly acceptedAt: Date;
      readonly amount: number;
    }
  | { readonly kind: 'seat'; readonly id: string; readonly day: string; readonly acceptedAt: Date }
  | {
      readonly kind: 'resolved';
      readonly id: string;
      readonly conversation: ConversationId;
      readonly acceptedAt: Date;
    }
  | {
      readonly kind: 'returned';
      readonly id: string;
      readonly conversation: ConversationId;
      readonly acceptedAt: Date;
      readonly of: Fact & { readonly kind: 'resolved' };
    };

/** A fact on its way: it may come several times. */
export type Delivery = { readonly fact: Fact; readonly at: Date };

export type History = {
  readonly tenant: Tenant;
  readonly deliveries: readonly Delivery[];
  readonly from: Date;
  readonly until: Date;
};

const minute = 60_000;
const hour = 60 * minute;
const day = 24 * hour;

type Chance = () => number;
const below = (chance: Chance, count: number): number => Math.floor(chance() * count);

const amounts = ['translated', 'spoken', 'fee', 'sent', 'tokens', 'escalated', 'replied'] as const;

const factsOf = (chance: Chance, middle: number): readonly Fact[] => {
  const conversations = Array.from({ length: 1 + below(chance, 3) }, (_, index) =>
    conversationId(String.fromCharCode(97 + index).repeat(26)),
  );
  const facts: Fact[] = [];
  const when = (): Date => new Date(Math.floor(middle + (chance() - 0.5) * 9 * day));
  const one = (): ConversationId =>
    conversations[below(chance, conversations.length)] ?? conversationId('a'.repeat(26));
  const count = 4 + below(chance, 10);
  for (let index = 0; index < count; index += 1) {
    const id = `f${String(index)}`;
    const kind = below(chance, 10);
    const acceptedAt = when();
    if (kind < 5) facts.push({ kind: 'message', id, conversation: one(), acceptedAt });
    else if (kind < 8)
      facts.push({
        kind: amounts[below(chance, amounts.length)] ?? 'fee',
        id,
        conversation: one(),
        acceptedAt,
        amount: 1 + below(chance, 5000),
      });
    else if (kind === 8)
      facts.push({ kind: 'seat', id, day: acceptedAt.toISOString().slice(0, 10), acceptedAt });
    else {
      const resolved = { kind: 'resolved', id, conversation: one(), acceptedAt } as const;
      facts.push(resolved);
      if (chance() < 0.6)
        facts.push({
          kind: 'returned',
          id: `${id}r`,
          conversation: resolved.conversation,
          acceptedAt: new Date(acceptedAt.getTime() + Math.floor(chance() * 7 * day)),
          of: resolved,
        });
    }
  }
  return facts;
};

/** Mostly within seconds; sometimes days later, and sometimes again. */
const deliveriesOf = (chance: Chance, fact: Fact): readonly Delivery[] => {
  const first =
    chance() < 0.75 ? chance() * 20_000 : chance() < 0.6 ? chance() * 5 * day : chance() * 30 * day;
  const at = fact.acceptedAt.getTime() + Math.floor(first);
  const copies = chance() < 0.4 ? 1 + below(chance, 3) : 0;
  return [
    { fact, at: new Date(at) },
    ...Array.from({ length: copies }, () => ({
      fact,
      at: new Date(at + Math.floor(chance() * (chance() < 0.5 ? 10_000 : 30 * day))),
    })),
  ];
};

export const historyOf = (chance: Chance, id: TenantId | string): History => {
  const middle = Date.parse(
    `${middles[below(chance, middles.length)] ?? '2026-10-31'}T${String(below(chance, 24)).padStart(2, '0')}:00:00Z`,
  );
  const zone = zones[below(chance, zones.length)] ?? 'America/Sao_Paulo';
  const deliveries = factsOf(chance, middle).flatMap((fact) => deliveriesOf(chance, fact));
  const inOrder = deliveries.toSorted((one, other) => one.at.getTime() - other.at.getTime());
  // A resolution is there before anything takes it back.
  const known = new Set<string>();
  const possible = inOrder.filter(({ fact }) => {
    if (fact.kind === 'returned' && !known.has(fact.of.id)) return false;
    known.add(fact.id);
    return true;
  });
  return {
    tenant: tenantOf(id, zone),
    deliveries: possible,
    from: new Date(middle - 6 * day),
    until: new Date(Math.max(middle + 6 * day, ...possible.map(({ at }) => at.getTime())) + day),
  };
};
