/** What every store of conversations promises: the same suite runs over the memory store and over DynamoDB. */
import { beforeEach, describe, expect, it } from 'vitest';
import { derivedIds } from '../../functions/core/aws/opaque-ids.ts';
import type { Action } from '../../functions/core/domain/action.ts';
import { openedCase, type Care, type Escalation } from '../../functions/core/domain/escalation.ts';
import type { Reply } from '../../functions/core/domain/reply.ts';
import type { UsageLine } from '../../functions/core/domain/usage.ts';
import type {
  Change,
  ConversationStore,
  ConversationView,
  Inbox,
  NewMessage,
  OverdueIndex,
} from '../../functions/core/ports/conversations.ts';
import { aNewMessage, anUnderstanding } from '../fakes/builders.ts';
import { ids } from '../fakes/tools.ts';

export type StoreUnderTest = {
  readonly store: ConversationStore & Inbox & OverdueIndex;
  readonly lines: () => Promise<readonly UsageLine[]>;
};

const line = (message: NewMessage, unit: UsageLine['unit'], source: string): UsageLine => ({
  tenant: message.tenant,
  region: 'sa-east-1',
  unit,
  source,
  quantity: 1,
  channel: 'rest',
  market: 'BR',
  language: 'pt',
  intent: null,
  mode: 'automatic',
  module: 'conversation',
  conversation: message.conversation,
  occurredAt: message.at,
  acceptedAt: message.acceptedAt,
});
const billed = (message: NewMessage) => (session: { id: string; opens: boolean }) => [
  line(message, 'message', message.message),
  ...(session.opens ? [line(message, 'session', session.id)] : []),
];

const replyTo = (message: NewMessage, over: Partial<Reply> = {}): Reply => ({
  tenant: message.tenant,
  conversation: message.conversation,
  id: derivedIds.reply(message.message, 'answer'),
  inReplyTo: message.message,
  inReplyToAt: message.at,
  state: 'intended',
  kind: 'automatic',
  text: 'Seu pedido está a caminho.',
  language: 'pt',
  buyerTurn: 1,
  holding: false,
  createdAt: new Date(message.at.getTime() + 1000),
  attempts: 0,
  requeued: 0,
  platformId: null,
  because: 'order_status',
  asks: { asksFor: 'order_number', intents: ['order_status'] },
  ...over,
});

const aCase = (message: NewMessage, about: Pick<Escalation, 'claim' | 'dueAt'> | null): Escalation =>
  openedCase({
    tenant: message.tenant,
    conversation: message.conversation,
    id: derivedIds.escalation(message.message),
    state: 'waiting',
    because: 'human_requested',
    message: message.message,
    openedAt: message.at,
    agent: null,
    watchAt: new Date(message.at.getTime() + 90_000),
    about: about ?? undefined,
  });

