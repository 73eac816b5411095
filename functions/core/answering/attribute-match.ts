/** Which attributes of an item a question is about, whatever language the seller wrote them in. */
import type { AnsweredLanguage } from '../domain/language.ts';
import { topics, type Topic } from './attribute-topics.ts';
import { fold, spaced } from './text.ts';

/** A word of the question that is too common to point at a value. */
const shortestValue = 4;

export type NamedAttribute = { readonly key: string; readonly label: string; readonly value: string };

/** An attribute's name as words, as the seller spells them: "batteryLife" is "battery Life". */
export const plainLabel = (key: string): string =>
  key
    .replace(/([a-z])([A-Z])/g, '$1 $2')
    .replace(/[_\s-]+/g, ' ')
    .trim();

const keyWords = (key: string): readonly string[] => fold(plainLabel(key)).split(/[^\p{L}\p{N}]+/u);

const topicOf = (key: string): Topic | undefined =>
  topics.find((topic) => keyWords(key).some((word) => topic.keys.includes(word)));

/** A compound key ("battery life", "frame material") says more than its topic: it keeps its own words. */
const labelOf = (key: string, language: AnsweredLanguage): string => {
  const topic = topicOf(key);
  return topic !== undefined && keyWords(key).length === 1 ? topic.label[language] : plainLabel(key);
};

/** The attributes that the buyer's words ask for, in the item's order. */
export const attributesAsked = (
  attributes: Readonly<Record<string, string>>,
  text: string,
  language: AnsweredLanguage,
): readonly NamedAttribute[] => {
  const searched = spaced(text);
  const saysOne = (phrases: readonly string[]): boolean =>
    phrases.some((phrase) => searched.includes(` ${phrase} `));
  return Object.entries(attributes)
    .filter(([key, value]) => {
      const plain = keyWords(key).join(' ');
      const spacedValue = spaced(value);
      return (
        saysOne(topicOf(key)?.asked ?? []) ||
        (plain.length >= shortestValue && searched.includes(` ${plain} `)) ||
        (spacedValue.trim().length >= shortestValue && searched.includes(spacedValue))
      );
    })
    .map(([key, value]) => ({ key, value, label: labelOf(key, language) }));
};
