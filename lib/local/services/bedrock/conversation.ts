/** A Converse request as Bedrock takes it: read, checked in its words, and told in plain terms to whoever answers. */
import { readInput } from '../aws-json.ts';
import { estimateTokens, invalid } from './models.ts';
import type { Model } from './models.ts';
import { converse } from './request.ts';
import type { Block, Converse } from './request.ts';
import { readSchema } from './schema.ts';

/** What is asked of a model, in plain terms. */
export type Conversation = {
  readonly modelId: string;
  readonly system: string;
  /** Text blocks of a message, joined by line ends. Tool calls and results stand in it as JSON. */
  readonly messages: readonly { readonly role: 'user' | 'assistant'; readonly text: string }[];
  readonly tools: readonly {
    readonly name: string;
    readonly description: string;
    readonly schema: unknown;
  }[];
  /** The tool that must be called: the one named, or any (`*`). */
  readonly mustCall: string | undefined;
  /** JSON schema that the text must fit. */
  readonly schema: unknown;
  /** Undefined when the caller did not say. */
  readonly maxTokens: number | undefined;
  readonly temperature: number | undefined;
  readonly stopSequences: readonly string[];
  /** By the stated estimate. */
  readonly inputTokens: number;
};

/** @throws AwsError ValidationException where Bedrock refuses */
export const readConversation = (modelId: string, model: Model, body: Buffer): Conversation => {
  const input = readInput(converse, body);
  demandAlternation(input);
  demandText(input);
  demandAbilities(model, input);
  const { maxTokens, temperature, stopSequences } = input.inferenceConfig;
  if (maxTokens !== undefined && maxTokens > model.maxOutputTokens) {
    const limit = model.maxOutputTokens;
    throw invalid(
      `The maximum tokens you requested exceeds the model limit of ${limit}. ` +
        `Try again with a maximum tokens value that is lower than ${limit}.`,
    );
  }
  const inputTokens = estimateTokens(textOf(input));
  if (inputTokens > (model.contextTokens ?? 128_000)) throw invalid('Input is too long for requested model.');
  return {
    modelId,
    system: input.system.map((one) => one.text).join('\n'),
    messages: input.messages.map(({ role, content }) => ({ role, text: content.map(plain).join('\n') })),
    tools: (input.toolConfig?.tools ?? []).map(({ toolSpec }) => ({
      name: toolSpec.name,
      description: toolSpec.description ?? '',
      schema: toolSpec.inputSchema.json,
    })),
    mustCall: mustCall(input),
    schema: schemaOf(input),
    maxTokens,
    temperature,
    stopSequences,
    inputTokens,
  };
};

const plain = (one: Block): string => ('text' in one ? one.text : JSON.stringify(one));

const textOf = (input: Converse): string =>
  [
    ...input.system.map((one) => one.text),
    ...input.messages.flatMap(({ content }) => content.map(plain)),
    input.toolConfig === undefined ? '' : JSON.stringify(input.toolConfig.tools),
    input.outputConfig?.textFormat?.structure.jsonSchema.schema ?? '',
  ].join('');

const schemaOf = (input: Converse): unknown => {
  const format = input.outputConfig?.textFormat;
  return format === undefined ? undefined : readSchema(format.structure.jsonSchema.schema);
};

const mustCall = ({ toolConfig }: Converse): string | undefined => {
  if (toolConfig === undefined || 'auto' in toolConfig.toolChoice) return undefined;
  if ('any' in toolConfig.toolChoice) return '*';
  const { name } = toolConfig.toolChoice.tool;
  if (toolConfig.tools.some(({ toolSpec }) => toolSpec.name === name)) return name;
  throw invalid(`The tool ${name} of toolChoice is not among the tools.`);
};

const demandAlternation = ({ messages }: Converse): void => {
  if (messages[0]?.role !== 'user') {
    throw invalid(
      'A conversation must start with a user message. Try again with a conversation that starts with a user message.',
    );
  }
  if (messages.some(({ role }, at) => role === messages[at - 1]?.role)) {
    throw invalid(
      'A conversation must alternate between user and assistant roles. ' +
        'Make sure the conversation alternates between user and assistant roles and try again.',
    );
  }
  if (messages.at(-1)?.role !== 'user') throw invalid('A conversation must end with a user message.');
};

const demandText = ({ messages, system }: Converse): void => {
  for (const [at, { content }] of messages.entries()) {
    if (content.length === 0) {
      throw invalid(
        `The content field in the Message object at messages.${at} is empty. ` +
          'Add a ContentBlock object to the content field and try again.',
      );
    }
    content.forEach(
      (one, n) =>
        'text' in one && demandNotBlank(one.text, `ContentBlock object at messages.${at}.content.${n}`),
    );
  }
  system.forEach((one, n) => demandNotBlank(one.text, `SystemContentBlock object at system.${n}`));
};

const demandNotBlank = (given: string, where: string): void => {
  if (given.trim() !== '') return;
  throw invalid(`The text field in the ${where} is blank. Add text to the text field, and try again.`);
};

/** A model takes what its row says and no more, even where another table might know better. */
const demandAbilities = (model: Model, input: Converse): void => {
  if (input.toolConfig !== undefined && model.structured !== 'tool')
    throw invalid("This model doesn't support tool use.");
  if (input.outputConfig?.textFormat !== undefined && model.structured !== 'schema') {
    const field = 'outputConfig.textFormat';
    throw invalid(`This model doesn't support the ${field} field. Remove ${field} and try again.`);
  }
  const usesTools = input.messages.some(({ content }) => content.some((one) => !('text' in one)));
  if (usesTools && input.toolConfig === undefined) {
    throw invalid('The toolConfig field must be defined when using toolUse and toolResult content blocks.');
  }
};
