/** The way of one message through all stages, as the buyer and the accountant see it. */
import { expect, it } from 'vitest';
import { house } from '../../fakes/house.ts';
import { anOrder } from '../../fakes/shop-records.ts';

it('answers where the order is, once, and bills each step once', async () => {
  const h = house();
  h.shop.hasOrder(anOrder());
  h.says('cadê meu pedido 1001?', { order: '1001' });
  await h.quiet();
  expect(h.sent()).toEqual([expect.stringContaining('1001')]);
  expect({ states: h.states(), replies: h.replyStates(), tickets: h.tickets() }).toEqual({
    states: ['replied'],
    replies: ['confirmed'],
    tickets: [],
  });
  expect(h.billed()).toEqual({ message: 1, session: 1, intent_call: 1, generated_reply: 1 });
  expect(h.failures).toEqual([]);
});
