/** What in a text looks like a fact, a promise or a way around us, once all that the facts hold is taken out. */
import type { Span } from './spans.ts';
import { numbersIn, spellsDigits } from './written-numbers.ts';

/** Spans of time without a number: nobody can be held to them, and a buyer will. */
const vagueTime =
  /(?<!\p{L})(?:pocos|pocas|poucos|poucas|algunos|algunas|alguns|algumas|unos|unas|uns|umas|(?:un )?par de|a few|few|several|a couple of|half an?|media|medio|meia) (?:minutos?|horas?|d[ií]as?|semanas?|mes(?:es)?|a[nñ]os?|minutes?|hours?|days?|weeks?|months?|years?)(?!\p{L})/iu;

/** Time or money counted in words ("dos días", "a few hours"), or digits spelled out. */
export const countsInWords = (text: string): boolean =>
  saysVagueTime(text) ||
  spellsDigits(text) ||
  numbersIn(text).some(({ start, end }) => !/\p{N}/u.test(text.slice(start, end)));
export const saysVagueTime = (text: string): boolean => vagueTime.test(text);

/** Well-known carriers: naming one that the facts do not name is inventing. */
const carriers =
  /(?<![\p{L}\p{N}])(?:correios|jadlog|loggi|total express|fedex|dhl|ups|usps|estafeta|redpack|99minutos|paquetexpress|andreani|oca|correo argentino|ocasa|servientrega|coordinadora|interrapid[ií]simo|deprisa|chilexpress|starken|blue express|correos de chile|mercado env[ií]os|amazon logistics|sf express|yanwen|cainiao|4px|yunexpress)(?![\p{L}\p{N}])/iu;
export const namesCarrier = (text: string): boolean => carriers.test(text);

