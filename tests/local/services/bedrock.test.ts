/** The Bedrock stand-in against the real client over HTTP/2: what it refuses, what it counts, how it answers. */
import { BedrockRuntimeClient, ConverseCommand, InvokeModelCommand } from '@aws-sdk/client-bedrock-runtime';
import type { ConverseCommandInput } from '@aws-sdk/client-bedrock-runtime';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import * as z from 'zod';
import { bedrockService } from '../../../lib/local/services/bedrock.ts';
import type { BedrockService, Conversation, ModelAnswer } from '../../../lib/local/services/bedrock.ts';
import { complaint, refusal, testPlace } from './place.ts';
import type { TestPlace } from './place.ts';
import { credentials, serveService } from './serve.ts';
import type { Served } from './serve.ts';

const schemaModel = 'mistral.ministral-3-8b-instruct';
const toolModel = 'amazon.nova-micro-v1:0';
const plainModel = 'mistral.mistral-7b-instruct-v0:2';
const limitedModel = 'mistral.mixtral-8x7b-instruct-v0:1';
const embedModel = 'cohere.embed-multilingual-v3';
const profileModel = 'anthropic.claude-haiku-4-5-20251001-v1:0';

const models = {
  [schemaModel]: { structured: 'schema', maxOutputTokens: 100, contextTokens: 50 },
  [toolModel]: { structured: 'tool', maxOutputTokens: 100 },
  [plainModel]: { structured: 'prompt', maxOutputTokens: 100 },
  [limitedModel]: { structured: 'prompt', maxOutputTokens: 100, tokensPerMinute: 200 },
  [embedModel]: { structured: 'prompt', maxOutputTokens: 0 },
  [profileModel]: 'profile-only',
} as const;

let place: TestPlace;
let service: BedrockService;
let served: Served;
let bedrock: BedrockRuntimeClient;
let heard: Conversation[];
let says: ModelAnswer;
/** The model answers when this is over. */
let thinking: Promise<void>;

beforeEach(async () => {
  place = testPlace();
  heard = [];
  says = { text: 'Olá!' };
  thinking = Promise.resolve();
  service = bedrockService(place, {
    models,
    answer: async (conversation) => {
      heard.push(conversation);
      await thinking;
      return says;
    },
  });
  served = await serveService(service);
  bedrock = new BedrockRuntimeClient({
    region: place.region,
    endpoint: served.endpoint,
    credentials,
    maxAttempts: 1,
  });
});

afterEach(async () => {
  bedrock.destroy();
  await served.close();
  place.remove();
});

const user = (text: string) => ({ role: 'user' as const, content: [{ text }] });
const assistant = (text: string) => ({ role: 'assistant' as const, content: [{ text }] });

const converse = (more: Partial<ConverseCommandInput> = {}) =>
  bedrock.send(
    new ConverseCommand({
      modelId: plainModel,
      messages: [user('cadê meu pedido')],
      inferenceConfig: { maxTokens: 50 },
      ...more,
    }),
  );

const tools = (name = 'label') => ({
  tools: [{ toolSpec: { name, inputSchema: { json: { type: 'object' } } } }],
  toolChoice: { tool: { name: 'label' } },
});

const format = (schema: unknown) => ({
  textFormat: {
    type: 'json_schema' as const,
    structure: { jsonSchema: { name: 'label', schema: JSON.stringify(schema) } },
  },
});

const closed = { type: 'object', properties: { intent: { type: 'string' } }, additionalProperties: false };

