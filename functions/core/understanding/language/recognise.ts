/** Which language a buyer writes in: by script, by the table, and by the conversation where the text is too short to tell. */
import { isAnsweredLanguage, type LanguageCode } from '../../domain/language.ts';
import { Tally } from '../counts.ts';
import { spokenWords, tallyLanguage } from '../features.ts';
import { columnsOf, type FirstTier } from '../first-tier.ts';
import { knownIn, scores, softmax } from '../linear-model.ts';
import { languageByScript } from './scripts.ts';

export type RecognisedLanguage = { readonly language: LanguageCode; readonly confidence: number };

/** How many natural-log units the conversation's language is ahead, by the number of words that the text has. */
const carried = (words: number): number => {
  if (words <= 1) return 3;
  if (words === 2) return 2;
  if (words <= 4) return 1;
  return 0.5;
};

/** How far ahead the languages of our markets are before a word is read: most buyers write one of them. */
const usual = (words: number): number => {
  if (words <= 2) return 2;
  if (words <= 4) return 1;
  return 0.5;
};

/** Below this a text is honestly unknown, unless the conversation has a language. */
const lowestConfidence = 0.42;
/** Enough words to judge a language by; a longer text is read from its start. */
const enoughWords = 120;

const unknown = (conversationLanguage: LanguageCode | undefined): RecognisedLanguage =>
  conversationLanguage === undefined
    ? { language: 'unknown', confidence: 0 }
    : { language: conversationLanguage, confidence: 0.5 };

/** One for all messages: filled and read before the next one comes. */
const tally = new Tally();

/** Bias and one word or letter group more: fewer known buckets say nothing. */
const fewestKnown = 2;

/**
 * ISO 639-1 code, or `unknown`; confidence from 0 to 1.
 *
 * @param read as `readable` leaves it
 */
export const recogniseLanguage = (
  tier: FirstTier,
  read: string,
  conversationLanguage?: LanguageCode,
): RecognisedLanguage => {
  const script = languageByScript(read);
  if (script !== null) return { language: script.language, confidence: script.share };
  const words = spokenWords(read).slice(0, enoughWords);
  if (words.length === 0) return unknown(conversationLanguage);
  tallyLanguage(tally, words);
  if (knownIn(tier.language, tally) < fewestKnown) return unknown(conversationLanguage);
  const { start, classes } = columnsOf(tier.language, 'language');
  const raw = scores(tier.language, tally).subarray(start, start + classes.length);
  const temperature = tier.temperatures['language'] ?? 1;
  classes.forEach((language, at) => {
    const expected =
      (language === conversationLanguage ? carried(words.length) : 0) +
      (isAnsweredLanguage(language) ? usual(words.length) : 0);
    raw[at] = (raw[at] ?? 0) + expected * temperature;
  });
  const chances = softmax(raw, temperature);
  let best = 0;
  for (let at = 1; at < chances.length; at += 1) if ((chances[at] ?? 0) > (chances[best] ?? 0)) best = at;
  const confidence = chances[best] ?? 0;
  if (confidence < lowestConfidence) return unknown(conversationLanguage);
  return { language: classes[best] ?? 'unknown', confidence };
};
