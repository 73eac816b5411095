/** The seal: what one buyer wrote opens for that buyer of that seller alone, unchanged, and is gone with its key. */
import { DeleteCommand, GetCommand, PutCommand } from '@aws-sdk/lib-dynamodb';
import * as fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { kmsSeal } from '../../../functions/core/aws/kms/seal.ts';
import type { BuyerId } from '../../../functions/core/domain/ids.ts';
import { account, tenant } from '../../fakes/builders.ts';
import { otherTenant } from '../../fakes/sellers.ts';
import { fakeTools, ids } from '../../fakes/tools.ts';
import { anyText } from '../../fakes/texts.ts';
import { localRegion, type LocalRegion } from './local-region.ts';

let region: LocalRegion;
beforeAll(async () => {
  region = await localRegion();
});
afterAll(async () => region.close());

/** A process of its own: nothing is remembered of another. */
const process = () => {
  const { tools, pass } = fakeTools();
  const { dynamo, keys, key } = region;
  return { seal: kmsSeal({ dynamo, keys, table: 'keys', key, clock: tools.clock }), pass };
};
const buyer = (name: string): BuyerId => ids.buyer('rest', account.id, name);
const rowOf = (name: string) => ({ pk: `${tenant.id}#${buyer(name)}`, sk: 'BUYER-KEY' });

describe('a text', () => {
  it('opens in another process as it was, however long and whatever it says', async () => {
    const writer = process().seal;
    const reader = process().seal;
    await fc.assert(
      fc.asyncProperty(anyText(1500), async (text) => {
        const plain = text.toWellFormed();
        const sealed = await writer.seal(tenant.id, buyer('any'), plain);
        expect(await reader.open(tenant.id, buyer('any'), sealed)).toBe(plain);
      }),
      { seed: 20_261_120, numRuns: 50 },
    );
  });

  it('of the longest message that a channel takes fits into a row', async () => {
    const { seal } = process();
    const long = 'cadê meu pedido? '.repeat(15_000);
    const sealed = await seal.seal(tenant.id, buyer('long'), long);
    expect(sealed.length).toBeLessThan(300_000);
    expect(await seal.open(tenant.id, buyer('long'), sealed)).toBe(long);
  });

  it('is never sealed the same way twice, and shows nothing of itself', async () => {
    const { seal } = process();
    const one = await seal.seal(tenant.id, buyer('twice'), 'cadê');
    const other = await seal.seal(tenant.id, buyer('twice'), 'cadê');
    expect(one).not.toBe(other);
    expect(Buffer.from(one, 'base64url').toString()).not.toContain('cadê');
  });

  it('does not open once a single character of it was changed', async () => {
    const { seal } = process();
    const sealed = await seal.seal(tenant.id, buyer('tamper'), 'cadê meu pedido?');
    const opened = await Promise.all(
      Array.from(sealed, async (letter, index) => {
        const changed = sealed.slice(0, index) + (letter === 'A' ? 'B' : 'A') + sealed.slice(index + 1);
        return seal.open(tenant.id, buyer('tamper'), changed).catch(() => 'refused');
      }),
    );
    // The last character of a part may hold bits that no byte has: the bytes are then the same, and so is the text.
    const others = opened.filter(
      (text) => text !== null && text !== 'refused' && text !== 'cadê meu pedido?',
    );
    expect(others).toEqual([]);
    expect(opened.filter((text) => text === 'cadê meu pedido?').length).toBeLessThanOrEqual(3);
  });

  it.each(['', 'plain', '3.a.b.c.d', '1..', 'cadê meu pedido?'])(
    'that never was sealed is refused: %s',
    async (text) => {
      const { seal } = process();
      await seal.seal(tenant.id, buyer('none'), 'x');
      await expect(seal.open(tenant.id, buyer('none'), text)).rejects.toThrow('unknown form');
    },
  );
});

