/** Settling over the DynamoDB stand-in: found when it is due, judged once, taken back; and the ledger's witness beside it. */
import { afterAll, beforeAll, expect, it } from 'vitest';
import { dynamoConversations } from '../../../functions/core/aws/dynamo/conversation-store.ts';
import { dynamoInbox, dynamoOverdue } from '../../../functions/core/aws/dynamo/inbox.ts';
import { dynamoSettling } from '../../../functions/core/aws/dynamo/settling.ts';
import { dynamoLedger } from '../../../functions/core/aws/dynamo/usage-ledger.ts';
import { dynamoWitness } from '../../../functions/core/aws/dynamo/usage-witness.ts';
import { kmsSeal } from '../../../functions/core/aws/kms/seal.ts';
import { jittered } from '../../../functions/core/aws/stores.ts';
import { daysBetween, lineName } from '../../../functions/core/domain/usage.ts';
import { settleResolutions } from '../../../functions/core/flows/settle-resolutions.ts';
import { tenant } from '../../fakes/builders.ts';
import { house, type Said } from '../../fakes/house.ts';
import { anOrder } from '../../fakes/shop-records.ts';
import { localRegion, type LocalRegion } from './local-region.ts';

let region: LocalRegion;
beforeAll(async () => {
  region = await localRegion();
});
afterAll(async () => region.close());

const openStore = (clock: () => Date) => {
  const { dynamo, keys, key } = region;
  return {
    ...dynamoConversations({
      dynamo,
      tables: { conversations: 'conversations', usage: 'usage' },
      seal: kmsSeal({ dynamo, keys, table: 'keys', key, clock }),
      clock,
      pause: jittered(Math.random),
      count: () => undefined,
    }),
    ...dynamoInbox(dynamo, 'conversations'),
    ...dynamoOverdue(dynamo, 'conversations'),
  };
};

const hour = 3600;
const day = 24 * hour;
const where: Said = { order: '1001', means: { intent: 'order_status', sentiment: 'neutral' } };

it('judges a silence once, takes it back when the buyer returns, and everything it billed has its witness', async () => {
  const h = house({ store: openStore });
  h.shop.hasOrder(anOrder());
  const { dynamo } = region;
  const settling = dynamoSettling(dynamo, 'conversations');
  const settle = settleResolutions({
    ...h.tools,
    region: 'sa-east-1',
    conversations: openStore(h.tools.clock),
    settling,
  });
  const began = h.tools.clock();
  const lines = async () => {
    const ledger = dynamoLedger(dynamo, 'usage');
    const days = await Promise.all(
      daysBetween(began, h.tools.clock()).map(async (on) => ledger.day(tenant.id, on)),
    );
    return days.flat().flatMap(({ line }) => line ?? []);
  };
  const resolutions = async () =>
    (await lines())
      .filter(({ unit }) => unit === 'verified_resolution')
      .map(
        ({ quantity, reverses }) =>
          `${String(quantity)} ${reverses === undefined ? 'settled' : 'taken back'}`,
      )
      .toSorted((one, other) => (one < other ? -1 : 1));

  h.says('cadê meu pedido 1001?', where);
  await h.quiet();
  h.pass(2 * day);
  h.says('e o prazo do pedido 1001?', where);
  await h.quiet();
  const witness = dynamoWitness(dynamo, 'conversations', h.tools.clock);
  expect(await witness.active(tenant.id)).toHaveLength(1);
  // Due by the first message; the last one was a day ago.
  h.pass(day + hour);
  expect(await settling.due(h.tools.clock(), 10)).toHaveLength(1);
  await settle();
  expect(await settling.due(h.tools.clock(), 10)).toEqual([]);
  expect(await resolutions()).toEqual([]);
  h.pass(2 * day);
  await settle();
  await settle();
  expect(await resolutions()).toEqual(['1 settled']);
  h.says('cadê meu pedido 1001? ainda nada', where);
  await h.quiet();
  h.pass(2 * hour);
  await settle();
  expect(await resolutions()).toEqual(['-1 taken back', '1 settled']);

  const [conversation] = await witness.active(tenant.id);
  if (conversation === undefined) throw new Error('the conversation is not listed');
  const facts = await witness.facts(tenant.id, conversation);
  const billed = (await lines()).filter(({ unit }) => unit !== 'verified_resolution');
  expect(facts.map(lineName).toSorted((one, other) => (one < other ? -1 : 1))).toEqual(
    billed.map(lineName).toSorted((one, other) => (one < other ? -1 : 1)),
  );
});
