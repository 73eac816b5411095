/** What buyers ask to have done with their orders: done once where the seller permits it, left to a person where not. */
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Intent } from '../../../functions/core/domain/intent.ts';
import { listInbox } from '../../../functions/core/flows/desk-inbox.ts';
import { house, type House, type HouseRules, type Said } from '../../fakes/house.ts';
import type { Doing } from '../../fakes/shop.ts';
import { anOrder } from '../../fakes/shop-records.ts';

const waitingOrder = anOrder({ shipments: [], status: 'paid' });
const cap = (amount: string): HouseRules => ({ actions: { cancel: { BRL: amount } } });

const wanting = async (
  rules: HouseRules,
  text = 'quero cancelar o pedido 1001',
  intent: Intent = 'order_cancel',
  over: Said = {},
): Promise<House> => {
  const h = house(rules);
  h.shop.hasOrder(waitingOrder);
  h.says(text, { order: '1001', means: { intent }, ...over });
  await h.quiet();
  return h;
};
const actions = (h: House) => h.memory.everything().actions;
const state = (h: House) => actions(h)[0]?.state;

describe('a cancellation', () => {
  it('is done under the cap, read back, and told', async () => {
    const h = await wanting(cap('149.90'));
    expect(h.shop.effects).toEqual([expect.objectContaining({ action: 'cancel', order: '1001' })]);
    expect(h.shop.orderOf('1001')?.status).toBe('cancelled');
    expect(h.shop.effects[0]?.id).toBe(actions(h)[0]?.id);
    expect(state(h)).toBe('done');
    expect(h.sent()).toEqual([expect.stringMatching(/cancela/)]);
    expect(h.states()).toEqual(['replied']);
    expect(h.tickets()).toEqual([]);
    expect(h.audit.entries).toContainEqual(
      expect.objectContaining({
        action: 'order-action',
        who: 'machine',
        detail: expect.objectContaining({ state: 'done' }),
      }),
    );
    expect(h.logged()).toContain('order-action');
  });

  it.each([
    ['above the cap', cap('149.89')],
    ['in another currency than the cap’s', { actions: { cancel: { USD: '1000' } } }],
    ['without a rule', {}],
    ['under a rule for something else', { actions: { address: 'any', refund: 'any', return: 'any' } }],
    [
      'where people read each word first',
      { ...cap('500'), modes: [{ channel: '*', intent: '*', mode: 'review' }] },
    ],
    [
      'where people do it themselves',
      { ...cap('500'), modes: [{ channel: '*', intent: 'order_cancel', mode: 'human' }] },
    ],
  ] satisfies [string, HouseRules][])('waits for a person %s', async (_, rules) => {
    const h = await wanting(rules);
    expect(h.shop.effects).toEqual([]);
    expect(state(h)).toBe('waiting-for-approval');
    expect(h.tickets()).toHaveLength(1);
    expect(await listInbox(h.desk, h.agent)).toContainEqual(
      expect.objectContaining({
        kind: 'action',
        id: actions(h)[0]?.id,
        state: 'waiting-for-approval',
        text: 'cancel 1001 149.90 BRL',
      }),
    );
  });

  it('tells the buyer that the team confirms it, and never that it is done', async () => {
    const h = await wanting(cap('1'));
    expect(h.sent()).toHaveLength(1);
    expect(h.sent()[0]).toMatch(/equipe/);
    expect(h.sent()[0]).not.toMatch(/foi cancelado|já cancelamos/i);
  });

  it('waits under the emergency stop', async () => {
    const h = house(cap('500'));
    h.shop.hasOrder(waitingOrder);
    h.pause();
    h.says('quero cancelar o pedido 1001', { order: '1001', means: { intent: 'order_cancel' } });
    await h.quiet();
    expect(h.shop.effects).toEqual([]);
    expect(actions(h)).toEqual([
      expect.objectContaining({ state: 'waiting-for-approval', because: 'paused' }),
    ]);
  });

  it('of the same message twice has one effect and one answer', async () => {
    const h = house(cap('500'));
    h.shop.hasOrder(waitingOrder);
    const queued = h.says('quero cancelar o pedido 1001', {
      order: '1001',
      means: { intent: 'order_cancel' },
    });
    h.deliver(queued);
    await h.quiet();
    h.deliver(queued);
    await h.quiet();
    expect(h.shop.effects).toHaveLength(1);
    expect(h.sent()).toHaveLength(1);
  });

  it.each([
    [
      'is another buyer’s',
      { buyer: { id: 'buyer-2', name: null, email: null } },
      'quero cancelar o pedido 1001',
    ],
    ['is only asked about', {}, 'posso cancelar o pedido 1001?'],
    ['is not wanted', {}, 'não quero cancelar o pedido 1001'],
  ] satisfies [string, Said, string][])('is not touched when it %s', async (_, over, text) => {
    const h = await wanting(cap('500'), text, 'order_cancel', over);
    expect(h.shop.effects).toEqual([]);
    expect(actions(h)).toEqual([]);
  });

  it('of an order that has left is not asked for', async () => {
    const h = house(cap('500'));
    h.shop.hasOrder(anOrder());
    h.says('quero cancelar o pedido 1001', { order: '1001', means: { intent: 'order_cancel' } });
    await h.quiet();
    expect(actions(h)).toEqual([]);
    expect(h.shop.effects).toEqual([]);
  });

  it('with a condition, or beside another matter, is a person’s', async () => {
    for (const text of [
      'se não saiu, quero cancelar o pedido 1001',
      'só quero cancelar uma das camisetas do 1001',
    ]) {
      const h = await wanting(cap('500'), text);
      expect(h.shop.effects).toEqual([]);
      expect(actions(h).every((action) => action.state === 'waiting-for-approval')).toBe(true);
    }
  });
});

