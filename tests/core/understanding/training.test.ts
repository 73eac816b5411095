/** Learning: the same phrases give the same weights, confidence comes to mean precision, bad phrases are named. */
import { describe, expect, it } from 'vitest';
import { scores, softmax } from '../../../functions/core/understanding/linear-model.ts';
import { intentFeatures } from '../../../functions/core/understanding/features.ts';
import { columnsOf } from '../../../functions/core/understanding/first-tier.ts';
import { limitFor, temperatureOf } from '../../../functions/core/understanding/training/calibration.ts';
import { chanceOf } from '../../../functions/core/understanding/training/chance.ts';
import { learnLanguages } from '../../../functions/core/understanding/training/language.ts';
import { learnMeaning } from '../../../functions/core/understanding/training/meaning.ts';
import { parsePhrase, type Phrase } from '../../../functions/core/understanding/training/phrase.ts';
import { mistyped, surrounded } from '../../../functions/core/understanding/training/variation.ts';

const aPhrase = (text: string, more: Partial<Phrase> = {}): Phrase => ({
  text,
  language: 'es',
  variant: null,
  intent: 'order_status',
  secondary: null,
  sentiment: 'neutral',
  urgent: false,
  escalate: null,
  traits: [],
  ...more,
});
const phrases = Array.from({ length: 6 }, (_, at) => [
  aPhrase(`donde esta mi pedido ${String(at)}`),
  aPhrase(`llego roto el vaso ${String(at)}`, { intent: 'damaged_item', sentiment: 'negative' }),
]).flat();

const bestOf = (text: string, head: string): string | undefined => {
  const table = learnMeaning(phrases);
  const { start, classes } = columnsOf(table, head);
  const raw = scores(table, intentFeatures(text)).slice(start, start + classes.length);
  return classes[raw.indexOf(Math.max(...raw))];
};

describe('a table learned from a few phrases', () => {
  it('knows what they meant, in each of its heads', () => {
    expect([bestOf('y mi pedido donde esta', 'intent'), bestOf('el vaso llego roto', 'sentiment')]).toEqual([
      'order_status',
      'negative',
    ]);
  });

  it('has the same weights each time', () => {
    expect(learnMeaning(phrases).weights).toEqual(learnMeaning(phrases).weights);
  });

  it('tells languages apart that it was shown', () => {
    const table = learnLanguages([
      { text: 'wo ist meine bestellung', language: 'de' },
      { text: 'donde esta mi pedido', language: 'es' },
    ]);
    expect(table.heads[0]?.classes.slice(0, 3)).toEqual(['es', 'pt', 'en']);
    expect(table.heads[0]?.classes).toContain('de');
  });
});

describe('confidence', () => {
  it('is cooled where a table was too sure of itself', () => {
    const answers = Array.from({ length: 100 }, (_, at) => ({
      raw: Float64Array.of(8, 0),
      right: at < 80 ? 0 : 1,
    }));
    const [chance = 0] = softmax(Float64Array.of(8, 0), temperatureOf(answers));
    expect(chance).toBeCloseTo(0.8, 1);
  });

  it('stands from where enough answers are right, and nowhere when none are', () => {
    const answers = [0.9, 0.8, 0.7, 0.6].map((confidence) => ({ confidence, right: confidence > 0.65 }));
    expect(limitFor(answers, 1)).toBe(0.7);
    expect(
      limitFor(
        answers.map(({ confidence }) => ({ confidence, right: false })),
        0.9,
      ),
    ).toBe(1);
  });
});

describe('a phrase', () => {
  it('is read with what it leaves out', () => {
    expect(parsePhrase('{"text":"hola"}', 'es', 'greeting_thanks')).toEqual(
      aPhrase('hola', { intent: 'greeting_thanks' }),
    );
  });

  it.each([
    ['{"text":""}', 'text is missing'],
    ['{"text":"a","sentiment":"sad"}', 'sentiment is "sad"'],
    ['{"text":"a","escalate":"maybe"}', 'escalate is "maybe"'],
    ['[]', 'is no object'],
  ])('is refused when it is wrong: %s', (line, because) => {
    expect(() => parsePhrase(line, 'es', 'order_status')).toThrow(because);
  });

  it('is varied alike by the same seed, and keeps its words between courtesies', () => {
    const text = 'donde esta mi paquete perdido';
    expect(mistyped(text, chanceOf(4))).toBe(mistyped(text, chanceOf(4)));
    expect(surrounded({ text, language: 'es' }, chanceOf(4))).toContain(text);
  });
});
