/** Sellers, the emergency stop, channel access and registrations in DynamoDB, as workers and operators use them. */
import { PutCommand } from '@aws-sdk/lib-dynamodb';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  dynamoAccess,
  dynamoRegistrations,
  putRegistration,
} from '../../../functions/core/aws/dynamo/access.ts';
import { putAccess, type AccessParts } from '../../../functions/core/aws/dynamo/access-rows.ts';
import { dynamoPause, dynamoTenants, tenantWriter } from '../../../functions/core/aws/dynamo/tenants.ts';
import { accountId, registrationId, tenantId } from '../../../functions/core/domain/ids.ts';
import { timing } from '../../../functions/core/policy/timing.ts';
import { account, tenant } from '../../fakes/builders.ts';
import { otherAccount, otherTenant } from '../../fakes/sellers.ts';
import { fakeTools } from '../../fakes/tools.ts';
import { localRegion, type LocalRegion } from './local-region.ts';

let region: LocalRegion;
beforeAll(async () => {
  region = await localRegion();
  const write = tenantWriter({ ...tables('tenants'), clock: () => new Date() });
  for (const one of [tenant, otherTenant]) await write.tenant(one);
  for (const one of [account, otherAccount]) await write.account(one);
});
afterAll(async () => region.close());

const tables = (table: string) => ({ dynamo: region.dynamo, table });
const access = (table: 'access' | 'registrations', clock: () => Date) => ({
  ...tables(table),
  keys: region.keys,
  key: region.key,
  clock,
});

describe('the directory', () => {
  it('knows sellers and their accounts, whatever a platform calls these', async () => {
    const { tools } = fakeTools();
    const directory = dynamoTenants({ ...tables('tenants'), clock: tools.clock });
    expect(await directory.tenant(tenant.id)).toEqual(tenant);
    expect(await directory.account('rest', account.id)).toEqual(account);
    expect((await directory.tenants()).map(({ id }) => id).toSorted()).toEqual([tenant.id, otherTenant.id]);
    const odd = { ...account, id: accountId('a#ACCOUNT/..%23 ü') };
    await tenantWriter({ ...tables('tenants'), clock: tools.clock }).account(odd);
    expect(await directory.account('rest', odd.id)).toEqual(odd);
    expect(await directory.account('rest', accountId('nobody'))).toBeNull();
  });

  it('keeps a seller’s own tone, whole or as an older row has it', async () => {
    const { tools } = fakeTools();
    const parts = { ...tables('tenants'), clock: tools.clock };
    const toned = {
      ...tenant,
      id: tenantId('contono000'),
      tone: { emoji: 'none', forbidden: ['barato'] },
    } as const;
    await tenantWriter(parts).tenant(toned);
    expect(await dynamoTenants(parts).tenant(toned.id)).toEqual(toned);
    expect(await dynamoTenants(parts).tenant(otherTenant.id)).not.toHaveProperty('tone');
    await region.dynamo.send(
      new PutCommand({
        TableName: parts.table,
        Item: { pk: toned.id, sk: 'SETTINGS', ...toned, tone: {} },
      }),
    );
    expect((await dynamoTenants(parts).tenant(toned.id))?.tone).toEqual({ emoji: 'as-usual', forbidden: [] });
  });

  it('believes a change of settings within seconds', async () => {
    const { tools, pass } = fakeTools();
    const parts = { ...tables('tenants'), clock: tools.clock };
    const directory = dynamoTenants(parts);
    await directory.tenant(tenant.id);
    await tenantWriter(parts).tenant({ ...tenant, name: 'Lua' });
    expect((await directory.tenant(tenant.id))?.name).toBe(tenant.name);
    pass(10);
    expect((await directory.tenant(tenant.id))?.name).toBe('Lua');
  });
});

describe('the emergency stop', () => {
  it('holds for all, for one seller, or for one channel of a seller', async () => {
    const { tools, pass } = fakeTools();
    const parts = { ...tables('tenants'), clock: tools.clock };
    const write = tenantWriter(parts);
    const pause = dynamoPause(parts, timing.pauseSeconds);
    const stopped = async () => {
      pass(timing.pauseSeconds);
      return [await pause.paused(tenant.id, 'rest'), await pause.paused(otherTenant.id, 'rest')];
    };
    const now = tools.clock();
    expect(await stopped()).toEqual([false, false]);
    await write.pause(tenant.id, 'rest', now);
    expect(await stopped()).toEqual([true, false]);
    await write.resume(tenant.id, 'rest');
    await write.pause(tenant.id, null, now);
    expect(await stopped()).toEqual([true, false]);
    await write.pause(null, null, now);
    expect(await stopped()).toEqual([true, true]);
    await write.resume(null, null);
    await write.resume(tenant.id, null);
    expect(await stopped()).toEqual([false, false]);
  });

  it('is known within five seconds', async () => {
    const { tools, pass } = fakeTools();
    const parts = { ...tables('tenants'), clock: tools.clock };
    const pause = dynamoPause(parts, timing.pauseSeconds);
    await pause.paused(tenant.id, 'rest');
    await tenantWriter(parts).pause(null, null, tools.clock());
    pass(4.9);
    expect(await pause.paused(tenant.id, 'rest')).toBe(true);
    await tenantWriter(parts).resume(null, null);
  });
});

/** Of a shop: nothing of it is ever renewed. */
const accessOf = (parts: AccessParts, addresses: { readonly rest?: string } = {}) =>
  dynamoAccess(parts, {
    addresses,
    requests: { ask: async () => expect.unreachable('a shop has no token') },
    wait: async () => undefined,
  });

describe('channel access', () => {
  it('opens the secrets of an account for the address that its shop told', async () => {
    const { tools } = fakeTools();
    const parts = access('access', tools.clock);
    await putAccess(parts, account, { secrets: ['new', 'old'] });
    expect(await accessOf(parts).access('rest', account)).toEqual({
      account: account.id,
      address: 'https://shop.example',
      secrets: ['new', 'old'],
      token: null,
      platformUser: null,
      applicationId: null,
    });
    expect(await accessOf(parts).access('rest', otherAccount)).toBeNull();
  });

  it('is pointed at a sandbox, but for a shop that polls', async () => {
    const { tools } = fakeTools();
    const parts = access('access', tools.clock);
    const directory = accessOf(parts, { rest: 'http://127.0.0.1:1' });
    expect((await directory.access('rest', account))?.address).toBe('http://127.0.0.1:1');
    expect((await directory.access('rest', { ...account, address: null }))?.address).toBe('');
  });

  it('takes a new secret within the minute, however busy the shop is', async () => {
    const { tools, pass } = fakeTools();
    const parts = access('access', tools.clock);
    const directory = accessOf(parts);
    await putAccess(parts, account, { secrets: ['one'] });
    await directory.access('rest', account);
    await putAccess(parts, account, { secrets: ['two'] });
    pass(30);
    expect((await directory.access('rest', account))?.secrets).toEqual(['one']);
    pass(30);
    expect((await directory.access('rest', account))?.secrets).toEqual(['two']);
  });
});

it('keeps a registration’s secrets sealed, bound to their own row', async () => {
  const { tools } = fakeTools();
  const parts = access('registrations', tools.clock);
  const registration = {
    channel: 'rest',
    id: registrationId('luna-br'),
    account: account.id,
    secrets: ['whsec_secret'],
  } as const;
  await putRegistration(parts, registration);
  const directory = dynamoRegistrations(parts);
  expect(await directory.registration('rest', registration.id)).toEqual(registration);
  expect(await directory.registration('rest', registrationId('nobody'))).toBeNull();
});
