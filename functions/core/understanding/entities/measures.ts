/** Amounts of money, sizes, quantities, dates and lengths of time. All texts as `aligned` leaves them. */
import { spansOf } from '../masking/span.ts';
import type { Found } from './numbers.ts';

const figure = String.raw`(?:\d{1,3}(?:[.,\s]\d{3}){1,3}(?:[.,]\d{1,2})?|\d{1,9}(?:[.,]\d{1,2})?)`;
const sign = String.raw`(?:r\$|us\$|u\$s|u\$d|usd\s?\$?|mxn\s?\$?|mx\$|cop\s?\$?|clp\s?\$?|ars\s?\$?|ar\$|brl|s\/\.?|€|£|\$)`;
const currency = String.raw`(?:reais|real|pesos?(?:\s(?:mexicanos|argentinos|colombianos|chilenos))?|dolar(?:es)?(?:\samericanos)?|dollars?|bucks|soles|usd|mxn|cop|clp|ars|brl|euros?|lucas|luquitas|palos|contos?|pilas?|pratas|mangos|varos|cents|centavos)`;
const amounts = new RegExp(
  String.raw`(?<![a-z\d])${sign}\s?${figure}(?:\s?(?:mil|k|lucas)(?![a-z]))?(?![a-z\d])(?:\s?(?:usd|mxn|cop|clp|ars|brl|pesos|dolares|reais)(?![a-z]))?|(?<![a-z\d.,])${figure}\s?(?:(?:mil|k|millones)\s)?${currency}(?![a-z])|(?<![a-z\d.,])${figure}\s?\$(?!\d)`,
  'g',
);

