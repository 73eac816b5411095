/** A desk as it was written, notices of a place, audit rows, translations and who answered whom, in DynamoDB. */
import { afterAll, beforeAll, expect, it } from 'vitest';
import { auditOfDay, dynamoAudit } from '../../../functions/core/aws/dynamo/audit.ts';
import { dynamoBuyerAgents } from '../../../functions/core/aws/dynamo/buyer-agents.ts';
import { deskWriter, dynamoDesk } from '../../../functions/core/aws/dynamo/desk-rows.ts';
import { dynamoNoticeBook } from '../../../functions/core/aws/dynamo/notice-book.ts';
import { dynamoTranslationCache } from '../../../functions/core/aws/dynamo/translation-cache.ts';
import { kmsSeal } from '../../../functions/core/aws/kms/seal.ts';
import type { DeskDirectory } from '../../../functions/core/flows/desk-settings.ts';
import type { NoticeBook } from '../../../functions/core/flows/notify.ts';
import { defaultCalendar } from '../../../functions/core/people/calendar/default-calendar.ts';
import { account, tenant } from '../../fakes/builders.ts';
import { aSeat } from '../../fakes/desk.ts';
import { plainConversation } from '../../fakes/house.ts';
import { otherTenant } from '../../fakes/sellers.ts';
import { fakeTools, ids } from '../../fakes/tools.ts';
import { localRegion, type LocalRegion } from './local-region.ts';

let region: LocalRegion;
beforeAll(async () => {
  region = await localRegion();
});
afterAll(async () => region.close());

const buyer = ids.buyer('rest', account.id, 'buyer-1');

it('a desk is read as it was written, and another seller’s stays apart', async () => {
  const { tools, pass } = fakeTools();
  const parts = { dynamo: region.dynamo, table: 'tenants', clock: tools.clock };
  const directory: DeskDirectory = dynamoDesk(parts);
  const calendar = { ...defaultCalendar(tenant), days: [{ day: '2026-12-24', opens: 'closed' as const }] };
  const transfer = { countries: ['CN'], mechanism: 'clauses', date: '2026-01-01', signer: 'Ana' };
  const promise = { plan: '*', level: 'senior', answerMinutes: 30, remindMinutes: 10, raiseMinutes: 20 };
  const term = { term: 'Luna & Casa', in: { zh: '月宅' } };
  const write = deskWriter(parts);
  const seat = {
    ...aSeat('李 #1'),
    notices: [{ by: 'feishu' as const, to: 'https://open.feishu.cn/robot' }],
  };
  await write.seat(tenant.id, seat);
  await write.calendar(tenant.id, calendar);
  await write.transfer(tenant.id, transfer);
  await write.promise(tenant.id, promise);
  await write.term(tenant.id, term);
  pass(60);
  expect(await directory.desk(tenant.id)).toEqual({
    seats: [seat],
    groups: [],
    calendar,
    promises: [promise],
    transfer,
    glossary: [term],
    settings: null,
  });
  expect((await directory.desk(otherTenant.id)).seats).toEqual([]);
  await expect(write.promise(tenant.id, { ...promise, answerMinutes: 0 })).rejects.toThrow(/answerMinutes/);
});

it('a page of notices is kept by one writer at a time', async () => {
  const book: NoticeBook = dynamoNoticeBook(region.dynamo, 'tenants');
  const at = new Date('2026-11-20T12:00:00.000Z');
  const notice = {
    kind: 'assigned',
    conversation: plainConversation.conversation,
    channel: 'rest',
    market: 'BR',
    because: 'human_requested',
    intent: null,
    sentiment: 'angry',
    language: 'pt',
    promisedBy: at,
    at,
  } as const;
  const page = { version: 1, sentAt: [at], pending: [{ key: 'a', notice }], told: ['b'] };
  expect(await book.page(tenant.id, 'mail:a@example.com')).toEqual({
    version: 0,
    sentAt: [],
    pending: [],
    told: [],
  });
  expect(await book.keep(tenant.id, 'mail:a@example.com', page)).toBe('done');
  expect(await book.keep(tenant.id, 'mail:a@example.com', page)).toBe('stale');
  expect(await book.page(tenant.id, 'mail:a@example.com')).toEqual(page);
});

it('an audit row stands once and is read back by its day', async () => {
  const log = dynamoAudit(region.dynamo, 'tenants');
  const entry = {
    tenant: tenant.id,
    at: new Date('2026-11-20T12:00:00.000Z'),
    action: 'answered',
    who: 'Lin',
    country: 'CN',
    subject: plainConversation.conversation,
    detail: { characters: 20 },
  } as const;
  await log.record(entry);
  await log.record({ ...entry, who: 'somebody else' });
  expect(await auditOfDay(region.dynamo, 'tenants', tenant.id, '2026-11-20')).toEqual([entry]);
});

it('a translation opens for its buyer alone, and a returning buyer’s agent is known', async () => {
  const { tools } = fakeTools();
  const seal = kmsSeal({
    dynamo: region.dynamo,
    keys: region.keys,
    table: 'keys',
    key: region.key,
    clock: tools.clock,
  });
  const cache = dynamoTranslationCache(region.dynamo, 'conversations', seal, tools.clock);
  const where = { ...plainConversation, buyer };
  expect(await cache.find(where, 'hash')).toBeNull();
  await cache.keep(where, 'hash', 'Seu pedido 1001');
  expect(await cache.find(where, 'hash')).toBe('Seu pedido 1001');
  const agents = dynamoBuyerAgents(region.dynamo, 'conversations', tools.clock);
  expect(await agents.previous(tenant.id, buyer)).toBeNull();
  await agents.remember(tenant.id, buyer, 'Lin');
  expect(await agents.previous(tenant.id, buyer)).toBe('Lin');
});
