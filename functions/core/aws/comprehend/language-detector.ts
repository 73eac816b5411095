/** Language by Comprehend, where the region has it: masked text only, a short budget, no waiting for a throttle. */
import * as z from 'zod/mini';
import { failed, found } from '../../domain/outcome.ts';
import type { LanguageDetector, Unavailable } from '../../ports/understanding.ts';
import { AwsCallFailed, type SignedCalls } from '../signed/client.ts';

/** Characters: far below the service's 100 KB; more tells no more. */
const longest = 1000;

const answer = z.object({ Languages: z.array(z.object({ LanguageCode: z.string(), Score: z.number() })) });

const problemOf = (error: unknown): Unavailable => {
  const name = error instanceof AwsCallFailed ? error.code : error instanceof Error ? error.name : '';
  if (name.includes('Throttl')) return { kind: 'unavailable', because: 'throttled' };
  return { kind: 'unavailable', because: /Abort|Timeout/.test(name) ? 'timed-out' : 'refused' };
};

export const comprehendDetector = (calls: SignedCalls): LanguageDetector => ({
  async detect(maskedText) {
    try {
      const body = { Text: maskedText.slice(0, longest) };
      const told = z.safeParse(
        answer,
        await calls.json('comprehend', 'Comprehend_20171127.DetectDominantLanguage', body),
      );
      const languages = told.success ? told.data.Languages : [];
      const best = languages.toSorted((one, other) => other.Score - one.Score)[0];
      if (best === undefined) return failed({ kind: 'unavailable', because: 'malformed' });
      return found({ language: best.LanguageCode.slice(0, 2), confidence: best.Score });
    } catch (error) {
      return failed(problemOf(error));
    }
  },
});
