/** The books over the stand-ins of AWS: closed, signed and verified by the published script; tampering with a row is named. */
import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { DeleteCommand, PutCommand } from '@aws-sdk/lib-dynamodb';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { dynamoChain } from '../../../functions/core/aws/dynamo/usage-chain.ts';
import { dynamoCloses } from '../../../functions/core/aws/dynamo/usage-closes.ts';
import { dynamoLedger } from '../../../functions/core/aws/dynamo/usage-ledger.ts';
import { dynamoAllowance, dynamoLimits } from '../../../functions/core/aws/dynamo/usage-limits.ts';
import { usageItems, usageKey } from '../../../functions/core/aws/dynamo/usage-rows.ts';
import { dynamoTotals } from '../../../functions/core/aws/dynamo/usage-totals.ts';
import { parquetArchive, sha256 } from '../../../functions/core/aws/s3/archive.ts';
import type { UsageLine } from '../../../functions/core/domain/usage.ts';
import { closeHoursOf } from '../../../functions/core/flows/close-hour.ts';
import { closeMonth } from '../../../functions/core/flows/close-month.ts';
import { watchLimits } from '../../../functions/core/flows/limits.ts';
import { reconcileMonth } from '../../../functions/core/flows/reconcile.ts';
import { faultText } from '../../../functions/core/flows/reconcile-books.ts';
import { makeTotals, totalsOfMonth } from '../../../functions/core/flows/totals.ts';
import { conversationId } from '../../../functions/core/domain/ids.ts';
import {
  ledgerWitness,
  memoryLedger,
  memoryObjects,
  signerOf,
} from '../../../bin/prove/metering/memory-books.ts';
import { tenantOf } from '../../../bin/prove/metering/ledger-histories.ts';
import { localRegion, type LocalRegion } from './local-region.ts';

let region: LocalRegion;
beforeAll(async () => {
  region = await localRegion();
});
afterAll(async () => region.close());

const lineOn = (tenant: UsageLine['tenant'], source: string, acceptedAt: string): UsageLine => ({
  tenant,
  region: 'sa-east-1',
  unit: 'message',
  source,
  quantity: 1,
  channel: 'rest',
  market: 'BR',
  language: 'pt',
  intent: null,
  mode: 'automatic',
  module: 'conversation',
  conversation: conversationId('a'.repeat(26)),
  occurredAt: new Date(acceptedAt),
  acceptedAt: new Date(acceptedAt),
  detail: { tier: 1 },
});

/** Books of a tenant of its own, with three messages: one of them written the day after it was accepted. */
const books = async (id: string) => {
  const tenant = tenantOf(id, 'America/Sao_Paulo');
  let now = new Date('2026-12-04T06:00:00Z');
  const { dynamo } = region;
  const objects = memoryObjects();
  const logged: string[] = [];
  const deps = {
    clock: () => now,
    digest: sha256,
    ledger: dynamoLedger(dynamo, 'usage'),
    witness: ledgerWitness(memoryLedger()),
    chain: dynamoChain(dynamo, 'usage'),
    archive: parquetArchive(objects),
    totals: dynamoTotals(dynamo, 'usage'),
    closes: dynamoCloses(dynamo, 'usage', objects),
    signer: signerOf(),
    limits: dynamoLimits(dynamo, { tenants: 'tenants', usage: 'usage' }),
    region: 'sa-east-1' as const,
    tenants: { tenants: async () => [tenant] },
    signMonth: async () => 'stood' as const,
    log: (name: string) => logged.push(name),
    count: () => undefined,
  };
  const put = async (line: UsageLine, bookedAt: string) => {
    for (const Item of usageItems(line, new Date(bookedAt)))
      await dynamo.send(new PutCommand({ TableName: 'usage', Item }));
  };
  await put(lineOn(tenant.id, 'm-1', '2026-11-10T10:00:00Z'), '2026-11-10T10:00:01Z');
  await put(lineOn(tenant.id, 'm-2', '2026-11-10T10:30:00Z'), '2026-11-10T10:30:01Z');
  await put(lineOn(tenant.id, 'm-3', '2026-11-10T11:00:00Z'), '2026-11-11T09:00:00Z');
  return {
    tenant,
    deps,
    objects,
    logged,
    at: (moment: string) => {
      now = new Date(moment);
    },
  };
};

