/** Translation over the region's reply model, where the region has no translation service. */
import type { BedrockRuntimeClient } from '@aws-sdk/client-bedrock-runtime';
import * as z from 'zod/mini';
import { failed, found } from '../../domain/outcome.ts';
import { replyModel } from '../../policy/models.ts';
import type { Region } from '../../policy/regions.ts';
import { asData, fill } from '../../prompts/fill.ts';
import { translationPrompt } from '../../prompts/translation.ts';
import type { Clock } from '../../ports/tools.ts';
import type { Translator } from '../../ports/translation.ts';
import { breaker } from './breaker.ts';
import { converse, type AnswerShape } from './converse.ts';
import { languageName } from './language-names.ts';

const shape: AnswerShape = {
  name: 'translation',
  properties: { text: { type: 'string' }, from: { type: 'string' } },
};
const answer = z.object({
  text: z.string().check(z.minLength(1)),
  from: z.string().check(z.regex(/^[a-z]{2}/)),
});

const longestText = 4000;
const outputTokens = 1000;
const budgetMilliseconds = 9000;

export const bedrockTranslator = (client: BedrockRuntimeClient, region: Region, clock: Clock): Translator => {
  const row = replyModel(region);
  const guarded = breaker(clock);
  return {
    async translate({ text, from, into }) {
      // A text that is cut would be a message that is not what the person wrote.
      if (text.length > longestText) return failed({ kind: 'unavailable', because: 'refused' });
      const prompt = fill(translationPrompt, {
        from: from === null ? '' : `from ${languageName(from)} `,
        into: languageName(into),
        message: asData(text, longestText),
      });
      const asked = await guarded(async () =>
        converse(client, { row, prompt, shape, maximumTokens: outputTokens }, budgetMilliseconds),
      );
      if (!asked.ok) return asked;
      const parsed = z.safeParse(answer, asked.value.value);
      if (!parsed.success) return failed({ kind: 'unavailable', because: 'malformed' });
      const said = parsed.data.from.slice(0, 2);
      return found({
        text: parsed.data.text.trim(),
        from: from ?? said,
        use: { by: 'model', ...asked.value.use },
      });
    },
  };
};
