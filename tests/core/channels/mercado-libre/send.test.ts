/** A reply on its way to a listing or a thread: read before it is written, and read back after. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { mercadoLibreChannel } from '../../../../functions/core/channels/mercado-libre/channel.ts';
import type { OutboundReply } from '../../../../functions/core/ports/channel.ts';
import { answer, reset } from '../web-server.ts';
import {
  answered,
  buyer,
  inTurn,
  message,
  now,
  platform,
  question,
  reply,
  seller,
  thread,
  threadPath,
  type Answers,
} from './platform.ts';

let at: Awaited<ReturnType<typeof platform>>;
beforeAll(async () => {
  at = await platform();
});
afterAll(async () => at.close());

const toQuestion: OutboundReply = {
  ...reply,
  conversation: 'question:13021478261',
  inReplyTo: 'question:13021478261',
  audience: 'public',
  text: 'Sim, enviamos para Manaus!',
};
const send = async (words: OutboundReply, answers: Answers) => {
  at.answers(answers);
  at.calls();
  return at.channel.send(words, at.access);
};
const settle = async (words: OutboundReply, answers: Answers) => {
  at.answers(answers);
  at.calls();
  return at.channel.settle(words, at.access);
};
const posted = () => at.calls().filter((call) => call.startsWith('POST'));
const path = 'GET /questions/13021478261';

describe('an answer to a question', () => {
  it('is posted once, and judged by the platform before it counts as sent', async () => {
    expect(
      await send(toQuestion, { [path]: question(), 'POST /answers': answered(toQuestion.text) }),
    ).toEqual({
      kind: 'accepted',
      afterSeconds: 2,
    });
    expect(posted()).toEqual(['POST /answers']);
    expect(JSON.parse(at.received.at(-1)?.body ?? '')).toEqual({
      question_id: 13021478261,
      text: toQuestion.text,
    });
    const taken = { kind: 'sent', platformId: 'answer:13021478261' };
    expect(await settle(toQuestion, { [path]: answered(`${toQuestion.text} `) })).toEqual(taken);
  });

  it('that is there already is not posted again', async () => {
    expect(await send(toQuestion, { [path]: answered(toQuestion.text) })).toMatchObject({ kind: 'sent' });
    expect(posted()).toEqual([]);
  });

  it('gives way to a person of the seller’s, before the post and when the post comes too late', async () => {
    const person = answered('Oi, aqui é a Bia!');
    const by = { message: 'answer:13021478261', text: 'Oi, aqui é a Bia!' };
    expect(await send(toQuestion, { [path]: person })).toMatchObject({ kind: 'overtaken', by });
    expect(posted()).toEqual([]);
    const late = {
      [path]: inTurn(question(), person),
      'POST /answers': answer(400, '{"error":"not_unanswered"}'),
    };
    expect(await send(toQuestion, late)).toMatchObject({ kind: 'overtaken', by });
    expect(await settle(toQuestion, { [path]: person })).toMatchObject({ kind: 'overtaken', by });
  });

  it.each(['BANNED', 'DELETED', 'UNDER_REVIEW', 'CLOSED_UNANSWERED', 'DISABLED'])(
    'to a question that is %s is refused with that reason',
    async (status) => {
      expect(await send(toQuestion, { [path]: question({ status }) })).toEqual({
        kind: 'rejected',
        because: `the question is ${status.toLowerCase()}`,
      });
      expect(posted()).toEqual([]);
    },
  );

  it('that the platform took back is refused with the reason', async () => {
    expect(await settle(toQuestion, { [path]: answered(toQuestion.text, 'BANNED') })).toEqual({
      kind: 'rejected',
      because: 'the answer is banned',
    });
  });

  it('whose fate is unknown is read back', async () => {
    for (const behaviour of [answer(500), answer(502), reset])
      expect(await send(toQuestion, { [path]: question(), 'POST /answers': behaviour })).toEqual({
        kind: 'unknown',
      });
    expect(await settle(toQuestion, { [path]: question() })).toEqual({ kind: 'not-sent' });
  });

  it('is not sent blindly when the question cannot be read', async () => {
    for (const behaviour of [answer(500), answer(429), answer(200, '<html>'), reset])
      expect(await send(toQuestion, { [path]: behaviour })).toMatchObject({ kind: 'busy' });
    expect(await send(toQuestion, { [path]: answer(401) })).toMatchObject({ kind: 'access-denied' });
    expect(await send(toQuestion, {})).toMatchObject({ kind: 'rejected' });
    expect(posted()).toEqual([]);
  });
});

const asked = message({ id: 'b1', from: buyer, text: 'cadê?', at: '2026-11-17T13:00:00Z' });
const ours = (
  over: { text?: string; id?: string; at?: string; moderation?: { status: string; reason?: string } } = {},
) => message({ id: 's9', from: seller, text: reply.text, at: '2026-11-17T13:04:50Z', ...over });
const open = (...messages: readonly unknown[]) => ({ [`GET ${threadPath}`]: thread([asked, ...messages]) });
const takes = { [`POST ${threadPath}`]: answer(201, '{}') };

describe('a message after a sale', () => {
  it('is written to whom wrote in the thread, and judged before it counts as sent', async () => {
    expect(await send(reply, { ...open(), ...takes })).toEqual({ kind: 'accepted', afterSeconds: 2 });
    expect(posted()).toEqual([`POST ${threadPath}?tag=post_sale`]);
    expect(JSON.parse(at.received.at(-1)?.body ?? '')).toEqual({
      from: { user_id: 465432224 },
      to: { user_id: 1187735401 },
      text: reply.text,
      attachments: [],
    });
    expect(await settle(reply, open(ours()))).toEqual({ kind: 'sent', platformId: 's9' });
  });

  it('goes to the site’s own assistant where that one writes', async () => {
    const assisted = message({ id: 'b1', from: '3037204123', text: 'cadê?' });
    await send(reply, { [`GET ${threadPath}`]: thread([assisted]), ...takes });
    expect(JSON.parse(at.received.at(-1)?.body ?? '')).toMatchObject({ to: { user_id: 3037204123 } });
  });

  it('that is there already is not written again', async () => {
    expect(await send(reply, open(ours()))).toEqual({ kind: 'sent', platformId: 's9' });
    expect(posted()).toEqual([]);
  });

  it('is found again though the platform’s clock counts whole seconds', async () => {
    const quick = ours({ at: '2026-11-17T13:00:00Z' });
    for (const messages of [
      [asked, quick],
      [quick, asked],
    ])
      expect(await settle(reply, { [`GET ${threadPath}`]: thread(messages) })).toMatchObject({
        kind: 'sent',
      });
  });

  it('with the same words as an earlier one is another message', async () => {
    const earlier = [{ platformId: 's1', text: reply.text }];
    const thanks = { ...reply, earlier };
    const before = ours({ id: 's1', at: '2026-11-17T13:01:00Z' });
    expect(await send(thanks, { ...open(before), ...takes })).toMatchObject({ kind: 'accepted' });
    expect(await settle(thanks, open(before))).toEqual({ kind: 'not-sent' });
  });

  it('gives way to a person, but not to our own earlier words', async () => {
    const bia = ours({ id: 's2', text: 'Oi, aqui é a Bia!' });
    expect(await send(reply, open(bia))).toMatchObject({ kind: 'overtaken', by: { message: 's2' } });
    expect(posted()).toEqual([]);
    const known = { ...reply, earlier: [{ platformId: null, text: 'Oi, aqui é a Bia!' }] };
    expect(await send(known, { ...open(bia), ...takes })).toMatchObject({ kind: 'accepted' });
    // What a person writes at our desk goes out whatever else was said.
    expect(await send({ ...reply, kind: 'person' }, { ...open(bia), ...takes })).toMatchObject({
      kind: 'accepted',
    });
  });

  it('does not give way to words that no buyer has read', async () => {
    const refused = ours({ id: 's2', text: 'Me chama fora daqui', moderation: { status: 'rejected' } });
    expect(await send(reply, { ...open(refused), ...takes })).toMatchObject({ kind: 'accepted' });
  });

  it('does not take a person’s words from before the buyer’s message for an answer to it', async () => {
    const bia = message({ id: 's0', from: seller, text: 'Oi!', at: '2026-11-17T12:00:00Z' });
    expect(await send(reply, { ...open(bia), ...takes })).toMatchObject({ kind: 'accepted' });
    // The message that is answered is no longer on the page.
    const moved = { ...reply, inReplyTo: 'b0' };
    expect(await send(moved, { ...open(bia), ...takes })).toMatchObject({ kind: 'accepted' });
  });

  it.each([
    ['blocked', 'blocked_by_mediation'],
    ['BLOCKED', 'blocked_by_time'],
    ['active', 'blocked_by_ai_assistant'],
  ])('in a thread that is %s, %s, is refused with that reason', async (status, substatus) => {
    const blocked = { [`GET ${threadPath}`]: thread([asked], { status, substatus }) };
    expect(await send(reply, blocked)).toEqual({
      kind: 'rejected',
      because: `the thread is blocked: ${substatus}`,
    });
    expect(posted()).toEqual([]);
  });

  it('longer than the platform takes is refused, never cut', async () => {
    expect(await send({ ...reply, text: 'x'.repeat(351) }, open())).toMatchObject({ kind: 'rejected' });
    expect(at.calls()).toEqual([]);
  });

  it('that moderation rejects comes back with its reason; one that waits for it is looked at again', async () => {
    const judged = (status: string, when = '2026-11-17T13:04:50Z') =>
      settle(reply, open(ours({ at: when, moderation: { status, reason: 'SOCIAL_NETWORK_LINK' } })));
    expect(await judged('rejected')).toEqual({
      kind: 'rejected',
      because: 'moderation: SOCIAL_NETWORK_LINK',
    });
    expect(await judged('PENDING')).toMatchObject({ kind: 'busy' });
    expect(await judged('PENDING', '2026-11-17T13:00:30Z')).toMatchObject({ kind: 'sent' });
  });

  it('of Global Selling goes where its conversation came from', async () => {
    const global = { ...reply, inReplyTo: 'global:b1' };
    const path = '/marketplace/messages/packs/2000001';
    await send(global, { [`GET ${path}`]: thread([asked]), [`POST ${path}`]: answer(200, '{}') });
    expect(posted()).toEqual([`POST ${path}?tag=post_sale`]);
    expect(await settle(global, { [`GET ${path}`]: thread([asked, ours()]) })).toEqual({
      kind: 'sent',
      platformId: 'global:s9',
    });
  });

  it('is unknown when the platform may have it, refused when it read it, and comes again when it was turned away', async () => {
    const outcome = async (behaviour: unknown) =>
      (await send(reply, { ...open(), [`POST ${threadPath}`]: behaviour })).kind;
    expect(await outcome(answer(500))).toBe('unknown');
    expect(await outcome(reset)).toBe('unknown');
    expect(await outcome(answer(400))).toBe('rejected');
    expect(await outcome(answer(429))).toBe('busy');
    expect(await outcome(answer(401))).toBe('access-denied');
  });
});

describe('words to a buyer who has written none', () => {
  const guide = '/messages/action_guide/packs/2000001';
  const silent = { [`GET ${threadPath}`]: thread([]) };
  const offers = (options: readonly unknown[]) => ({ ...silent, [`GET ${guide}`]: { options } });
  const other = { id: 'OTHER', type: 'free_text', enabled: true, cap_available: 1 };

  it('go through the reason that the platform offers', async () => {
    const path = `POST ${guide}/option`;
    expect(await send(reply, { ...offers([other]), [path]: answer(201, '{}') })).toMatchObject({
      kind: 'accepted',
    });
    expect(posted()).toEqual([`${path}?tag=post_sale`]);
    expect(JSON.parse(at.received.at(-1)?.body ?? '')).toEqual({ option_id: 'OTHER', text: reply.text });
    expect(await settle(reply, { [`GET ${threadPath}`]: thread([ours()]) })).toMatchObject({ kind: 'sent' });
  });

  it('are refused when no reason is left, or the platform wants none of ours', async () => {
    const none = { kind: 'rejected', because: 'the platform offers no reason to write first' };
    for (const option of [
      { ...other, enabled: false },
      { ...other, cap_available: 0 },
      { ...other, id: 'SEND_INVOICE_LINK' },
    ])
      expect(await send(reply, offers([option]))).toEqual(none);
    expect(await send(reply, silent)).toEqual(none);
    expect(posted()).toEqual([]);
    const capped = { [`POST ${guide}/option`]: answer(403, '{"error":"option_cap_reached"}') };
    expect(await send(reply, { ...offers([other]), ...capped })).toEqual({
      kind: 'rejected',
      because: 'status 403: option_cap_reached',
    });
  });

  it('are not written blindly when the reasons cannot be read', async () => {
    expect(await send(reply, { ...silent, [`GET ${guide}`]: answer(500) })).toMatchObject({ kind: 'busy' });
    expect(await send(reply, { ...silent, [`GET ${guide}`]: answer(200, '<html>') })).toMatchObject({
      kind: 'busy',
    });
  });
});

describe('words about an invoice', () => {
  const guide = '/messages/action_guide/packs/2000001';
  const about = { ...reply, about: 'invoice_request' } as const;
  const written = thread([asked]);
  const offers = (left: number) => ({
    [`GET ${threadPath}`]: written,
    [`POST ${threadPath}`]: answer(201, '{}'),
    [`POST ${guide}/option`]: answer(201, '{}'),
    [`GET ${guide}`]: { options: [{ id: 'SEND_INVOICE_LINK', enabled: true, cap_available: left }] },
  });

  it('go the way that the platform offers for it, once', async () => {
    expect(await send(about, offers(1))).toMatchObject({ kind: 'accepted' });
    expect(posted()).toEqual([`POST ${guide}/option?tag=post_sale`]);
    expect(JSON.parse(at.received.at(-1)?.body ?? '')).toMatchObject({ option_id: 'SEND_INVOICE_LINK' });
  });

  it('go as any other words when it is not offered any more; other words never go that way', async () => {
    const usual = [`POST ${threadPath}?tag=post_sale`];
    expect(await send(about, offers(0))).toMatchObject({ kind: 'accepted' });
    expect(posted()).toEqual(usual);
    expect(await send(reply, offers(1))).toMatchObject({ kind: 'accepted' });
    expect(posted()).toEqual(usual);
  });
});

describe('a place where nothing can be written by itself', () => {
  it.each(['claim:1', 'somewhere', 'pack:'])('is refused: %s', async (conversation) => {
    const channel = mercadoLibreChannel({ fetch, now: () => now });
    expect(await channel.send({ ...reply, conversation }, at.access)).toMatchObject({ kind: 'rejected' });
    expect(await channel.settle({ ...reply, conversation }, at.access)).toEqual({ kind: 'not-sent' });
  });
});
