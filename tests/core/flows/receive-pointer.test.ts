/** A marketplace that only points, at our front door: acknowledged at once, nothing fetched, nothing looked up. */
import { expect, it } from 'vitest';
import * as z from 'zod';
import { signedPointerQueue } from '../../../functions/core/aws/signed/queues.ts';
import { readPointer } from '../../../functions/core/aws/sqs/wire.ts';
import { ingress } from '../../../functions/core/channels/registry-ingress.ts';
import { registrationId } from '../../../functions/core/domain/ids.ts';
import { receiveWebhook } from '../../../functions/core/flows/receive-webhook.ts';
import { fakeTools, ids } from '../../fakes/tools.ts';

const sent = z.object({
  MessageBody: z.string(),
  MessageGroupId: z.string(),
  MessageDeduplicationId: z.string(),
});
type Sent = z.output<typeof sent>;

const door = (queue: 'takes' | 'refuses' = 'takes') => {
  const { tools, logged, counted } = fakeTools();
  const pointers: Sent[] = [];
  const unreadable: string[] = [];
  const others: unknown[] = [];
  const calls = {
    json: async (_service: string, _target: string, body: unknown) => {
      if (queue === 'refuses') throw new Error('refused');
      pointers.push(sent.parse(body));
      return {};
    },
    put: async () => undefined,
    get: async () => '',
    address: () => 'https://s3.example',
  };
  const receive = receiveWebhook({
    ...tools,
    ingress,
    registrations: {
      registration: async (channel, id) =>
        id === 'luna-ml' ? { channel, id, account: null, secrets: [] } : null,
    },
    inbound: {
      put: async (arrival) => {
        others.push(arrival);
        return 'queued';
      },
    },
    pointers: signedPointerQueue(calls, 'https://sqs.example/1/pointers.fifo'),
    unreadable: {
      put: async ({ because }) => {
        unreadable.push(because);
        return 'queued';
      },
    },
    ids: async () => ids,
  });
  const call = async (body: unknown, registration = 'luna-ml') =>
    receive({
      method: 'POST',
      path: '/',
      query: {},
      headers: {},
      channel: 'mercado-libre',
      registration,
      body: Buffer.from(typeof body === 'string' ? body : JSON.stringify(body)),
    });
  return { call, pointers, unreadable, others, logged, counted };
};

const notice = (over: Readonly<Record<string, unknown>> = {}) => ({
  _id: 'notice-1',
  resource: '/questions/13021478261',
  user_id: 465432224,
  topic: 'questions',
  application_id: 2069392825111111,
  attempts: 1,
  sent: '2026-11-17T13:02:11.114Z',
  ...over,
});
const accepted = { status: 200, body: '' };

it('queues the pointer, rebuilt, for whom it names, and says 200 with nothing in it', async () => {
  const at = door();
  expect(await at.call(notice())).toEqual(accepted);
  expect(at.pointers.map(({ MessageBody }) => readPointer(MessageBody))).toEqual([
    {
      ok: true,
      value: {
        channel: 'mercado-libre',
        registration: registrationId('luna-ml'),
        account: '465432224',
        acceptedAt: new Date('2026-11-20T12:00:00.000Z'),
        pointer: {
          account: '465432224',
          application: '2069392825111111',
          topic: 'questions',
          resource: '/questions/13021478261',
          notice: 'notice-1',
          at: new Date('2026-11-17T13:02:11.114Z'),
        },
      },
    },
  ]);
  expect(at.others).toEqual([]);
});

it('knows a repetition again, and tells another notice about the same question from it', async () => {
  const at = door();
  const repeated = { attempts: 4, sent: '2026-11-17T13:40:11.114Z' };
  for (const one of [notice(), notice(repeated), notice({ _id: 'notice-2' }), notice({ user_id: 999 })])
    await at.call(one);
  const [first, second, third, other] = at.pointers;
  expect(second?.MessageDeduplicationId).toBe(first?.MessageDeduplicationId);
  expect(third?.MessageDeduplicationId).not.toBe(first?.MessageDeduplicationId);
  expect(third?.MessageGroupId).toBe(first?.MessageGroupId);
  expect(other?.MessageDeduplicationId).not.toBe(first?.MessageDeduplicationId);
  expect(other?.MessageGroupId).not.toBe(first?.MessageGroupId);
  expect(first?.MessageGroupId).not.toMatch(/465432224|13021478261/);
});

it('acknowledges what it cannot read or must not follow, and keeps it for a person', async () => {
  const at = door();
  const bodies = ['', '{', '[]', notice({ resource: '//evil.example/questions/1' }), notice({ user_id: {} })];
  for (const body of bodies) expect(await at.call(body)).toEqual(accepted);
  expect(at.unreadable).toHaveLength(bodies.length);
  expect(at.pointers).toEqual([]);
});

it('acknowledges other topics and receipts, and keeps nothing of them', async () => {
  const at = door();
  const read = notice({ topic: 'messages', resource: 'm1', actions: ['read'] });
  for (const body of [notice({ topic: 'orders_v2', resource: '/orders/1' }), read])
    expect(await at.call(body)).toEqual(accepted);
  expect({ pointers: at.pointers, unreadable: at.unreadable }).toEqual({ pointers: [], unreadable: [] });
});

it('asks the marketplace to call again when our queue refuses, and knows no other registration', async () => {
  expect(await door('refuses').call(notice())).toMatchObject({ status: 503 });
  expect(await door().call(notice(), 'someone-else')).toMatchObject({ status: 404 });
});
