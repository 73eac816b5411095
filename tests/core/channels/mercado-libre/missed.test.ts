/** What the platform holds and never told us: read from its lists, each thing once, nothing marked as read. */
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { mercadoLibreMissed } from '../../../../functions/core/channels/mercado-libre/missed.ts';
import { accountId } from '../../../../functions/core/domain/ids.ts';
import type { Access } from '../../../../functions/core/ports/channel.ts';
import type { Sandbox } from '../../../../functions/core/channels/kit/sandbox.ts';
import type { Fetch } from '../../../../functions/core/channels/kit/http.ts';
import { application, buyer, noon, seller, world, type World } from './sandbox-world.ts';

let shop: World;
let platform: Sandbox;
let token = '';
let passed = 0;
/** Instead of the platform's answer, by path. */
let instead: Readonly<Record<string, () => Response>> = {};
const paths: string[] = [];

beforeEach(async () => {
  shop = await world();
  platform = shop.open();
  token = await shop.token(platform);
  passed = 0;
  instead = {};
  paths.length = 0;
});
afterEach(async () => shop.close());

const pass = (milliseconds: number): void => {
  passed += milliseconds;
  shop.pass(milliseconds);
};
const call: Fetch = async (url, init) => {
  paths.push(`${url.pathname}${url.search}`);
  const other = instead[url.pathname];
  if (other !== undefined) return other();
  const { status, body } = await shop.ask(platform, init.method ?? 'GET', `${url.pathname}${url.search}`, {
    token,
  });
  return new Response(JSON.stringify(body), { status });
};
const missed = mercadoLibreMissed({ fetch: call, now: () => new Date(noon + passed) });
const access = (): Access => ({
  account: accountId(seller),
  address: 'http://127.0.0.1',
  secrets: [],
  token,
  platformUser: seller,
  applicationId: application,
});
const look = async (topic: string, cursor: string | null = null) => {
  const answer = await missed.missed(topic, cursor, access());
  if (!answer.ok) throw new Error(answer.problem.because);
  return answer.value;
};
const ask = async (text: string): Promise<void> => {
  await platform.create({ account: seller, item: 'MLB3571180942', buyer, text }, 'questions');
};
const write = async (text: string): Promise<void> => {
  await platform.create({ account: seller, pack: '2000007001', buyer, text }, 'messages');
};

describe('an unanswered question', () => {
  it('is found once, by the name that its arrival will have', async () => {
    await ask('tem azul?');
    pass(180_000);
    const first = await look('questions');
    expect(first.missed).toHaveLength(1);
    const [found] = first.missed;
    const id = found?.pointer.resource.replace('/questions/', '');
    expect(found?.pointer).toMatchObject({ account: seller, application, topic: 'questions' });
    expect(found?.names).toEqual({ conversation: `question:${id ?? ''}`, message: null });
    expect((await look('questions', first.next)).missed).toEqual([]);
  });

  it('is left alone while its notification may still be on its way, and found afterwards', async () => {
    await ask('tem azul?');
    const early = await look('questions');
    expect(early.missed).toEqual([]);
    pass(180_000);
    expect((await look('questions', early.next)).missed).toHaveLength(1);
  });

  it('is found behind the first page too', async () => {
    for (let index = 0; index < 60; index += 1) await ask(`pergunta ${String(index)}`);
    pass(180_000);
    expect((await look('questions')).missed).toHaveLength(60);
  });

  it('is found beside one that nobody can read', async () => {
    const questions = [{ id: null }, 'garbage', { id: 4711, date_created: '2026-11-20T11:00:00.000-04:00' }];
    pass(24 * 3_600_000);
    instead = { '/my/received_questions/search': () => Response.json({ questions }) };
    expect((await look('questions')).missed.map(({ pointer }) => pointer.resource)).toEqual([
      '/questions/4711',
    ]);
  });

  it('is looked for from the beginning when the cursor cannot be read', async () => {
    await ask('tem azul?');
    pass(180_000);
    expect((await look('questions', 'no cursor')).missed).toHaveLength(1);
  });
});

describe('an unread message', () => {
  it('is found by its id and its thread, and stays unread', async () => {
    await write('cadê meu pedido?');
    await write('alguém?');
    pass(180_000);
    const first = await look('messages');
    expect(first.missed.map(({ names }) => names?.conversation)).toEqual([
      'pack:2000007001',
      'pack:2000007001',
    ]);
    expect(new Set(first.missed.map(({ names }) => names?.message)).size).toBe(2);
    expect(
      paths.filter((path) => path.includes('/packs/')).every((path) => path.includes('mark_as_read=false')),
    ).toBe(true);
    expect((await look('messages', first.next)).missed).toEqual([]);
    await write('e agora?');
    pass(180_000);
    expect((await look('messages', first.next)).missed).toHaveLength(1);
  });
});

describe('an open claim', () => {
  it('is found, and again when something happened in it', async () => {
    const claim = {
      id: 5108684499,
      date_created: '2026-11-20T09:00:00Z',
      last_updated: '2026-11-20T10:00:00Z',
    };
    let data = [claim];
    instead = { '/post-purchase/v1/claims/search': () => Response.json({ data }) };
    const first = await look('claims');
    expect(first.missed.map(({ pointer }) => pointer.resource)).toEqual([
      '/post-purchase/v1/claims/5108684499',
    ]);
    expect((await look('claims', first.next)).missed).toEqual([]);
    data = [{ ...claim, last_updated: '2026-11-20T11:00:00Z' }];
    expect((await look('claims', first.next)).missed).toHaveLength(1);
  });
});

describe('a notice that was never acknowledged', () => {
  const notices = (...resources: readonly (readonly [topic: string, resource: string, user: string])[]) => {
    const messages = resources.map(([topic, resource, user], index) => ({
      _id: String(index),
      topic,
      resource,
      user_id: user,
      application_id: application,
      sent: '2026-11-19T12:00:00.000Z',
    }));
    instead = { '/missed_feeds': () => Response.json({ messages }) };
  };

  it('is taken apart as a notification is, and those of other sellers are left to them', async () => {
    notices(
      ['questions', '/questions/1', seller],
      ['questions', '/questions/2', '999'],
      ['messages', 'https://elsewhere.example/x', seller],
      ['orders_v2', '/orders/3', seller],
      ['messages', '018f2b', seller],
    );
    const { missed: found } = await look('undelivered');
    const resources = new Set(found.map(({ pointer }) => pointer.resource));
    expect([...resources].toSorted()).toEqual(['/messages/018f2b', '/questions/1']);
  });

  it('is found once, while the platform goes on listing it for two days', async () => {
    notices(['questions', '/questions/1', seller]);
    const first = await look('undelivered');
    expect((await look('undelivered', first.next)).missed).toEqual([]);
  });
});

describe('a platform that fails', () => {
  it.each([
    ['throttles', () => new Response('', { status: 429 }), 'busy'],
    ['breaks down', () => new Response('', { status: 500 }), 'busy'],
    ['talks garbage', () => new Response('<html>'), 'busy'],
    ['no longer takes the token', () => new Response('', { status: 401 }), 'access-denied'],
  ] as const)('and %s is asked again, with the same cursor', async (_, behaviour, kind) => {
    instead = { '/my/received_questions/search': behaviour };
    expect(await missed.missed('questions', '[]', access())).toMatchObject({ ok: false, problem: { kind } });
  });

  it('because this kind of seller has no such list counts as empty', async () => {
    instead = { '/messages/unread': () => new Response('', { status: 403 }) };
    expect((await look('messages')).missed).toEqual([]);
  });
});
