/** Models as an evaluation plays them: the real adapters ask, nothing leaves the process, and every call is counted. */
import { BedrockRuntimeClient } from '@aws-sdk/client-bedrock-runtime';
import * as z from 'zod';
import { bedrockIntentModel } from '../../../functions/core/aws/bedrock/intent-model.ts';
import { bedrockReplyWriter } from '../../../functions/core/aws/bedrock/reply-writer.ts';
import type { Region } from '../../../functions/core/policy/regions.ts';
import type { Clock } from '../../../functions/core/ports/tools.ts';
import type { IntentModel, ReplyWriter } from '../../../functions/core/ports/understanding.ts';

/** What a model is shown, and the JSON that it gives back; null: it cannot say. */
export type Plays = (asked: { readonly use: 'intent' | 'reply'; readonly prompt: string }) => unknown;

/** A model that never helps: what the first tier and the fixed answers do alone is seen, and what would be asked. */
export const silent: Plays = ({ use }) =>
  use === 'intent'
    ? { intent: 'other_out_of_scope', secondary: 'none', sentiment: 'neutral', language: 'en', confidence: 0 }
    : { answers: false, text: '' };

export type Call = {
  readonly use: 'intent' | 'reply';
  readonly model: string;
  readonly tokensIn: number;
  readonly tokensOut: number;
};

const question = z.object({
  modelId: z.string(),
  system: z.array(z.object({ text: z.string().optional() })).optional(),
  messages: z.array(z.object({ content: z.array(z.object({ text: z.string().optional() })) })),
  toolConfig: z.unknown(),
});

/** Tokenizers of the models are not published; four characters for one token is what Latin text comes to. */
const charactersOfToken = 4;
const tokensOf = (text: string): number => Math.ceil(text.length / charactersOfToken);

const asked = (
  input: unknown,
): { readonly model: string; readonly prompt: string; readonly shape: string } => {
  const { modelId: model, system = [], messages, toolConfig } = question.parse(input);
  const parts = [...system, ...messages.flatMap(({ content }) => content)];
  return {
    model,
    prompt: parts.map(({ text = '' }) => text).join('\n'),
    shape: toolConfig === undefined ? '' : JSON.stringify(toolConfig),
  };
};

const clientFor = (region: Region, use: Call['use'], plays: Plays, calls: Call[]): BedrockRuntimeClient => {
  const client = new BedrockRuntimeClient({ region });
  client.middlewareStack.add(
    () => async (call) => {
      const { model, prompt, shape } = asked(call.input);
      const text = JSON.stringify(plays({ use, prompt }));
      const tokens = { tokensIn: tokensOf(prompt) + tokensOf(shape), tokensOut: tokensOf(text) };
      calls.push({ use, model, ...tokens });
      const output = {
        $metadata: {},
        output: { message: { role: 'assistant', content: [{ text }] } },
        usage: { inputTokens: tokens.tokensIn, outputTokens: tokens.tokensOut },
      };
      return { output, response: {} };
    },
    { step: 'initialize', name: 'played' },
  );
  return client;
};

export type PlayedModels = {
  readonly intent: IntentModel;
  readonly writer: ReplyWriter;
  /** What was asked since this was called last. */
  calls(): readonly Call[];
};

export const playedModels = (region: Region, clock: Clock, plays: Plays): PlayedModels => {
  const calls: Call[] = [];
  return {
    intent: bedrockIntentModel(clientFor(region, 'intent', plays, calls), region, clock),
    writer: bedrockReplyWriter(clientFor(region, 'reply', plays, calls), region, clock),
    calls: () => calls.splice(0),
  };
};
