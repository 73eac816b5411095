/** One structured answer of a Bedrock model, in the way that the model's row of policy says it can give one. */
import {
  ConverseCommand,
  type BedrockRuntimeClient,
  type ConverseCommandInput,
  type ConverseCommandOutput,
} from '@aws-sdk/client-bedrock-runtime';
import { failed, found, type Outcome } from '../../domain/outcome.ts';
import type { ModelRow } from '../../policy/models.ts';
import type { ModelUse, Unavailable } from '../../ports/understanding.ts';

/** A JSON schema as Bedrock takes it: an object of named properties. */
export type AnswerShape = {
  readonly name: string;
  readonly properties: Readonly<Record<string, Readonly<Record<string, unknown>>>>;
};

export type Question = {
  readonly row: ModelRow;
  readonly prompt: string;
  readonly shape: AnswerShape;
  readonly maximumTokens: number;
};

export type Answered = { readonly value: unknown; readonly use: ModelUse };

const schemaOf = (shape: AnswerShape) => ({
  type: 'object',
  properties: { ...shape.properties },
  required: Object.keys(shape.properties),
  additionalProperties: false,
});

const inputOf = ({ row, prompt, shape, maximumTokens }: Question): ConverseCommandInput => {
  const asked: ConverseCommandInput = {
    modelId: row.id,
    messages: [{ role: 'user', content: [{ text: prompt }] }],
    // Always set: Bedrock reserves quota for it before the call.
    inferenceConfig: { maxTokens: Math.min(maximumTokens, row.maxOutputTokens), temperature: 0 },
  };
  switch (row.structured) {
    case 'schema':
      return {
        ...asked,
        outputConfig: {
          textFormat: {
            type: 'json_schema',
            structure: { jsonSchema: { name: shape.name, schema: JSON.stringify(schemaOf(shape)) } },
          },
        },
      };
    case 'tool': {
      const inputSchema = { json: JSON.parse(JSON.stringify(schemaOf(shape))) };
      return {
        ...asked,
        toolConfig: {
          tools: [{ toolSpec: { name: shape.name, inputSchema } }],
          toolChoice: { tool: { name: shape.name } },
        },
      };
    }
    case 'prompt':
      return asked;
  }
};

const firstObject = (text: string): unknown => {
  const start = text.indexOf('{');
  const end = text.lastIndexOf('}');
  if (start === -1 || end < start) return undefined;
  try {
    return JSON.parse(text.slice(start, end + 1));
  } catch {
    return undefined;
  }
};

const valueOf = (output: ConverseCommandOutput): unknown => {
  const content = output.output?.message?.content ?? [];
  const tool = content.find((block) => block.toolUse !== undefined)?.toolUse?.input;
  return tool ?? firstObject(content.map((block) => block.text ?? '').join(''));
};

/** By name alone: Bedrock sends no Retry-After, and a throttle is never waited for. */
export const problemOf = (error: unknown): Unavailable => {
  const name = error instanceof Error ? error.name : '';
  if (/Throttl|TooManyRequests|ServiceUnavailable|ModelNotReady/.test(name))
    return { kind: 'unavailable', because: 'throttled' };
  if (/Timeout|Abort|ModelTimeout/.test(name)) return { kind: 'unavailable', because: 'timed-out' };
  if (error instanceof SyntaxError) return { kind: 'unavailable', because: 'malformed' };
  return { kind: 'unavailable', because: 'refused' };
};

export const converse = async (
  client: BedrockRuntimeClient,
  question: Question,
  budgetMilliseconds: number,
): Promise<Outcome<Answered, Unavailable>> => {
  try {
    const output = await client.send(new ConverseCommand(inputOf(question)), {
      abortSignal: AbortSignal.timeout(budgetMilliseconds),
    });
    const { inputTokens = 0, outputTokens = 0 } = output.usage ?? {};
    const use = { model: question.row.id, tokensIn: inputTokens, tokensOut: outputTokens };
    // Cut where the limit fell: what is there is no answer.
    const value = output.stopReason === 'max_tokens' ? undefined : valueOf(output);
    return value === undefined
      ? failed({ kind: 'unavailable', because: 'malformed', use })
      : found({ value, use });
  } catch (error) {
    return failed(problemOf(error));
  }
};