it('closes the month with a signature that the published script accepts, and refuses once a file was touched', async () => {
  const { tenant, deps, objects } = await books('closed0001');
  await closeHoursOf(deps, tenant);
  await makeTotals(deps, tenant, new Date('2026-11-09T00:00:00Z'));
  const closed = await closeMonth(deps, tenant, '2026-11');
  expect(closed.ok && [closed.value.close.kind, closed.value.close.totals]).toEqual([
    'final',
    { message: 3 },
  ]);
  const again = await closeMonth(deps, tenant, '2026-11');
  expect(again.ok && again.value.stood).toBe(true);

  const folder = mkdtempSync(join(tmpdir(), 'recado-close-'));
  for (const [key, bytes] of objects.files) {
    mkdirSync(dirname(join(folder, key)), { recursive: true });
    writeFileSync(join(folder, key), bytes);
  }
  const file = [...objects.files.keys()].find((key) => key.startsWith('closes/')) ?? '';
  const lines = [...objects.files.keys()].find((key) => key.startsWith('lines/')) ?? '';
  const verify = () =>
    spawnSync(process.execPath, ['bin/verify-month.ts', join(folder, file), folder], { encoding: 'utf8' });
  expect(verify().stdout).toContain('"faults":[]');
  writeFileSync(join(folder, lines), 'touched');
  expect(verify().stdout).toContain('its bytes are not those that were closed');
  rmSync(folder, { recursive: true });
});

it('names a row that is gone, one that is no line any more, and one whose late booking leads nowhere', async () => {
  const { tenant, deps } = await books('tampered01');
  await closeHoursOf(deps, tenant);
  const rowOf = (source: string, at: string) => usageKey(lineOn(tenant.id, source, at));
  const { dynamo } = region;
  await dynamo.send(
    new DeleteCommand({ TableName: 'usage', Key: { ...rowOf('m-1', '2026-11-10T10:00:00Z') } }),
  );
  await dynamo.send(
    new PutCommand({ TableName: 'usage', Item: { ...rowOf('m-2', '2026-11-10T10:30:00Z'), note: 'x' } }),
  );
  await dynamo.send(
    new DeleteCommand({ TableName: 'usage', Key: { ...rowOf('m-3', '2026-11-10T11:00:00Z') } }),
  );
  const { faults } = await reconcileMonth(deps, tenant, '2026-11');
  expect(
    faults
      .map(faultText)
      .map((text) => text.split(' at ')[0] ?? '')
      .toSorted(),
  ).toEqual(['altered message#m-2', 'missing message#m-1', 'missing message#m-3']);
});

it('moves the chain by one of two runs, and makes a day of totals again without a remnant', async () => {
  const { tenant, deps } = await books('twice00001');
  const both = await Promise.all([closeHoursOf(deps, tenant), closeHoursOf(deps, tenant)]);
  // Who met the other stops, and the next run goes on.
  const next = await closeHoursOf(deps, tenant);
  expect([...both, next].reduce((sum, { hours }) => sum + hours, 0)).toBe(2);
  expect((await reconcileMonth(deps, tenant, '2026-11')).faults).toEqual([]);
  await makeTotals(deps, tenant, new Date('2026-11-10T00:00:00Z'));
  await makeTotals(deps, tenant, new Date('2026-11-10T00:00:00Z'));
  const totals = await totalsOfMonth(deps, tenant, '2026-11', ['unit']);
  expect(totals.map(({ unit, quantity, lines }) => [unit, quantity, lines])).toEqual([['message', 3, 3]]);
});

it('stops the models of a tenant over its hard limit, tells it once, and lets them go on when it is raised', async () => {
  const { tenant, deps, logged, at } = await books('limited001');
  at('2026-11-20T12:00:00Z');
  await makeTotals(deps, tenant, new Date('2026-11-10T00:00:00Z'));
  const stopped = async () => dynamoAllowance(region.dynamo, 'usage', deps.clock).stopped(tenant.id);
  await deps.limits.set(tenant.id, [{ of: 'message', soft: 2, hard: 4 }]);
  expect((await watchLimits(deps, tenant)).reached).toEqual([
    { of: 'message', kind: 'soft', used: 3, limit: 2 },
  ]);
  expect(await stopped()).toBe(false);
  await deps.limits.set(tenant.id, [{ of: 'message', soft: 2, hard: 3 }]);
  await watchLimits(deps, tenant);
  await watchLimits(deps, tenant);
  expect(await stopped()).toBe(true);
  expect(logged.filter((name) => name === 'limit-reached')).toHaveLength(2);
  await deps.limits.set(tenant.id, [{ of: 'message', soft: null, hard: 9 }]);
  await watchLimits(deps, tenant);
  expect(await stopped()).toBe(false);
});
