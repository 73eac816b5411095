/** Replies that wait for a shop to fetch them, in DynamoDB: each once, in order, however late the shop comes. */
import { DeleteCommand } from '@aws-sdk/lib-dynamodb';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { dynamoConversations } from '../../../functions/core/aws/dynamo/conversation-store.ts';
import { dynamoPolledReplies } from '../../../functions/core/aws/dynamo/polled-replies.ts';
import { kmsSeal } from '../../../functions/core/aws/kms/seal.ts';
import { derivedIds } from '../../../functions/core/aws/opaque-ids.ts';
import { accountId } from '../../../functions/core/domain/ids.ts';
import type { Reply } from '../../../functions/core/domain/reply.ts';
import type { ReplyAddress } from '../../../functions/core/ports/conversations.ts';
import { account, aNewMessage } from '../../fakes/builders.ts';
import { fakeTools, ids } from '../../fakes/tools.ts';
import { localRegion, type LocalRegion } from './local-region.ts';

let region: LocalRegion;
beforeAll(async () => {
  region = await localRegion();
});
afterAll(async () => region.close());

const start = new Date('2026-11-20T12:00:00.000Z');
const later = (seconds: number): Date => new Date(start.getTime() + seconds * 1000);

/** A shop of its own for each test, with what its replies need. */
const shop = (name: string) => {
  const { dynamo, keys, key } = region;
  const { tools } = fakeTools();
  const conversations = dynamoConversations({
    dynamo,
    tables: { conversations: 'conversations', usage: 'usage' },
    seal: kmsSeal({ dynamo, keys, table: 'keys', key, clock: tools.clock }),
    clock: tools.clock,
    pause: async () => undefined,
    count: () => undefined,
  });
  const polled = dynamoPolledReplies(dynamo, 'conversations', conversations);
  const place = { tenant: account.tenant, channel: 'rest', account: accountId(name) } as const;
  /** One buyer's question with its reply, put out at a time. */
  const answers = async (tag: string, at: Date): Promise<ReplyAddress & { readonly buyer: string }> => {
    const message = aNewMessage(
      {
        conversation: ids.conversation('rest', account.id, `${name}-${tag}`),
        buyer: ids.buyer('rest', account.id, `${name}-${tag}`),
        platform: { conversation: `c-${tag}`, buyer: `b-${tag}`, message: `m-${tag}` },
        at: start,
      },
      `${name}-${tag}`,
    );
    await conversations.store(message, () => []);
    const reply: Reply = {
      tenant: message.tenant,
      conversation: message.conversation,
      id: derivedIds.reply(message.message, 'answer'),
      inReplyTo: message.message,
      inReplyToAt: message.at,
      state: 'intended',
      kind: 'automatic',
      text: `resposta ${tag}`,
      language: 'pt',
      buyerTurn: 1,
      holding: false,
      createdAt: later(1),
      attempts: 0,
      requeued: 0,
      platformId: null,
      because: 'test',
      asks: null,
    };
    const view = await conversations.view(message);
    if (view === null) throw new Error('it was stored');
    await conversations.commit(view.conversation, [{ change: 'new-reply', reply, dueAt: null }]);
    const address = { ...message, reply: reply.id, at: reply.createdAt };
    await polled.put(place, address, at);
    return { ...address, buyer: message.buyer };
  };
  const told = async (cursor: string | null = null, atMost = 50) => polled.after(place, cursor, atMost);
  return { conversations, polled, place, answers, told };
};

it('tells the replies of an account in the order in which they were put out, from a cursor on', async () => {
  const s = shop('order');
  await s.answers('b', later(20));
  await s.answers('a', later(10));
  const all = await s.told();
  expect(all.map(({ reply, conversation, inReplyTo }) => [reply.text, conversation, inReplyTo])).toEqual([
    ['resposta a', 'c-a', 'm-a'],
    ['resposta b', 'c-b', 'm-b'],
  ]);
  expect((await s.told(all[0]?.cursor ?? null)).map(({ reply }) => reply.text)).toEqual(['resposta b']);
  expect(await s.told(null, 1)).toHaveLength(1);
});

it('tells a reply once that was put out twice, at its first time', async () => {
  const s = shop('twice');
  const address = await s.answers('a', later(10));
  await s.polled.put(s.place, address, later(60));
  expect((await s.told()).map(({ cursor }) => cursor)).toEqual([
    `${later(10).toISOString()}#${address.reply}`,
  ]);
});

it('tells a reply in the shop’s own names although the conversation has gone on far beyond it', async () => {
  const s = shop('far');
  const address = await s.answers('a', later(10));
  for (let count = 1; count <= 13; count += 1) {
    const tag = `far-${String(count)}`;
    await s.conversations.store(
      aNewMessage({ conversation: address.conversation, at: later(100 + count) }, tag),
      () => [],
    );
  }
  expect((await s.told()).map(({ inReplyTo }) => inReplyTo)).toEqual(['m-a']);
});

it('gets past replies of buyers who were erased', async () => {
  const s = shop('erased');
  for (const tag of ['a', 'b', 'c']) {
    const { buyer } = await s.answers(tag, later(10));
    const Key = { pk: `${account.tenant}#${buyer}`, sk: 'BUYER-KEY' };
    if (tag !== 'c') await region.dynamo.send(new DeleteCommand({ TableName: 'keys', Key }));
  }
  // Another process: nobody remembers the keys.
  expect((await shop('erased').told(null, 1)).map(({ reply }) => reply.text)).toEqual(['resposta c']);
});

it('tells nothing of another account', async () => {
  await shop('own').answers('a', later(10));
  expect(await shop('other').told()).toEqual([]);
});