describe('a shop that does not simply say yes', () => {
  const outcomes = async (...doings: readonly Doing[]) => {
    const h = house(cap('500'));
    h.shop.hasOrder(waitingOrder);
    h.shop.does(...doings);
    h.says('quero cancelar o pedido 1001', { order: '1001', means: { intent: 'order_cancel' } });
    await h.quiet();
    return h;
  };
  it.each([
    [['unknown-taken'], 'done', 1],
    [['unknown-lost'], 'done', 1],
    [['busy'], 'done', 1],
    [['unknown-lost', 'unknown-taken'], 'done', 1],
    [['unknown-lost', 'unknown-lost'], 'unknown', 0],
    [['unknown-lost', 'busy'], 'unknown', 0],
    [['not-shown'], 'unknown', 0],
    [['rejected'], 'refused', 0],
    [['busy', 'busy'], 'waiting-for-approval', 0],
    [['access-denied'], 'waiting-for-approval', 0],
  ] as const)('%j: %s', async (doings, ended, effects) => {
    const h = await outcomes(...doings);
    expect(state(h)).toBe(ended);
    expect(h.shop.effects).toHaveLength(effects);
    expect(h.sent()).toHaveLength(1);
    expect(h.tickets()).toHaveLength(ended === 'done' ? 0 : 1);
    // Nobody is told that it is done before the order shows it.
    expect(/foi cancelado|já cancelamos|está feito/i.test(h.sent()[0] ?? '')).toBe(ended === 'done');
  });
});

describe('a new address', () => {
  const text = 'quero mudar o endereço do pedido 1001 para Rua das Flores, 45, Campinas';
  it('is repeated for a yes, and changed after it', async () => {
    const h = await wanting({ actions: { address: 'any' } }, text, 'delivery_address_change');
    expect(h.shop.effects).toEqual([]);
    expect(h.sent()[0]).toContain('Rua das Flores, 45, Campinas');
    h.pass(60);
    h.says('sim', { means: { intent: 'greeting_thanks' } });
    await h.quiet();
    expect(h.shop.effects).toEqual([
      expect.objectContaining({ action: 'address', details: { address: 'Rua das Flores, 45, Campinas' } }),
    ]);
    expect(state(h)).toBe('done');
    expect(h.sent()[1]).toContain('Rua das Flores, 45, Campinas');
  });

  it('is left as it is when the buyer says anything else', async () => {
    const h = await wanting({ actions: { address: 'any' } }, text, 'delivery_address_change');
    h.pass(60);
    h.says('não', { means: { intent: 'greeting_thanks' } });
    await h.quiet();
    expect(h.shop.effects).toEqual([]);
    expect(actions(h)).toEqual([]);
  });

  it('waits for a person where nothing permits it', async () => {
    const h = await wanting({}, text, 'delivery_address_change');
    expect(actions(h)).toEqual([
      expect.objectContaining({
        state: 'waiting-for-approval',
        details: { address: 'Rua das Flores, 45, Campinas' },
      }),
    ]);
  });
});

it('ends with exactly one effect and one answer wherever the process ends', async () => {
  const calls = [
    'store.commit',
    'store.action',
    'shop.act',
    'shop.order',
    'outbound.forward',
    'pause.paused',
  ];
  await fc.assert(
    fc.asyncProperty(
      fc.array(
        fc.record({
          call: fc.constantFrom(...calls),
          when: fc.constantFrom('before', 'after'),
          nth: fc.nat(6),
        }),
        {
          maxLength: 3,
        },
      ),
      async (planned) => {
        const seen = new Map<string, number>();
        const left = [...planned];
        const h = house({
          ...cap('500'),
          strike: (call, when) => {
            const name = `${call} ${when}`;
            const count = seen.get(name) ?? 0;
            seen.set(name, count + 1);
            const index = left.findIndex((one) => `${one.call} ${one.when}` === name && one.nth === count);
            if (index < 0) return null;
            left.splice(index, 1);
            return 'crash';
          },
        });
        h.shop.hasOrder(waitingOrder);
        h.says('quero cancelar o pedido 1001', { order: '1001', means: { intent: 'order_cancel' } });
        await h.quiet();
        h.pass(600);
        await h.sweep();
        await h.quiet();
        expect(h.shop.effects).toHaveLength(1);
        expect(new Set(h.shop.shown.map(({ id }) => id)).size).toBe(h.shop.shown.length);
        expect(state(h)).toBe('done');
        expect(h.audit.entries.map(({ detail }) => detail['state'])).toContain('done');
        expect(h.sent().filter((words) => /cancela/.test(words))).toHaveLength(1);
      },
    ),
    { numRuns: 150, seed: 20_261_120 },
  );
});