describe('an answer', () => {
  it('comes in the shape of Converse, with tokens counted as four characters each', async () => {
    const answer = await converse({ system: [{ text: 'Be kind.' }] });
    expect(answer.output?.message).toEqual({ role: 'assistant', content: [{ text: 'Olá!' }] });
    expect(answer.stopReason).toBe('end_turn');
    // 8 characters of system and 15 of the message are 23, rounded up to 6 tokens.
    expect(answer.usage).toMatchObject({ inputTokens: 6, outputTokens: 1, totalTokens: 7 });
    expect(answer.metrics).toEqual({ latencyMs: 0 });
    expect(heard).toMatchObject([
      {
        modelId: plainModel,
        system: 'Be kind.',
        messages: [{ role: 'user', text: 'cadê meu pedido' }],
        maxTokens: 50,
      },
    ]);
  });

  it('is cut at the limit that the caller set', async () => {
    says = { text: 'x'.repeat(100) };
    const answer = await converse({ inferenceConfig: { maxTokens: 5 } });
    expect(answer.output?.message?.content).toEqual([{ text: 'x'.repeat(20) }]);
    expect(answer).toMatchObject({ stopReason: 'max_tokens', usage: { outputTokens: 5 } });
  });

  it('ends before a stop sequence', async () => {
    says = { text: 'one\nEND\ntwo' };
    const answer = await converse({ inferenceConfig: { maxTokens: 50, stopSequences: ['END'] } });
    expect(answer).toMatchObject({
      stopReason: 'stop_sequence',
      output: { message: { content: [{ text: 'one\n' }] } },
    });
  });

  it('fills the tool that was asked for', async () => {
    says = { toolInput: { intent: 'where' } };
    const answer = await converse({ modelId: toolModel, toolConfig: tools() });
    expect(answer.stopReason).toBe('tool_use');
    expect(answer.output?.message?.content?.[0]?.toolUse).toEqual({
      toolUseId: expect.stringMatching(/^tooluse_/),
      name: 'label',
      input: { intent: 'where' },
    });
    expect(heard).toMatchObject([
      { mustCall: 'label', tools: [{ name: 'label', schema: { type: 'object' } }] },
    ]);
  });

  it('calls no tool when the call does not fit the limit', async () => {
    says = { toolInput: { text: 'x'.repeat(100) } };
    const answer = await converse({
      modelId: toolModel,
      toolConfig: tools(),
      inferenceConfig: { maxTokens: 5 },
    });
    expect(answer).toMatchObject({ stopReason: 'max_tokens', output: { message: { content: [] } } });
  });

  it('fits the JSON schema as text', async () => {
    says = { toolInput: { intent: 'where' } };
    const answer = await converse({ modelId: schemaModel, outputConfig: format(closed) });
    expect(answer.output?.message?.content).toEqual([{ text: '{"intent":"where"}' }]);
    expect(heard).toMatchObject([{ schema: closed }]);
  });

  it('may be an error of Bedrock', async () => {
    says = { error: { code: 'ModelTimeoutException', message: 'too slow', status: 408 } };
    expect(await refusal(converse())).toBe('ModelTimeoutException');
  });
});

describe('a model', () => {
  it('that the region does not offer is refused in the words of AWS', async () => {
    for (const modelId of ['amazon.nova-pro-v1:0', 'us.amazon.nova-micro-v1:0', 'toString']) {
      expect(await complaint(converse({ modelId }))).toBe('The provided model identifier is invalid.');
    }
    expect(await complaint(converse({ modelId: profileModel }))).toBe(
      `Invocation of model ID ${profileModel} with on-demand throughput isn’t supported. ` +
        'Retry your request with the ID or ARN of an inference profile that contains this model.',
    );
  });

  it('may be named by its ARN in this region and in no other', async () => {
    const arn = (region: string) => `arn:aws:bedrock:${region}::foundation-model/${plainModel}`;
    expect(await refusal(converse({ modelId: arn('sa-east-1') }))).toBe('accepted');
    expect(await complaint(converse({ modelId: arn('us-east-1') }))).toMatch(/identifier is invalid/);
  });

  it('takes the structured answer of its row and no other', async () => {
    const outputConfig = format(closed);
    const toolConfig = tools();
    expect(await refusal(converse({ modelId: schemaModel, outputConfig }))).toBe('accepted');
    expect(await refusal(converse({ modelId: toolModel, toolConfig }))).toBe('accepted');
    expect(await complaint(converse({ modelId: toolModel, outputConfig }))).toMatch(
      /outputConfig.textFormat field/,
    );
    expect(await complaint(converse({ modelId: plainModel, outputConfig }))).toMatch(
      /outputConfig.textFormat field/,
    );
    expect(await complaint(converse({ modelId: schemaModel, toolConfig }))).toBe(
      "This model doesn't support tool use.",
    );
    expect(await complaint(converse({ modelId: plainModel, toolConfig }))).toBe(
      "This model doesn't support tool use.",
    );
    expect(heard).toHaveLength(2);
  });

  it('for embeddings holds no conversation', async () => {
    expect(await complaint(converse({ modelId: embedModel }))).toMatch(/supported text or chat model/);
  });
});

