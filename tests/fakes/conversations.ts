/** Conversations in memory: keeps the port's contract (tests/contracts/conversations.ts runs over this and over DynamoDB). */
import { isSettled, mayBecomeAction, type Action } from '../../functions/core/domain/action.ts';
import { opensSession, type Conversation } from '../../functions/core/domain/conversation.ts';
import type { Escalation } from '../../functions/core/domain/escalation.ts';
import { isFinished, isWordless, mayBecome, type BuyerMessage } from '../../functions/core/domain/message.ts';
import { mayMove, type Reply } from '../../functions/core/domain/reply.ts';
import type { UsageLine } from '../../functions/core/domain/usage.ts';
import type {
  Change,
  ConversationStore,
  ConversationView,
  Inbox,
  InboxEntry,
  OutgoingWords,
  OverdueEntry,
  OverdueIndex,
  PlatformNames,
} from '../../functions/core/ports/conversations.ts';
import { hoursAfter, quietAt, settling } from '../../functions/core/policy/settling.ts';
import { dueAfter } from '../../functions/core/policy/timing.ts';
import type { Resolution } from '../../functions/core/domain/resolution.ts';
import type { Settling } from '../../functions/core/ports/settling.ts';

type Kept = {
  conversation: Conversation;
  open: string | null;
  messages: Map<string, BuyerMessage>;
  replies: Map<string, Reply>;
  outgoing: Map<string, OutgoingWords>;
  escalations: Map<string, Escalation>;
  actions: Map<string, Action>;
  names: Map<string, PlatformNames>;
  due: Map<string, Date>;
  settledTurn: number;
  resolution: Resolution | null;
  settleAt: Date | null;
};

export type MemoryConversations = ConversationStore &
  Inbox &
  OverdueIndex & {
    readonly lines: ReadonlyMap<string, UsageLine>;
    readonly dropped: ReadonlySet<string>;
    readonly settling: Settling;
    /** All that is kept, for a test to judge: turns in the platform's order. */
    everything(): {
      readonly conversations: readonly Conversation[];
      readonly messages: readonly BuyerMessage[];
      readonly replies: readonly Reply[];
      readonly escalations: readonly Escalation[];
      readonly actions: readonly Action[];
    };
  };

/** The row that a change writes or checks: a transaction may name each row once. */
const rowOf = (change: Change): string => {
  switch (change.change) {
    case 'message':
    case 'requeue-message':
      return `message ${change.message}`;
    case 'new-reply':
      return `reply ${change.reply.id}`;
    case 'reply':
    case 'requeue-reply':
      return `reply ${change.reply}`;
    case 'conversation':
    case 'settled':
      return 'the conversation';
    case 'new-escalation':
      return `case ${change.escalation.id}`;
    case 'escalation':
      return `case ${change.escalation}`;
    case 'new-action':
      return `action ${change.action.id}`;
    case 'action':
      return `action ${change.action}`;
    case 'outgoing-words':
      return `words ${change.words.id}`;
    case 'usage':
      return `line ${change.line.unit}#${change.line.source}`;
  }
};

const refuseTwice = (changes: readonly Change[]): void => {
  const rows = changes.map(rowOf);
  const twice = rows.find((row, index) => rows.indexOf(row) !== index);
  if (twice !== undefined) throw new Error(`one transaction names ${twice} twice`);
};

const key = (tenant: string, conversation: string): string => `${tenant}#${conversation}`;
const byTime = <Turn extends { readonly at: Date }>(one: Turn, other: Turn): number =>
  one.at.getTime() - other.at.getTime();
const clone = (kept: Kept): Kept => ({
  ...kept,
  messages: new Map(kept.messages),
  replies: new Map(kept.replies),
  outgoing: new Map(kept.outgoing),
  escalations: new Map(kept.escalations),
  actions: new Map(kept.actions),
  due: new Map(kept.due),
});

const latestTurns = 12;

class Stale extends Error {}
const must = (holds: boolean): void => {
  if (!holds) throw new Stale();
};