/** A capital inside a sentence is a name (ours have none but the English "I"): of a person, a firm, a place. */
const nameInside = /(?<=[\p{Ll}\p{N},;)▯] )(?!I(?:['’]\p{Ll}+)?(?!\p{L}))\p{Lu}[\p{L}\p{N}'’.-]*/gu;
/** English writes these with a capital; whether the day is right is asked elsewhere. */
const capitalised = /^(?:(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|English|Spanish|Portuguese)s?$/u;
/** Names in a text from which all that is known was taken out; words with digits are codes. */
export const namesIn = (text: string): readonly string[] =>
  [...text.matchAll(nameInside)]
    .map(([name]) => name.replace(/[.'’-]+$/u, ''))
    .filter((name) => !capitalised.test(name) && !/\p{N}/u.test(name));

/** Another buyer, or what the seller's own people may do: nobody else's business. */
const others =
  /(?<!\p{L})(?:last|previous|other|another|next|[uú]ltim[oa]|anterior|otr[oa]s?|outr[oa]s?) (?:customers?|buyers?|clients?|shoppers?|clientes?|comprador(?:es|as?)?|usu[aá]rios?|usuarios?)(?!\p{L})|(?<!\p{L})(?:customer|buyer|cliente|comprador) (?:before you|anterior|previo|asked|preguntó|perguntou)|(?<!\p{L})(?:staff|employee|internal|interno|funcion[aá]rios?|empleados?) (?:price|code|discount|preço|precio|c[oó]digo|desconto|descuento)/iu;
export const tellsOfOthers = (text: string): boolean => others.test(text);

/** Only a person may promise, or give away. `(?!\p{L})` instead of `\b`, which takes an accented letter for an end. */
const promises: readonly RegExp[] = [
  /(?<!\p{L})(?:garanti[zc](?:o|amos|ad[oa]?s?)(?!\p{L})|garantid[oa]s?|promet(?:o|emos)|asegur(?:o|amos)|doy mi palabra)(?!\p{L})/iu,
  /(?<!\p{L})(?:reembolsar|devolver|enviar|mandar|cambiar|compensar|repondr|dar|regalar|reintegrar|estornar|trocar)(?:emos|é|á|án|ei|ão)(?!\p{L})/iu,
  /(?<!\p{L})(?:vamos a|voy a) (?:reembolsar|devolver|reintegrar|compensar|enviar|mandar|regalar|reponer|cambiar|dar)/iu,
  /(?<!\p{L})(?:vas a|va a) (?:recibir|llegar)|(?<!\p{L})(?:recibirás|llegará|recibirá)(?!\p{L})|(?<!\p{L})será (?:reembolsad|entregad|reintegrad|reembolsad|entregue|estornad)/iu,
  /(?<!no |nunca )(?<!\p{L})(?:te|le) (?:doy|damos|hago|hacemos|ofrezco|ofrecemos|regalo|regalamos|devuelvo|devolvemos|reembolso|reembolsamos|cambiamos) /iu,
  /(?<!\p{L})(?:garant(?:o|imos|ido)|assegur(?:o|amos))(?!\p{L})|(?<!\p{L})(?:vamos|iremos|vou) (?:te )?(?:reembolsar|devolver|enviar|mandar|trocar|compensar|estornar|dar)/iu,
  /(?<!\p{L})vai (?:chegar|receber)|(?<!\p{L})(?:chegará|receberá)(?!\p{L})|(?<!não )(?<!\p{L})(?:te )(?:dou|damos|faço|fazemos|ofereço|oferecemos|devolvemos|reembolsamos) /iu,
  /(?<!\p{L})(?:el doble|o dobro|doble de|dobro d[eo]|double (?:the|your)|twice the|tripl[eo]s?)(?!\p{L})/iu,
  /(?<!\p{L})(?:for life|lifetime|de por vida|vital[ií]ci[ao]|para siempre|por siempre|para sempre|forever|unlimited|ilimitad[oa]s?|etern[oa])(?!\p{L})/iu,
  /(?<!\p{L})(?:keep|qu[eé]date(?: con)?|quedar(?:te|se|me)? con|fi(?:car|que) com) (?:the |your |el |la |tu |los |las |o |a |seu |sua )?(?:it|them|both|items?|products?|parcel|package|money|order|shoes|producto|art[ií]culo|paquete|pedido|dinero|plata|produto|pacote|dinheiro)(?!\p{L})|(?<!\p{L})(?:quedártel[oa]|quédatel[oa])(?!\p{L})/iu,
  /(?<!nos )(?<!\p{L})(?:quedamos|hab[ií]amos quedado) (?:en|de|que)(?!\p{L})|(?<!\p{L})(?:combinamos|acordamos) (?:que|de|em|en|por)(?!\p{L})|\b(?:we|i) (?:had |have )?agreed\b/iu,
  /(?<!\p{L})sem falta(?!\p{L})|(?<!\p{L})sin falta(?!\p{L})/iu,
  /\b(?:guaranteed?|promise[ds]?|assure you|without fail)\b|\bfor sure by\b/iu,
  /\b(?:we|i|they)(?:['’]ll| will| can| could) (?:refund|replace|send you|ship|compensate|reimburse|credit|give you|offer you|exchange)/iu,
  /\bgoing to (?:refund|replace|send you|compensate|reimburse)|\byou(?:['’]ll| will) (?:get|receive)\b|\bwill (?:arrive|be (?:delivered|refunded|replaced|reimbursed|there by))/iu,
];
/** "I can't promise" promises nothing. */
const denied =
  /(?<!\p{L})(?:can['’]t|cannot|can not|unable to|not able to|no (?:te |le |lo |la |se )*(?:puedo|podemos|puede)|não (?:te )?(?:consigo|conseguimos|posso|podemos))(?: te| le)? (?:promise|guarantee|assure|prometer|garantizar|garantir|asegurar|assegurar)\S*/giu;
/** What was given back already, with its amount beside it, is told and not promised. */
const givenBack = /(?<!\p{L})(?:te|le) (?:devolvimos|devolvemos|reembolsamos|reintegramos)(?=\s*▯)/giu;

/** `refunded`: the facts hold a refund, whose amount may be told. */
export const promisesSomething = (text: string, refunded = false): boolean => {
  const said = text.replaceAll(denied, '');
  const told = refunded ? said.replaceAll(givenBack, '') : said;
  return promises.some((pattern) => pattern.test(told));
};

const free =
  /(?<!\p{L})(?:gratis|grátis|gratuit[oa]s?|sin costo|sin cargo|no tiene costo|sem custo|não tem custo|for free|free of charge|(?<!-|feel )free(?!-| to )|no shipping charge)(?!\p{L})/iu;
/** True when the text says that something costs nothing. */
export const saysFree = (text: string): boolean => free.test(text);
/** Where it says so. */
export const whereFree = (text: string): readonly Span[] =>
  [...text.matchAll(new RegExp(free, 'giu'))].map((match) => ({
    start: match.index,
    end: match.index + match[0].length,
  }));

/** Marks that nobody sees, letters that look like ours, words drawn apart: a text that hides what it says. */
const unseen = /[\p{Cf}\p{Co}\p{Cn}]|[\p{Cc}--[\n\r\t]]/v;
const otherScripts = /[\p{L}--\p{Script=Latin}]/v;
const drawnApart = /(?<!\p{L})(?:\p{L}[ ._-]){4,}\p{L}(?!\p{L})/u;
const spelledAddress =
  /(?<!\p{L})(?:arroba|\(at\)|\[at\]|(?:dot|ponto|punto) (?:com|net|org|br|mx|ar|cl|co))(?!\p{L})/iu;
export const hidesSomething = (text: string): boolean =>
  unseen.test(text) || otherScripts.test(text) || drawnApart.test(text) || spelledAddress.test(text);