describe('a request', () => {
  it.each<[string, Partial<ConverseCommandInput>, RegExp]>([
    ['without messages', { messages: [] }, /must start with a user message/],
    [
      'that begins with the model',
      { messages: [assistant('Olá'), user('oi')] },
      /must start with a user message/,
    ],
    ['with two messages of the same side', { messages: [user('oi'), user('oi')] }, /must alternate/],
    [
      'that ends with the model',
      { messages: [user('oi'), assistant('Olá')] },
      /must end with a user message/,
    ],
    ['with an empty message', { messages: [{ role: 'user', content: [] }] }, /messages\.0 is empty/],
    ['with a blank text', { messages: [user(' \n')] }, /messages\.0\.content\.0 is blank/],
    ['with a blank system prompt', { system: [{ text: '' }] }, /system\.0 is blank/],
    [
      'for more tokens than the model has',
      { inferenceConfig: { maxTokens: 101 } },
      /exceeds the model limit of 100/,
    ],
    ['with a temperature over 1', { inferenceConfig: { maxTokens: 1, temperature: 1.1 } }, /temperature/],
    [
      'with a guardrail, which is not imitated',
      { guardrailConfig: { guardrailIdentifier: 'g', guardrailVersion: '1' } },
      /guardrailConfig/,
    ],
    [
      'that must call a tool it does not bring',
      { modelId: toolModel, toolConfig: tools('other') },
      /not among the tools/,
    ],
    [
      'with a tool result and no tools',
      {
        modelId: toolModel,
        messages: [{ role: 'user', content: [{ toolResult: { toolUseId: 't', content: [{ text: 'x' }] } }] }],
      },
      /toolConfig field must be defined/,
    ],
    [
      'with an open object in its schema',
      { modelId: schemaModel, outputConfig: format({ type: 'object' }) },
      /additionalProperties/,
    ],
    [
      'with a nested open object in its schema',
      {
        modelId: schemaModel,
        outputConfig: format({
          ...closed,
          properties: { list: { type: 'array', items: { type: 'object' } } },
        }),
      },
      /additionalProperties/,
    ],
    [
      'with a schema that bounds numbers',
      {
        modelId: schemaModel,
        outputConfig: format({ ...closed, properties: { n: { type: 'number', maximum: 1 } } }),
      },
      /'maximum' is not supported/,
    ],
  ])('%s is refused', async (_, more, message) => {
    expect(await complaint(converse(more))).toMatch(message);
    expect(await refusal(converse(more))).toBe('ValidationException');
    expect(heard).toEqual([]);
  });

  it('may have a property whose name is a keyword', async () => {
    const schema = { ...closed, properties: { maximum: { type: 'string' } } };
    expect(await refusal(converse({ modelId: schemaModel, outputConfig: format(schema) }))).toBe('accepted');
  });

  it('may fill the context of the model and not overflow it', async () => {
    const asked = (length: number) =>
      converse({ modelId: schemaModel, messages: [user('x'.repeat(length))] });
    expect(await refusal(asked(200))).toBe('accepted');
    expect(await complaint(asked(201))).toBe('Input is too long for requested model.');
  });
});

