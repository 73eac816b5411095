/** Colours, cities and common products: best effort, by word lists. */
import type { EntityType } from '../../domain/intent.ts';
import type { Found } from './numbers.ts';

const colours = `
  amarela, amarelas, amarelo, amarelos, amarilla, amarillas, amarillo, amarillos, azul, azul cielo, azul
  claro, azul escuro, azul marinho, azul marino, azul oscuro, azul rey, azules, azules cielo, azules claro,
  azules escuro, azules marinho, azules marino, azules oscuro, azules rey, bege, beige, black, blanca,
  blancas, blanco, blancos, blue, bordo, branca, brancas, branco, brancos, brown, burgundy, cafe, celeste,
  celestes, cinza, cinzas, dorada, doradas, dorado, dorados, dourada, douradas, dourado, dourados, fucsia,
  gold, gray, green, grey, gris, grises, guinda, laranja, laranjas, lila, marrom, marron, morada,
  moradas, morado, morados, naranja, naranjas, navy, navy blue, negra, negras, negro, negros, nude, orange,
  pink, platada, platadas, platado, platados, plateada, plateadas, plateado, plateados, prateada, prateadas,
  prateado, prateados, preta, pretas, preto, pretos, purple, red, roja, rojas, rojo, rojos, rosa, rosada,
  rosadas, rosado, rosados, rosas, roxa, roxas, roxo, roxos, silver, tan, turquesa, turquoise, verde, verde
  claro, verde escuro, verde militar, verde oliva, verde oscuro, verdes, verdes claro, verdes escuro, verdes
  militar, verdes oliva, verdes oscuro, vermelha, vermelhas, vermelho, vermelhos, vinho, violeta, violetas,
  white, yellow
`;
const cities = `
  antofagasta, atlanta, austin, barranquilla, belem, belo horizonte, bogota, boston, brasilia, bucaramanga,
  buenos aires, caba, cali, campinas, cancun, cartagena, cdmx, chicago, ciudad de mexico, concepcion,
  cordoba, cucuta, curitiba, dallas, denver, detroit, el paso, florianopolis, fortaleza, goiania,
  guadalajara, guarulhos, houston, iquique, la plata, la serena, las vegas, leon, lima, los angeles, maceio,
  manaus, manizales, mar del plata, medellin, mendoza, merida, miami, monterrey, natal, neuquen, new york,
  nyc, orlando, pereira, philadelphia, phoenix, portland, porto alegre, puebla, queretaro, recife, rio de
  janeiro, rosario, salta, salvador, san antonio, san diego, san francisco, santiago, sao luis, sao paulo,
  seattle, tampa, temuco, tijuana, toluca, tucuman, valparaiso, vina del mar, vitoria
`;
const products = `
  air fryer, air fryers, airfryer, airfryers, aspiradora, aspiradoras, audifonos, auriculares, backpack,
  backpacks, bicicleta, bicicletas, bike, bikes, blender, blenders, brinquedo, brinquedos, cadeira,
  cadeiras, cafeteira, cafeteiras, cafetera, cafeteras, calca, calcas, camisa, camisas, camiseta, camisetas,
  campera, camperas, cargador, cargadores, carregador, carregadores, celular, celulares, chair, chairs,
  chamarra, chamarras, chaqueta, chaquetas, charger, chargers, cobija, cobijas, coffee maker, coffee makers,
  colchao, colchon, colchones, crema, cremas, dress, dresses, earbuds, fone de ouvido, fones de ouvido,
  freidora, freidoras, headphones, impresora, impresoras, impressora, impressoras, iphone, iphones, jacket,
  jackets, jaqueta, jaquetas, jeans, juguete, juguetes, keyboard, keyboards, lamp, lampara, lamparas, lamps,
  laptop, laptops, licuadora, licuadoras, liquidificador, liquidificadores, mattress, mattresses, mesa,
  mesas, mochila, mochilas, monitor, monitores, mouse, notebook, notebooks, olla, ollas, panela, panelas,
  pantalon, pantalones, perfume, perfumes, phone, phones, playera, playeras, polera, poleras, printer,
  printers, relogio, relogios, reloj, relojes, remera, remeras, sabanas, sapato, sapatos, sarten, sartenes,
  shirt, shirts, shoes, silla, sillas, sillon, sillones, sneakers, sofa, sofas, t-shirt, t-shirts, table,
  tables, tablet, tablets, teclado, teclados, telefono, telefonos, televisor, televisores, tenis, toy, toys,
  tshirt, tshirts, tv, vacuum, vacuums, vestido, vestidos, watch, watches, zapatilla, zapatillas, zapato,
  zapatos
`;

/** What a thing is, by its words; and what begins the longer ones. */
type Things = { readonly types: ReadonlyMap<string, EntityType>; readonly begins: ReadonlySet<string> };

let filed: Things | null = null;

/** Filed when a first text asks, not while a process starts. */
const things = (): Things => {
  if (filed !== null) return filed;
  const types = new Map<string, EntityType>();
  const begins = new Set<string>();
  for (const [type, list] of [
    ['colour', colours],
    ['city', cities],
    ['product', products],
  ] as const) {
    for (const entry of list.split(',')) {
      const thing = entry.trim().replace(/\s+/g, ' ');
      types.set(thing, type);
      begins.add(thing.split(' ')[0] ?? '');
    }
  }
  filed = { types, begins };
  return filed;
};
const longestThing = 3;

const wordPattern = /[a-z]+(?:-[a-z]+)*/g;
/** Words after which a word is no colour, city or product: `tarjeta naranja`, `black friday`. */
const tied = /(?:tarjeta|cartao|card|friday|nota|sabado|feliz|muit[oa]s?)\s$/;

/**
 * The longest thing at each word.
 *
 * @param text as `aligned` leaves it
 */
export const findThings = (text: string): Found[] => {
  const { types, begins } = things();
  const words: { readonly start: number; readonly end: number }[] = [];
  wordPattern.lastIndex = 0;
  for (let match = wordPattern.exec(text); match !== null; match = wordPattern.exec(text)) {
    words.push({ start: match.index, end: wordPattern.lastIndex });
  }
  return words.flatMap(({ start, end: firstEnd }, at) => {
    if (!begins.has(text.slice(start, firstEnd))) return [];
    for (const { end } of words.slice(at, at + longestThing).toReversed()) {
      const type = types.get(text.slice(start, end));
      if (type === undefined) continue;
      return tied.test(text.slice(Math.max(0, start - 10), start)) ? [] : [{ type, start, end }];
    }
    return [];
  });
};
