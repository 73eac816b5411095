/** Which language a buyer writes in: by script, by the table, and by the conversation where the text is too short to tell. */
import { isAnsweredLanguage, type LanguageCode } from '../../domain/language.ts';
import { languageFeatures, spokenWords } from '../features.ts';
import { columnsOf, type FirstTier } from '../first-tier.ts';
import { scores, softmax, weigh } from '../linear-model.ts';
import { readable } from '../text.ts';
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

/** ISO 639-1 code, or `unknown`; confidence from 0 to 1. */
export const recogniseLanguage = (
  tier: FirstTier,
  text: string,
  conversationLanguage?: LanguageCode,
): RecognisedLanguage => {
  const script = languageByScript(readable(text));
  if (script !== null) return { language: script.language, confidence: script.share };
  const words = spokenWords(text).slice(0, enoughWords);
  if (words.length === 0) return unknown(conversationLanguage);
  const counts = languageFeatures(words);
  if (weigh(tier.language, counts).length < 2) return unknown(conversationLanguage);
  const { start, classes } = columnsOf(tier.language, 'language');
  const raw = scores(tier.language, counts).slice(start, start + classes.length);
  const temperature = tier.temperatures['language'] ?? 1;
  const shifted = raw.map((score, at) => {
    const language = classes[at] ?? '';
    const expected =
      (language === conversationLanguage ? carried(words.length) : 0) +
      (isAnsweredLanguage(language) ? usual(words.length) : 0);
    return score + expected * temperature;
  });
  const chances = softmax(shifted, temperature);
  let best = 0;
  chances.forEach((chance, at) => {
    if (chance > (chances[best] ?? 0)) best = at;
  });
  const confidence = chances[best] ?? 0;
  if (confidence < lowestConfidence) return unknown(conversationLanguage);
  return { language: classes[best] ?? 'unknown', confidence };
};
