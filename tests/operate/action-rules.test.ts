/** What may be done without a person, as operators write it. */
import { expect, it } from 'vitest';
import * as fc from 'fast-check';
import { actionRulesOf } from '../../bin/operate/action-rules.ts';
import { isPermitted } from '../../functions/core/domain/action.ts';

it('sets what is named, keeps the rest, and takes back what is none', () => {
  const rules = actionRulesOf({ refund: 'any' }, ['cancel=BRL:500,USD:99.90', 'address=any']);
  expect(rules).toEqual({ refund: 'any', cancel: { BRL: '500', USD: '99.90' }, address: 'any' });
  expect(actionRulesOf(rules, ['refund=none', 'cancel=BRL:1'])).toEqual({
    cancel: { BRL: '1' },
    address: 'any',
  });
});

it.each([
  'cancel',
  'cancel=500',
  'cancel=brl:5',
  'cancel=BRL:-5',
  'ship=any',
  'address=BRL:5',
  '__proto__=any',
])('refuses %s, and says why', (text) => {
  expect(() => actionRulesOf({}, [text])).toThrow(/--actions: /);
});

it('permits exactly what does not exceed the cap, in its own currency alone', () => {
  const cents = fc.integer({ min: 0, max: 10_000_000 });
  const written = (value: number): string => (value / 100).toFixed(2);
  fc.assert(
    fc.property(cents, cents, (amount, cap) => {
      const rules = { cancel: { BRL: written(cap) } };
      const worth = { amount: written(amount), currency: 'BRL' };
      expect(isPermitted(rules, 'cancel', worth)).toBe(amount <= cap);
      expect(isPermitted(rules, 'refund', worth)).toBe(false);
      expect(isPermitted(rules, 'cancel', { ...worth, currency: 'USD' })).toBe(false);
      expect(isPermitted(rules, 'cancel', { ...worth, amount: `-${worth.amount}` })).toBe(false);
      expect(isPermitted(rules, 'cancel', null)).toBe(false);
    }),
    { seed: 20_261_120 },
  );
});
