/** What a person approves is done once at the shop, and the buyer is told what the order shows. */
import { describe, expect, it } from 'vitest';
import { approveAction, refuseAction } from '../../../functions/core/flows/approve-action.ts';
import { takeConversation } from '../../../functions/core/flows/desk.ts';
import { listInbox, type DeskCaller } from '../../../functions/core/flows/desk-inbox.ts';
import { house, plainConversation, type House, type HouseRules } from '../../fakes/house.ts';
import { otherTenant } from '../../fakes/sellers.ts';
import { anOrder } from '../../fakes/shop-records.ts';

const stranger: DeskCaller = { tenant: otherTenant.id, agent: 'Mei', country: 'BR', locale: null };

const waiting = async (rules: HouseRules = {}): Promise<House> => {
  const h = house(rules);
  h.shop.hasOrder(anOrder({ shipments: [], status: 'paid' }));
  h.says('quero cancelar o pedido 1001', { order: '1001', means: { intent: 'order_cancel' } });
  await h.quiet();
  h.pass(60);
  return h;
};
const actionOf = (h: House) => h.memory.everything().actions[0];
const idOf = (h: House): string => actionOf(h)?.id ?? '';
const approves = async (h: House) => approveAction(h.desk, h.agent, idOf(h));

it('does it under the action’s id, tells the buyer, and ends the case that was opened for it', async () => {
  const h = await waiting();
  expect(await approves(h)).toMatchObject({ ok: true, value: { action: 'done', state: 'closed' } });
  await h.quiet();
  expect(h.shop.effects).toEqual([expect.objectContaining({ id: idOf(h), action: 'cancel' })]);
  expect(h.sent()).toHaveLength(2);
  expect(h.sent()[1]).toMatch(/cancela/);
  expect(h.shop.shown[1]?.kind).toBe('approved');
  expect(h.tickets()).toEqual([]);
  expect(await listInbox(h.desk, h.agent)).toEqual([]);
  expect(h.audit.entries.map(({ action, who }) => [action, who])).toEqual(
    expect.arrayContaining([
      ['approved', 'Lin'],
      ['order-action', 'Lin'],
    ]),
  );
});

it('is done once, however often and by however many it is approved', async () => {
  const h = await waiting();
  await Promise.all([approves(h), approves(h)]);
  expect(await approves(h)).toEqual({ ok: false, problem: { kind: 'no-such-action' } });
  await h.quiet();
  expect(h.shop.effects).toHaveLength(1);
  expect(h.sent()).toHaveLength(2);
});

it('is not for another seller’s people', async () => {
  const h = await waiting();
  expect(await approveAction(h.desk, stranger, idOf(h))).toEqual({
    ok: false,
    problem: { kind: 'no-such-action' },
  });
  expect(h.shop.effects).toEqual([]);
});

it('leaves a case alone that somebody took, or that goes on', async () => {
  const taken = await waiting();
  await takeConversation(taken.desk, taken.agent, plainConversation.conversation);
  await approves(taken);
  expect(taken.tickets()).toHaveLength(1);
  const going = await waiting();
  going.says('e cadê o outro pacote?', { means: { intent: 'missing_item' } });
  await going.quiet();
  await approves(going);
  expect(going.tickets()).toHaveLength(1);
  expect(going.shop.effects).toHaveLength(1);
});

describe('a shop that does not simply say yes', () => {
  it('keeps what may not have been done for another approval under the same key', async () => {
    const h = await waiting();
    h.shop.does('unknown-lost', 'unknown-lost');
    expect(await approves(h)).toMatchObject({
      ok: false,
      problem: { kind: 'action-not-done', state: 'unknown' },
    });
    expect(h.sent()).toHaveLength(1);
    expect(await approves(h)).toMatchObject({ ok: true, value: { action: 'done' } });
    expect(h.shop.effects).toHaveLength(1);
  });

  it('tells the person that it is refused, and the buyer nothing', async () => {
    const h = await waiting();
    h.shop.does('rejected');
    expect(await approves(h)).toMatchObject({
      ok: false,
      problem: { kind: 'action-not-done', state: 'refused' },
    });
    await h.quiet();
    expect(h.sent()).toHaveLength(1);
    expect(h.tickets()).toHaveLength(1);
  });

  it('waits on while the shop is busy', async () => {
    const h = await waiting();
    h.shop.does('busy', 'busy');
    expect(await approves(h)).toMatchObject({ ok: false, problem: { state: 'waiting-for-approval' } });
    expect(actionOf(h)?.state).toBe('waiting-for-approval');
  });
});

it('is dropped when a person refuses it, and can no more be approved', async () => {
  const h = await waiting();
  expect(await refuseAction(h.desk, h.agent, idOf(h))).toMatchObject({
    ok: true,
    value: { action: 'refused' },
  });
  expect(await approves(h)).toEqual({ ok: false, problem: { kind: 'no-such-action' } });
  expect(h.shop.effects).toEqual([]);
  expect(h.tickets()).toHaveLength(1);
});

it.each(['store.commit', 'shop.act', 'shop.order', 'outbound.forward'])(
  'has one effect and one word to the buyer when the desk’s process ends at any %s',
  async (broken) => {
    for (const when of ['before', 'after'] as const) {
      for (let nth = 0; nth < 4; nth += 1) {
        let armed = false;
        let left = nth;
        const h = await waiting({
          strike: (call, at) => {
            if (!armed || call !== broken || at !== when) return null;
            if (left > 0) {
              left -= 1;
              return null;
            }
            armed = false;
            return 'crash';
          },
        });
        armed = true;
        const act = async (): Promise<void> => {
          await approves(h);
        };
        await h.asPerson(act);
        armed = false;
        await h.asPerson(act);
        h.pass(600);
        await h.sweep();
        await h.quiet();
        expect(h.shop.effects).toHaveLength(1);
        expect(actionOf(h)?.state).toBe('done');
        expect(h.sent().filter((words) => !/equipe/.test(words))).toHaveLength(1);
      }
    }
  },
);
