/** Conversations over the DynamoDB stand-in: the port's contract, and what a conversation costs. */
import { DeleteCommand } from '@aws-sdk/lib-dynamodb';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { dynamoConversations } from '../../../functions/core/aws/dynamo/conversation-store.ts';
import { dynamoInbox, dynamoOverdue } from '../../../functions/core/aws/dynamo/inbox.ts';
import { linesOfDay } from '../../../functions/core/aws/dynamo/usage-ledger.ts';
import { kmsSeal } from '../../../functions/core/aws/kms/seal.ts';
import { jittered } from '../../../functions/core/aws/stores.ts';
import { conversationsContract } from '../../contracts/conversations.ts';
import { account, aNewMessage, tenant } from '../../fakes/builders.ts';
import { house } from '../../fakes/house.ts';
import { anOrder } from '../../fakes/shop-records.ts';
import { ids } from '../../fakes/tools.ts';
import { localRegion, type LocalRegion } from './local-region.ts';

let region: LocalRegion;
beforeAll(async () => {
  region = await localRegion();
});
afterAll(async () => region.close());

const openStore = (clock: () => Date) => {
  const { dynamo, keys, key } = region;
  const parts = {
    dynamo,
    tables: { conversations: 'conversations', usage: 'usage' },
    seal: kmsSeal({ dynamo, keys, table: 'keys', key, clock }),
    clock,
    pause: jittered(Math.random),
    count: () => undefined,
  };
  return {
    ...dynamoConversations(parts),
    ...dynamoInbox(dynamo, 'conversations'),
    ...dynamoOverdue(dynamo, 'conversations'),
  };
};

conversationsContract('DynamoDB', async () => ({
  store: openStore(() => new Date()),
  lines: async () => {
    const days = ['2026-11-20', '2026-11-21'];
    const all = await Promise.all(
      days.map(async (day) => linesOfDay(region.dynamo, 'usage', tenant.id, day)),
    );
    return all.flat();
  },
}));

it('knows a buyer again who was erased and comes back, and nothing of what was written before', async () => {
  const first = aNewMessage({ conversation: ids.conversation('rest', account.id, 'back') }, 'back-1');
  const buyer = ids.buyer('rest', account.id, 'back');
  await openStore(() => new Date()).store({ ...first, buyer }, () => []);
  const Key = { pk: `${tenant.id}#${buyer}`, sk: 'BUYER-KEY' };
  await region.dynamo.send(new DeleteCommand({ TableName: 'keys', Key }));
  const store = openStore(() => new Date());
  expect(await store.platformNames(first)).toBeNull();
  const at = new Date(first.at.getTime() + 1000);
  const second = { ...first, buyer, at, message: ids.message('rest', account.id, 'back-2') };
  await store.store(second, () => []);
  expect(await store.platformNames(second)).toEqual(second.platform);
  expect((await store.view(first))?.messages.map(({ text }) => text)).toEqual(['', second.text]);
});

/** Units that something consumed over all tables. */
const consumed = async (act: () => Promise<unknown>) => {
  const before = region.capacity();
  await act();
  const after = region.capacity();
  return { read: after.read - before.read, write: after.write - before.write };
};

describe('what a conversation costs', () => {
  const h = () => {
    const shop = house({ store: openStore });
    shop.shop.hasOrder(anOrder());
    return shop;
  };
  const conversation = 'a conversation that is measured';
  const address = { tenant: tenant.id, conversation: ids.conversation('rest', account.id, conversation) };

  it('is the same for the fifth message and for the hundredth, and never more than was promised', async () => {
    const shop = h();
    const store = openStore(() => new Date());
    const asked = async (turn: number) => {
      const { write } = await consumed(async () => {
        const means = turn % 2 === 0 ? { intent: 'greeting_thanks' as const } : {};
        shop.says(`cadê meu pedido 1001, por favor? ${String(turn)}`, { conversation, means, order: '1001' });
        await shop.quiet();
      });
      // The keys of a new process are read once, and are no part of what a view costs.
      await store.view(address);
      const { read } = await consumed(async () => store.view(address));
      shop.pass(60);
      return { write, read };
    };
    const run = async (first: number, last: number) => {
      const costs = [];
      for (let turn = first; turn <= last; turn += 1) costs.push(await asked(turn));
      return costs;
    };
    const early = await run(1, 7);
    // Many messages that need no answer.
    for (let turn = 8; turn <= 93; turn += 1) {
      const at = shop.tools.clock();
      const message = aNewMessage({ ...address, at, acceptedAt: at, text: ' ' }, `m-${String(turn)}`);
      const { message: stored } = await store.store(message, () => []);
      await store.commit({ ...address, id: address.conversation, buyer: message.buyer }, [
        { change: 'message', message: stored.message, at, from: ['detected'], to: 'ignored' },
      ]);
      shop.pass(1);
    }
    const late = await run(94, 100);
    expect((await store.view(address))?.conversation.buyerTurn).toBe(100);
    expect(shop.sent()).toHaveLength(14);
    // The first message brings its conversation, its session and its buyer's key with it.
    expect(early[0]?.write).toBeLessThanOrEqual(34);
    expect(early.slice(1).map(({ write }) => write)).toEqual(late.slice(1).map(() => 28));
    expect(late.map(({ write }) => write)).toEqual(late.map(() => 28));
    // Twelve turns are there from the sixth message on.
    expect([...early.slice(5), ...late.slice(5)].map(({ read }) => read)).toEqual([4, 4, 4, 4]);
  });
});
