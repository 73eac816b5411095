/** What is billed as solved, what never is, and what a return takes back. */
import { describe, expect, it } from 'vitest';
import { settleResolutions } from '../../../functions/core/flows/settle-resolutions.ts';
import { house, type Said } from '../../fakes/house.ts';
import { anOrder } from '../../fakes/shop-records.ts';

const hour = 3600;
const day = 24 * hour;

const settlingHouse = () => {
  const h = house();
  h.shop.hasOrder(anOrder());
  const settle = settleResolutions({
    ...h.tools,
    region: 'sa-east-1',
    conversations: h.memory,
    settling: h.memory.settling,
  });
  return {
    ...h,
    settle,
    /** The buyer writes, and everything that follows at once is done. */
    asks: async (text: string, said: Said = {}) => {
      h.says(text, { order: '1001', ...said });
      await h.quiet();
    },
    /** Time goes by, with the schedule's runs in it. */
    waits: async (seconds: number) => {
      for (let passed = 0; passed < seconds; passed += 6 * hour) {
        h.pass(Math.min(6 * hour, seconds - passed));
        await settle();
      }
    },
    resolutions: () =>
      [...h.memory.lines.values()]
        .filter(({ unit }) => unit === 'verified_resolution')
        .map(({ quantity, detail, reverses }) => [
          quantity,
          reverses === undefined ? detail?.['evidence'] : 'taken back',
        ]),
  };
};

const where: Said = { means: { intent: 'order_status', sentiment: 'neutral' } };
const thanks: Said = { means: { intent: 'greeting_thanks', sentiment: 'positive' } };

describe('a silence of three days', () => {
  it('is billed when the last question was answered from facts', async () => {
    const h = settlingHouse();
    await h.asks('cadê meu pedido 1001?', where);
    await h.waits(3 * day - hour);
    expect(h.resolutions()).toEqual([]);
    await h.waits(7 * hour);
    expect(h.resolutions()).toEqual([[1, 'answered_from_facts']]);
  });

  it('is billed once, however often it is looked at', async () => {
    const h = settlingHouse();
    await h.asks('cadê meu pedido 1001?', where);
    await h.waits(30 * day);
    expect(h.resolutions()).toEqual([[1, 'answered_from_facts']]);
  });

  it('is billed when the buyer confirmed it', async () => {
    const h = settlingHouse();
    await h.asks('cadê meu pedido 1001?', where);
    h.pass(hour);
    await h.asks('perfeito, muito obrigada!', thanks);
    await h.waits(4 * day);
    expect(h.resolutions()).toEqual([[1, 'buyer_confirmed']]);
  });

  it('counts from the last message, not from the first', async () => {
    const h = settlingHouse();
    await h.asks('cadê meu pedido 1001?', where);
    await h.waits(2 * day);
    await h.asks('e quando chega o pedido 1001?', where);
    await h.waits(2 * day);
    expect(h.resolutions()).toEqual([]);
    await h.waits(2 * day);
    expect(h.resolutions()).toEqual([[1, 'answered_from_facts']]);
  });

  it.each([
    [
      'a person was asked for',
      { means: { intent: 'human_agent', escalate: true, escalateReason: 'human_requested' } },
      'hand_over',
    ],
    [
      'the buyer was angry at the end',
      { means: { intent: 'order_status', sentiment: 'angry' } },
      'no_evidence',
    ],
  ] satisfies readonly [string, Said, string][])(
    'is free when %s, and the ledger says why',
    async (_, said, because) => {
      const h = settlingHouse();
      await h.asks('cadê meu pedido 1001?', said);
      await h.waits(4 * day);
      expect(h.resolutions()).toEqual([[0, because]]);
    },
  );

  it('is free when our last words were a question', async () => {
    const h = settlingHouse();
    await h.asks('cadê meu pedido?', { ...where, order: null });
    await h.waits(4 * day);
    expect(h.resolutions().map(([quantity]) => quantity)).toEqual([0]);
  });

  it('is free when a person of the seller wrote elsewhere', async () => {
    const h = settlingHouse();
    await h.asks('cadê meu pedido 1001?', where);
    h.personWrites('Oi, aqui é a Ana, já resolvo!');
    await h.quiet();
    await h.waits(4 * day);
    expect(h.resolutions()).toEqual([[0, 'hand_over']]);
  });
});

describe('a buyer who comes back', () => {
  const resolved = async () => {
    const h = settlingHouse();
    await h.asks('cadê meu pedido 1001?', where);
    await h.waits(4 * day);
    return h;
  };

  it('about the same within seven days takes the resolution back, within hours, and once', async () => {
    const h = await resolved();
    await h.asks('cadê meu pedido 1001? ainda nada', where);
    await h.waits(12 * hour);
    expect(h.resolutions()).toEqual([
      [1, 'answered_from_facts'],
      [-1, 'taken back'],
    ]);
    await h.waits(20 * day);
    expect(h.resolutions().filter(([, why]) => why === 'taken back')).toHaveLength(1);
  });

  it('by another thread about the same order takes it back too', async () => {
    const h = await resolved();
    await h.asks('quero devolver o pedido 1001', {
      conversation: 'conversation-2',
      means: { intent: 'return_request', sentiment: 'neutral' },
    });
    await h.waits(4 * day);
    expect(h.resolutions()).toContainEqual([-1, 'taken back']);
  });

  it('after seven days leaves it billed', async () => {
    const h = await resolved();
    await h.waits(8 * day);
    await h.asks('cadê meu pedido 1001?', where);
    await h.waits(12 * hour);
    expect(h.resolutions()).toEqual([[1, 'answered_from_facts']]);
  });

  it('to say thanks leaves it billed', async () => {
    const h = await resolved();
    await h.asks('chegou, obrigada!', thanks);
    await h.waits(4 * day);
    expect(h.resolutions().filter(([, why]) => why === 'taken back')).toEqual([]);
  });
});

it('bills nothing, and opens no session, for a message without words', async () => {
  const h = settlingHouse();
  await h.asks(' ');
  expect(h.memory.lines.size).toBe(0);
  await h.asks('cadê meu pedido 1001?', where);
  expect([...h.memory.lines.values()].filter(({ unit }) => unit === 'session')).toHaveLength(1);
});
