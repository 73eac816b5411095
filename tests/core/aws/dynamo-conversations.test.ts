/** Conversations over the DynamoDB stand-in keep the port's contract, as the memory store does. */
import { afterAll, beforeAll } from 'vitest';
import { dynamoConversations } from '../../../functions/core/aws/dynamo/conversation-store.ts';
import { dynamoInbox, dynamoOverdue } from '../../../functions/core/aws/dynamo/inbox.ts';
import { linesOfDay } from '../../../functions/core/aws/dynamo/usage-ledger.ts';
import { kmsSeal } from '../../../functions/core/aws/kms/seal.ts';
import { jittered } from '../../../functions/core/aws/stores.ts';
import { conversationsContract } from '../../contracts/conversations.ts';
import { tenant } from '../../fakes/builders.ts';
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
