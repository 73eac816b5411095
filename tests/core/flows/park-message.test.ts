/** A message that no run can handle: a person has it, and the buyer's next messages go on. */
import { expect, it } from 'vitest';
import type { Strike } from '../../fakes/faults.ts';
import { house, type House } from '../../fakes/house.ts';
import { anOrder } from '../../fakes/shop-records.ts';

/** Every run of one stage fails for the first message. */
const poison =
  (call: string, times: number): Strike =>
  (made, when) =>
    made === call && when === 'before' && times-- > 0 ? 'throws' : null;

const start = (strike: Strike): House => {
  const h = house({ strike });
  h.shop.hasOrder(anOrder());
  return h;
};

it('is parked with its reason, and its follower is answered', async () => {
  const h = start(poison('model.recognize', 5));
  h.says('isto ninguém entende', { means: { answered: false } });
  h.pass(30);
  h.says('cadê meu pedido?', { order: '1001' });
  await h.quiet();
  expect(h.states()).toEqual(['dead', 'replied']);
  expect({ tickets: h.tickets(), state: h.conversation()?.state }).toEqual({
    tickets: ['poison'],
    state: 'open',
  });
  expect(h.queues.detected.dead).toHaveLength(1);
  expect(h.billed()).toMatchObject({ escalation: 1, generated_reply: 1 });
});

it('keeps one case when a second message of the conversation is parked, and hands over to it later', async () => {
  const h = start(poison('access.access', 10));
  h.says('cadê meu pedido?', { order: '1001' });
  await h.quiet();
  h.says('cadê??', { order: '1001' });
  await h.quiet();
  h.says('quero uma pessoa', { means: { intent: 'human_agent' } });
  await h.quiet();
  expect({ states: h.states(), tickets: h.tickets() }).toEqual({
    states: ['dead', 'dead', 'escalated'],
    tickets: ['poison'],
  });
  expect(h.conversation()?.state).toBe('with-agent');
  expect(h.billed()).toMatchObject({ escalation: 1 });
});

it('is answered by a person, and then no longer dead', async () => {
  const h = start(poison('access.access', 5));
  h.says('cadê meu pedido?', { order: '1001' });
  await h.quiet();
  await h.answers('Seu pedido saiu hoje.');
  await h.quiet();
  expect({ states: h.states(), sent: h.sent() }).toEqual({
    states: ['replied'],
    sent: ['Seu pedido saiu hoje.'],
  });
});

it('goes to the queue’s own dead letters when even parking fails, and the sweep gives it to a person', async () => {
  const h = start((call, when) =>
    call.startsWith('store.') && when === 'before' && blocked ? 'throws' : null,
  );
  let blocked = false;
  h.says('cadê meu pedido?', { order: '1001' });
  await h.step('inbound');
  blocked = true;
  await h.quiet();
  expect({ states: h.states(), dead: h.queues.detected.dead.length }).toEqual({
    states: ['detected'],
    dead: 1,
  });
  blocked = false;
  for (let minute = 0; minute < 8 && h.tickets().length === 0; minute += 1) {
    h.queues.detected.receive(1);
    h.pass(151);
    await h.sweep();
  }
  expect({ states: h.states(), tickets: h.tickets() }).toEqual({
    states: ['escalated'],
    tickets: ['overdue'],
  });
});
