/** What costs nothing: which things a text says it of, and whether those are the ones that the facts say it of. */
import { saysFree, whereFree } from './claims.ts';
import { answeredLanguages } from '../domain/language.ts';
import { bindingWords } from './ordinary-words.ts';
import { wordsOf } from './text.ts';

/** Words that lead from a thing to its price, and name nothing. */
const leading =
  'sale salen sai saem queda quedan fica ficam cuesta cuestan custa custam costs vale valen incluye incluyen inclui includes included con with desde hasta acima above over starting compras orders';
const unnamed = new Set([
  ...wordsOf(leading),
  ...answeredLanguages.flatMap((language) => wordsOf(bindingWords[language])),
]);
/** Letters: shorter words bind a sentence. */
const shortestThing = 4;

/** By the start of the word: "cancelar sin costo" and "la cancelación es sin costo" are one. */
const letters = 5;

const thingsIn = (text: string): readonly string[] =>
  wordsOf(text)
    .filter(
      (word) => word.length >= shortestThing && !/\p{N}/u.test(word) && !unnamed.has(word) && !saysFree(word),
    )
    .map((word) => word.slice(0, letters));

const sentencesOf = (text: string): readonly string[] => text.split(/(?<=[.!?;]["”»]?)\s/);

/** How freight is called, where a number says that it costs nothing. */
export const freightWords: readonly string[] = thingsIn(
  'frete envio envios shipping ships delivery entrega flete postagem',
);

/** Words of the sentences that say that something is free. */
export const freeThings = (texts: readonly string[]): readonly string[] =>
  texts.flatMap(sentencesOf).filter(saysFree).flatMap(thingsIn);

/** How many words before and after "free" may name what is: "o frete deste produto é grátis", "free standard shipping". */
const reach = 3;

/** True when something is said to be free of which the facts do not say it. `things`: what they say it of. */
export const givesAway = (text: string, things: ReadonlySet<string>): boolean =>
  sentencesOf(text).some((sentence) =>
    whereFree(sentence).some(({ start, end }) => {
      const before = thingsIn(sentence.slice(0, start)).slice(-reach);
      const after = thingsIn(wordsOf(sentence.slice(end)).slice(0, reach).join(' '));
      // Of "no shipping charge" the thing stands between.
      const between = thingsIn(sentence.slice(start, end));
      return ![...before, ...between, ...after].some((thing) => things.has(thing));
    }),
  );
