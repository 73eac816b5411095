/** The second tier over Bedrock: label definitions and the message in, one of our intents out, parsed and never trusted. */
import type { BedrockRuntimeClient } from '@aws-sdk/client-bedrock-runtime';
import * as z from 'zod/mini';
import { failed, found } from '../../domain/outcome.ts';
import { intents, sentiments, type Understanding } from '../../domain/intent.ts';
import { languageThreshold } from '../../policy/language.ts';
import { intentModel } from '../../policy/models.ts';
import type { Region } from '../../policy/regions.ts';
import { asData, fill } from '../../prompts/fill.ts';
import { intentDefinitions, intentPrompt } from '../../prompts/intent.ts';
import type { IntentModel } from '../../ports/understanding.ts';
import type { Clock } from '../../ports/tools.ts';
import { breaker } from './breaker.ts';
import { converse, type AnswerShape } from './converse.ts';

const shape: AnswerShape = {
  name: 'label',
  properties: {
    intent: { type: 'string', enum: [...intents] },
    secondary: { type: 'string', enum: [...intents, 'none'] },
    sentiment: { type: 'string', enum: [...sentiments] },
    language: { type: 'string' },
    confidence: { type: 'number' },
  },
};
const answer = z.object({
  intent: z.enum(intents),
  secondary: z.enum([...intents, 'none']),
  sentiment: z.enum(sentiments),
  language: z.string().check(z.regex(/^[a-z]{2}$/)),
  confidence: z.number().check(z.minimum(0), z.maximum(1)),
});

const longestMessage = 900;
const longestEarlier = 200;
const outputTokens = 90;
const budgetMilliseconds = 4000;
/** A model that is this sure is answered upon; its own word for it is worth less than our calibration, so the bar is high. */
const standsBy = 0.75;

/** A language that was found is kept; one that was only guessed gives way to a model that is sure. */
const languageOf = (guess: Understanding, { language, confidence }: z.output<typeof answer>) =>
  guess.languageConfidence < languageThreshold && confidence >= standsBy && language !== guess.language
    ? { language, languageVariant: null, languageConfidence: confidence }
    : {};

const labels = intents.map((intent) => `${intent}: ${intentDefinitions[intent]}`).join('\n');

export const bedrockIntentModel = (
  client: BedrockRuntimeClient,
  region: Region,
  clock: Clock,
): IntentModel => {
  const row = intentModel(region);
  const guarded = breaker(clock);
  return {
    async recognize({ maskedText, earlier, guess }) {
      const prompt = fill(intentPrompt, {
        labels,
        earlier: earlier.map((text) => asData(text, longestEarlier)).join(' / '),
        message: asData(maskedText, longestMessage),
      });
      const asked = await guarded(async () =>
        converse(client, { row, prompt, shape, maximumTokens: outputTokens }, budgetMilliseconds),
      );
      if (!asked.ok) return asked;
      const parsed = z.safeParse(answer, asked.value.value);
      if (!parsed.success) return failed({ kind: 'unavailable', because: 'malformed' });
      const { intent, secondary, sentiment, confidence } = parsed.data;
      const understanding: Understanding = {
        ...guess,
        ...languageOf(guess, parsed.data),
        intent,
        intentConfidence: confidence,
        secondaryIntent: secondary === 'none' || secondary === intent ? null : secondary,
        sentiment,
        answered: confidence >= standsBy,
      };
      return found({ understanding, use: asked.value.use });
    },
  };
};
