/** What is overdue is put back once, and then a person has it: nothing is forgotten, nothing goes round for ever. */
import { describe, expect, it } from 'vitest';
import type { Stage } from '../../fakes/stages.ts';
import { house, type House } from '../../fakes/house.ts';
import { anOrder } from '../../fakes/shop-records.ts';

/** The records of a stage are lost, as nobody expects of a queue. */
const lose = (h: House, stage: Stage): void => {
  const queue = h.queues[stage];
  queue.finish(queue.receive(10));
};

const asking = (): House => {
  const h = house();
  h.shop.hasOrder(anOrder());
  h.says('cadê meu pedido?', { order: '1001' });
  return h;
};

const until = async (h: House, stages: readonly Stage[]): Promise<void> => {
  for (const stage of stages) {
    h.pass(1);
    await h.step(stage);
  }
  h.pass(1);
};

const ways = [
  ['stored', ['inbound'], 'detected'],
  ['understood', ['inbound', 'detected'], 'recognized'],
  ['decided', ['inbound', 'detected', 'recognized'], 'outbound'],
] as const;

describe('a message that is lost after it was', () => {
  it.each(ways)('%s is put back once, and answered', async (_, done, next) => {
    const h = asking();
    await until(h, done);
    lose(h, next);
    await h.sweep();
    expect(h.queues[next].size()).toBe(0);
    h.pass(151);
    await h.sweep();
    await h.sweep();
    expect(h.queues[next].size()).toBe(1);
    await h.quiet();
    expect({ sent: h.sent().length, states: h.states() }).toEqual({ sent: 1, states: ['replied'] });
    expect(h.counted.filter((name) => name === 'Requeued')).toHaveLength(1);
    h.pass(600);
    await h.sweep();
    expect(h.tickets()).toEqual([]);
  });

  it.each(ways)('%s, and lost again, is a person’s', async (_, done, next) => {
    const h = asking();
    await until(h, done);
    for (let minute = 0; minute < 8; minute += 1) {
      lose(h, next);
      h.pass(60);
      await h.sweep();
    }
    await h.quiet();
    expect({ states: h.states(), tickets: h.tickets(), sent: h.sent() }).toEqual({
      states: ['escalated'],
      tickets: ['overdue'],
      sent: [],
    });
    expect(h.conversation()?.state).toBe('with-agent');
  });
});

it('gets past the memory of a queue that has seen the same reply minutes ago', async () => {
  const h = asking();
  // Lost while it waits for its decision, and again as a reply: both are put back within five minutes.
  await until(h, ['inbound', 'detected']);
  lose(h, 'recognized');
  h.pass(151);
  await h.sweep();
  h.pass(1);
  await h.step('recognized');
  lose(h, 'outbound');
  h.pass(151);
  await h.sweep();
  await h.quiet();
  expect(h.sent()).toHaveLength(1);
});

it('gets past it for a draft that a person approved', async () => {
  const h = house({ modes: [{ channel: '*', intent: '*', mode: 'review' }] });
  h.shop.hasOrder(anOrder());
  h.says('cadê meu pedido?', { order: '1001' });
  await h.quiet();
  await h.approves(h.replies()[0]?.id ?? '');
  lose(h, 'outbound');
  h.pass(151);
  await h.sweep();
  await h.quiet();
  expect(h.sent()).toHaveLength(1);
});

it('gives a reply to a person of which nobody knows whether it arrived', async () => {
  const h = asking();
  h.shop.takes('unknown-taken');
  await until(h, ['inbound', 'detected', 'recognized', 'outbound']);
  for (let minute = 0; minute < 8; minute += 1) {
    lose(h, 'outbound');
    h.pass(60);
    await h.sweep();
  }
  expect({ replies: h.replyStates(), tickets: h.tickets(), states: h.states() }).toEqual({
    replies: ['rejected'],
    tickets: ['send_unknown'],
    states: ['escalated'],
  });
});

it('tells of no case that another run opened meanwhile', async () => {
  const h: House = house({
    strike: (call, when) => {
      if (call === 'overdue.overdue' && when === 'after') void h.answers('Já vejo.');
      return null;
    },
  });
  h.shop.hasOrder(anOrder());
  h.says('cadê meu pedido?', { order: '1001' });
  await until(h, ['inbound', 'detected', 'recognized']);
  for (let minute = 0; minute < 6; minute += 1) {
    lose(h, 'outbound');
    h.pass(60);
    await h.sweep();
  }
  expect(
    h.logLines.filter(
      ({ name, fields }) => name === 'conversation-escalated' && fields.because === 'overdue',
    ),
  ).toHaveLength(h.tickets().filter((because) => because === 'overdue').length);
});

it('looks after the others although one of them cannot be read', async () => {
  let failing = true;
  const h = house({
    strike: (call, when) =>
      call === 'store.view' && when === 'before' && failing ? ((failing = false), 'throws') : null,
  });
  failing = false;
  h.says('um', { conversation: 'one', message: 'one' });
  h.says('dois', { conversation: 'two', message: 'two' });
  await h.step('inbound');
  lose(h, 'detected');
  h.pass(151);
  failing = true;
  await h.sweep();
  expect(h.queues.detected.size()).toBe(1);
  expect(h.logged()).toContain('failed');
  await h.sweep();
  expect(h.queues.detected.size()).toBe(2);
});
