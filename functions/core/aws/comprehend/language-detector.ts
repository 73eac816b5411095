/** Language by Comprehend, where the region has it: masked text only, one attempt, a short budget. */
import { ComprehendClient, DetectDominantLanguageCommand } from '@aws-sdk/client-comprehend';
import { failed, found } from '../../domain/outcome.ts';
import type { LanguageDetector } from '../../ports/understanding.ts';

const budgetMilliseconds = 1500;
/** Characters: far below the service's 100 KB; more tells no more. */
const longest = 1000;

export const comprehendDetector = (region: string): LanguageDetector => {
  const client = new ComprehendClient({ region, maxAttempts: 1 });
  return {
    async detect(maskedText) {
      try {
        const asked = new DetectDominantLanguageCommand({ Text: maskedText.slice(0, longest) });
        const { Languages = [] } = await client.send(asked, {
          abortSignal: AbortSignal.timeout(budgetMilliseconds),
        });
        const best = Languages.toSorted((one, other) => (other.Score ?? 0) - (one.Score ?? 0))[0];
        if (best?.LanguageCode === undefined) return failed({ kind: 'unavailable', because: 'malformed' });
        return found({ language: best.LanguageCode.slice(0, 2), confidence: best.Score ?? 0 });
      } catch (error) {
        const name = error instanceof Error ? error.name : '';
        return failed({
          kind: 'unavailable',
          because: name.includes('Throttl')
            ? 'throttled'
            : name.includes('Abort') || name.includes('Timeout')
              ? 'timed-out'
              : 'refused',
        });
      }
    },
  };
};
