/** The story of a case over Bedrock: what is known in, a short note out; whoever asks checks its facts. */
import type { BedrockRuntimeClient } from '@aws-sdk/client-bedrock-runtime';
import * as z from 'zod/mini';
import { failed, found } from '../../domain/outcome.ts';
import { replyModel } from '../../policy/models.ts';
import type { Region } from '../../policy/regions.ts';
import { asData, fill } from '../../prompts/fill.ts';
import { summaryPrompt } from '../../prompts/summary.ts';
import type { SummaryWriter } from '../../ports/summaries.ts';
import type { Clock } from '../../ports/tools.ts';
import { breaker } from './breaker.ts';
import { converse, type AnswerShape } from './converse.ts';
import { languageName } from './language-names.ts';

const shape: AnswerShape = { name: 'summary', properties: { text: { type: 'string' } } };
const answer = z.object({ text: z.string().check(z.minLength(1)) });

const longestMaterial = 6000;
const outputTokens = 700;
const budgetMilliseconds = 9000;

export const bedrockSummaryWriter = (
  client: BedrockRuntimeClient,
  region: Region,
  clock: Clock,
): SummaryWriter => {
  const row = replyModel(region);
  const guarded = breaker(clock);
  return {
    async write({ material, language, longest }) {
      const prompt = fill(summaryPrompt, {
        language: languageName(language),
        longest: String(longest),
        material: asData(material, longestMaterial),
      });
      const asked = await guarded(async () =>
        converse(client, { row, prompt, shape, maximumTokens: outputTokens }, budgetMilliseconds),
      );
      if (!asked.ok) return asked;
      const parsed = z.safeParse(answer, asked.value.value);
      if (!parsed.success) return failed({ kind: 'unavailable', because: 'malformed' });
      return found({ text: parsed.data.text.trim(), use: asked.value.use });
    },
  };
};