const garment = String.raw`(?:pp?|m|gg?|xg|egg?|l|xx?s|s|x{1,3}l|[2-6]xl?|[1-6]g|u|unitalla|unic[oa]|large|medium|small|x-large|extra large|extra small|median[oa]|chic[oa]|grande|pequen[oa]|medi[oa]|plus size|queen|king|twin|full|casal|solteiro|matrimonial|individual)`;
const sizeWord = String.raw`(?:tallas?|talles?|tamanhos?|tam\.?|sizes?|sz|numero|numeracao|calzo|calco|visto|medida)`;
const aside = String.raw`(?:\s(?:es|e|is|la|el|o|a|una|un|uma|um|the|in|em|en|de|do|da|del|us|mx|br|eu|cl|ar|solo|only))?`;
const sized = new RegExp(
  String.raw`(?<![a-z])${sizeWord}${aside}\s?[:#]?\s?((?:${garment}|(?:us\s?|mx\s?|br\s?|eu\s?)?\d{1,3}(?:[.,]5|½)?(?:\s?(?:mx|us|br|eu|cl|cm|y medio|e meio|1\/2|w|wide|m|d|ee))?))(?![a-z\d])`,
  'g',
);
/** The second of `la M por la L`. */
const secondSize = new RegExp(
  String.raw`(?:tallas?|talles?|tamanhos?|sizes?|tam)(?:\s(?:la|el|o|a))?\s[a-z\d]{1,4}\s(?:por|pela|pelo|para|a|al|for|to|e|y|o|ou|or|and)\s(?:la\s|el\s|una\s|un\s|uma\s|um\s|o\s|a\s|the\s|an\s)?((?:${garment}|\d{1,3}(?:[.,]5)?))(?![a-z\d])`,
  'g',
);
/** Sizes that are nothing else; capitals count: the text as given. */
const bareGarment = /(?<![\w'’.-])(?:PP|GG|XG|EGG|XS|XL|XXL|XXXL|[2-5]XL|[2-5]X)(?!\w)/g;
const letterSize =
  /\b(?:una?|uma?|la|el|o|a|the|an?|en|em|in|por|para|tama[nñ]o|modelo)\s([PMGLS])(?=\s|[.,!?]|$)/g;

const things: ReadonlySet<string> = new Set(
  `almohadas articles articulos artigos audifonos bag bags blusa blusas bolsa bolsas bones book books
  botella botellas bottle bottles box boxes brinquedos bulb bulbs cable cables cabo cabos cadeira
  cadeiras caixa caixas caja cajas calcas camisa camisas camiseta camisetas caneca canecas capa capas
  capinha capinhas cargadores carregadores case cases celulares chair chairs chamarra chamarras
  chaquetas charger chargers cobija cobijas copo copos cortinas cosas curtains docena docenas dozen
  dozens dresses duzia duzias espejos espelhos faldas foco focos fones frasco frascos funda fundas
  garrafa garrafas glasses gorras hats headphones item items itens jackets jaquetas jeans juguetes kit
  kits lampada lampadas lampara lamparas libro libros livro livros medias meias mesas mirrors mochila
  mochilas mug mugs ollas pack packs pacote pacotes pair pairs panelas pantalones paquete paquetes par
  pares pc pcs peca pecas phone phones pieza piezas pillows plates plato platos playera playeras polera
  poleras prato pratos producto productos produto produtos pza pzas relogios relojes remera remeras roll
  rollo rollos rolls rolo rolos rugs sabana sabanas saias shirt shirts shoes shorts silla sillas socks
  t-shirt t-shirts tables tapetes taza tazas tenis things toalha toalhas toalla toallas towel towels
  toys travesseiros tshirt tshirts ud uds unidade unidades unit units vaso vasos vestido vestidos
  watches zapatillas zapatos u`.split(/\s+/),
);
const counted = /(?<![a-z\d.,$#/-])\d{1,4}(?=\s?[a-z])/g;
const wordAfter = /^\s?([a-z]+(?:-[a-z]+)?)/;
const times = /(?<![a-z\d])(?:x\s?\d{1,3}(?!\d)|\d{1,3}x)(?=\s|$|[.,])/g;
/** A number before something that is bought by the piece. */
const isQuantity = (text: string, end: number): boolean =>
  things.has(wordAfter.exec(text.slice(end, end + 24))?.[1] ?? '');
const namedQuantity =
  /(?<![a-z])(?:cantidad|quantidade|qtd|qty|cant\.?|quantity)\s?[:=]?\s?(?:de\s|of\s)?(\d{1,5})(?![a-z\d])/g;

const lengthUnit =
  '(?:dias?(?:\\s(?:habiles|uteis|corridos|naturales))?|(?:business |working )?days?|horas?|hours?|hrs?|hs|semanas?|weeks?|wks?|mes(?:es)?|months?|anos?|years?|minutos?|minutes?|mins?|quincenas?)';
const someNumber = String.raw`(?:\d{1,4}(?:\s?(?:a|o|ou|or|to|-|y|e)\s?\d{1,4})?|un|una|um|uma|dos|duas|dois|tres|cuatro|quatro|cinco|seis|siete|sete|ocho|oito|nueve|nove|diez|dez|quince|quinze|veinte|vinte|treinta|trinta|one|two|three|four|five|six|seven|eight|nine|ten|(?:a )?couple of|a)`;
const durations = new RegExp(String.raw`(?<![a-z\d])${someNumber}\s?${lengthUnit}(?![a-z])`, 'g');

const monthName =
  '(?:enero|febrero|marzo|abril|mayo|junio|julio|agosto|septiembre|setiembre|octubre|noviembre|diciembre|janeiro|fevereiro|marco|maio|junho|julho|setembro|outubro|novembro|dezembro|january|february|march|april|june|july|august|september|october|november|december|jan|feb|mar|apr|jun|jul|aug|sept?|oct|nov|dec|ene|abr|ago|dic|fev|set|out|dez)';
const weekday =
  '(?:lunes|martes|miercoles|jueves|viernes|sabado|domingo|(?:segunda|terca|quarta|quinta|sexta)[-\\s]feira|monday|tuesday|wednesday|thursday|friday|saturday|sunday)';
const dates = new RegExp(
  String.raw`(?<![a-z\d/.-])(?:\d{1,2}[/-]\d{1,2}(?:[/-]\d{2,4})?(?![/\d])|\d{4}-\d{2}-\d{2}|\d{1,2}\.\d{1,2}\.\d{4}|\d{1,2}(?:[o°]|ro)?\s(?:de\s)?${monthName}(?:\s(?:de\s|del\s)?\d{4})?|${monthName}\.?\s\d{1,2}(?:st|nd|rd|th)?(?:,?\s\d{4})?|${weekday}|hoy|manana|ayer|anteayer|hoje|amanha|ontem|anteontem|today|tomorrow|yesterday|tonight)(?![a-z\d])`,
  'g',
);

const fractions = /^\d{1,2}\/\d{1,2}$/;
const noDates = new Set(['24/7', '1/2', '1/1', '50/60', '3/4', '1/4']);
const morning = /(?:la|una|esta)\s$/;
/** `de la mañana` is a time of day, `24/7` and `1/2` are no dates. */
const isDate = (text: string, raw: string, start: number): boolean => {
  if (raw === 'manana') return !morning.test(text.slice(Math.max(0, start - 8), start));
  if (!fractions.test(raw)) return true;
  const [first = 0, second = 0] = raw.split('/').map(Number);
  const fits = first > 0 && second > 0 && Math.min(first, second) <= 12 && Math.max(first, second) <= 31;
  return fits && !noDates.has(raw);
};

/**
 * In the order of certainty.
 *
 * @param given the text as given, `text` the same as `aligned` leaves it
 */
export const findMeasures = (text: string, given: string): Found[] => {
  const sizes = [
    ...spansOf('size', text, sized),
    ...spansOf('size', text, secondSize),
    ...spansOf('size', given, bareGarment),
    ...spansOf('size', given, letterSize),
  ];
  const moments = [
    ...spansOf('date', text, dates, (raw, start) => isDate(text, raw, start)),
    ...spansOf('duration', text, durations),
  ];
  if (!/\d/.test(text)) return [...sizes, ...moments];
  return [
    ...spansOf('amount', text, amounts),
    ...sizes,
    ...moments,
    ...spansOf('quantity', text, namedQuantity),
    ...spansOf('quantity', text, counted, (raw, start) => isQuantity(text, start + raw.length)),
    ...spansOf('quantity', text, times),
  ];
};
