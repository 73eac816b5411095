/** Models that fail in every way they can: the buyer is answered or gets a person, and nothing is booked twice. */
import { BedrockRuntimeClient } from '@aws-sdk/client-bedrock-runtime';
import * as z from 'zod';
import { bedrockReplyWriter } from '../../../functions/core/aws/bedrock/reply-writer.ts';
import { firstTierPort } from '../../../functions/core/wiring/first-tier.ts';
import { linesOf, caseSeeds } from '../../evaluate/answers/good-replies.ts';
import { playedModels } from '../../evaluate/answers/model.ts';
import { play, type PlayedTurn } from '../../evaluate/answers/play.ts';
import { wordsOf } from '../../evaluate/answers/score.ts';
import { shopOf } from '../../evaluate/answers/shop.ts';
import { exactly, scaled, type Figure, type Scope } from '../figure.ts';

const named = (name: string): Error => Object.assign(new Error(name), { name });
const usage = { inputTokens: 300, outputTokens: 40, totalTokens: 340 };
const says = (text: string, stopReason = 'end_turn') => ({
  output: { message: { role: 'assistant', content: [{ text }] } },
  stopReason,
  usage,
});
const reply = (text: string): string => JSON.stringify({ answers: true, text, passages: [], person: false });

type Reaction = Error | ReturnType<typeof says>;

/** How a model fails, by name. */
const faults: Readonly<Record<string, () => Reaction>> = {
  throttled: () => named('ThrottlingException'),
  'timed-out': () => named('TimeoutError'),
  absent: () => named('ResourceNotFoundException'),
  empty: () => says(''),
  cut: () => says('{"answers": true, "text": "The item is', 'max_tokens'),
  malformed: () => says('I would say: yes!'),
  'wrong-shape': () => says('{"reply": "yes"}'),
  'wrong-language': () => says(reply('Das ist leider nicht auf Lager und kommt bald wieder.')),
  enormous: () => says(reply('The item is in stock. '.repeat(2_000))),
  invented: () => says(reply('It costs $1.00 today with code FREE99, see https://free.example')),
};

/** A client whose every call ends as the fault says; how often it was called is counted. */
const failing = (fault: () => Reaction): { client: BedrockRuntimeClient; calls: () => number } => {
  const client = new BedrockRuntimeClient({ region: 'us-east-1' });
  let calls = 0;
  client.middlewareStack.add(
    () => async () => {
      calls += 1;
      const next = fault();
      if (next instanceof Error) throw next;
      return { output: { $metadata: {}, ...next }, response: {} };
    },
    { step: 'initialize', name: 'fails' },
  );
  return { client, calls: () => calls };
};

const conversation = z.object({
  id: z.string(),
  intent: z.string(),
  tenant: z.string(),
  channel: z.enum(['mercado-libre', 'rest']),
  account: z.string(),
  thread: z.enum(['public', 'private']),
  buyer: z.string(),
  locale: z.string().optional(),
  order: z.string().optional(),
  item: z.string().optional(),
  now: z.string(),
  turns: z.array(z.object({ text: z.string() })),
});

/** What models are asked about stands first: a run on a part of the cases asks them too. */
const productsFirst = (one: { readonly intent: string }, other: { readonly intent: string }): number =>
  Number(other.intent === 'product_question') - Number(one.intent === 'product_question');

type Told = {
  readonly withoutWord: number;
  readonly wrong: number;
  readonly lines: number;
  readonly asked: number;
};

/** In private a buyer always hears something; in public an open question waits as a draft for a person. */
const isAnswered = (turn: PlayedTurn): boolean => turn.decision.kind !== 'ignore';
const wrongWords = /FREE99|free\.example|\$ ?1\.00|leider|Lager/;

const playFault = async (scope: Scope, fault: () => Reaction): Promise<Told> => {
  const shop = shopOf(caseSeeds());
  const firstTier = firstTierPort();
  const cases = linesOf('conversations.jsonl', conversation).toSorted(productsFirst);
  const some = cases.slice(0, scaled(scope, cases.length, 25));
  let told: Told = { withoutWord: 0, wrong: 0, lines: 0, asked: 0 };
  for (const one of some) {
    const { client, calls } = failing(fault);
    const turns = await play(
      {
        shop,
        firstTier,
        plays: () => ({}),
        startedAt: new Date(one.now),
        models: (region, clock) => ({
          ...playedModels(region, clock, () => ({})),
          writer: bedrockReplyWriter(client, region, clock),
        }),
      },
      one,
    );
    if (typeof turns === 'string') throw new Error(turns);
    told = {
      withoutWord: told.withoutWord + turns.filter((turn) => !isAnswered(turn)).length,
      wrong: told.wrong + turns.filter((turn) => wrongWords.test(wordsOf(turn) ?? '')).length,
      // At most one line of tokens a turn, whatever was asked.
      lines:
        told.lines +
        turns.filter(({ lines }) => new Set(lines.map(({ source }) => source)).size < lines.length).length,
      asked: told.asked + calls(),
    };
  }
  return told;
};

export const modelFigures = async (scope: Scope): Promise<readonly Figure[]> => {
  const figures: Figure[] = [];
  for (const [name, fault] of Object.entries(faults)) {
    const { withoutWord, wrong, lines, asked } = await playFault(scope, fault);
    figures.push(exactly(`answering.models.${name}.unanswered`, withoutWord, 0));
    figures.push(exactly(`answering.models.${name}.wrong-words`, wrong, 0));
    figures.push(exactly(`answering.models.${name}.booked-twice`, lines, 0));
    figures.push({ name: `answering.models.${name}.asked`, value: asked, bound: '>= 1', ok: asked >= 1 });
  }
  return figures;
};