export const memoryConversations = (clock: () => Date): MemoryConversations => {
  const all = new Map<string, Kept>();
  const lines = new Map<string, UsageLine>();
  const dropped = new Set<string>();
  const lineKey = (line: UsageLine): string => `${line.tenant}#${line.unit}#${line.source}`;
  const setDue = (kept: Kept, id: string, at: Date | null | undefined, moving: boolean): void => {
    if (!moving || at === null) kept.due.delete(id);
    else if (at !== undefined) kept.due.set(id, at);
  };

  const apply = (kept: Kept, change: Change): void => {
    switch (change.change) {
      case 'message': {
        const message = kept.messages.get(change.message);
        must(message !== undefined && change.from.includes(message.state));
        if (message === undefined) return;
        if (!mayBecome(message.state, change.to))
          throw new Error(`a message may not go from ${message.state} to ${change.to}`);
        const { understanding, reply, attempt, decision, dueAt } = change.fields ?? {};
        kept.messages.set(change.message, {
          ...message,
          ...(decision === undefined ? {} : { decision }),
          state: change.to,
          understanding: understanding ?? message.understanding,
          reply: reply ?? message.reply,
          attempt: attempt ?? message.attempt,
        });
        setDue(kept, change.message, dueAt, !isFinished(change.to));
        return;
      }
      case 'new-reply':
        must(!kept.replies.has(change.reply.id));
        kept.replies.set(change.reply.id, change.reply);
        setDue(kept, change.reply.id, change.dueAt ?? undefined, change.reply.state === 'intended');
        return;
      case 'reply': {
        const reply = kept.replies.get(change.reply);
        must(reply !== undefined && change.from.includes(reply.state));
        if (reply === undefined) return;
        if (!mayMove(reply.state, change.to))
          throw new Error(`a reply may not go from ${reply.state} to ${change.to}`);
        const { dueAt, platformId, ...fields } = change.fields ?? {};
        kept.replies.set(change.reply, {
          ...reply,
          ...fields,
          state: change.to,
          platformId: platformId ?? reply.platformId,
        });
        setDue(kept, change.reply, dueAt, ['intended', 'attempted', 'unknown'].includes(change.to));
        return;
      }
      case 'conversation': {
        must(kept.conversation.version === change.version);
        const { escalation, ...fields } = change.fields ?? {};
        kept.conversation = {
          ...kept.conversation,
          ...fields,
          state: change.to ?? kept.conversation.state,
          version: change.version + 1,
        };
        if (escalation !== undefined) kept.open = escalation;
        return;
      }
      case 'settled':
        must(kept.conversation.version === change.version);
        kept.conversation = { ...kept.conversation, version: change.version + 1 };
        kept.settledTurn = change.turn;
        kept.resolution = change.resolution;
        kept.settleAt = change.dueAt;
        return;
      case 'new-escalation':
        must(!kept.escalations.has(change.escalation.id));
        kept.escalations.set(change.escalation.id, change.escalation);
        setDue(kept, change.escalation.id, change.escalation.care.watchAt, true);
        return;
      case 'escalation': {
        const escalation = kept.escalations.get(change.escalation);
        must(escalation !== undefined && change.from.includes(escalation.state));
        if (escalation === undefined) return;
        const { care = escalation.care, summaries = escalation.summaries } = change;
        must(change.care === undefined || care.version === escalation.care.version + 1);
        const { to: state, agent = escalation.agent } = change;
        kept.escalations.set(change.escalation, {
          ...escalation,
          state,
          agent,
          ...change.about,
          care,
          summaries,
        });
        setDue(kept, change.escalation, care.watchAt, true);
        return;
      }
      case 'new-action':
        must(!kept.actions.has(change.action.id));
        kept.actions.set(change.action.id, change.action);
        return;
      case 'action': {
        const { from, to: state, because } = change;
        const wrong = from.find((one) => !mayBecomeAction(one, state));
        if (wrong !== undefined) throw new Error(`an action may not go from ${wrong} to ${state}`);
        const action = kept.actions.get(change.action);
        must(action !== undefined && from.includes(action.state));
        if (action === undefined) return;
        kept.actions.set(change.action, { ...action, state, because });
        return;
      }
      case 'outgoing-words':
        kept.outgoing.set(change.words.id, change.words);
        return;
      case 'requeue-message': {
        const message = kept.messages.get(change.message);
        must(message?.state === change.from);
        if (message !== undefined) kept.messages.set(change.message, { ...message, attempt: change.attempt });
        kept.due.set(change.message, change.dueAt);
        return;
      }
      case 'requeue-reply': {
        const reply = kept.replies.get(change.reply);
        must(reply?.state === change.from);
        if (reply !== undefined) kept.replies.set(change.reply, { ...reply, requeued: change.attempt });
        kept.due.set(change.reply, change.dueAt);
        return;
      }
      case 'usage':
        if (!lines.has(lineKey(change.line))) lines.set(lineKey(change.line), change.line);
    }
  };

  const viewOf = (kept: Kept, including: string | null, most: number): ConversationView => {
    const turns = [
      ...[...kept.messages.values()].map((turn) => ({ at: turn.at, id: turn.message })),
      ...[...kept.replies.values()].map((turn) => ({ at: turn.createdAt, id: turn.id })),
      ...kept.outgoing.values(),
    ].toSorted(byTime);
    const shown = new Set<string>([
      ...turns.slice(-most).map((turn) => turn.id),
      ...(including === null ? [] : [including]),
    ]);
    const escalation = kept.open === null ? undefined : kept.escalations.get(kept.open);
    return {
      conversation: kept.conversation,
      messages: [...kept.messages.values()].filter((turn) => shown.has(turn.message)).toSorted(byTime),
      replies: [...kept.replies.values()]
        .filter((turn) => shown.has(turn.id))
        .toSorted((one, other) => one.createdAt.getTime() - other.createdAt.getTime()),
      outgoing: [...kept.outgoing.values()].filter((turn) => shown.has(turn.id)).toSorted(byTime),
      escalation: escalation === undefined || escalation.state === 'resolved' ? null : escalation,
    };
  };

  const everything: MemoryConversations['everything'] = () => {
    const kept = [...all.values()];
    return {
      conversations: kept.map(({ conversation }) => conversation),
      messages: kept.flatMap(({ messages }) => [...messages.values()].toSorted(byTime)),
      replies: kept.flatMap(({ replies }) => [...replies.values()]),
      escalations: kept.flatMap(({ escalations }) => [...escalations.values()]),
      actions: kept.flatMap(({ actions }) => [...actions.values()]),
    };
  };

  return {
    lines,
    dropped,
    everything,
    settling: {
      async due(now, atMost) {
        return [...all.values()]
          .filter(({ settleAt }) => settleAt !== null && settleAt <= now)
          .map(({ conversation }) => ({ tenant: conversation.tenant, conversation: conversation.id }))
          .slice(0, atMost);
      },
      async record(address) {
        const kept = all.get(key(address.tenant, address.conversation));
        if (kept === undefined) return null;
        const { conversation, settledTurn, resolution, escalations } = kept;
        return {
          version: conversation.version,
          buyer: conversation.buyer,
          settledTurn,
          resolution,
          cases: [...escalations.values()].map(({ openedAt, care }) => ({
            openedAt,
            stars: care.rating?.stars ?? null,
          })),
        };
      },
      async others(tenant, buyer, but) {
        return [...all.values()]
          .filter(({ conversation }) => conversation.tenant === tenant && conversation.buyer === buyer)
          .filter(({ conversation }) => conversation.id !== but)
          .map(({ conversation }) => ({ tenant, conversation: conversation.id }));
      },
    },
    async store(message, billed) {
      const place = key(message.tenant, message.conversation);
      const kept = all.get(place);
      const standing = kept?.messages.get(message.message);
      if (standing !== undefined) return { kind: 'duplicate', message: standing };
      const last = kept?.conversation.session ?? null;
      const wordless = isWordless(message);
      const opens = !wordless && opensSession(last, message.acceptedAt);
      const session = opens ? { id: message.message, startedAt: message.acceptedAt } : last;
      const turn = (kept?.conversation.buyerTurn ?? 0) + 1;
      const stored: BuyerMessage = {
        tenant: message.tenant,
        conversation: message.conversation,
        message: message.message,
        at: message.at,
        state: 'detected',
        acceptedAt: message.acceptedAt,
        buyerTurn: turn,
        text: message.text,
        maskedText: message.maskedText,
        locale: message.locale,
        order: message.order,
        item: message.item,
        attachments: message.attachments,
        session: session?.id ?? message.message,
        detected: message.detected,
        understanding: null,
        reply: null,
        attempt: 0,
      };
      const before = kept?.conversation;
      const conversation: Conversation = {
        tenant: message.tenant,
        id: message.conversation,
        state: before === undefined || before.state === 'closed' ? 'open' : before.state,
        channel: before?.channel ?? message.channel,
        account: before?.account ?? message.account,
        market: before?.market ?? message.market,
        audience: before?.audience ?? message.audience,
        buyer: before?.buyer ?? message.buyer,
        version: (before?.version ?? 0) + 1,
        buyerTurn: turn,
        language:
          message.detected.language === 'unknown' ? (before?.language ?? null) : message.detected.language,
        session,
        unsatisfied: before?.unsatisfied ?? 0,
        returns: before?.returns ?? 0,
        returnedAt: before?.returnedAt ?? null,
        rates: before?.rates ?? null,
        lastBuyerAt: message.at,
      };
      const next: Kept = kept ?? {
        conversation,
        open: null,
        messages: new Map(),
        replies: new Map(),
        outgoing: new Map(),
        escalations: new Map(),
        actions: new Map(),
        names: new Map(),
        due: new Map(),
        settledTurn: 0,
        resolution: null,
        settleAt: null,
      };
      next.conversation = conversation;
      next.messages.set(message.message, stored);
      next.names.set(message.message, message.platform);
      next.due.set(message.message, dueAfter(clock()));
      all.set(place, next);
      const soon = next.resolution !== null && message.acceptedAt < next.resolution.until;
      next.settleAt = soon
        ? hoursAfter(message.acceptedAt, settling.returnHours)
        : (next.settleAt ?? quietAt(message.acceptedAt));
      for (const line of billed({ id: session?.id ?? message.message, opens }))
        if (!lines.has(lineKey(line))) lines.set(lineKey(line), line);
      return { kind: 'stored', message: stored, opened: opens ? 'session' : null };
    },
    async language(address) {
      return all.get(key(address.tenant, address.conversation))?.conversation.language ?? null;
    },
    async view(address, including = null, most = latestTurns) {
      const kept = all.get(key(address.tenant, address.conversation));
      return kept === undefined ? null : viewOf(kept, including?.message ?? null, most);
    },
    async message(address) {
      const kept = all.get(key(address.tenant, address.conversation));
      const message = kept?.messages.get(address.message);
      return kept === undefined || message === undefined || message.at.getTime() !== address.at.getTime()
        ? null
        : { conversation: kept.conversation, message };
    },
    async commit(conversation, changes) {
      const place = key(conversation.tenant, conversation.id);
      const kept = all.get(place);
      refuseTwice(changes);
      if (kept === undefined) return 'stale';
      const next = clone(kept);
      const before = new Map(lines);
      try {
        for (const change of changes) apply(next, change);
      } catch (error) {
        lines.clear();
        for (const [id, line] of before) lines.set(id, line);
        if (error instanceof Stale) return 'stale';
        throw error;
      }
      all.set(place, next);
      return 'done';
    },
    async escalation(address) {
      return all.get(key(address.tenant, address.conversation))?.escalations.get(address.escalation) ?? null;
    },
    async action(address) {
      return all.get(key(address.tenant, address.conversation))?.actions.get(address.action) ?? null;
    },
    async reply(address) {
      return all.get(key(address.tenant, address.conversation))?.replies.get(address.reply) ?? null;
    },
    async platformNames(address) {
      return all.get(key(address.tenant, address.conversation))?.names.get(address.message) ?? null;
    },
    async hasWords(address, { id, at }) {
      const words = all.get(key(address.tenant, address.conversation))?.outgoing.get(id);
      return words?.at.getTime() === at.getTime();
    },
    async isOurReply(address, reply) {
      return [...(all.get(key(address.tenant, address.conversation))?.replies.keys() ?? [])].some(
        (id) => id === reply,
      );
    },
    async dropUnknown(message) {
      dropped.add(message);
    },
    async waiting(tenant) {
      const entries: InboxEntry[] = [];
      for (const { conversation, replies, escalations, actions } of all.values()) {
        if (conversation.tenant !== tenant) continue;
        for (const reply of replies.values()) {
          if (reply.state === 'draft')
            entries.push({
              kind: 'draft',
              tenant,
              conversation: conversation.id,
              id: reply.id,
              since: reply.createdAt,
            });
        }
        for (const { id, state, createdAt } of actions.values()) {
          if (!isSettled(state))
            entries.push({ kind: 'action', tenant, conversation: conversation.id, id, since: createdAt });
        }
        for (const escalation of escalations.values()) {
          if (escalation.state !== 'resolved')
            entries.push({
              kind: 'escalation',
              tenant,
              conversation: conversation.id,
              id: escalation.id,
              since: escalation.openedAt,
            });
        }
      }
      return entries.toSorted((one, other) => one.since.getTime() - other.since.getTime());
    },
    async overdue(now, atMost) {
      const entries: OverdueEntry[] = [];
      for (const { conversation, messages, replies, escalations, due } of all.values()) {
        const address = { tenant: conversation.tenant, conversation: conversation.id };
        for (const [id, at] of due) {
          if (at.getTime() > now.getTime()) continue;
          const message = messages.get(id);
          const reply = replies.get(id);
          const escalation = escalations.get(id);
          if (escalation !== undefined)
            entries.push({ kind: 'escalation', address: { ...address, escalation: escalation.id } });
          if (message !== undefined)
            entries.push({
              kind: 'message',
              address: { ...address, message: message.message, at: message.at },
            });
          if (reply !== undefined)
            entries.push({ kind: 'reply', address: { ...address, reply: reply.id, at: reply.createdAt } });
        }
      }
      return entries.slice(0, atMost);
    },
  };
};
