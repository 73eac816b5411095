/** Colours under their names in the three languages: a buyer's "preto" is the seller's "Black". */
import { wordsOf } from './text.ts';

const colours: readonly (readonly string[])[] = [
  ['black', 'negro', 'negra', 'negros', 'negras', 'preto', 'preta', 'pretos', 'pretas'],
  ['white', 'blanco', 'blanca', 'blancos', 'blancas', 'branco', 'branca', 'brancos', 'brancas'],
  ['red', 'rojo', 'roja', 'rojos', 'rojas', 'vermelho', 'vermelha', 'vermelhos', 'vermelhas'],
  ['blue', 'azul', 'azules', 'azuis'],
  ['green', 'verde', 'verdes'],
  ['yellow', 'amarillo', 'amarilla', 'amarillos', 'amarillas', 'amarelo', 'amarela', 'amarelos', 'amarelas'],
  ['grey', 'gray', 'gris', 'grises', 'cinza', 'cinzas'],
  ['pink', 'rosa', 'rosas', 'rosado', 'rosada'],
  ['purple', 'morado', 'morada', 'purpura', 'violeta', 'roxo', 'roxa', 'lila'],
  ['brown', 'marron', 'marrones', 'cafe', 'castano', 'marrom', 'marrons'],
  ['beige', 'bege', 'crema', 'creme'],
  ['orange', 'naranja', 'anaranjado', 'laranja'],
  ['gold', 'golden', 'dorado', 'dorada', 'dourado', 'dourada'],
  ['silver', 'plateado', 'plateada', 'plata', 'prateado', 'prateada', 'prata'],
  ['navy', 'marino', 'marinho'],
  ['burgundy', 'vinho', 'vino', 'burdeo', 'burdeos', 'bordo', 'bordeaux', 'guinda', 'wine', 'maroon'],
  ['olive', 'oliva', 'olivo'],
  ['turquoise', 'turquesa', 'celeste'],
];
const group: ReadonlyMap<string, number> = new Map(
  colours.flatMap((names, index) => names.map((name) => [name, index] as const)),
);

/** The words with each colour's name replaced by the same one in every language: to compare, never to say. */
export const withCommonColours = (text: string): string =>
  wordsOf(text)
    .map((word) => {
      const index = group.get(word);
      return index === undefined ? word : (colours[index]?.[0] ?? word);
    })
    .join(' ');

/** Colours that a text names, by their common name. */
export const coloursIn = (text: string): readonly string[] =>
  wordsOf(text).flatMap((word) => {
    const index = group.get(word);
    return index === undefined ? [] : [colours[index]?.[0] ?? word];
  });
