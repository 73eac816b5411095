/** The report of a free trial: what was right, by language, and how sure one may be. */
import { describe, expect, it } from 'vitest';
import { accuracyOf, trialReport } from '../../../functions/core/rating/trial-report.ts';

describe('the accuracy of a trial', () => {
  it('comes with the interval of Wilson', () => {
    // Published example values: 81 of 263 lies within 0.2553 and 0.3662.
    expect(accuracyOf(263, 81)).toMatchObject({ share: 0.308, low: 0.2553, high: 0.3662 });
    expect(accuracyOf(10, 10)).toMatchObject({ share: 1, low: 0.7225, high: 1 });
    expect(accuracyOf(0, 0)).toEqual({ messages: 0, right: 0, share: null, low: null, high: null });
  });

  it('is told by language, with what was mistaken for what', () => {
    const judged = (language: string, said: string, right: string) => ({ language, said, right });
    const report = trialReport([
      judged('pt', 'order_status', 'order_status'),
      judged('pt', 'order_status', 'shipping_delay'),
      judged('es', 'order_status', 'shipping_delay'),
      judged('es', 'refund_status', 'order_cancel'),
    ]);
    expect(report.all).toMatchObject({ messages: 4, right: 1 });
    expect(report.byLanguage).toMatchObject({ es: { messages: 2, right: 0 }, pt: { messages: 2, right: 1 } });
    expect(report.mistakes).toEqual([
      { right: 'shipping_delay', said: 'order_status', messages: 2 },
      { right: 'order_cancel', said: 'refund_status', messages: 1 },
    ]);
    expect(report.isEnough).toBe(false);
  });
});
