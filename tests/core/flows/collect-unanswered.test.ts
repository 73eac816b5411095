/** What sellers learn from questions that went to a person: how many asked what, and nothing of who asked. */
import { describe, expect, it } from 'vitest';
import { collectUnanswered, unansweredIn } from '../../../functions/core/flows/collect-unanswered.ts';
import { messageId, tenantId } from '../../../functions/core/domain/ids.ts';
import type { Unanswered } from '../../../functions/core/ports/unanswered.ts';
import { aMessage } from '../answering/builders.ts';

const asks = (at: number, text: string, given: { readonly state?: 'replied' } = {}) =>
  aMessage({
    message: messageId(`${'a'.repeat(25)}${'abcdefghij'[at] ?? 'k'}`),
    maskedText: text,
    buyerTurn: at,
    state: 'escalated',
    ...given,
  });

describe('a question is noted', () => {
  const view = {
    messages: [asks(1, 'hacen envíos a Perú?', { state: 'replied' }), asks(2, 'no, eso no')],
  };
  const [first, second] = view.messages;
  const noted = (because: Parameters<typeof unansweredIn>[2]) =>
    second === undefined ? null : unansweredIn(view, second, because);

  it('where we did not know, and not where a person was wanted for another reason', () => {
    expect(noted('missing_fact')?.address.message).toBe(second?.message);
    expect([noted('human_requested'), noted('safety_hazard'), noted('human_mode')]).toEqual([
      null,
      null,
      null,
    ]);
  });

  it('as the one before where the answer displeased', () => {
    expect(noted('unsatisfied_three_times')).toMatchObject({
      kind: 'disliked',
      address: { message: first?.message },
    });
  });
});

describe('what is told', () => {
  const questions = [
    asks(1, 'hacen envíos a Perú?'),
    asks(2, '[NAME] quiere saber si envían a Perú'),
    asks(3, 'la lámpara sirve para el auto?'),
    asks(4, ''),
  ];
  const gaps = async () =>
    collectUnanswered({
      unanswered: {
        list: async () =>
          questions.map((address): Unanswered => ({ address, kind: 'unanswered', because: 'missing_fact' })),
      },
      conversations: {
        message: async (address) => {
          const found = questions.find((one) => one.message === address.message);
          return found === undefined ? null : { conversation: { language: 'es' }, message: found };
        },
      },
    })(tenantId('tienda0001'));

  it('is grouped by likeness, the most frequent first, without what was erased', async () => {
    expect((await gaps()).map(({ count }) => count)).toEqual([2, 1]);
  });

  it('holds no id of anybody', async () => {
    expect(JSON.stringify(await gaps())).not.toMatch(/[a-z2-7]{26}/);
  });
});
