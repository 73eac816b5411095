/** Colours, cities and common products: best effort, by word lists. */
import type { EntityType } from '../../domain/intent.ts';
import type { Found } from './numbers.ts';

const colours = String.raw`roj[oa]s?|azul(?:es)?(?:\s(?:marino|marinho|rey|cielo|claro|oscuro|escuro))?|verdes?(?:\s(?:claro|oscuro|escuro|militar|oliva))?|negr[oa]s?|blanc[oa]s?|gris(?:es)?|amarill[oa]s?|naranjas?|morad[oa]s?|ros(?:a|ado|ada)s?|caf[eé]|marr[oó]n|beige|bege|dorad[oa]s?|plate?ad[oa]s?|celestes?|violetas?|vermelh[oa]s?|pret[oa]s?|branc[oa]s?|cinzas?|amarel[oa]s?|laranjas?|rox[oa]s?|marrom|dourad[oa]s?|pratead[oa]s?|vinho|nude|red|blue|navy(?:\sblue)?|green|black|white|gr[ae]y|yellow|orange|purple|pink|brown|gold|silver|burgundy|turquesa|turquoise|lilás|lila|guinda|bord[oô]|fucsia|tan`;
const cities = String.raw`ciudad de m[eé]xico|cdmx|guadalajara|monterrey|puebla|tijuana|le[oó]n|quer[eé]taro|m[eé]rida|canc[uú]n|toluca|buenos aires|caba|c[oó]rdoba|rosario|mendoza|la plata|tucum[aá]n|mar del plata|salta|neuqu[eé]n|bogot[aá]|medell[ií]n|cali|barranquilla|cartagena|bucaramanga|pereira|manizales|c[uú]cuta|santiago|valpara[ií]so|concepci[oó]n|antofagasta|vi[ñn]a del mar|temuco|la serena|iquique|s[aã]o paulo|rio de janeiro|belo horizonte|bras[ií]lia|salvador|fortaleza|curitiba|recife|porto alegre|manaus|bel[eé]m|goi[aâ]nia|campinas|florian[oó]polis|vit[oó]ria|natal|guarulhos|s[aã]o lu[ií]s|macei[oó]|new york|nyc|los angeles|chicago|houston|miami|phoenix|philadelphia|san antonio|san diego|dallas|austin|orlando|seattle|denver|boston|atlanta|las vegas|san francisco|tampa|portland|detroit|el paso|lima`;
const products = String.raw`tenis|tênis|zapatos?|zapatillas?|sapatos?|shoes|sneakers|camisas?|camisetas?|playeras?|remeras?|poleras?|t-?shirts?|shirts?|pantal[oó]n(?:es)?|cal[cç]as?|jeans|vestidos?|dress(?:es)?|chamarras?|camperas?|jaquetas?|chaquetas?|jackets?|mochilas?|backpacks?|celular(?:es)?|tel[eé]fonos?|phones?|iphones?|aud[ií]fonos|auriculares|fones? de ouvido|headphones|earbuds|cargador(?:es)?|carregador(?:es)?|chargers?|laptops?|notebooks?|tablets?|televisor(?:es)?|tv|licuadoras?|liquidificador(?:es)?|blenders?|freidoras?|air ?fryers?|cafeteras?|cafeteiras?|coffee makers?|aspiradoras?|vacuums?|sill[oó]n(?:es)?|sof[aá]s?|colch[oó]n(?:es)?|colch[aã]o|mattress(?:es)?|l[aá]mparas?|lamps?|relojes|reloj|rel[oó]gios?|watch(?:es)?|perfumes?|cremas?|sillas?|cadeiras?|chairs?|mesas?|tables?|cobijas?|s[aá]banas|ollas?|panelas?|sart[eé]n(?:es)?|impresoras?|impressoras?|printers?|monitor(?:es)?|teclados?|keyboards?|mouse|juguetes?|brinquedos?|toys?|bicicletas?|bikes?`;

const whole = (list: string): RegExp =>
  new RegExp(String.raw`(?<![\p{L}\p{N}])(?:${list})(?![\p{L}\p{N}])`, 'giu');
const lists: readonly (readonly [EntityType, RegExp])[] = [
  ['colour', whole(colours)],
  ['city', whole(cities)],
  ['product', whole(products)],
];

/** Words that are no colour, city or product after these. */
const tied = /(?:tarjeta|cart[aã]o|card|friday|nota|s[aá]bado|feliz|muit[oa]s?)\s$/iu;
const isTied = (text: string, start: number): boolean =>
  tied.test(text.slice(Math.max(0, start - 10), start));

export const findThings = (text: string): Found[] =>
  lists.flatMap(([type, list]) =>
    Array.from(text.matchAll(list), (match) => ({
      type,
      start: match.index,
      end: match.index + match[0].length,
    })).filter(({ start }) => !isTied(text, start)),
  );