export const conversationsContract = (name: string, open: () => Promise<StoreUnderTest>): void => {
  describe(`conversations in ${name}`, () => {
    let under: StoreUnderTest;
    const fresh = (count: number): NewMessage => {
      const tag = `${name}-${String(count)}-${String(Math.trunc(performance.now() * 1000))}`;
      return aNewMessage(
        {
          conversation: ids.conversation('rest', aNewMessage().account, tag),
          platform: { conversation: tag, buyer: 'buyer-1', message: tag },
        },
        tag,
      );
    };
    const viewed = async (message: NewMessage): Promise<ConversationView> => {
      const view = await under.store.view(message);
      if (view === null) throw new Error('the conversation is not there');
      return view;
    };
    const commit = async (message: NewMessage, changes: readonly Change[]) =>
      under.store.commit((await viewed(message)).conversation, changes);
    const stored = async (count: number): Promise<NewMessage> => {
      const message = fresh(count);
      await under.store.store(message, billed(message));
      return message;
    };
    beforeEach(async () => {
      under = await open();
    });

    it('stores a message once, however often it comes, and bills it once', async () => {
      const message = fresh(1);
      const first = await under.store.store(message, billed(message));
      const again = await under.store.store(
        { ...message, at: new Date(message.at.getTime() + 5000), text: 'changed' },
        billed(message),
      );
      const lines = (await under.lines()).filter((one) => one.conversation === message.conversation);
      expect([first.kind, again.kind]).toEqual(['stored', 'duplicate']);
      expect((await viewed(message)).messages.map((turn) => turn.text)).toEqual([message.text]);
      expect(lines.map((one) => one.unit).toSorted()).toEqual(['message', 'session']);
    });

    it('stores parallel copies of one message once, and parallel messages of one buyer all, each with a turn of its own', async () => {
      const message = fresh(2);
      const copies = Array.from({ length: 6 }, async () => under.store.store(message, billed(message)));
      const others = [1, 2, 3].map(async (count) => {
        const other = { ...fresh(20 + count), conversation: message.conversation };
        return under.store.store(other, billed(other));
      });
      const kinds = (await Promise.all(copies)).map((one) => one.kind);
      await Promise.all(others);
      expect(kinds.filter((kind) => kind === 'stored')).toHaveLength(1);
      expect(
        (await viewed(message)).messages.map((turn) => turn.buyerTurn).toSorted((one, other) => one - other),
      ).toEqual([1, 2, 3, 4]);
      expect((await viewed(message)).conversation.buyerTurn).toBe(4);
    });

    it('opens a new session 24 hours after the start of the last, and not a second before', async () => {
      const first = await stored(3);
      const later = (seconds: number, count: number): NewMessage => ({
        ...fresh(count),
        conversation: first.conversation,
        acceptedAt: new Date(first.acceptedAt.getTime() + seconds * 1000),
        at: new Date(first.at.getTime() + seconds * 1000),
      });
      const near = later(24 * 3600 - 1, 31);
      const far = later(24 * 3600, 32);
      const opened = [await under.store.store(near, billed(near)), await under.store.store(far, billed(far))];
      expect(opened.map((one) => one.kind === 'stored' && one.opened)).toEqual([null, 'session']);
    });

    it('orders the turns by the platform’s time, whatever order they came in', async () => {
      const late = await stored(4);
      const early = {
        ...fresh(41),
        conversation: late.conversation,
        at: new Date(late.at.getTime() - 60_000),
        text: 'first',
      };
      await under.store.store(early, billed(early));
      expect((await viewed(late)).messages.map((turn) => turn.text)).toEqual(['first', late.text]);
    });

    it('writes all changes of a commit or none', async () => {
      const message = await stored(5);
      const reply = replyTo(message);
      const wrongStart: Change = {
        change: 'message',
        message: message.message,
        at: message.at,
        from: ['recognized'],
        to: 'decided',
      };
      const usage: Change = { change: 'usage', line: line(message, 'intent_call', message.message) };
      expect(await commit(message, [wrongStart, { change: 'new-reply', reply, dueAt: null }, usage])).toBe(
        'stale',
      );
      expect((await viewed(message)).replies).toEqual([]);
      expect(
        (await under.lines()).some(
          (one) => one.conversation === message.conversation && one.unit === 'intent_call',
        ),
      ).toBe(false);
    });

    it('goes through without a ledger line that stands already', async () => {
      const message = await stored(6);
      const usage: Change = { change: 'usage', line: line(message, 'intent_call', message.message) };
      const recognized: Change = {
        change: 'message',
        message: message.message,
        at: message.at,
        from: ['detected'],
        to: 'recognized',
        fields: { understanding: anUnderstanding() },
      };
      await commit(message, [usage]);
      expect(await commit(message, [recognized, { ...usage, line: { ...usage.line, quantity: 7 } }])).toBe(
        'done',
      );
      const lines = (await under.lines()).filter(
        (one) => one.conversation === message.conversation && one.unit === 'intent_call',
      );
      expect(lines.map((one) => one.quantity)).toEqual([1]);
      expect((await viewed(message)).messages[0]?.understanding?.intent).toBe('order_status');
    });

    it('keeps what was understood, the buyer’s own words in it included', async () => {
      const message = await stored(7);
      const understanding = anUnderstanding({
        entities: [{ type: 'order_number', value: '1001', start: 0, end: 4 }],
      });
      await commit(message, [
        {
          change: 'message',
          message: message.message,
          at: message.at,
          from: ['detected'],
          to: 'recognized',
          fields: { understanding },
        },
      ]);
      expect((await viewed(message)).messages[0]?.understanding).toEqual(understanding);
    });

    it('is stale for a writer who saw an older conversation', async () => {
      const message = await stored(8);
      const { conversation } = await viewed(message);
      const next = {
        ...fresh(81),
        conversation: message.conversation,
        at: new Date(message.at.getTime() + 1),
      };
      await under.store.store(next, billed(next));
      expect(
        await under.store.commit(conversation, [
          { change: 'conversation', version: conversation.version, to: 'with-agent' },
        ]),
      ).toBe('stale');
    });

    it('carries a reply from intended to confirmed, knows it as ours, and opens its words', async () => {
      const message = await stored(9);
      const reply = replyTo(message);
      await commit(message, [{ change: 'new-reply', reply, dueAt: new Date(0) }]);
      await commit(message, [
        {
          change: 'reply',
          reply: reply.id,
          at: reply.createdAt,
          from: ['intended'],
          to: 'attempted',
          fields: { attempts: 1 },
        },
      ]);
      await commit(message, [
        {
          change: 'reply',
          reply: reply.id,
          at: reply.createdAt,
          from: ['attempted'],
          to: 'confirmed',
          fields: { platformId: 'p-1' },
        },
      ]);
      const address = {
        tenant: message.tenant,
        conversation: message.conversation,
        reply: reply.id,
        at: reply.createdAt,
      };
      expect(await under.store.reply(address)).toEqual({
        ...reply,
        state: 'confirmed',
        attempts: 1,
        platformId: 'p-1',
      });
      expect(await under.store.isOurReply(message, reply.id)).toBe(true);
      expect(await under.store.isOurReply(message, derivedIds.reply(message.message, 'other'))).toBe(false);
    });

    it('lists drafts and open cases of a tenant, and forgets them when they end', async () => {
      const message = await stored(10);
      const draft = replyTo(message, { state: 'draft' });
      const id = derivedIds.escalation(message.message);
      const { conversation } = await viewed(message);
      const escalation = aCase(message, {
        dueAt: new Date('2026-11-24T12:00:00.000Z'),
        claim: { claim: '5108684499', stage: 'claim', reason: 'PNR3430', actions: ['refund'] },
      });
      await commit(message, [
        { change: 'new-reply', reply: draft, dueAt: null },
        { change: 'new-escalation', escalation },
        {
          change: 'conversation',
          version: conversation.version,
          to: 'with-agent',
          fields: { escalation: id },
        },
      ]);
      const mine = async () =>
        (await under.store.waiting(message.tenant))
          .filter((one) => one.conversation === message.conversation)
          .map((one) => one.kind);
      expect((await mine()).toSorted()).toEqual(['draft', 'escalation']);
      expect((await viewed(message)).escalation).toEqual(escalation);
      await commit(message, [
        { change: 'reply', reply: draft.id, at: draft.createdAt, from: ['draft'], to: 'cancelled' },
        { change: 'escalation', escalation: id, from: ['waiting'], to: 'resolved' },
      ]);
      expect(await mine()).toEqual([]);
      expect((await viewed(message)).escalation).toBeNull();
    });

    it('keeps what is to be done with an order once, shows it until it is settled, and refuses who read another state', async () => {
      const message = await stored(31);
      const action: Action = {
        tenant: message.tenant,
        conversation: message.conversation,
        id: derivedIds.action(message.message, 'address'),
        kind: 'address',
        order: '1001',
        details: { address: 'Rua das Flores, 12' },
        amount: { amount: '149.90', currency: 'BRL' },
        state: 'waiting-for-approval',
        message: message.message,
        messageAt: message.at,
        createdAt: message.at,
        because: 'not-permitted',
      };
      const address = { ...message, action: action.id };
      const move = (from: Action['state'], to: Action['state']): Change => ({
        change: 'action',
        action: action.id,
        from: [from],
        to,
        because: 'approved',
      });
      const mine = async () =>
        (await under.store.waiting(message.tenant)).filter(({ id }) => id === action.id);
      expect(await under.store.action(address)).toBeNull();
      expect(await commit(message, [{ change: 'new-action', action }])).toBe('done');
      expect(await commit(message, [{ change: 'new-action', action }])).toBe('stale');
      expect(await under.store.action(address)).toEqual(action);
      expect(await mine()).toEqual([expect.objectContaining({ kind: 'action', since: action.createdAt })]);
      expect(await commit(message, [move('waiting-for-approval', 'intended')])).toBe('done');
      expect(await commit(message, [move('waiting-for-approval', 'intended')])).toBe('stale');
      expect(await commit(message, [move('intended', 'attempted')])).toBe('done');
      expect(await mine()).toHaveLength(1);
      await expect(commit(message, [move('done', 'attempted')])).rejects.toThrow('from done to attempted');
      expect(await commit(message, [move('attempted', 'done')])).toBe('done');
      expect(await under.store.action(address)).toMatchObject({ state: 'done', because: 'approved' });
      expect(await mine()).toEqual([]);
    });

    it('keeps what the machine did for a case, and refuses who read an older one', async () => {
      const message = await stored(30);
      const escalation = aCase(message, null);
      const { conversation } = await viewed(message);
      const address = {
        tenant: message.tenant,
        conversation: message.conversation,
        escalation: escalation.id,
      };
      await commit(message, [
        { change: 'new-escalation', escalation },
        { change: 'conversation', version: conversation.version, fields: { escalation: escalation.id } },
      ]);
      const at = new Date('2026-11-23T12:00:00.000Z');
      const care: Care = {
        ...escalation.care,
        version: 1,
        run: 2,
        watchAt: new Date('2026-11-23T12:01:00.000Z'),
        token: 'token-1',
        route: {
          agent: 'Lin',
          group: 'general',
          level: 'senior',
          at,
          why: null,
          again: null,
          declined: ['Mei'],
        },
        routes: 1,
        waitingSince: at,
        promisedBy: at,
        moves: 1,
        answeredAt: at,
        reminders: 2,
        remindedAt: at,
        tellings: [{ sentence: 'first', by: at, at }],
        noticed: '1#2',
        noticeAt: at,
        overdue: true,
        rating: { askedAt: at, stars: 4 },
      };
      const change = {
        change: 'escalation',
        escalation: escalation.id,
        from: ['waiting'],
        to: 'waiting',
        care,
        summaries: { 'zh-CN': '买家想要退款' },
      } as const;
      expect(await commit(message, [change])).toBe('done');
      expect(await commit(message, [change])).toBe('stale');
      expect(await under.store.escalation(address)).toEqual({
        ...escalation,
        care,
        summaries: change.summaries,
      });
      const mine = async (now: Date) =>
        (await under.store.overdue(now, 1000)).filter(
          (one) => one.kind === 'escalation' && one.address.escalation === escalation.id,
        ).length;
      expect([await mine(at), await mine(new Date('2026-11-23T12:02:00.000Z'))]).toEqual([0, 1]);
      const ended = { ...care, version: 2, watchAt: null, token: null };
      await commit(message, [{ ...change, to: 'resolved', care: ended }]);
      expect(await mine(new Date('2026-11-24T12:00:00.000Z'))).toBe(0);
      expect((await under.store.escalation(address))?.state).toBe('resolved');
    });

    it('finds what is past its due time until it is finished', async () => {
      const message = await stored(11);
      const mine = async (at: Date) =>
        (await under.store.overdue(at, 1000))
          .filter((one) => one.address.conversation === message.conversation)
          .map((one) => one.kind);
      const soon = new Date(Date.now() + 60 * 60 * 1000);
      expect(await mine(new Date(0))).toEqual([]);
      expect(await mine(soon)).toEqual(['message']);
      await commit(message, [
        { change: 'message', message: message.message, at: message.at, from: ['detected'], to: 'ignored' },
      ]);
      expect(await mine(soon)).toEqual([]);
    });

    it('shows the message that is asked for even when the conversation has grown far beyond it', async () => {
      const first = await stored(12);
      for (let count = 1; count <= 20; count += 1) {
        const next = {
          ...fresh(1200 + count),
          conversation: first.conversation,
          at: new Date(first.at.getTime() + count),
        };
        await under.store.store(next, billed(next));
      }
      const latest = (await viewed(first)).messages;
      const with1 = await under.store.view(first, first);
      expect(latest.some((turn) => turn.message === first.message)).toBe(false);
      expect(with1?.messages[0]?.message).toBe(first.message);
    });

    it('gives one message with its conversation, and none that is not there', async () => {
      const message = await stored(15);
      const found = await under.store.message(message);
      expect([found?.message, found?.conversation]).toEqual([
        (await viewed(message)).messages[0],
        (await viewed(message)).conversation,
      ]);
      expect(await under.store.message({ ...message, message: fresh(151).message })).toBeNull();
    });

    it('knows a reply of ours however far the conversation has gone on', async () => {
      const message = await stored(16);
      const reply = replyTo(message);
      await commit(message, [{ change: 'new-reply', reply, dueAt: null }]);
      for (let count = 1; count <= 12; count += 1) {
        const at = new Date(message.at.getTime() + 60_000 + count);
        const words = { id: fresh(1600 + count).message, at, text: 'Oi' };
        await commit(message, [{ change: 'outgoing-words', words }]);
      }
      expect((await viewed(message)).replies).toEqual([]);
      expect(await under.store.isOurReply(message, reply.id)).toBe(true);
    });

    it('reads what a buyer wrote whom the shop knows by another name by now', async () => {
      const first = await stored(19);
      const buyer = ids.buyer('rest', first.account, 'signed-in');
      const platform = { ...first.platform, buyer: 'signed-in', message: 'later' };
      const next: NewMessage = {
        ...fresh(191),
        conversation: first.conversation,
        at: new Date(first.at.getTime() + 1),
        buyer,
        platform,
        text: 'agora entrei na minha conta',
      };
      await under.store.store(next, billed(next));
      expect((await viewed(first)).messages.map(({ text }) => text)).toEqual([first.text, next.text]);
      expect(await under.store.platformNames(next)).toEqual(platform);
      expect(await under.store.platformNames(first)).toEqual(first.platform);
      expect((await under.store.store(next, billed(next))).message.text).toBe(next.text);
    });

    it('keeps a person’s words, and knows that it has them', async () => {
      const message = await stored(18);
      const words = {
        id: fresh(181).message,
        at: new Date(message.at.getTime() + 5000),
        text: 'Oi, sou a Lin.',
      };
      expect(await under.store.hasWords(message, words)).toBe(false);
      await commit(message, [{ change: 'outgoing-words', words }]);
      expect(await under.store.hasWords(message, words)).toBe(true);
      expect(await under.store.hasWords(message, { ...words, id: fresh(182).message })).toBe(false);
      expect((await viewed(message)).outgoing).toEqual([words]);
    });

    it('shows as many turns as are asked for', async () => {
      const first = await stored(17);
      const next = { ...fresh(171), conversation: first.conversation, at: new Date(first.at.getTime() + 1) };
      await under.store.store(next, billed(next));
      expect((await under.store.view(first, null, 1))?.messages.map(({ message }) => message)).toEqual([
        next.message,
      ]);
    });

    it('tells the platform’s own names only to those who ask for them', async () => {
      const message = await stored(13);
      expect(await under.store.platformNames(message)).toEqual(message.platform);
    });

    it('refuses a move that no state machine knows, as a bug', async () => {
      const message = await stored(14);
      await expect(
        commit(message, [
          { change: 'message', message: message.message, at: message.at, from: ['detected'], to: 'replied' },
        ]),
      ).rejects.toThrow(/detected/);
    });
  });
};
