/** The demo sellers that ship with the repository can be read, and a seed that is wrong says where. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { readSeeds } from '../../bin/local/seeds.ts';
import { filesBelow, root } from './files.ts';

const folder = mkdtempSync(join(tmpdir(), 'recado-seeds-'));
afterAll(() => rmSync(folder, { recursive: true }));

const tenant = { id: 'lunaecasa0', name: 'Luna', locale: 'zh-CN', timeZone: 'America/Sao_Paulo' };
const item = { account: 'luna-br', id: 'lamp-1', title: 'Lamp', price: '189.90', currency: 'BRL', stock: 1 };
const order = {
  account: 'luna-br',
  id: '1001',
  buyer: 'buyer-1',
  status: 'paid',
  placedAt: '2026-11-18T12:00:00Z',
  total: '189.90',
  currency: 'BRL',
  items: [{ item: 'lamp-1', quantity: 1 }],
};

/** The faults of a file with these seeds, without the file's own name. */
const faultsOf = (seeds: unknown): readonly string[] => {
  const file = join(folder, 'seeds.json');
  writeFileSync(file, JSON.stringify(seeds));
  const read = readSeeds([file]);
  return read.ok ? [] : read.faults.map((fault) => fault.replace(`${file}: `, ''));
};

describe('the seeds of the repository', () => {
  const files = filesBelow('bin/seeds').filter((path) => path.endsWith('.json'));

  it('are read, every file alone and all together', () => {
    expect(files.length).toBeGreaterThan(0);
    for (const some of [...files.map((file) => [file]), files])
      expect(readSeeds(some.map((file) => join(root, file)))).toMatchObject({ ok: true });
  });

  it('name only accounts, items and tenants that are there', () => {
    const read = readSeeds(files.map((file) => join(root, file)));
    if (!read.ok) throw new Error(read.faults.join('\n'));
    const { tenants, accounts, items, orders, articles, agents } = read.seeds;
    const ids = new Set(tenants.map(({ id }) => id));
    const names = new Set(accounts.map(({ account }) => account));
    const wares = new Set(items.map(({ account, id }) => `${account} ${id}`));
    expect([...accounts, ...articles, ...agents].filter((one) => !ids.has(one.tenant))).toEqual([]);
    expect([...items, ...orders].filter(({ account }) => !names.has(account))).toEqual([]);
    const lines = orders.flatMap(({ account, items: bought }) =>
      bought.map((line) => `${account} ${line.item}`),
    );
    expect(lines.filter((line) => !wares.has(line))).toEqual([]);
  });
});

describe('a seed', () => {
  it('is taken as it should be', () => {
    expect(faultsOf({ tenants: [tenant], items: [item], orders: [order] })).toEqual([]);
  });

  it('with a field that nobody knows is refused by its path', () => {
    expect(faultsOf({ tenants: [{ ...tenant, colour: 'red' }] })).toEqual([
      expect.stringMatching(/^tenants\.0: .*"colour"/),
    ]);
    const lines = [{ item: 'lamp-1', quantity: 1, gift: true }];
    expect(faultsOf({ orders: [{ ...order, items: lines }] })).toEqual([
      expect.stringMatching(/^orders\.0\.items\.0: .*"gift"/),
    ]);
    expect(faultsOf({ buyers: [] })).toEqual([expect.stringMatching(/"buyers"/)]);
  });

  it.each([189.9, '189,90', 'R$ 189.90', '1e3', ''])('with the price %j is refused', (price) => {
    expect(faultsOf({ items: [{ ...item, price }] })).toEqual([expect.stringMatching(/^items\.0\.price: /)]);
  });

  it.each(['18/11/2026', '2026-11-18 12:00', '2026-11-18T12:00:00', '2026-13-01', 1_763_467_200])(
    'with the time %j is refused',
    (placedAt) => {
      expect(faultsOf({ orders: [{ ...order, placedAt }] })).toEqual([
        expect.stringMatching(/^orders\.0\.placedAt: /),
      ]);
    },
  );

  it('with a tenant id of another shape is refused', () => {
    expect(faultsOf({ tenants: [{ ...tenant, id: 'Luna' }] })).toEqual([
      expect.stringMatching(/^tenants\.0\.id: /),
    ]);
  });

  it('tells every fault at once, of every file', () => {
    const read = readSeeds([join(folder, 'none.json'), join(root, 'package.json')]);
    const faults = read.ok ? [] : read.faults;
    expect(faults).toContainEqual(expect.stringContaining('none.json'));
    expect(faults).toContainEqual(expect.stringContaining('package.json'));
  });
});
