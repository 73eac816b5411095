/** What a marketplace with public questions, private messages, moderation and claims asks of the flows. */
import { describe, expect, it } from 'vitest';
import { approveDraft } from '../../../functions/core/flows/desk-answer.ts';
import { listInbox } from '../../../functions/core/flows/desk-inbox.ts';
import type { Claim } from '../../../functions/core/ports/channel.ts';
import type { QueuedArrival } from '../../../functions/core/ports/queues.ts';
import { anInboundMessage, aQueuedArrival } from '../../fakes/builders.ts';
import { house, type House, type Said } from '../../fakes/house.ts';
import { marketAccount } from '../../fakes/sellers.ts';
import { anItem, anOrder } from '../../fakes/shop-records.ts';

const onMarket = {
  channel: marketAccount.channel,
  registration: marketAccount.registration,
  account: marketAccount.id,
} as const;

/** The buyer writes on the marketplace: what was fetched behind its pointer. */
const says = (h: House, text: string, { means, ...said }: Said = {}): void => {
  if (means !== undefined) h.means(text, means);
  h.deliver(
    aQueuedArrival(anInboundMessage({ text, at: h.tools.clock(), ...said }), {
      ...onMarket,
      acceptedAt: h.tools.clock(),
    }),
  );
};
const asks = (h: House, id: string, text: string, said: Said = {}): void =>
  says(h, text, { conversation: `question:${id}`, message: `question:${id}`, audience: 'public', ...said });

const leaves = (
  h: House,
  words: { conversation: string; message: string; text: string; refused?: string },
): void => {
  const message = { account: null, reply: null, at: h.tools.clock(), refused: null, ...words };
  h.deliver({ ...onMarket, acceptedAt: h.tools.clock(), arrival: { kind: 'outgoing', message } });
};

describe('a question on a listing', () => {
  const product = { intent: 'stock_availability' } as const;

  it('takes one answer of its own, however many the buyer asks at once', async () => {
    const h = house();
    h.shop.hasItem(anItem());
    for (const id of ['1', '2', '3'])
      asks(h, id, `tem em estoque? ${id}`, { item: 'ITEM-1', means: product });
    await h.quiet();
    expect(h.states()).toEqual(['replied', 'replied', 'replied']);
    expect(h.sent()).toHaveLength(3);
  });

  it('about an order names none: it waits as a draft or a case, and the listing shows nothing', async () => {
    const h = house();
    h.shop.hasOrder(anOrder());
    asks(h, '1', 'cadê meu pedido?', { order: '1001', means: { intent: 'order_status' } });
    await h.quiet();
    expect(h.sent().join(' ')).not.toMatch(/1001|BR123|chega|entreg/i);
    expect(h.shop.calls).not.toContain('order 1001');
  });

  it('that we cannot answer gets no holding word', async () => {
    const h = house();
    for (const [index, intent] of (['human_agent', 'damaged_item', 'product_question'] as const).entries())
      asks(h, String(index), `pergunta ${String(index)}`, {
        means: { intent, escalate: intent === 'human_agent' },
      });
    await h.quiet();
    expect(h.sent()).toEqual([]);
    expect(h.states().every((state) => state === 'drafted' || state === 'escalated')).toBe(true);
  });
});

describe('messages that the platform tells out of order', () => {
  it('get one answer, about all of them', async () => {
    const h = house();
    h.shop.hasOrder(anOrder());
    const first = new Date(h.tools.clock().getTime() - 2000);
    const thread = { conversation: 'pack:2000001', order: '1001' };
    says(h, 'cadê meu pedido?', { ...thread, message: 'm2', means: { intent: 'order_status' } });
    const hello = { intent: 'greeting_thanks', sentiment: 'positive' } as const;
    says(h, 'oi, tudo bem?', { ...thread, message: 'm1', at: first, means: hello });
    await h.quiet();
    expect(h.sent()).toHaveLength(1);
    expect(h.shop.calls).toContain('order 1001');
    expect(h.states().toSorted()).toEqual(['covered-by', 'replied']);
    expect(h.replies().map(({ because }) => because)[0]).not.toMatch(/^greeting/);
  });
});

