/** Bedrock on this machine: Converse and embeddings with AWS's checks; what the model says is handed in. */
import { setTimeout as sleep } from 'node:timers/promises';
import type { AwsAnswer, AwsRequest, Place, Service } from '../service.ts';
import { imitated, jsonAnswer } from './aws-json.ts';
import { readConversation } from './bedrock/conversation.ts';
import type { Conversation } from './bedrock/conversation.ts';
import { embedAll } from './bedrock/embed.ts';
import { demandModel, invalid, modelArnOf, modelIdOf } from './bedrock/models.ts';
import type { ModelTable } from './bedrock/models.ts';
import { openQuota } from './bedrock/quota.ts';
import { replyOf } from './bedrock/reply.ts';
import type { ModelAnswer, Reply } from './bedrock/reply.ts';

export type { Conversation, ModelAnswer, ModelTable };

export type BedrockParts = {
  readonly models: ModelTable;
  /** What the model says; an error is answered as Bedrock would answer it. */
  answer(conversation: Conversation): ModelAnswer | Promise<ModelAnswer>;
  /** How long each call takes; none unless said. */
  readonly latencyMs?: number;
};

export type BedrockService = Service & {
  /** What Bedrock would do silently and one would regret, each once. */
  warnings(): readonly string[];
};

/** Tokens are counted by an estimate, four characters each. Served over HTTP/2, which its client speaks. */
export const bedrockService = (place: Place, parts: BedrockParts): BedrockService => {
  const quota = openQuota(place.clock);
  const warnings = new Set<string>();

  const converse = async (request: AwsRequest): Promise<AwsAnswer> => {
    const id = modelIdOf(place, request.path);
    const model = demandModel(parts.models, id);
    if (embeds(id)) {
      throw invalid(
        'This action doesn’t support the model that you provided. Try again with a supported text or chat model.',
      );
    }
    const conversation = readConversation(id, model, request.body);
    const maxTokens = conversation.maxTokens ?? model.maxOutputTokens;
    if (conversation.maxTokens === undefined) {
      warnings.add(
        `Converse with ${id} without maxTokens: each call sets ${maxTokens} tokens of quota aside`,
      );
    }
    const { inputTokens } = conversation;
    const settle = quota.reserve(id, inputTokens + maxTokens, model.tokensPerMinute);
    let used = 0;
    try {
      await sleep(parts.latencyMs ?? 0);
      const reply = replyOf(await parts.answer(conversation), conversation, maxTokens);
      used = inputTokens + reply.outputTokens;
      return converseAnswer(reply, inputTokens, parts.latencyMs ?? 0);
    } finally {
      settle(used);
    }
  };

  const invokeModel = async (request: AwsRequest): Promise<AwsAnswer> => {
    const id = modelIdOf(place, request.path);
    demandModel(parts.models, id);
    if (!embeds(id)) throw invalid('InvokeModel is imitated for Cohere embeddings alone; use Converse.');
    const { body, inputTokens } = embedAll(request.body);
    await sleep(parts.latencyMs ?? 0);
    const answer = answered(body);
    return {
      ...answer,
      headers: { ...answer.headers, 'x-amzn-bedrock-input-token-count': String(inputTokens) },
    };
  };

  const operations = { Converse: converse, InvokeModel: invokeModel };
  return {
    name: 'bedrock',
    types: [],
    provision: ({ type }) => {
      throw new Error(`${type} is not made by Bedrock`);
    },
    operation: operationOf,
    permissions: ({ path }) => [
      { action: 'bedrock:InvokeModel', resource: modelArnOf(place, modelIdOf(place, path)) },
    ],
    answer: async (request) => imitated('bedrock', operations, operationOf(request))(request),
    warnings: () => [...warnings],
    close: () => Promise.resolve(),
  };
};

const answered = (body: object): AwsAnswer => jsonAnswer(body, 'application/json');

const converseAnswer = (
  { content, stopReason, outputTokens }: Reply,
  inputTokens: number,
  latencyMs: number,
) =>
  answered({
    output: { message: { role: 'assistant', content } },
    stopReason,
    usage: { inputTokens, outputTokens, totalTokens: inputTokens + outputTokens },
    metrics: { latencyMs },
  });

const embeds = (id: string): boolean => id.startsWith('cohere.embed-');

const operationOf = ({ path }: AwsRequest): string => {
  const ending = path.slice(path.lastIndexOf('/') + 1);
  return { converse: 'Converse', invoke: 'InvokeModel' }[ending] ?? ending;
};
