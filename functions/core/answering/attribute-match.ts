/** Which attributes of an item a question is about, whatever language the seller wrote them in. */
import type { AnsweredLanguage } from '../domain/language.ts';
import { topics, type Topic } from './attribute-topics.ts';
import { plainWords } from './plain-words.ts';
import { fold, wordsOf } from './text.ts';

export type NamedAttribute = { readonly key: string; readonly label: string; readonly value: string };

/** An attribute's name as words, as the seller spells them: "batteryLife" is "battery Life". */
export const plainLabel = (key: string): string =>
  key
    .replace(/([a-z])([A-Z])/g, '$1 $2')
    .replace(/[_\s-]+/g, ' ')
    .trim();

const keyWords = (key: string): readonly string[] => fold(plainLabel(key)).split(/[^\p{L}\p{N}]+/u);

const topicsOfKey = (key: string): readonly Topic[] =>
  topics.filter((topic) => keyWords(key).some((word) => topic.keys.includes(word)));

/** A compound key ("battery life", "frame material") says more than its topic: it keeps its own words. */
const labelOf = (key: string, language: AnsweredLanguage): string => {
  const [topic] = topicsOfKey(key);
  return topic !== undefined && keyWords(key).length === 1 ? topic.label[language] : plainLabel(key);
};

/** Letters: a shorter word of a key or a value is too common to point at it. */
const shortestWord = 4;
/** Words of many values that say nothing by themselves. */
const common: ReadonlySet<string> = new Set(
  `con para hasta ate com sem sin mais mas menos leve tipo todo toda todos ancho numero color colour tamanho talla size
  estado punto cada entre sobre inclui incluye incluido incluida incluidos incluidas incluso inclusa included integrado necessaria
  superior original doble simple with without from made estuche estojo case casa hora horas hour hours meses months dias
  days anos years livre libre maximo maxima material producto produto product compatible compativel temperatura corte
  resistencia entrada duracion suave ajustable medio alto bajo`
    .trim()
    .split(/\s+/),
);

/** Words that inflect are compared by how they begin: "montar" asks for the "montagem". */
const stemOf = (word: string): string =>
  word.length >= 6 ? word.slice(0, Math.max(4, word.length - 3)) : word.replace(/(?:es|s)$/u, '');

const pointsAt = (
  words: readonly string[],
  asked: ReadonlySet<string>,
  stems: ReadonlySet<string>,
): boolean =>
  words.some(
    (word) =>
      word.length >= shortestWord &&
      !common.has(word) &&
      (asked.has(word) || (!/\d/.test(word) && stems.has(stemOf(word)))),
  );

const shortNames: ReadonlySet<string> = new Set(['gps', 'nfc', 'usb', 'ram', 'led', 'fm', 'hdr', 'ips']);

/** The attributes that the buyer's words ask for, in the item's order. */
export const attributesAsked = (
  attributes: Readonly<Record<string, string>>,
  text: string,
  language: AnsweredLanguage,
): readonly NamedAttribute[] => {
  const searched = plainWords(text);
  const words = wordsOf(text);
  const asked = new Set(words);
  const stems = new Set(words.filter((word) => word.length >= shortestWord).map(stemOf));
  const saysOne = (phrases: readonly string[]): boolean =>
    phrases.some((phrase) => searched.includes(` ${phrase} `));
  return Object.entries(attributes)
    .filter(
      ([key, value]) =>
        topicsOfKey(key).some((topic) => saysOne(topic.asked)) ||
        keyWords(key).some((word) => shortNames.has(word) && asked.has(word)) ||
        pointsAt(keyWords(key), asked, stems) ||
        pointsAt(wordsOf(value), asked, new Set()),
    )
    .map(([key, value]) => ({ key, value, label: labelOf(key, language) }));
};

/** Whether words ask what items are like, by the names of what is asked of most of them. */
export const asksOfAnItem = (text: string): boolean => {
  const searched = plainWords(text);
  return topics.some((topic) => topic.asked.some((phrase) => searched.includes(` ${phrase} `)));
};
