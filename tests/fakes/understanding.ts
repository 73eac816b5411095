/** The tiers of understanding and the reply writer as a test wants them: by the words, by what comes next, or throttled. */
import type { Understanding } from '../../functions/core/domain/intent.ts';
import { failed, found } from '../../functions/core/domain/outcome.ts';
import type {
  FirstTier,
  IntentModel,
  LanguageDetector,
  ReplyWriter,
} from '../../functions/core/ports/understanding.ts';
import { anUnderstanding } from './builders.ts';

const throttled = failed({ kind: 'unavailable', because: 'throttled' } as const);
const use = { model: 'a-model', tokensIn: 100, tokensOut: 10 };

/** What each text means; a text that nobody explained is a question for the order's state. Digits are masked. */
export const fakeFirstTier = () => {
  const meanings = new Map<string, Partial<Understanding>>();
  const port: FirstTier = {
    understand: ({ text }) => anUnderstanding(meanings.get(text)),
    mask: (text) => text.replaceAll(/\d/g, '#'),
  };
  return { port, means: (text: string, meaning: Partial<Understanding>) => meanings.set(text, meaning) };
};

/** What the model says of the next messages; then it agrees with the first tier, and is sure. */
export const fakeIntentModel = () => {
  const asked: { readonly maskedText: string; readonly earlier: readonly string[] }[] = [];
  const answers: (Partial<Understanding> | 'throttled' | 'malformed')[] = [];
  const port: IntentModel = {
    async recognize({ maskedText, earlier, guess }) {
      asked.push({ maskedText, earlier });
      const next = answers.shift() ?? {};
      if (next === 'malformed') return failed({ kind: 'unavailable', because: 'malformed', use });
      return next === 'throttled'
        ? throttled
        : found({ understanding: { ...guess, answered: true, ...next }, use });
    },
  };
  return {
    port,
    asked,
    says: (...next: readonly (Partial<Understanding> | 'throttled' | 'malformed')[]) => answers.push(...next),
  };
};

/** What the reply model writes next; without words it is throttled. */
export const fakeWriter = () => {
  const asked: { readonly maskedText: string; readonly facts: readonly string[]; readonly emoji: boolean }[] =
    [];
  const answers: string[] = [];
  const port: ReplyWriter = {
    async write({ maskedText, facts, emoji }) {
      asked.push({ maskedText, emoji, facts: facts.map(({ name, value }) => `${name}: ${value}`) });
      const text = answers.shift();
      return text === undefined
        ? throttled
        : found({ text, passages: [], asksForPerson: false, prompt: 'hash', use });
    },
  };
  return { port, asked, writes: (...texts: readonly string[]) => answers.push(...texts) };
};

/** The language that a region's service finds next; without one it is throttled. */
export const fakeDetector = () => {
  const asked: string[] = [];
  const answers: string[] = [];
  const port: LanguageDetector = {
    async detect(maskedText) {
      asked.push(maskedText);
      const language = answers.shift();
      return language === undefined ? throttled : found({ language, confidence: 0.98 });
    },
  };
  return { port, asked, finds: (...languages: readonly string[]) => answers.push(...languages) };
};
