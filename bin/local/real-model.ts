/** `--real bedrock`: the models of a real account answer, with the credentials of whoever started the machine. */
import {
  BedrockRuntimeClient,
  ConverseCommand,
  type ConverseCommandInput,
} from '@aws-sdk/client-bedrock-runtime';
import type { BedrockParts } from '../../lib/local/services/bedrock.ts';

type Answer = BedrockParts['answer'];
type Asked = Parameters<Answer>[0];

const inputOf = (asked: Asked): ConverseCommandInput => ({
  modelId: asked.modelId,
  messages: asked.messages.map(({ role, text }) => ({ role, content: [{ text }] })),
  ...(asked.system === '' ? {} : { system: [{ text: asked.system }] }),
  inferenceConfig: {
    temperature: 0,
    ...(asked.maxTokens === undefined ? {} : { maxTokens: asked.maxTokens }),
  },
  ...(asked.tools.length === 0
    ? {}
    : {
        toolConfig: {
          tools: asked.tools.map(({ name, description, schema }) => ({
            toolSpec: {
              name,
              ...(description === '' ? {} : { description }),
              inputSchema: { json: JSON.parse(JSON.stringify(schema)) },
            },
          })),
          ...(asked.mustCall === undefined
            ? {}
            : { toolChoice: asked.mustCall === '*' ? { any: {} } : { tool: { name: asked.mustCall } } }),
        },
      }),
  ...(asked.schema === undefined
    ? {}
    : {
        outputConfig: {
          textFormat: {
            type: 'json_schema',
            structure: { jsonSchema: { name: 'answer', schema: JSON.stringify(asked.schema) } },
          },
        },
      }),
});

/** The calls that the Lambdas make reach the account through this process; faults on request still apply before it. */
export const realModel = (region: string): Answer => {
  const client = new BedrockRuntimeClient({
    region,
    endpoint: `https://bedrock-runtime.${region}.amazonaws.com`,
  });
  return async (asked) => {
    try {
      const { output } = await client.send(new ConverseCommand(inputOf(asked)));
      const content = output?.message?.content ?? [];
      const tool = content.find((block) => block.toolUse !== undefined)?.toolUse;
      if (tool !== undefined) return { toolInput: JSON.parse(JSON.stringify(tool.input ?? {})) };
      return { text: content.map((block) => block.text ?? '').join('') };
    } catch (error) {
      const named = error instanceof Error ? error : new Error('unknown');
      return { error: { code: named.name, message: named.message, status: 400 } };
    }
  };
};
