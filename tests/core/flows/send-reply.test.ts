/** What the buyer sees of a reply, whatever the shop does with it, and what a person gets of the rest. */
import { describe, expect, it } from 'vitest';
import type { Strike } from '../../fakes/faults.ts';
import { house, type House, type HouseRules } from '../../fakes/house.ts';
import { anOrder } from '../../fakes/shop-records.ts';

/** The process ends at the given moment, once. */
const crashOnce = (at: string, moment: 'before' | 'after'): Strike => {
  let left = 1;
  return (call, when) => (call === at && when === moment && left-- > 0 ? 'crash' : null);
};

const asking = (rules: HouseRules = {}): House => {
  const h = house(rules);
  h.shop.hasOrder(anOrder());
  h.says('cadê meu pedido?', { order: '1001' });
  return h;
};

/** A reply is decided and waits in the queue. */
const decided = async (rules: HouseRules = {}): Promise<House> => {
  const h = asking(rules);
  while (h.replies().length === 0) {
    for (const stage of ['inbound', 'detected', 'recognized'] as const) await h.step(stage);
    h.pass(1);
  }
  return h;
};

const outcome = (h: House) => ({
  seen: h.sent().length,
  reply: h.replyStates(),
  message: h.states(),
  tickets: h.tickets(),
});
const answered = { seen: 1, reply: ['confirmed'], message: ['replied'], tickets: [] };
const given = (seen: number, ticket: string) => ({
  seen,
  reply: ['rejected'],
  message: ['escalated'],
  tickets: [ticket],
});

describe('the shop', () => {
  it('takes it: answered, and billed once', async () => {
    const h = asking();
    await h.quiet();
    expect(outcome(h)).toEqual(answered);
    expect(h.lines().filter(({ unit }) => unit === 'generated_reply')).toHaveLength(1);
    expect(h.replies()[0]?.platformId).toBe(`shop-${h.replies()[0]?.id ?? ''}`);
  });

  it('refuses it: a person gets it, and nobody pays for it', async () => {
    const h = asking();
    h.shop.takes('rejected');
    await h.quiet();
    expect(outcome(h)).toEqual(given(0, 'send_rejected'));
    expect(h.conversation()?.state).toBe('with-agent');
    expect(h.billed()['generated_reply']).toBeUndefined();
  });

  it('is busy: asked again, at the times of the table', async () => {
    const h = asking();
    h.shop.takes('busy', 'busy', 'busy');
    const began = h.tools.clock().getTime();
    await h.quiet();
    expect(outcome(h)).toEqual(answered);
    expect((h.tools.clock().getTime() - began) / 1000).toBe(1 + 2 + 5 + 15);
  });

  it('names a time: asked again then', async () => {
    const h = asking();
    h.shop.takes('busy-a-minute');
    const began = h.tools.clock().getTime();
    await h.quiet();
    expect(outcome(h)).toEqual(answered);
    expect((h.tools.clock().getTime() - began) / 1000).toBe(61);
  });

  it('stays busy: a person gets it after the last receive', async () => {
    const h = asking();
    h.shop.takes('busy', 'busy', 'busy', 'busy', 'busy', 'busy');
    await h.quiet();
    expect(outcome(h)).toEqual(given(0, 'send_rejected'));
    expect(h.queues.outbound.dead).toHaveLength(1);
    expect(h.counted).toContain('Buried');
  });

  it('no longer lets us in: a person is told to connect it again', async () => {
    const h = asking();
    h.shop.takes(...Array.from({ length: 6 }, () => 'access-denied' as const));
    await h.quiet();
    expect(outcome(h)).toEqual(given(0, 'access_denied'));
    expect(h.logged()).toContain('access-denied');
  });

  it('does not tell, and took it: read back, and not sent again', async () => {
    const h = asking({ shop: { keys: false, readsBack: true } });
    h.shop.takes('unknown-taken');
    await h.quiet();
    expect(outcome(h)).toEqual(answered);
    expect(h.shop.calls.filter((call) => call === 'send')).toHaveLength(1);
    expect(h.logged()).toContain('reply-unknown');
    expect(h.billed()).toMatchObject({ generated_reply: 1 });
  });

  it('does not tell, and did not take it: read back, and sent again', async () => {
    const h = asking({ shop: { keys: false, readsBack: true } });
    h.shop.takes('unknown-lost');
    h.shop.readsBack('busy');
    await h.quiet();
    expect(outcome(h)).toEqual(answered);
  });

  it('does not tell, and cannot be asked: parked for a person, never sent blindly again', async () => {
    const h = asking({ shop: { keys: false, readsBack: false } });
    h.shop.takes('unknown-taken');
    await h.quiet();
    expect(outcome(h)).toEqual(given(1, 'send_unknown'));
    expect(h.shop.calls.filter((call) => call === 'send')).toHaveLength(1);
  });

  it('never gets to tell what it took: parked as unknown', async () => {
    const h = asking({ shop: { keys: false, readsBack: true } });
    h.shop.takes('unknown-taken');
    h.shop.readsBack('busy', 'busy', 'busy', 'busy', 'busy');
    await h.quiet();
    expect(outcome(h)).toEqual(given(1, 'send_unknown'));
  });

  it('is no longer connected: a person gets it, and nothing is put out that nobody fetches', async () => {
    const h = await decided();
    h.reached('not-connected');
    await h.quiet();
    expect(outcome(h)).toEqual(given(0, 'access_denied'));
  });
});

