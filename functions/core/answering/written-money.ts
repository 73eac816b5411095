/** Money as our languages write it: "R$ 1.234,50", "$549", "30 reais"; compared by value and currency. */
import type { Market } from '../domain/channel.ts';
import { ownCurrency } from './format.ts';
import type { Span } from './spans.ts';
import { valueOf } from './written-numbers.ts';

export type WrittenMoney = Span & {
  /** ISO 4217. */
  readonly currency: string;
  /** As `valueOf` gives it; null: money whose amount cannot be read, and that no fact can hold. */
  readonly value: string | null;
};

const codes = 'BRL|USD|MXN|ARS|COP|CLP|EUR|GBP';
const signs = `R\\$|US\\$|U\\$S|MX\\$|AR\\$|A\\$|\\$|€|£|${codes}`;
const names =
  'reais|real|d[oó]lares|dollars?|bucks|pesos?|usd|brl|mxn|ars|cop|clp|euros?|mangos|lucas|palos|conto|contos|pila|varos';
const number = '\\p{Nd}+(?:[.,]\\p{Nd}+)*';
/** "80 mil", "1.5k": an amount that no fact writes so. */
const multiple = '(?: ?(?:mil|k|millones|milhões|million|thousand)(?![\\p{L}]))?';
const money = new RegExp(
  `(?<![\\p{L}\\p{N}$])(${signs}) ?-?(${number})(${multiple})(?: ?(?:${codes})(?!\\p{L}))?|(?<![\\p{L}\\p{N}.,])(${number})(${multiple}) ?(?:de )?(${names}|${codes})(?!\\p{L})|(?<!\\p{L})\\p{L}+ (?:de )?(?:d[oó]lares|dollars|bucks|reais|pesos)(?!\\p{L})`,
  'giu',
);

const currencyOf = (written: string, market: Market): string => {
  const sign = written.toUpperCase();
  if (/^(?:R\$|BRL|REAI?S?|REAL|CONTOS?|PILA)$/.test(sign)) return 'BRL';
  if (/^(?:US\$|U\$S|USD|D[OÓ]LARES|DOLLARS?|BUCKS)$/.test(sign)) return 'USD';
  if (/^(?:EUR|€|EUROS?)$/.test(sign)) return 'EUR';
  if (/^(?:GBP|£)$/.test(sign)) return 'GBP';
  if (/^MX(?:N|\$)$/.test(sign)) return 'MXN';
  if (/^(?:ARS|AR\$|A\$)$/.test(sign)) return 'ARS';
  return /^(?:COP|CLP)$/.test(sign) ? sign : ownCurrency[market];
};

const unread = /^(?:de|los|las|os|as|en|em|in|the|with|con|com) /iu;

/** Every amount in a text; `$` and "pesos" are the market's own. */
export const moneyIn = (text: string, market: Market): readonly WrittenMoney[] =>
  [...text.matchAll(money)].flatMap((match): readonly WrittenMoney[] => {
    const [whole, sign, signed, many = '', named, manyNamed = '', name] = match;
    const span = { start: match.index, end: match.index + whole.length };
    const digits = signed ?? named;
    // "en pesos" tells a currency, "cincuenta pesos" an amount.
    if (digits === undefined)
      return unread.test(whole) ? [] : [{ ...span, currency: currencyOf('', market), value: null }];
    const isWhole = `${many}${manyNamed}`.trim() === '';
    return [
      { ...span, currency: currencyOf(sign ?? name ?? '', market), value: isWhole ? valueOf(digits) : null },
    ];
  });
