/** The language of a text from the trained table, without all else that the first tier reads. */
import { readFileSync } from 'node:fs';
import type { LanguageReader } from '../ports/understanding.ts';
import { createFirstTier } from '../understanding/first-tier.ts';
import { recogniseLanguage } from '../understanding/language/recognise.ts';
import { readable } from '../understanding/text.ts';

/** Reads the table once, at start. */
export const languageReader = (): LanguageReader => {
  const tier = createFirstTier(
    readFileSync(new URL('../understanding/model/first-tier.bin', import.meta.url)),
  );
  return {
    languageOf: (text, conversationLanguage) =>
      recogniseLanguage(tier, readable(text), conversationLanguage ?? undefined),
  };
};
