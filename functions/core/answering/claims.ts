/** What in a text looks like a fact, a promise or a way around us, once all that the facts hold is taken out. */

/** Numbers written in words, in all three languages; "un" and "a" count beside a unit ("a week", "una hora"). */
const numberWords = `
  un una uno dos tres cuatro cinco seis siete ocho nueve diez once doce quince veinte veinticuatro treinta cuarenta cincuenta cien mil pocos pocas par
  um uma dois duas três quatro cinco seis sete oito nove dez onze doze quinze vinte trinta quarenta cinquenta cem poucos poucas algumas alguns
  a an one two three four five six seven eight nine ten eleven twelve fifteen twenty thirty forty fifty hundred thousand few couple half
`
  .trim()
  .split(/\s+/)
  .join('|');
const units =
  'minutos?|horas?|d[ií]as?|semanas?|mes(?:es)?|m[eê]s|a[nñ]os?|pesos|reais|reales|d[oó]lares|por ciento|por cento|minutes?|hours?|days?|weeks?|months?|years?|dollars|bucks|percent';
const countedUnit = new RegExp(
  `(?<!\\p{L})(?:${numberWords}) (?:de |of |business |working )?(?:${units})(?!\\p{L})`,
  'iu',
);
/** Three digits spelled in a row are a telephone number read aloud. */
const digitWords =
  'cero|uno|dos|tres|cuatro|cinco|seis|siete|ocho|nueve|zero|um|dois|três|quatro|sete|oito|nove|one|two|three|four|five|six|seven|eight|nine';
const spelledDigits = new RegExp(
  `(?<!\\p{L})(?:${digitWords})(?:[ ,.-]+(?:${digitWords})){2,}(?!\\p{L})`,
  'iu',
);

/** True when the text counts time or money in words ("dos días", "a few hours"), or spells out digits. */
export const countsInWords = (text: string): boolean => countedUnit.test(text) || spelledDigits.test(text);

const moneySigns =
  /(?:[$€£]|(?<!\p{L})(?:usd|brl|mxn|ars|clp|cop)) ?-?\p{N}|\p{N} ?(?:pesos|reais|reales|d[oó]lares|dollars|bucks|usd|brl|mxn|ars|clp|cop)(?!\p{L})|\p{N} ?%|\p{N} por (?:ciento|cento)/iu;
/** A currency's code is written in capitals: "son 3" is no money. */
const moneyCode = /(?<!\p{L})[A-Z]{3} ?-?\p{N}/u;
export const looksLikeMoney = (text: string): boolean => moneySigns.test(text) || moneyCode.test(text);

/** Well-known carriers: naming one that the facts do not name is inventing. */
const carriers =
  /(?<![\p{L}\p{N}])(?:correios|jadlog|loggi|total express|fedex|dhl|ups|usps|estafeta|redpack|99minutos|paquetexpress|andreani|oca|correo argentino|ocasa|servientrega|coordinadora|interrapid[ií]simo|deprisa|chilexpress|starken|blue express|correos de chile|mercado env[ií]os|amazon logistics|sf express|yanwen|cainiao|4px|yunexpress)(?![\p{L}\p{N}])/iu;
export const namesCarrier = (text: string): boolean => carriers.test(text);

/** A capital inside a sentence is a name (ours have none but the English "I"): of a person, a firm, a place. */
const nameInside = /(?<=[\p{Ll},;)▯] )(?!I(?:['’]\p{Ll}+)?(?!\p{L}))\p{Lu}[\p{L}'’.-]*/u;
export const namesSomebody = (text: string): boolean => nameInside.test(text);

/** Only a person may promise, or give away. `(?!\p{L})` instead of `\b`, which takes an accented letter for an end. */
const promises: readonly RegExp[] = [
  /(?<!\p{L})(?:garanti[zc](?:o|amos|ado)|promet(?:o|emos)|asegur(?:o|amos)|doy mi palabra)(?!\p{L})/iu,
  /(?<!\p{L})(?:reembolsar|devolver|enviar|mandar|cambiar|compensar|repondr|dar|regalar|reintegrar|estornar|trocar)(?:emos|é|á|án|ei|ão)(?!\p{L})/iu,
  /(?<!\p{L})(?:vamos a|voy a) (?:reembolsar|devolver|reintegrar|compensar|enviar|mandar|regalar|reponer|cambiar|dar)/iu,
  /(?<!\p{L})(?:vas a|va a) (?:recibir|llegar)|(?<!\p{L})(?:recibirás|llegará|recibirá)(?!\p{L})|(?<!\p{L})será (?:reembolsad|entregad|reintegrad|reembolsad|entregue|estornad)/iu,
  /(?<!no |nunca )(?<!\p{L})(?:te|le) (?:doy|damos|hago|hacemos|ofrezco|ofrecemos|regalo|regalamos|devuelvo|devolvemos|reembolso|reembolsamos|cambiamos) /iu,
  /(?<!\p{L})(?:garant(?:o|imos|ido)|assegur(?:o|amos))(?!\p{L})|(?<!\p{L})(?:vamos|iremos|vou) (?:te )?(?:reembolsar|devolver|enviar|mandar|trocar|compensar|estornar|dar)/iu,
  /(?<!\p{L})vai (?:chegar|receber)|(?<!\p{L})(?:chegará|receberá)(?!\p{L})|(?<!não )(?<!\p{L})(?:te )(?:dou|damos|faço|fazemos|ofereço|oferecemos|devolvemos|reembolsamos) /iu,
  /(?<!\p{L})sem falta(?!\p{L})|(?<!\p{L})sin falta(?!\p{L})/iu,
  /\b(?:guaranteed?|promise[ds]?|assure you|without fail)\b|\bfor sure by\b/iu,
  /\b(?:we|i|they)(?:['’]ll| will| can| could) (?:refund|replace|send you|ship|compensate|reimburse|credit|give you|offer you|exchange)/iu,
  /\bgoing to (?:refund|replace|send you|compensate|reimburse)|\byou(?:['’]ll| will) (?:get|receive)\b|\bwill (?:arrive|be (?:delivered|refunded|replaced|reimbursed|there by))/iu,
];
export const promisesSomething = (text: string): boolean => promises.some((pattern) => pattern.test(text));

const free =
  /(?<!\p{L})(?:gratis|grátis|gratuit[oa]s?|sin costo|sin cargo|no tiene costo|sem custo|não tem custo|for free|free of charge|ships free|free shipping|shipping is free|no shipping charge)(?!\p{L})/iu;
/** True when the text says that something costs nothing. */
export const saysFree = (text: string): boolean => free.test(text);

/** Marks that nobody sees, letters that look like ours, words drawn apart: a text that hides what it says. */
const unseen = /[\p{Cf}\p{Co}\p{Cn}]|[\p{Cc}--[\n\r\t]]/v;
const otherScripts = /[\p{L}--\p{Script=Latin}]/v;
const drawnApart = /(?<!\p{L})(?:\p{L}[ ._-]){4,}\p{L}(?!\p{L})/u;
const spelledAddress =
  /(?<!\p{L})(?:arroba|\(at\)|\[at\]|(?:dot|ponto|punto) (?:com|net|org|br|mx|ar|cl|co))(?!\p{L})/iu;
export const hidesSomething = (text: string): boolean =>
  unseen.test(text) || otherScripts.test(text) || drawnApart.test(text) || spelledAddress.test(text);
