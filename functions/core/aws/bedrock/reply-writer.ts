/** The reply writer over Bedrock: facts and passages in, one short text out; whoever asks puts it through the guard. */
import type { BedrockRuntimeClient } from '@aws-sdk/client-bedrock-runtime';
import * as z from 'zod/mini';
import { failed, found, type Outcome } from '../../domain/outcome.ts';
import { chooseModel } from '../../policy/choose-model.ts';
import type { Region } from '../../policy/regions.ts';
import { asData, fill } from '../../prompts/fill.ts';
import { replyAgain, replyPrompt } from '../../prompts/reply.ts';
import type { ReplyRequest, ReplyWriter, Unavailable } from '../../ports/understanding.ts';
import type { Clock } from '../../ports/tools.ts';
import { contentHash } from '../content-hash.ts';
import { breaker } from './breaker.ts';
import { converse, type Answered, type AnswerShape } from './converse.ts';
import { languageName } from './language-names.ts';
import { patiently, type Patience } from './patience.ts';
import { tokenBuckets, type Allowance } from './token-bucket.ts';

const shape: AnswerShape = {
  name: 'reply',
  properties: {
    answers: { type: 'boolean' },
    text: { type: 'string' },
    passages: { type: 'array', items: { type: 'string' } },
    person: { type: 'boolean' },
  },
};

/** Characters: what is longer was not written for a buyer. */
const longestText = 1200;
const answer = z.object({
  answers: z.boolean(),
  text: z.string().check(z.maxLength(longestText)),
  passages: z._default(z.array(z.string()), []),
  person: z._default(z.boolean(), false),
});

const longestMessage = 600;
const longestEarlier = 150;
const mostEarlier = 4;
const longestFact = 160;
const mostFacts = 24;
const longestPassage = 700;
const mostPassages = 2;
const outputTokens = 160;
/** The reply must leave while the buyer still waits for it. */
const budgetMilliseconds = { first: 6000, again: 3500 };

/** Some forty replies at once, and one each second from then on. */
const allowance: Allowance = { capacity: 50_000, perSecond: 1200 };
/** Of Latin text a token holds about so many characters. */
const charactersOfToken = 4;

/** The same prompt has the same name for ever, whatever it was filled with. */
const promptHash = contentHash(replyPrompt.text, replyAgain(''));

/** `es-AR` is "Spanish (es-AR)". */
const spokenName = (tag: string): string =>
  tag.includes('-') ? `${languageName(tag)} (${tag})` : languageName(tag);

const promptFor = (request: ReplyRequest): string => {
  return fill(replyPrompt, {
    language: spokenName(request.language),
    tone: `${request.tone === 'upset' ? 'calm and apologetic' : 'warm'}, ${request.emoji ? 'at most one' : 'no'} emoji`,
    facts: request.facts
      .slice(0, mostFacts)
      .map(({ name, value }) => `<fact name="${name}">${asData(value, longestFact)}</fact>`)
      .join('\n'),
    passages: request.passages
      .slice(0, mostPassages)
      .map(({ id, text }) => `<passage id="${id}">${asData(text, longestPassage)}</passage>`)
      .join('\n'),
    earlier: request.earlier
      .slice(-mostEarlier)
      .map((text) => asData(text, longestEarlier))
      .join(' / '),
    intents: request.intents.join(', '),
    message: asData(request.maskedText, longestMessage),
    again: request.held === null ? '' : replyAgain(request.held),
  });
};

const noPatience = (clock: Clock): Patience => ({ clock, chance: () => 1, wait: async () => undefined });

export type WriterParts = {
  /** Without it nothing is waited for: a throttle is tried again at once. */
  readonly patience?: Patience;
  /** A tenant's own model; null: the region's. */
  readonly modelOf?: (tenant: string) => string | null;
};

/** Foreseen problems come back as values, with what was spent on them. */
export const bedrockReplyWriter = (
  client: BedrockRuntimeClient,
  region: Region,
  clock: Clock,
  { patience = noPatience(clock), modelOf = () => null }: WriterParts = {},
): ReplyWriter => {
  const breakers = new Map<string, ReturnType<typeof breaker>>();
  const take = tokenBuckets(clock, allowance);

  const guardedOf = (model: string): ReturnType<typeof breaker> => {
    const known = breakers.get(model) ?? breaker(clock);
    breakers.set(model, known);
    return known;
  };

  const ask = async (request: ReplyRequest): Promise<Outcome<Answered, Unavailable>> => {
    const chosen = chooseModel(region, 'reply', modelOf(request.tenant));
    if (!chosen.ok) return failed({ kind: 'unavailable', because: 'not-in-region' });
    const { row } = chosen;
    const prompt = promptFor(request);
    const tokens = Math.ceil(prompt.length / charactersOfToken) + outputTokens;
    if (!take(`${request.tenant} ${row.id}`, tokens))
      return failed({ kind: 'unavailable', because: 'throttled' });
    const guarded = guardedOf(row.id);
    const budget = request.held === null ? budgetMilliseconds.first : budgetMilliseconds.again;
    return patiently(patience, budget, async (milliseconds) =>
      guarded(async () =>
        converse(client, { row, prompt, shape, maximumTokens: outputTokens }, milliseconds),
      ),
    );
  };

  return {
    async write(request) {
      const asked = await ask(request);
      if (!asked.ok) return asked;
      const { value, use } = asked.value;
      const parsed = z.safeParse(answer, value);
      if (!parsed.success || !parsed.data.answers || parsed.data.text.trim() === '')
        return failed({ kind: 'unavailable', because: 'malformed', use });
      const { text, passages, person } = parsed.data;
      return found({ text: text.trim(), passages, asksForPerson: person, prompt: promptHash, use });
    },
  };
};
