/** Pairs of phrases that teach a reason to call a person wherever it stands in a message. */
import { describe, expect, it } from 'vitest';
import { joinedPhrases } from '../../../functions/core/understanding/training/joined.ts';
import { parsePhrase } from '../../../functions/core/understanding/training/phrase.ts';

const harmless = ['llegó ayer', 'qué talla uso', 'me mandan la factura'].map((text) =>
  parsePhrase(JSON.stringify({ text }), 'es', 'product_question'),
);
const grave = parsePhrase(
  JSON.stringify({ text: 'ya hablé con mi abogado', escalate: 'legal_or_regulator' }),
  'es',
  'refund_status',
);
const foreign = parsePhrase(JSON.stringify({ text: 'where is it' }), 'en', 'order_status');

describe('joined phrases', () => {
  const joined = joinedPhrases([...harmless, grave, foreign]);

  it('carry the reason of the phrase that has one', () => {
    expect(joined.some(({ escalate }) => escalate === 'legal_or_regulator')).toBe(true);
    for (const { text, escalate } of joined)
      expect(escalate).toBe(text.includes('abogado') ? 'legal_or_regulator' : null);
  });

  it('are also made of harmless phrases alone, so that a long message is no reason', () => {
    expect(joined.filter(({ escalate }) => escalate === null).length).toBeGreaterThan(0);
  });

  it('mix no languages', () => {
    expect(joined.filter(({ text }) => text.includes('where is it') && text.length > 20)).toEqual([]);
  });

  it('are the same for the same phrases', () => {
    expect(joinedPhrases([...harmless, grave, foreign])).toEqual(joined);
  });
});