describe('quota', () => {
  // 40 characters are 10 tokens, and the answer is one.
  const ask = (maxTokens: number) =>
    refusal(
      converse({ modelId: limitedModel, messages: [user('x'.repeat(40))], inferenceConfig: { maxTokens } }),
    );

  it('is set aside for the whole limit while a call runs, so that a third does not fit beside two', async () => {
    const { promise, resolve } = Promise.withResolvers<void>();
    thinking = promise;
    const calls = [ask(90), ask(90), ask(90)];
    expect(await Promise.race(calls)).toBe('ThrottlingException');
    resolve();
    expect((await Promise.all(calls)).toSorted()).toEqual(['ThrottlingException', 'accepted', 'accepted']);
  });

  it('is given back but for what was used, and new each minute', async () => {
    // Each call uses 11 of 200 tokens and needs 100 to begin.
    for (let n = 0; n < 10; n += 1) expect(await ask(90)).toBe('accepted');
    expect(await ask(90)).toBe('ThrottlingException');
    place.pass(60_000);
    expect(await ask(90)).toBe('accepted');
  });

  it('is given back by a call that failed', async () => {
    says = { error: { code: 'InternalServerException', message: 'sorry', status: 500 } };
    for (let n = 0; n < 5; n += 1) expect(await ask(90)).toBe('InternalServerException');
  });

  it('warns once of callers who name no limit', async () => {
    await converse();
    expect(service.warnings()).toEqual([]);
    await converse({ inferenceConfig: {} });
    await converse({ inferenceConfig: undefined });
    expect(service.warnings()).toEqual([
      `Converse with ${plainModel} without maxTokens: each call sets 100 tokens of quota aside`,
    ]);
  });
});

describe('embeddings', () => {
  const embedded = z.object({ embeddings: z.array(z.array(z.number())) });
  const embed = async (
    texts: readonly string[],
    more: object = {},
  ): Promise<readonly (readonly number[])[]> => {
    const answer = await bedrock.send(
      new InvokeModelCommand({
        modelId: embedModel,
        contentType: 'application/json',
        body: JSON.stringify({ texts, input_type: 'search_document', ...more }),
      }),
    );
    return embedded.parse(JSON.parse(answer.body.transformToString())).embeddings;
  };
  const likeness = (one: readonly number[] = [], other: readonly number[] = []) =>
    one.reduce((sum, value, at) => sum + value * (other[at] ?? 0), 0);

  it('are 1024 numbers of length one, the same every time', async () => {
    const [first, again] = await embed(['¿Dónde está mi pedido?', '¿Dónde está mi pedido?']);
    expect(first).toHaveLength(1024);
    expect(first).toEqual(again);
    expect(likeness(first, first)).toBeCloseTo(1, 6);
  });

  it('lie nearer for texts that share words, whatever their case and accents', async () => {
    const [asked, near, same, far] = await embed([
      'política de devolución',
      'Nuestra política de devoluciones: 30 días',
      'POLITICA DE DEVOLUCION',
      'garantía del fabricante',
    ]);
    expect(likeness(asked, same)).toBeCloseTo(1, 6);
    expect(likeness(asked, near)).toBeGreaterThan(likeness(asked, far) + 0.2);
  });

  it('are refused for 97 texts, for a text of 2049 characters, and for an unknown purpose', async () => {
    expect(await refusal(embed(Array.from({ length: 96 }, () => 'x')))).toBe('accepted');
    expect(await refusal(embed(Array.from({ length: 97 }, () => 'x')))).toBe('ValidationException');
    expect(await complaint(embed(['x'.repeat(2049)]))).toMatch(/expected maxLength: 2048/);
    expect(await refusal(embed(['x'], { input_type: 'search' }))).toBe('ValidationException');
  });
});

describe('the caller', () => {
  const asked = async (modelId: string) => {
    await refusal(converse({ modelId }));
    return served.asked.at(-1)?.permissions;
  };

  it('needs the model of the region, or the profile of the account', async () => {
    const action = 'bedrock:InvokeModel';
    expect(await asked(plainModel)).toEqual([
      { action, resource: `arn:aws:bedrock:sa-east-1::foundation-model/${plainModel}` },
    ]);
    expect(await asked(`global.${profileModel}`)).toEqual([
      { action, resource: `arn:aws:bedrock:sa-east-1:000000000000:inference-profile/global.${profileModel}` },
    ]);
  });
});
