/** What is done with buyers' orders on the local machine: under the cap, above it, and when the shop's answer is lost. */
import { execFile } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, expect, it } from 'vitest';
import * as z from 'zod';
import { synthesize } from '../../../bin/local/synthesize.ts';
import { startLocal } from '../../../bin/prove/local-machine.ts';

const root = join(import.meta.dirname, '..', '..', '..');
const folder = mkdtempSync(join(tmpdir(), 'recado-actions-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));
const data = join(folder, 'data');

const demo = z.looseObject({ orders: z.array(z.unknown()) });
const inbox = z.array(
  z.object({ kind: z.string(), id: z.string(), state: z.string(), text: z.nullable(z.string()) }),
);

const anOrder = (id: string, total: string) => ({
  account: 'luna-br',
  id,
  buyer: 'buyer-7',
  status: 'paid',
  placedAt: '2026-11-19T13:20:00Z',
  total,
  currency: 'BRL',
  items: [{ item: 'lamp-1', quantity: 1 }],
  payment: { method: 'pix', status: 'approved' },
  shipments: [],
});

/** What the command prints, as JSON. */
const run = async (name: string, ...given: readonly string[]): Promise<unknown> => {
  const file = join(root, 'bin', `${name}.ts`);
  const { stdout } = await promisify(execFile)(process.execPath, [file, '--data', data, ...given], {
    cwd: root,
  });
  return JSON.parse(stdout);
};

it(
  'cancels under the cap, asks a person above it, and tells only what the order shows',
  { timeout: 180_000 },
  async () => {
    const made = join(root, 'cdk.out');
    const assembly = existsSync(join(made, 'manifest.json')) ? made : join(folder, 'assembly');
    if (assembly !== made) await synthesize(root, assembly, 'demo');
    const seeds = join(folder, 'seeds.json');
    const seeded = demo.parse(JSON.parse(readFileSync(join(root, 'bin', 'seeds', 'demo.json'), 'utf8')));
    const orders = [anOrder('7001', '120.00'), anOrder('7002', '900.00'), anOrder('7003', '80.00')];
    writeFileSync(seeds, JSON.stringify({ ...seeded, orders: [...seeded.orders, ...orders] }));
    const machine = await startLocal({ data, assembly, seeds: [seeds] });
    try {
      await run('tenant', '--tenant', 'lunaecasa0', '--actions', 'cancel=BRL:500');
      const wants = async (order: string) => {
        const text = `Quero cancelar o pedido ${order}, por favor`;
        const conversation = `conversation-${order}`;
        return machine.write('rest/messages', { account: 'luna-br', conversation, buyer: 'buyer-7', text });
      };
      expect((await machine.replied(await wants('7001'))).text).toMatch(/cancela/i);
      // The shop cancels, and its answer never comes: the order tells.
      await machine.platformFault({ operation: 'actions', status: 500, afterEffect: true, times: 1 });
      expect((await machine.replied(await wants('7003'), 60)).text).not.toMatch(/equipe/);
      expect((await machine.replied(await wants('7002'))).text).toMatch(/equipe/);

      const waiting = inbox.parse(await run('inbox', '--json')).filter(({ kind }) => kind === 'action');
      expect(waiting).toEqual([
        expect.objectContaining({ state: 'waiting-for-approval', text: 'cancel 7002 900.00 BRL' }),
      ]);
      const [first] = waiting;
      expect(await run('approve', '--action', first?.id ?? '')).toMatchObject({ ok: true, action: 'done' });
      const told = await machine.until(30, 'the word that it is done', async () => {
        const to = (await machine.sent()).filter(({ conversation }) => conversation === 'conversation-7002');
        return to.find(({ text }) => !/equipe/.test(text)) ?? null;
      });
      expect(told.text).toMatch(/cancela/i);
      expect(inbox.parse(await run('inbox', '--json')).filter(({ kind }) => kind === 'action')).toEqual([]);

      // What the shop wrote down: each order cancelled once, under a key of its own.
      const effects = readFileSync(join(data, 'sandbox', 'rest.jsonl'), 'utf8')
        .split('\n')
        .filter((line) => line.includes('"kind":"action"'));
      expect(effects).toHaveLength(3);
    } finally {
      await machine.stop();
    }
  },
);
