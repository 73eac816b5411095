/** Why a message was answered as it was: kept with it, read back, and decided again from what is kept. */
import { describe, expect, it } from 'vitest';
import { decide } from '../../../functions/core/answering/decision.ts';
import { keptRecord, recordIn } from '../../../functions/core/aws/dynamo/decision-rows.ts';
import { recordOf, replay, withRecord } from '../../../functions/core/flows/decision-record.ts';
import { aMessage, anInput, anItem, anOrder } from '../answering/builders.ts';

const writing = {
  facts: ['material'],
  passages: ['care'],
  prompt: 'a-hash',
  use: { model: 'a-model', tokensIn: 300, tokensOut: 40 },
  held: ['amount'],
  unavailable: null,
  text: 'O Tênis Runner é feito de lona.',
};

describe('the record of a decision', () => {
  const input = anInput();
  const decision = decide(input);

  it('names facts, sureness, model and verdicts, and holds no words of anybody', () => {
    const record = recordOf(input, decision, writing);
    expect(record).toMatchObject({
      kind: 'reply',
      confidence: 0.97,
      least: 0.75,
      mode: 'automatic',
      model: { name: 'a-model', tokensIn: 300, tokensOut: 40, prompt: 'a-hash' },
      held: ['amount'],
    });
    expect(record.facts).toContain('order.shipments.0.estimated');
    const written = JSON.stringify(record);
    for (const words of ['Hola', 'lona', 'Andina', 'AE123456789', 'comprador-7'])
      expect(written).not.toContain(words);
  });

  it('is read back from its row as it was written, in fewer than 600 characters', () => {
    const record = recordOf(input, decision, writing);
    expect(recordIn(keptRecord(record))).toEqual({ decision: record });
    expect(keptRecord(record).length).toBeLessThan(600);
    expect(recordIn(null)).toEqual({});
    expect(recordIn('["another form"]')).toEqual({});
  });

  it('stands on the row of the message that it is about, and names what was done in the end', () => {
    const message = aMessage();
    const change = {
      change: 'message',
      message: message.message,
      at: message.at,
      from: ['recognized'],
      to: 'drafted',
    } as const;
    const record = recordOf(input, decision, undefined);
    const paused =
      decision.kind === 'reply' ? { ...decision, kind: 'draft' as const, because: 'paused' } : decision;
    const [kept] = withRecord([change], message, paused, record);
    expect(kept).toMatchObject({ fields: { decision: { kind: 'draft', because: 'paused' } } });
    expect(withRecord([change], message, decision, undefined)).toEqual([change]);
  });
});

describe('a replay', () => {
  it('decides the same from the same, offline', () => {
    const input = anInput();
    const record = recordOf(input, decide(input), undefined);
    expect(replay(record, input)).toEqual({ decision: decide(input), differs: [] });
  });

  it('says what is not as it was', () => {
    const input = anInput();
    const record = recordOf(input, decide(input), undefined);
    const cancelled = anOrder({ status: 'cancelled', shipments: [] });
    expect(replay(record, { ...input, facts: { order: cancelled } }).differs).toContain('seen');
    expect(replay(record, { ...input, mode: 'human' }).differs).toContain('kind');
  });

  it('compares of a model’s reply what it was shown, and asks it nothing again', () => {
    const input = anInput({ facts: { item: anItem() } });
    const said = { ...decide(input), because: 'model' };
    const record = {
      ...recordOf(input, decide(input), writing),
      kind: 'reply' as const,
      because: said.because,
    };
    expect(replay(record, input).differs).toEqual([]);
    const other = anInput({ facts: { item: anItem({ stock: 0 }) } });
    expect(replay(record, other).differs).toEqual(['seen']);
  });
});