describe('a process that ends', () => {
  it.each([
    ['after the shop took the reply', 'shop.send', 'after'],
    ['before the shop was called', 'shop.send', 'before'],
    ['before it wrote down that the shop took the reply', 'polled.put', 'before'],
  ] as const)('%s leaves the buyer with one answer', async (_, call, moment) => {
    const h = asking({ shop: { keys: false, readsBack: true }, strike: crashOnce(call, moment) });
    await h.quiet();
    expect(outcome(h)).toEqual(answered);
    expect(h.billed()).toMatchObject({ generated_reply: 1 });
  });
});

describe('what must not leave', () => {
  it('is a reply under the emergency stop: it becomes a draft', async () => {
    const h = await decided();
    h.pause();
    await h.quiet();
    expect(outcome(h)).toEqual({ seen: 0, reply: ['draft'], message: ['drafted'], tickets: [] });
  });

  it('is a reply under the emergency stop although it was attempted before', async () => {
    const h = await decided({ shop: { keys: false, readsBack: true } });
    h.shop.takes('unknown-lost');
    await h.step('outbound');
    h.pause();
    await h.quiet();
    expect(outcome(h)).toEqual({ seen: 0, reply: ['draft'], message: ['drafted'], tickets: [] });
  });

  it('is a reply that was attempted before the buyer wrote again', async () => {
    const h = await decided({ shop: { keys: false, readsBack: true } });
    h.shop.takes('busy');
    await h.step('outbound');
    h.says('esquece, quero saber do reembolso', { order: '1001' });
    await h.step('inbound');
    await h.quiet();
    expect({ replies: h.replyStates(), messages: h.states(), seen: h.sent().length }).toEqual({
      replies: ['cancelled', 'confirmed'],
      messages: ['covered-by', 'replied'],
      seen: 1,
    });
  });

  it('is a reply once a person has the conversation', async () => {
    const h = await decided({ shop: { keys: false, readsBack: true } });
    h.shop.takes('unknown-lost');
    await h.step('outbound');
    h.personWrites('Oi, aqui é a Marta.');
    await h.quiet();
    expect({ seen: h.sent(), reply: h.replyStates(), message: h.states() }).toEqual({
      seen: [],
      reply: ['cancelled'],
      message: ['escalated'],
    });
  });

  it('is never a person’s own answer', async () => {
    const h = await decided();
    await h.answers('Oi, sou a Lin. Já vejo.');
    h.pause();
    h.says('e aí?');
    await h.quiet();
    expect(h.sent()).toEqual(['Oi, sou a Lin. Já vejo.']);
    expect(h.billed()['generated_reply']).toBeUndefined();
  });
});

describe('a shop that polls', () => {
  it('finds the reply once, in its own names', async () => {
    const h = await decided({ strike: crashOnce('store.commit', 'before') });
    h.reached('polls');
    await h.quiet();
    const listed = await h.listed();
    expect(listed.map(({ conversation, inReplyTo }) => [conversation, inReplyTo])).toEqual([
      ['conversation-1', 'message-1'],
    ]);
    expect({ reply: h.replyStates(), message: h.states() }).toEqual({
      reply: ['confirmed'],
      message: ['replied'],
    });
    expect(h.shop.calls).not.toContain('send');
  });

  it('finds it once although the process ended after putting it out', async () => {
    const h = await decided({ strike: crashOnce('polled.put', 'after') });
    h.reached('polls');
    await h.quiet();
    expect(await h.listed()).toHaveLength(1);
    expect(h.billed()).toMatchObject({ generated_reply: 1 });
  });
});

it('bills a reply that a person approved as one under review, and a holding word not at all', async () => {
  const h = asking({ modes: [{ channel: '*', intent: '*', mode: 'review' }] });
  await h.quiet();
  h.pass(95);
  await h.approves(h.replies()[0]?.id ?? '');
  await h.quiet();
  const line = h.lines().find(({ unit }) => unit === 'generated_reply');
  expect(line?.mode).toBe('review');
  // What a promised response time is measured by: the buyer waited for the approval too.
  expect(line?.detail?.['responseSeconds']).toBeGreaterThanOrEqual(95);
});

it('keeps a person’s answer for the messages that the person had read', async () => {
  const h = asking({ modes: [{ channel: '*', intent: '*', mode: 'human' }] });
  await h.quiet();
  await h.answers('Já vejo.');
  h.says('tem mais uma coisa');
  while ((await h.step('inbound')) || (await h.step('detected')));
  h.pass(1);
  await h.step('recognized');
  await h.quiet();
  expect(h.states()).toEqual(['replied', 'escalated']);
});

it('buries a record that names no reply of ours', async () => {
  const h = asking();
  await h.quiet();
  const reply = h.replies()[0];
  if (reply === undefined) throw new Error('a reply was sent');
  const other = { ...reply, reply: h.tools.derive.reply(reply.inReplyTo, 'none'), at: reply.createdAt };
  expect(await h.flows.send(other)).toMatchObject({ next: 'bury' });
  expect(await h.flows.parkReply(other, 'poison')).toBe(false);
});
