/** Amounts of money, sizes, quantities, dates and lengths of time. */
import type { Found } from './numbers.ts';
import type { EntityType } from '../../domain/intent.ts';

const figure = String.raw`\d{1,3}(?:[.,\s]\d{3}){1,3}(?:[.,]\d{1,2})?|\d{1,9}(?:[.,]\d{1,2})?`;
const sign = String.raw`(?:R\$|US\$|U\$S|U\$D|USD\s?\$?|MXN\s?\$?|MX\$|COP\s?\$?|CLP\s?\$?|ARS\s?\$?|AR\$|BRL|S\/\.?|€|£|\$)`;
const currency = String.raw`(?:reais|real|pesos?(?:\smexicanos|\sargentinos|\scolombianos|\schilenos)?|d[oó]lares|d[oó]lar|dollars?|bucks|soles|usd|mxn|cop|clp|ars|brl|euros?|lucas|luquitas|palos|conto|contos|pila|pilas|pratas|mangos|varos|cents|centavos|d[oó]lares americanos)`;
const amounts = new RegExp(
  String.raw`(?<![\p{L}\p{N}])${sign}\s?(?:${figure})(?:\s?(?:mil|k|lucas)(?![\p{L}]))?(?![\p{L}\p{N}])(?:\s?(?:USD|MXN|COP|CLP|ARS|BRL|pesos|d[oó]lares|reais)(?![\p{L}]))?|(?<![\p{L}\p{N}.,])(?:${figure})\s?(?:(?:mil|k|millones)\s)?${currency}(?![\p{L}])|(?<![\p{L}\p{N}.,])(?:${figure})\s?\$(?!\d)`,
  'giu',
);

