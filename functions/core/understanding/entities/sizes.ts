/** Sizes of clothes, shoes and beds. */
import { spansOf } from '../masking/span.ts';
import type { Found } from './numbers.ts';

const garment = String.raw`(?:pp?|m|gg?|xg|egg?|l|xx?s|s|x{1,3}l|[2-6]xl?|[1-6]g|u|unitalla|unic[oa]|large|medium|small|x-large|extra large|extra small|median[oa]|chic[oa]|grande|pequen[oa]|medi[oa]|plus size|queen|king|twin|full|casal|solteiro|matrimonial|individual)`;
const figure = String.raw`(?:(?:us\s?|mx\s?|br\s?|eu\s?)?\d{1,3}(?:[.,]5|½)?(?:\s?(?:mx|us|br|eu|cl|cm|y medio|e meio|1\/2|w|wide|d|ee))?)`;
const sizeWord = String.raw`(?:tallas?|talles?|tamanhos?|tamanos?|tam\.?|sizes?|sz|numero|numeracao|calzo|calco|wear|uso|visto|medida|aro|rodado|nino|nina)`;
const aside = String.raw`(?:\s(?:es|e|is|la|el|o|a|una|un|uma|um|the|in|em|en|de|do|da|del|us|mx|br|eu|cl|ar|solo|only|era))?`;
const named = new RegExp(
  String.raw`(?<![a-z])${sizeWord}(?![a-z])${aside}(?![a-z])\s?[:#]?\s?((?:${garment}|${figure}))(?![a-z\d]|[.,]\d)`,
  'g',
);
const article = String.raw`(?:la\s|el\s|una\s|un\s|uma\s|um\s|o\s|a\s|the\s|an\s|no\s)?`;
const instead = String.raw`(?:por|pela|pelo|para|pra|pro|a|al|for|to|e|y|o|ou|or|and|en vez de|en vez del|em vez de|instead of|e nao|y no|not|no lugar d[oa]|en lugar de)`;
/** The second of `la M por la L`, `talla 40 por 41`. */
const second = new RegExp(
  String.raw`(?<![a-z])${sizeWord}(?![a-z])(?:\s(?:la|el|o|a|us))?\s[a-z\d]{1,4}\s${instead}\s${article}((?:${garment}|\d{1,3}(?:[.,]5)?))(?![a-z\d]|[.,]\d)`,
  'g',
);
/** Both of `el 38 por el 39`, where a number like a shoe's is swapped for another. */
const swapped =
  /(?<![a-z\d.,$])(?:3[2-9]|4\d|5[0-2])(?:[.,]5)?(?=\s(?:por|pela|pelo|en vez de|em vez de|instead of|for|to)\s(?:la\s|el\s|un\s|um\s|o\s|a\s|the\s)?(?:3[2-9]|4\d|5[0-2])(?!\d))/g;
/** A number like a shoe's, alone after an article or a preposition. */
const shoe =
  /(?<![a-z])(?:en|no|em|el|o|un|um|por|para|pelo|del|do|for an?|for the|an?|in an?|to an?)\s((?:3[3-9]|4[0-8])(?:[.,]5)?)(?=\s?(?:$|[?!.,;)]|(?:por|pelo|y|e|o|ou|or|las|los|da|do|la|el|que|em|en|porfa|please|nao|no|ainda|todavia|botas|azul|negro|preto|masculino|feminino)(?![a-z])))/g;
const cup = /(?<![a-z\d])(?:3\d|4[0-8])(?:[a-f]|dd|ddd)(?![a-z\d])/g;
/** Sizes that are nothing else; capitals count: the text as given. */
const bare = /(?<![\w'’.-])(?:PP|GG|XG|EGG|XS|XL|XXL|XXXL|[2-5]XL|[2-5]X)(?!\w)/g;
const afterArticle =
  /\b(?:una?|uma?|la|el|o|a|the|an?|en|em|in|por|para|tama[nñ]o|modelo|era|es|é|del|do|da|pra|for|to|not|no|não|ou|or|y|e)\s([PMGLS])(?=\s|[.,!?]|$)/g;
const beforeOther =
  /(?<![\w'’.-])[PMGLS](?=\s(?:por|ou|o|or|e|y|para|pra|for|to|en vez|em vez|instead|and)\s)/g;
/** Whether a name of sizes stands anywhere: the patterns are long. */
const sizeNamed = /tall[ae]|tam|siz|sz|numer|cal[zc]o|wear|uso|visto|medida|aro|rodado|nin[oa]/;
/** A letter is a size only where the text is about one. */
const aboutSize =
  /tall[ae]|tamanho|tamano|size|cambi|troc|swap|exchange|veste|visto|uso|wear|fit|serve|queda|ficou|servi|camis|vestid|blus|remera|polera|playera|shirt|dress|jacket|pants|calca|pantal|chaquet|jaquet|chamarra|campera|buzo|hoodie|[1-2][.,]\d{2}/;

/**
 * In the order of certainty.
 *
 * @param given the text as given, `text` the same as `aligned` leaves it
 */
export const findSizes = (text: string, given: string): Found[] => {
  const letters = aboutSize.test(text)
    ? [...spansOf('size', given, afterArticle), ...spansOf('size', given, beforeOther)]
    : [];
  const byName = sizeNamed.test(text)
    ? [...spansOf('size', text, named), ...spansOf('size', text, second)]
    : [];
  const byNumber = /\d\d/.test(text)
    ? [...spansOf('size', text, swapped), ...spansOf('size', text, cup)]
    : [];
  return [
    ...byName,
    ...byNumber,
    ...spansOf('size', given, bare),
    ...letters,
    ...(/\d\d/.test(text) ? spansOf('size', text, shoe) : []),
  ];
};
