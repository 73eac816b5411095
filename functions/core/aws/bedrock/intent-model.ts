/** The second tier over Bedrock: label definitions, close phrases and the message in, one of our intents out, parsed and never trusted. */
import type { BedrockRuntimeClient } from '@aws-sdk/client-bedrock-runtime';
import * as z from 'zod/mini';
import { failed, found, type Outcome } from '../../domain/outcome.ts';
import { intents, sentiments, type Understanding } from '../../domain/intent.ts';
import { languageThreshold } from '../../policy/language.ts';
import { intentModel } from '../../policy/models.ts';
import type { Region } from '../../policy/regions.ts';
import { asData, fill } from '../../prompts/fill.ts';
import { intentLabels, intentPrompt, intentRepair } from '../../prompts/intent.ts';
import type { ClosestPhrases, IntentModel, ModelUse, Unavailable } from '../../ports/understanding.ts';
import type { Clock } from '../../ports/tools.ts';
import { breaker } from './breaker.ts';
import { converse, type Answered, type AnswerShape } from './converse.ts';
import { tokenBuckets, type Allowance } from './token-bucket.ts';

/** The prompt names the labels: in the schema they would be paid for again. */
const shape: AnswerShape = {
  name: 'label',
  properties: {
    intent: { type: 'string' },
    secondary: { type: 'string' },
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
type Answer = z.output<typeof answer>;

const longestMessage = 700;
const longestEarlier = 120;
const longestExample = 80;
const outputTokens = 90;
const budgetMilliseconds = { first: 4000, repair: 2000 };
/** A model that is this sure is answered upon; its own word for it is worth less than our calibration, so the bar is high. */
const standsBy = 0.75;

/** Some sixty questions at once, and one each second from then on. */
const allowance: Allowance = { capacity: 50_000, perSecond: 840 };
/** Of Latin text a token holds about so many characters. */
const charactersOfToken = 4;

/** A language that was found is kept; one that was only guessed gives way to a model that is sure. */
const languageOf = (guess: Understanding, { language, confidence }: Answer) =>
  guess.languageConfidence < languageThreshold && confidence >= standsBy && language !== guess.language
    ? { language, languageVariant: null, languageConfidence: confidence }
    : {};

const understandingOf = (guess: Understanding, said: Answer): Understanding => ({
  ...guess,
  ...languageOf(guess, said),
  intent: said.intent,
  intentConfidence: said.confidence,
  secondaryIntent: said.secondary === 'none' || said.secondary === said.intent ? null : said.secondary,
  sentiment: said.sentiment,
  answered: said.confidence >= standsBy,
});

const together = (first: ModelUse | undefined, second: ModelUse | undefined): ModelUse | undefined =>
  first === undefined || second === undefined
    ? (first ?? second)
    : {
        model: second.model,
        tokensIn: first.tokensIn + second.tokensIn,
        tokensOut: first.tokensOut + second.tokensOut,
      };

type Read = Outcome<{ readonly said: Answer; readonly use: ModelUse }, Unavailable>;

const read = (asked: Outcome<Answered, Unavailable>): Read => {
  if (!asked.ok) return asked;
  const { value, use } = asked.value;
  const parsed = z.safeParse(answer, value);
  return parsed.success
    ? found({ said: parsed.data, use })
    : failed({ kind: 'unavailable', because: 'malformed', use });
};

/** @param closest phrases that show the model what a label means; without them it has the definitions alone */
export const bedrockIntentModel = (
  client: BedrockRuntimeClient,
  region: Region,
  clock: Clock,
  closest: ClosestPhrases = () => [],
): IntentModel => {
  const row = intentModel(region);
  const guarded = breaker(clock);
  const take = tokenBuckets(clock, allowance);

  const ask = async (tenant: string, prompt: string, milliseconds: number): Promise<Read> =>
    take(`${tenant} ${row.id}`, Math.ceil(prompt.length / charactersOfToken) + outputTokens)
      ? read(
          await guarded(async () =>
            converse(client, { row, prompt, shape, maximumTokens: outputTokens }, milliseconds),
          ),
        )
      : failed({ kind: 'unavailable', because: 'throttled' });

  /** An answer that cannot be read is asked for once more; what both cost is told either way. */
  const askTwice = async (tenant: string, prompt: string): Promise<Read> => {
    const first = await ask(tenant, prompt, budgetMilliseconds.first);
    if (first.ok || first.problem.because !== 'malformed') return first;
    const second = await ask(tenant, `${prompt}\n${intentRepair}`, budgetMilliseconds.repair);
    const use = together(first.problem.use, second.ok ? second.value.use : second.problem.use);
    if (!second.ok)
      return failed({ kind: 'unavailable', because: 'malformed', ...(use === undefined ? {} : { use }) });
    return found({ ...second.value, use: use ?? second.value.use });
  };

  return {
    async recognize({ tenant, maskedText, earlier, guess }) {
      const prompt = fill(intentPrompt, {
        labels: intentLabels,
        examples: closest(maskedText, guess.language)
          .map(({ text, intent }) => `${asData(text, longestExample)} = ${intent}`)
          .join('\n'),
        earlier: earlier.map((text) => asData(text, longestEarlier)).join(' / '),
        message: asData(maskedText, longestMessage),
      });
      const asked = await askTwice(tenant, prompt);
      if (!asked.ok) return asked;
      const { said, use } = asked.value;
      return found({ understanding: understandingOf(guess, said), use });
    },
  };
};
