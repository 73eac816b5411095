/** Money, days and spans of time as buyers of each market read them. */
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { dayOf, list, money, spokenDay } from '../../../functions/core/answering/format.ts';
import { paymentMethod, timeSpan } from '../../../functions/core/answering/wording.ts';

const moment = { now: new Date('2026-05-12T02:00:00Z'), timeZone: 'America/Sao_Paulo' }; // still the 11th there

describe('money', () => {
  it.each([
    ['1234.5', 'BRL', 'pt', 'BR', 'R$ 1.234,50'],
    ['1234.50', 'MXN', 'es', 'MX', '$1,234.50'],
    ['1234.50', 'ARS', 'es', 'AR', '$1.234,50'],
    ['25990.00', 'CLP', 'es', 'CL', '$25.990'],
    ['25990.5', 'COP', 'es', 'CO', '$25.990,50'],
    ['1234567.89', 'USD', 'en', 'US', '$1,234,567.89'],
    ['10', 'USD', 'es', 'MX', 'US$ 10.00'],
    ['10', 'EUR', 'en', 'US', 'EUR 10.00'],
    ['10', 'BRL', 'en', 'BR', 'R$ 10.00'],
    ['0007', 'USD', 'en', 'US', '$7.00'],
    ['-3.5', 'USD', 'en', 'US', '-$3.50'],
  ] as const)('%s %s reads in %s-%s as %s', (amount, currency, language, market, written) => {
    expect(money(amount, currency, { language, market })).toBe(written);
  });

  it('is not said when it is no decimal', () => {
    expect(money('ten', 'USD', { language: 'en', market: 'US' })).toBeNull();
  });

  it('loses no digit, however large', () => {
    fc.assert(
      fc.property(fc.bigInt({ min: 0n, max: 10n ** 14n }), fc.nat(99), (whole, cents) => {
        const amount = `${String(whole)}.${String(cents).padStart(2, '0')}`;
        const written = money(amount, 'BRL', { language: 'pt', market: 'BR' }) ?? '';
        expect(written.replace('R$ ', '').replaceAll('.', '').replace(',', '.')).toBe(amount);
      }),
      { seed: 1, numRuns: 300 },
    );
  });
});

describe('days', () => {
  it.each([
    ['2026-05-14', 'es', 'el 14 de mayo', 'el 14 de mayo'],
    ['2026-06-01', 'pt', '1º de junho', 'em 1º de junho'],
    ['2026-05-14', 'en', 'May 14', 'on May 14'],
    ['2026-05-11', 'pt', 'hoje (11 de maio)', 'hoje (11 de maio)'],
    ['2026-05-12', 'es', 'mañana (12 de mayo)', 'mañana (12 de mayo)'],
    ['2026-05-10', 'en', 'yesterday (May 10)', 'yesterday (May 10)'],
    ['2027-01-02', 'en', 'January 2, 2027', 'on January 2, 2027'],
    ['2025-12-31', 'es', 'el 31 de diciembre de 2025', 'el 31 de diciembre de 2025'],
  ] as const)('%s is said in %s as “%s”', (day, language, thing, when) => {
    expect(spokenDay(day, language, moment)).toEqual({ thing, when });
  });

  it.each([
    ['2026-05-12', '2026-05-12'],
    ['2026-05-12T01:00:00Z', '2026-05-11'],
    ['2026-05-12T01:00:00-03:00', '2026-05-12'],
    ['2026-05-12T23:30:00', '2026-05-12'],
    ['2026-02-31', null],
    ['soon', null],
    ['2026-05-12Tnonsense:Z', null],
  ])('%s is the day %s for a buyer in Brazil', (written, day) => {
    expect(dayOf(written, 'America/Sao_Paulo')).toBe(day);
  });
});

it('lists in each language', () => {
  expect([list(['S', 'M', 'L'], 'es'), list(['S', 'M'], 'pt'), list(['S'], 'en')]).toEqual([
    'S, M y L',
    'S e M',
    'S',
  ]);
});

describe('what platforms write as codes', () => {
  it.each([
    ['5-10 business days', 'es', '5 a 10 días hábiles'],
    ['2 faturas', 'en', '2 card statements'],
    ['1 statement', 'pt', '1 fatura'],
    ['P7D', 'pt', '7 dias'],
    ['PT48H', 'es', '48 horas'],
    ['48h', 'en', '48 hours'],
    ['hasta 10 dias', 'es', 'hasta 10 días'],
    ['3 dias úteis', 'en', '3 business days'],
    ['1 week', 'es', '1 semana'],
    ['soon', 'es', null],
  ] as const)('%s is in %s: %s', (written, language, words) => {
    expect(timeSpan(written, language)).toBe(words);
  });

  it('names means of payment in the buyer’s words', () => {
    expect(paymentMethod('credit_card', 'pt')).toBe('cartão de crédito');
    expect(paymentMethod('Store Credit', 'es')).toBe('saldo a favor en la tienda');
    expect(paymentMethod('visa_gold', 'en')).toBe('visa gold');
    expect(paymentMethod('see www.example.com', 'en')).toBeNull();
    expect(paymentMethod(undefined, 'en')).toBeNull();
  });
});
