/** The yardstick itself: figures that can be checked by hand, cases that are read whole, a dialect that is left behind. */
import { describe, expect, it } from 'vitest';
import type { Understanding } from '../../../functions/core/domain/intent.ts';
import { parseCase } from '../../../functions/core/understanding/evaluation/case.ts';
import {
  dialectsBehind,
  figuresOf,
  type Judged,
} from '../../../functions/core/understanding/evaluation/judge.ts';
import {
  calibrationError,
  coverageAt,
  macroF1,
} from '../../../functions/core/understanding/evaluation/measures.ts';
import { reportOf } from '../../../functions/core/understanding/evaluation/report.ts';

const anAnswer = (more: Partial<Understanding> = {}): Understanding => ({
  language: 'es',
  languageVariant: null,
  languageConfidence: 1,
  intent: 'order_status',
  intentConfidence: 0.9,
  secondaryIntent: null,
  sentiment: 'neutral',
  urgent: false,
  escalate: false,
  escalateReason: null,
  entities: [],
  answered: true,
  ...more,
});
const line = {
  id: 'a1',
  text: 'donde esta mi pedido 123456',
  variant: 'es-MX',
  language: 'es',
  intent: 'order_status',
  also_acceptable: ['shipping_delay'],
  secondary_intent: null,
  sentiment: 'neutral',
  urgent: false,
  should_escalate: false,
  escalate_reason: null,
  entities: [{ type: 'order_number', value: '123456' }],
  traits: ['no_accent'],
};
const judged = (more: object = {}, answer: Partial<Understanding> = {}): Judged => ({
  reserved: parseCase(JSON.stringify({ ...line, ...more })),
  answer: anAnswer(answer),
});

describe('figures', () => {
  it('count a message in two languages as right in either, and any other in its own only', () => {
    const mixed = { traits: ['mixed_language'] };
    const { languageLong } = figuresOf([
      judged(mixed),
      judged(mixed, { language: 'en' }),
      judged(mixed, { language: 'it' }),
      judged({}, { language: 'en' }),
    ]);
    expect(languageLong).toBe(0.5);
  });

  it('count an acceptable intent as right, but not as strictly right', () => {
    const { intentStrict, intentLenient } = figuresOf([
      judged(),
      judged({}, { intent: 'shipping_delay' }),
      judged({}, { intent: 'order_cancel' }),
    ]);
    expect([intentStrict, intentLenient]).toEqual([1 / 3, 2 / 3]);
  });

  it('take the pair of intents in either order', () => {
    const pair = { secondary_intent: 'refund_status' };
    expect(
      figuresOf([judged(pair, { intent: 'refund_status', secondaryIntent: 'order_status' })])['secondary'],
    ).toBe(1);
  });

  it('compare hard entities by type and value alone', () => {
    const found = [
      { type: 'order_number', value: '123456', start: 21, end: 27 },
      { type: 'colour', value: 'rojo', start: 0, end: 4 },
    ] as const;
    expect(figuresOf([judged({}, { entities: found })])['entityF1']).toBe(1);
  });

  it('see what was handed over and what should have been', () => {
    const figures = figuresOf([
      judged({ should_escalate: true }, { escalate: true }),
      judged({ should_escalate: true }, {}),
      judged({}, { escalate: true }),
    ]);
    expect([figures['escalationRecall'], figures['escalationPrecision']]).toEqual([0.5, 0.5]);
  });

  it('are what a hand reckons', () => {
    const answers = [
      { confidence: 0.9, right: true },
      { confidence: 0.8, right: true },
      { confidence: 0.7, right: false },
      { confidence: 0.6, right: true },
    ];
    expect(coverageAt(answers, 1)).toBe(0.5);
    expect(coverageAt(answers, 0.75)).toBe(1);
    expect(calibrationError([{ confidence: 0.75, right: true }])).toBeCloseTo(0.25);
    expect(
      macroF1([
        { right: 'a', answer: 'a' },
        { right: 'b', answer: 'a' },
      ]),
    ).toBeCloseTo(1 / 3);
  });
});

describe('a dialect', () => {
  const many = (count: number, variant: string, right: number): Judged[] =>
    Array.from({ length: count }, (_, at) =>
      judged({ variant }, { intent: at < right ? 'order_status' : 'order_cancel' }),
    );

  it('is left behind when the others are read much better', () => {
    const all = [...many(200, 'es-CL', 140), ...many(800, 'es-MX', 720)];
    expect(dialectsBehind(all).map(({ variant }) => variant)).toEqual(['es-CL']);
    expect(reportOf(all, { right: {}, mistyped: {}, wronglyMasked: 0 }).fair).toBe(false);
  });

  it('is not, when so few cases may be chance', () => {
    expect(dialectsBehind([...many(10, 'es-CL', 8), ...many(800, 'es-MX', 720)])).toEqual([]);
  });
});

describe('a case', () => {
  it.each([
    [{ intent: 'nonsense' }, 'intent is nonsense'],
    [{ sentiment: 'sad' }, 'sentiment is sad'],
    [{ id: 7 }, 'id is missing'],
  ])('is refused when it is wrong: %j', (wrong, because) => {
    expect(() => judged(wrong)).toThrow(because);
  });
});