describe('our own words coming back without our id', () => {
  const asked = { conversation: 'pack:2000001', message: 'm1', order: '1001' };

  it('are no person, before and after we know their id there', async () => {
    const h = house();
    h.shop.hasOrder(anOrder());
    says(h, 'cadê meu pedido?', asked);
    await h.quiet();
    const [reply] = h.replies();
    expect(reply?.state).toBe('confirmed');
    leaves(h, {
      conversation: 'pack:2000001',
      message: reply?.platformId ?? '',
      text: 'whatever they made of it',
    });
    await h.quiet();
    expect(h.conversation()?.state).toBe('open');
    expect(h.tickets()).toEqual([]);
  });

  it('are no person while the platform still judges them', async () => {
    const h = house();
    h.shop.hasOrder(anOrder());
    h.shop.takes('accepted');
    says(h, 'cadê meu pedido?', asked);
    await h.now();
    h.pass(1.5);
    await h.now();
    expect(h.replyStates()).toEqual(['attempted']);
    leaves(h, { conversation: 'pack:2000001', message: 'shown-1', text: h.sent()[0] ?? '' });
    await h.now();
    expect(h.conversation()?.state).toBe('open');
    await h.quiet();
    expect(h.replyStates()).toEqual(['confirmed']);
    expect(h.sent()).toHaveLength(1);
  });

  it('said again by a person are a person’s', async () => {
    const h = house();
    h.shop.hasOrder(anOrder());
    says(h, 'cadê meu pedido?', asked);
    await h.quiet();
    leaves(h, { conversation: 'pack:2000001', message: 'another', text: h.sent()[0] ?? '' });
    await h.quiet();
    expect(h.conversation()?.state).toBe('with-agent');
  });

  it('taken back by the platform later give the conversation to a person, once', async () => {
    const h = house();
    h.shop.hasOrder(anOrder());
    says(h, 'cadê meu pedido?', asked);
    await h.quiet();
    const message = h.replies()[0]?.platformId ?? '';
    for (let time = 0; time < 2; time += 1) {
      leaves(h, {
        conversation: 'pack:2000001',
        message,
        text: h.sent()[0] ?? '',
        refused: 'moderation: EVASION',
      });
      await h.quiet();
    }
    expect(h.tickets()).toEqual(['send_rejected']);
    expect(h.conversation()?.state).toBe('with-agent');
  });
});

describe('a reply that the platform judges', () => {
  it('and refuses waits for a person with its words and the reason, before all others', async () => {
    const h = house({ shop: { keys: false, readsBack: true } });
    h.shop.hasOrder(anOrder());
    says(h, 'quero falar com uma pessoa', {
      conversation: 'pack:1',
      message: 'm0',
      means: { intent: 'human_agent', escalate: true, escalateReason: 'human_requested' },
    });
    await h.quiet();
    h.shop.takes('accepted');
    h.shop.readsBack('moderated');
    says(h, 'cadê meu pedido?', { conversation: 'pack:2000001', message: 'm1', order: '1001' });
    await h.quiet();
    const [first, second] = await listInbox(h.desk, h.agent);
    const refused = h.replies().find(({ state }) => state === 'rejected');
    expect(first).toMatchObject({
      kind: 'draft',
      id: refused?.id,
      because: 'send_rejected: moderation: AUTOMATIC_MESSAGE',
      text: refused?.text,
    });
    expect(second).toMatchObject({ because: 'human_requested' });
    expect(h.states()).toEqual(['escalated', 'escalated']);
    // The person says it in other words.
    await approveDraft(h.desk, h.agent, first?.id ?? '', 'Seu pedido está a caminho.');
    await h.quiet();
    expect(h.sent().at(-1)).toBe('Seu pedido está a caminho.');
    expect(h.states()).toEqual(['escalated', 'replied']);
  });
});

describe('a person who was quicker on the platform', () => {
  it('is left alone: ours is cancelled, and the conversation is theirs', async () => {
    const h = house();
    h.shop.hasOrder(anOrder());
    h.shop.takes('overtaken');
    says(h, 'cadê meu pedido?', { conversation: 'pack:2000001', message: 'm1', order: '1001' });
    await h.quiet();
    expect(h.sent()).toEqual([]);
    expect({ states: h.states(), replies: h.replyStates() }).toEqual({
      states: ['escalated'],
      replies: ['cancelled'],
    });
    expect(h.conversation()?.state).toBe('with-agent');
    // The notice of it, which comes too, changes nothing any more.
    leaves(h, { conversation: 'pack:2000001', message: 'words-on-the-platform', text: 'Oi, aqui é a Bia!' });
    await h.quiet();
    expect(h.tickets()).toEqual(['agent_elsewhere']);
  });
});

