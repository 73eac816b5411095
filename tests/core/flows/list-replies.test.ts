/** What a shop that polls gets: its own replies, each once, from where it stopped. */
import { expect, it } from 'vitest';
import { ingress } from '../../../functions/core/channels/registry-ingress.ts';
import { listReplies } from '../../../functions/core/flows/list-replies.ts';
import { house, type House } from '../../fakes/house.ts';
import { knownRegistrations, signedCall, type CallOf } from '../../fakes/shop-calls.ts';

const polling = async (...texts: readonly string[]): Promise<House> => {
  const h = house();
  h.reached('polls');
  for (const [index, text] of texts.entries()) {
    h.says(text, { means: { intent: 'greeting_thanks' }, conversation: `conversation-${String(index)}` });
    await h.quiet();
    h.pass(1);
  }
  h.pass(10);
  return h;
};

const asks = async (h: House, after?: string, over: Omit<CallOf, 'at'> = {}) => {
  const list = listReplies({
    ...h.tools,
    ingress,
    registrations: knownRegistrations,
    tenants: h.tenants,
    polled: h.polled,
  });
  const call = signedCall('', { at: h.tools.clock(), ...over });
  const { status, body } = await list({ ...call, query: after === undefined ? {} : { after } });
  const answer: unknown = body === '' ? null : JSON.parse(body);
  return { status, answer };
};

it('gets the replies in the shape that they are pushed in, with the shop’s own names', async () => {
  const h = await polling('oi');
  const reply = h.replies()[0];
  expect(await asks(h)).toEqual({
    status: 200,
    answer: {
      replies: [
        {
          type: 'reply.created',
          data: {
            conversation: 'conversation-0',
            reply: reply?.id,
            inReplyTo: 'message-1',
            text: reply?.text,
            language: 'pt',
            kind: 'automatic',
          },
        },
      ],
      next: (await h.listed())[0]?.cursor,
    },
  });
});

it('goes on where it stopped, and keeps its place when there is nothing new', async () => {
  const h = await polling('oi', 'olá');
  const [first, second] = (await h.listed()).map(({ cursor }) => cursor);
  expect((await asks(h, first)).answer).toMatchObject({ replies: [{}], next: second });
  expect((await asks(h, second)).answer).toEqual({ replies: [], next: second });
  expect((await asks(h, '')).answer).toMatchObject({ replies: [{}, {}] });
});

it('is not told a reply before those that were written at the same moment can be seen', async () => {
  const h = house();
  h.reached('polls');
  h.says('oi', { means: { intent: 'greeting_thanks' } });
  await h.quiet();
  expect((await asks(h)).answer).toEqual({ replies: [], next: null });
  h.pass(4);
  expect((await asks(h)).answer).toMatchObject({ replies: [{}] });
});

it('gets nothing of another registration’s account, nor of one that nobody connected', async () => {
  const h = await polling('oi');
  const nothing = { status: 200, answer: { replies: [], next: null } };
  expect(await asks(h, undefined, { registration: 'borrowed' })).toEqual(nothing);
  expect(await asks(h, undefined, { registration: 'several' })).toEqual(nothing);
});

it.each([
  ['an unknown registration', { registration: 'nobody' }, 404],
  ['a registration that none can be', { registration: '../x' }, 404],
  ['another seller’s signature', { registration: 'outra-br' }, 401],
  ['no signature', { headers: {} }, 401],
] as const)('refuses %s', async (_, over, status) => {
  const h = await polling('oi');
  expect(await asks(h, undefined, over)).toEqual({ status, answer: null });
});

it.each(['yesterday', '2026-11-20T12:00:00.000Z', "0' OR 1=1"])(
  'tells a shop that its cursor is none: %s',
  async (after) => {
    const h = await polling('oi');
    expect(await asks(h, after)).toEqual({
      status: 400,
      answer: { error: expect.stringContaining('after') },
    });
  },
);
