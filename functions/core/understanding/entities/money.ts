/** Amounts of money: with a sign or a currency, `20 mil`, and bare numbers after words of price. */
import { spansOf } from '../masking/span.ts';
import type { Found } from './numbers.ts';

const figure = String.raw`(?:\d{1,3}(?:[.,\s]\d{3}){1,3}(?:[.,]\d{1,2})?|\d{1,9}(?:[.,]\d{1,2})?)`;
const sign = String.raw`(?:r\$|us\$|u\$s|u\$d|usd\s?\$?|mxn\s?\$?|mx\$|cop\s?\$?|clp\s?\$?|ars\s?\$?|ar\$|brl|s\/\.?|€|£|\$)`;
const currency = String.raw`(?:reais|real|pesos?(?:\s(?:mexicanos|argentinos|colombianos|chilenos))?|dolar(?:es)?(?:\samericanos)?|dollars?|bucks|soles|usd|mxn|cop|clp|ars|brl|euros?|lucas|luquitas|palos|contos?|pilas?|pratas|mangos|varos|cents|centavos)`;
const withCurrency = new RegExp(
  String.raw`(?<![a-z\d])${sign}\s?${figure}(?:\s?(?:mil|k|lucas)(?![a-z]))?(?![a-z\d])(?:\s?(?:usd|mxn|cop|clp|ars|brl|pesos|dolares|reais)(?![a-z]))?|(?<![a-z\d.,])${figure}\s?(?:(?:mil|k|millones)\s)?${currency}(?![a-z])|(?<![a-z\d.,])${figure}\s?\$(?!\d)`,
  'g',
);
/** `20 mil`, as Latin America counts money; not followers. */
const thousands =
  /(?<![a-z\d.,])\d{1,3}(?:[.,]\d{1,3})?\s?mil(?![a-z])(?!\s(?:seguidores|followers|inscritos|km|kilometros|quilometros|mah|personas|pessoas|unidades|veces|vezes|visualizaciones|lumens))/g;

/** A number of at least two digits right after words that only money follows. */
const priced = new RegExp(
  String.raw`(?<![a-z])(?:ofrezco|ofreco|ofereco|faz(?:em)? por|fecha(?:r|mos)? em|fecha por|aceita[ms]?|acepta[ns]?|te doy|le doy|les doy|dou|give you|could you do|can you do|do it for|would you (?:take|accept|do)|take|pague|paguei|pagamos|i paid|paid|cobraron|cobrou|cobraram|charged(?: me)?|precio|preco|price|pirce|valor|worth|vale|valen|valem|cuesta|custa|costs?|sale en|sale a|sai(?:u)? por|me dejas? en|lo dejas? en|deixa por|deixa em|los dos por|queda en|quedo en|monto|total|saldo|limit is|limite e|por|for)(?:\s(?:de|del|es|era|e|is|was|a|like|uns?|unos|umas?|los|as|os|around|about|final|justo|seria|total|en|em|devolver)){0,4}\s(${figure})(?![a-z\d%])`,
  'g',
);
const notMoney =
  /^\s?(?:x|v|w|k|kg|cm|mm|m|ml|gb|tb|mah|hz|g|l|%|dias?|days?|horas?|hours?|hrs?|semanas?|weeks?|mes|meses|months?|anos?|years?|min|minutos|minutes|veces|vezes|times|cuotas|parcelas|payments|meses|unid|uds?|pe[cz]as?|piezas|pares|pairs|de|of|[a-z]{3,}s)(?![a-z])/;
const loosely = /(?<![a-z])(?:por|for|take|total|vale|valen)\s$/;

/** After `por` and such, only what looks like a price: three digits, or a point among them. */
const isPrice = (text: string, raw: string, start: number): boolean => {
  if (raw.length < 2 || notMoney.test(text.slice(start + raw.length, start + raw.length + 14))) return false;
  return !loosely.test(text.slice(Math.max(0, start - 8), start)) || /^\d{3,}$|[.,]\d{3}/.test(raw);
};

/** @param text as `aligned` leaves it */
export const findMoney = (text: string): Found[] =>
  /\d/.test(text)
    ? [
        ...spansOf('amount', text, withCurrency),
        ...spansOf('amount', text, thousands),
        ...spansOf('amount', text, priced, (raw, start) => isPrice(text, raw, start)),
      ]
    : [];