const garment = String.raw`(?:P|PP|M|G|GG|XG|EG|EGG|L|S|XS|XL|XXL|XXXL|XXS|[2-6]XL|[2-6]X|[1-6]G|U|unitalla|[uú]nica|[uú]nico|large|medium|small|x-large|extra large|extra small|mediana|mediano|chica|chico|grande|pequeñ[ao]|m[eé]dia|m[eé]dio|pequen[ao]|plus size|queen|king|twin|full|casal|solteiro|matrimonial|individual)`;
const sized = new RegExp(
  String.raw`(?<=(?<![\p{L}])(?:tallas?|talles?|tamanhos?|tam\.?|sizes?|sz|n[uú]mero|numera[cç][aã]o|n[º°]|calzo|cal[cç]o|visto|medida|talla de)(?:\s(?:es|é|e|is|la|el|o|a|una|un|uma|um|the|in|em|en|de|do|da|del|us|mx|br|eu|cl|ar|solo|only))?\s?[:#]?\s?)(?:${garment}|(?:us\s?|mx\s?|br\s?|eu\s?)?\d{1,3}(?:[.,½]5?)?(?:\s?(?:mx|us|br|eu|cl|cm|y medio|e meio|1\/2|w|wide|m|d|ee))?)(?![\p{L}\p{N}])`,
  'giu',
);
const secondSize = new RegExp(
  String.raw`(?<=(?:tallas?|talles?|tamanhos?|sizes?|tam)\s[\p{L}\p{N}]{1,4}\s(?:por|pela|pelo|para|a|al|for|to|e|y|o|ou|or|and)\s(?:la\s|el\s|una\s|un\s|uma\s|um\s|o\s|a\s|the\s|an\s)?)(?:${garment}|\d{1,3}(?:[.,]5)?)(?![\p{L}\p{N}])`,
  'gu',
);
const bareGarment = /(?<![\p{L}\p{N}'’.-])(?:PP|GG|XG|EGG|XS|XL|XXL|XXXL|[2-5]XL|[2-5]X)(?![\p{L}\p{N}])/gu;
const letterSize =
  /(?<=(?<![\p{L}])(?:una?|uma?|la|el|o|a|the|an?|en|em|in|por|para|tama[nñ]o|modelo)\s)(?:[PMGLS])(?=\s|[.,!?]|$)/gu;

const things = String.raw`(?:unidades?|uds?\.?|u\.|piezas?|pzas?\.?|pe[cç]as?|pcs?|units?|pares|par|pairs?|cajas?|caixas?|boxes|box|paquetes?|pacotes?|packs?|kits?|docenas?|d[uú]zias?|dozens?|items?|itens|produtos?|productos?|camisas?|camisetas?|remeras?|playeras?|poleras?|shirts?|t-?shirts?|pantalones|cal[cç]as|zapatos|t[eê]nis|zapatillas|shoes|tazas?|canecas?|mugs?|vestidos?|dresses|blusas?|medias|meias|socks|chamarras?|fundas?|capas?|capinhas?|cases?|cables?|cabos?|cargadores|carregadores|chargers?|sillas?|cadeiras?|chairs?|cobijas?|s[aá]banas?|toallas?|toalhas?|towels?|platos?|pratos?|plates|copos?|vasos?|glasses|l[aá]mparas?|focos?|l[aâ]mpadas?|bulbs?|libros?|livros?|books?|frascos?|botellas?|garrafas?|bottles?|rollos?|rolos?|rolls?|bolsas?|bags?|mochilas?|relojes|rel[oó]gios|watches|celulares|phones?|aud[ií]fonos|fones|headphones|art[ií]culos|artigos|articles|cosas|things|pillows|almohadas|travesseiros)`;
const quantities = new RegExp(
  String.raw`(?<![\p{L}\p{N}.,$#/-])\d{1,4}(?=\s?(?:${things})(?![\p{L}]))|(?<=(?<![\p{L}])(?:cantidad|quantidade|qtd|qty|cant\.?|quantity)\s?[:=]?\s?(?:de\s|of\s)?)\d{1,5}(?![\p{L}\p{N}])|(?<![\p{L}\p{N}])(?:x\s?\d{1,3}(?!\d)|\d{1,3}x)(?=\s|$|[.,])`,
  'giu',
);

const lengthUnit = String.raw`(?:d[ií]as?(?:\s(?:h[aá]biles|[uú]teis|corridos|naturales))?|days?|business days?|working days?|horas?|hours?|hrs?|hs|semanas?|weeks?|wks?|mes|meses|m[eê]s|months?|años?|anos?|years?|minutos?|minutes?|mins?|quincenas?)`;
const someNumber = String.raw`(?:\d{1,4}(?:\s?(?:a|o|ou|or|to|-|y|e)\s?\d{1,4})?|un|una|um|uma|dos|duas|dois|tres|três|cuatro|quatro|cinco|seis|siete|sete|ocho|oito|nueve|nove|diez|dez|quince|quinze|veinte|vinte|treinta|trinta|one|two|three|four|five|six|seven|eight|nine|ten|a|couple of|a couple of)`;
const durations = new RegExp(String.raw`(?<![\p{L}\p{N}])${someNumber}\s?${lengthUnit}(?![\p{L}])`, 'giu');

const monthName = String.raw`(?:enero|febrero|marzo|abril|mayo|junio|julio|agosto|septiembre|setiembre|octubre|noviembre|diciembre|janeiro|fevereiro|mar[cç]o|maio|junho|julho|setembro|outubro|novembro|dezembro|january|february|march|april|june|july|august|september|october|november|december|jan|feb|mar|apr|jun|jul|aug|sept?|oct|nov|dec|ene|abr|ago|dic|fev|set|out|dez)`;
const weekday = String.raw`(?:lunes|martes|mi[eé]rcoles|jueves|viernes|s[aá]bado|domingo|segunda(?:-feira|\sfeira)|ter[cç]a(?:-feira|\sfeira)?|quarta(?:-feira|\sfeira)|quinta(?:-feira|\sfeira)|sexta(?:-feira|\sfeira)?|monday|tuesday|wednesday|thursday|friday|saturday|sunday)`;
const dates = new RegExp(
  String.raw`(?<![\p{L}\p{N}/.-])(?:\d{1,2}[/-]\d{1,2}(?:[/-]\d{2,4})?(?![/\d])|\d{4}-\d{2}-\d{2}|\d{1,2}\.\d{1,2}\.\d{4}|\d{1,2}(?:º|°|ro)?\s(?:de\s)?${monthName}(?:\s(?:de\s|del\s)?\d{4})?|${monthName}\.?\s\d{1,2}(?:st|nd|rd|th)?(?:,?\s\d{4})?|${weekday}|hoy|mañana|ayer|anteayer|hoje|amanh[aã]|ontem|anteontem|today|tomorrow|yesterday|tonight)(?![\p{L}\p{N}])`,
  'giu',
);

const all = (type: EntityType, text: string, shape: RegExp): Found[] =>
  Array.from(text.matchAll(shape), (match) => ({
    type,
    start: match.index,
    end: match.index + match[0].trimEnd().length,
  }));

const fractions = /^\d{1,2}\/\d{1,2}$/;
/** `de la mañana` is a time of day, `24/7` and `1/2` are no dates. */
const isDate = (text: string, { start, end }: Found): boolean => {
  const raw = text.slice(start, end).toLowerCase();
  if (raw === 'mañana')
    return !/(?:la|por la|una|esta|de la)\s$/iu.test(text.slice(Math.max(0, start - 8), start));
  if (!fractions.test(raw)) return true;
  const [first = 0, second = 0] = raw.split('/').map(Number);
  return (
    raw !== '24/7' &&
    raw !== '1/2' &&
    raw !== '1/1' &&
    first <= 31 &&
    second <= 31 &&
    (first <= 12 || second <= 12) &&
    first > 0 &&
    second > 0
  );
};

/** In the order of certainty. */
export const findMeasures = (text: string): Found[] => {
  const words = [
    ...all('date', text, dates).filter((found) => isDate(text, found)),
    ...all('duration', text, durations),
  ];
  const sizes = [
    ...all('size', text, sized),
    ...all('size', text, secondSize),
    ...all('size', text, bareGarment),
    ...all('size', text, letterSize),
  ];
  if (!/\d/.test(text)) return [...sizes, ...words];
  return [...all('amount', text, amounts), ...sizes, ...words, ...all('quantity', text, quantities)];
};
