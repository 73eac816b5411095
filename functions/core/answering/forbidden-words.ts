/** Words that no shop says to a buyer: insults, vulgarity, words against the shop itself; a seller adds its own. */
import { fold } from './text.ts';

/** Starts of words, folded. */
const stems = `
  idiot imbecil estupid stupid boludo boluda pelotud pendej cabron culero gilipol carajo caralh fuck bitch asshole bastard moron
  otario otaria trouxa babaca vagabund safad cretin tacan avarent scam thief thieves ladron ladroes ladrao estafa golpista
  ridicul perdedor inutil pathetic patetic terroris suicid weon huevon webon maricon viado retard subnormal palhac payaso
`;
const words = `
  tonto tonta hdp mierda merda shit puta puto porra foda fodase dumb loser jerk crap burro burra pao-duro cheapskate miser liar
  mentiroso mentirosa golpe fraude fraud ugly feo fea feio feia fat gordo gorda hitler nazi kill matar muere die sexo sex porn porno
  asco nojo trash garbage clown bicha useless
`;
const listed = (list: string): string => list.trim().split(/\s+/).join('|').replaceAll('-', '[ -]');
const pattern = new RegExp(
  `(?<![\\p{L}\\p{N}])(?:(?:${listed(stems)})|(?:${listed(words)})(?![\\p{L}\\p{N}]))`,
  'u',
);

const spaced = (text: string): string =>
  ` ${fold(text)
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()} `;

/** Whether a text holds one of these words or phrases: whole ones, in any case, accents apart. */
export const saysOneOf = (text: string, words: readonly string[]): boolean => {
  if (words.length === 0) return false;
  const said = spaced(text);
  return words.some((word) => word.trim() !== '' && said.includes(spaced(word)));
};

/** Whether a text holds a forbidden word; `own`: those of the market or the seller. */
export const saysForbidden = (text: string, own: readonly string[] = []): boolean =>
  pattern.test(fold(text)) || saysOneOf(text, own);
