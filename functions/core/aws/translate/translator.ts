/** Amazon Translate by signed calls, where the region has it and the stage may use it. */
import * as z from 'zod/mini';
import { failed, found } from '../../domain/outcome.ts';
import type { Translator } from '../../ports/translation.ts';
import type { Unavailable } from '../../ports/understanding.ts';
import { AwsCallFailed, type SignedCalls } from '../signed/client.ts';

const answer = z.object({ TranslatedText: z.string(), SourceLanguageCode: z.string() });

/** Bytes of UTF-8 of one request: docs.aws.amazon.com/translate/latest/dg/what-is-limits.html. */
const mostBytes = 10_000;

/** The service's own codes: `zh` is simplified, `pt` is Brazil's, `es-MX` is the Americas'. */
const codeOf = (tag: string): string => tag.split('-')[0] ?? tag;

const problemOf = (error: unknown): Unavailable => {
  const code = error instanceof AwsCallFailed ? error.code : '';
  if (/Throttl|TooManyRequests|LimitExceeded/.test(code))
    return { kind: 'unavailable', because: 'throttled' };
  if (error instanceof Error && error.name === 'TimeoutError')
    return { kind: 'unavailable', because: 'timed-out' };
  return { kind: 'unavailable', because: 'refused' };
};

export const amazonTranslator = (calls: Pick<SignedCalls, 'json'>): Translator => ({
  async translate({ text, from, into }) {
    if (Buffer.byteLength(text) > mostBytes) return failed({ kind: 'unavailable', because: 'refused' });
    try {
      const said = z.safeParse(
        answer,
        await calls.json('translate', 'AWSShineFrontendService_20170701.TranslateText', {
          Text: text,
          // Finding the language would be one more right; whoever asks knows it or found it in the process.
          SourceLanguageCode: codeOf(from ?? 'zh'),
          TargetLanguageCode: codeOf(into),
        }),
      );
      if (!said.success) return failed({ kind: 'unavailable', because: 'malformed' });
      return found({
        text: said.data.TranslatedText,
        from: said.data.SourceLanguageCode,
        use: { by: 'service', characters: Array.from(text).length },
      });
    } catch (error) {
      return failed(problemOf(error));
    }
  },
});