const aClaim = (over: Partial<Claim> = {}): Claim => ({
  account: marketAccount.id,
  claim: '5108684499',
  conversation: 'pack:2000001',
  buyer: 'buyer-1',
  order: '1001',
  reason: 'PNR3430',
  stage: 'claim',
  availableActions: ['refund'],
  at: new Date('2026-11-20T12:00:00.000Z'),
  dueAt: null,
  text: 'complainant: Não chegou',
  ...over,
});
const claims = async (h: House, over: Partial<Claim> = {}): Promise<void> => {
  const arrival: QueuedArrival['arrival'] = { kind: 'claim', claim: aClaim(over) };
  h.deliver({ ...onMarket, acceptedAt: h.tools.clock(), arrival });
  await h.quiet();
};

describe('a claim', () => {
  it('is a person’s at once: kept, with its clock and its actions, and nothing said', async () => {
    const h = house();
    await claims(h);
    expect({ sent: h.sent(), states: h.states(), tickets: h.tickets() }).toEqual({
      sent: [],
      states: ['escalated'],
      tickets: ['claim'],
    });
    expect(await listInbox(h.desk, h.agent)).toMatchObject([
      {
        because: 'claim',
        lastBuyerText: 'complainant: Não chegou',
        dueAt: '2026-11-24T12:00:00.000Z',
        actions: ['refund'],
      },
    ]);
  });

  it('is due after two business days of the country, or when the platform says so if that is sooner', async () => {
    const dueOf = async (over: Partial<Claim>) => {
      const h = house();
      await claims(h, over);
      return (await listInbox(h.desk, h.agent)).map(({ dueAt }) => dueAt);
    };
    // From a Thursday: Friday 20 November is a holiday in Brazil, Monday and Tuesday are the two.
    const at = new Date('2026-11-19T12:00:00.000Z');
    const said = new Date('2026-11-21T09:00:00.000Z');
    const thirtyTwo = new Date('2031-12-31T12:00:00.000Z');
    expect([
      await dueOf({ at }),
      await dueOf({ at, dueAt: said }),
      // No holidays are known of 2032: its first day counts as any other, so that a person is early.
      await dueOf({ at: thirtyTwo }),
    ]).toEqual([['2026-11-24T12:00:00.000Z'], ['2026-11-21T09:00:00.000Z'], ['2032-01-02T12:00:00.000Z']]);
  });

  it('told again is the same case; a new step and its actions join it', async () => {
    const h = house();
    await claims(h);
    h.pass(3600);
    await claims(h);
    expect(h.states()).toEqual(['escalated']);
    await claims(h, { stage: 'dispute', availableActions: ['send_message_to_mediator'] });
    expect(h.tickets()).toEqual(['claim']);
    expect(await listInbox(h.desk, h.agent)).toMatchObject([{ actions: ['send_message_to_mediator'] }]);
    await claims(h, { stage: 'dispute', text: 'complainant: Não chegou\ncomplainant: Alô?' });
    expect(await listInbox(h.desk, h.agent)).toMatchObject([
      { lastBuyerText: 'complainant: Não chegou\ncomplainant: Alô?' },
    ]);
  });

  it('takes the conversation of its purchase: what was about to leave does not, and what comes is a person’s', async () => {
    const h = house();
    h.shop.hasOrder(anOrder());
    h.shop.takes('busy');
    says(h, 'cadê meu pedido?', { conversation: 'pack:2000001', message: 'm1', order: '1001' });
    await h.now();
    h.pass(1.5);
    await h.now();
    expect(h.replyStates()).toEqual(['intended']);
    await claims(h);
    says(h, 'e agora?', { conversation: 'pack:2000001', message: 'm2', order: '1001' });
    await h.quiet();
    expect({ sent: h.sent(), replies: h.replyStates() }).toEqual({ sent: [], replies: ['cancelled'] });
    expect(h.tickets()).toEqual(['claim']);
  });
});