describe('nobody else', () => {
  it('of the same seller opens a buyer’s text', async () => {
    const { seal } = process();
    const sealed = await seal.seal(tenant.id, buyer('ana'), 'meu endereço');
    await seal.seal(tenant.id, buyer('bia'), 'x');
    expect(await seal.open(tenant.id, buyer('bia'), sealed)).toBeNull();
    expect(await seal.open(tenant.id, buyer('nobody'), sealed)).toBeNull();
  });

  it('opens it with the buyer’s own key under another name', async () => {
    const { seal } = process();
    const sealed = await seal.seal(tenant.id, buyer('carla'), 'meu endereço');
    // The wrapped key is copied to another buyer's row: it is bound to its own.
    const { Item } = await region.dynamo.send(new GetCommand({ TableName: 'keys', Key: rowOf('carla') }));
    await region.dynamo.send(new PutCommand({ TableName: 'keys', Item: { ...Item, ...rowOf('dora') } }));
    await expect(process().seal.open(tenant.id, buyer('dora'), sealed)).rejects.toThrow('authenticate');
  });

  it('of another seller opens it', async () => {
    const { seal } = process();
    const sealed = await seal.seal(tenant.id, buyer('elsa'), 'meu endereço');
    await seal.seal(otherTenant.id, buyer('elsa'), 'x');
    expect(await seal.open(otherTenant.id, buyer('elsa'), sealed)).toBeNull();
  });
});

describe('an erased key', () => {
  it('takes every text with it, at the latest when no process remembers it any more', async () => {
    const { seal, pass } = process();
    const sealed = await seal.seal(tenant.id, buyer('fim'), 'meu endereço');
    await region.dynamo.send(new DeleteCommand({ TableName: 'keys', Key: rowOf('fim') }));
    expect(await process().seal.open(tenant.id, buyer('fim'), sealed)).toBeNull();
    pass(5 * 60);
    expect(await seal.open(tenant.id, buyer('fim'), sealed)).toBeNull();
  });

  it('leaves the old texts gone when the buyer comes back', async () => {
    const sealed = await process().seal.seal(tenant.id, buyer('volta'), 'velho');
    await region.dynamo.send(new DeleteCommand({ TableName: 'keys', Key: rowOf('volta') }));
    const { seal } = process();
    const fresh = await seal.seal(tenant.id, buyer('volta'), 'novo');
    expect(await seal.open(tenant.id, buyer('volta'), sealed)).toBeNull();
    expect(await seal.open(tenant.id, buyer('volta'), fresh)).toBe('novo');
  });
});

it('makes one key when two processes meet a new seller’s new buyer at the same moment', async () => {
  const name = { ...otherTenant, id: otherTenant.id };
  const writers = Array.from({ length: 6 }, process);
  const sealed = await Promise.all(
    writers.map(async ({ seal }, index) => seal.seal(name.id, buyer('both'), String(index))),
  );
  const { seal } = process();
  expect(await Promise.all(sealed.map(async (text) => seal.open(name.id, buyer('both'), text)))).toEqual([
    '0',
    '1',
    '2',
    '3',
    '4',
    '5',
  ]);
});

it('asks once for the key of the many texts of one view', async () => {
  const writer = process().seal;
  const sealed = await Promise.all(
    Array.from({ length: 12 }, async (_, index) => writer.seal(tenant.id, buyer('many'), String(index))),
  );
  const before = { asked: region.asked().length, read: region.capacity().read };
  const reader = process().seal;
  await Promise.all(sealed.map(async (text) => reader.open(tenant.id, buyer('many'), text)));
  expect([region.asked().length - before.asked, region.capacity().read - before.read]).toEqual([1, 2]);
});

it('asks KMS once in five minutes for all buyers of a seller', async () => {
  const { seal, pass } = process();
  const before = region.asked().length;
  for (const name of ['um', 'dois', 'três']) await seal.seal(tenant.id, buyer(name), 'x');
  expect(region.asked().length - before).toBe(1);
  pass(5 * 60);
  await seal.seal(tenant.id, buyer('um'), 'x');
  expect(region.asked().length - before).toBe(2);
});
