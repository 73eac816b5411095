/** The reply writer over Bedrock: facts in, one short text out; whoever asks puts it through the guard. */
import type { BedrockRuntimeClient } from '@aws-sdk/client-bedrock-runtime';
import * as z from 'zod/mini';
import { failed, found } from '../../domain/outcome.ts';
import { replyModel } from '../../policy/models.ts';
import type { Region } from '../../policy/regions.ts';
import { asData, fill } from '../../prompts/fill.ts';
import { replyPrompt } from '../../prompts/reply.ts';
import type { ReplyWriter } from '../../ports/understanding.ts';
import type { Clock } from '../../ports/tools.ts';
import { breaker } from './breaker.ts';
import { converse, type AnswerShape } from './converse.ts';

const shape: AnswerShape = {
  name: 'reply',
  properties: { answers: { type: 'boolean' }, text: { type: 'string' } },
};
const answer = z.object({ answers: z.boolean(), text: z.string() });

const longestMessage = 1200;
const longestFact = 300;
const outputTokens = 160;
const budgetMilliseconds = 6000;
const languageNames: Readonly<Record<string, string>> = {
  es: 'Spanish',
  pt: 'Brazilian Portuguese',
  en: 'English',
};

export const bedrockReplyWriter = (
  client: BedrockRuntimeClient,
  region: Region,
  clock: Clock,
): ReplyWriter => {
  const row = replyModel(region);
  const guarded = breaker(clock);
  return {
    async write({ maskedText, language, facts, tone }) {
      const prompt = fill(replyPrompt, {
        language: languageNames[language] ?? language,
        tone: tone === 'upset' ? 'calm and apologetic' : 'warm',
        facts: facts
          .map((fact) => `<fact name="${fact.name}">${asData(fact.value, longestFact)}</fact>`)
          .join('\n'),
        message: asData(maskedText, longestMessage),
      });
      const asked = await guarded(async () =>
        converse(client, { row, prompt, shape, maximumTokens: outputTokens }, budgetMilliseconds),
      );
      if (!asked.ok) return asked;
      const parsed = z.safeParse(answer, asked.value.value);
      if (!parsed.success || !parsed.data.answers || parsed.data.text.trim() === '')
        return failed({ kind: 'unavailable', because: 'malformed' });
      return found({ text: parsed.data.text.trim(), use: asked.value.use });
    },
  };
};
