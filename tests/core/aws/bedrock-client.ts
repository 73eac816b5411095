/** A Bedrock client that never calls: it answers, or throws, what a test put there, and keeps what it was asked. */
import {
  BedrockRuntimeClient,
  type ConverseCommandInput,
  type ConverseCommandOutput,
} from '@aws-sdk/client-bedrock-runtime';

type Reaction = Partial<ConverseCommandOutput> | Error;

const named = (name: string): Error => Object.assign(new Error(`${name}: its words`), { name });

export const bedrockClient = () => {
  const asked: ConverseCommandInput[] = [];
  const reactions: Reaction[] = [];
  const client = new BedrockRuntimeClient({ region: 'sa-east-1' });
  client.middlewareStack.add(
    () => async (call) => {
      asked.push(Object(call.input));
      const next = reactions.shift() ?? named('ThrottlingException');
      if (next instanceof Error) throw next;
      return { output: { $metadata: {}, ...next }, response: {} };
    },
    { step: 'initialize', name: 'answers' },
  );
  const usage = { inputTokens: 200, outputTokens: 20, totalTokens: 220 };
  return {
    client,
    asked,
    prompt: (): string => asked.at(-1)?.messages?.[0]?.content?.[0]?.text ?? '',
    throws: (name: string) => reactions.push(named(name)),
    says: (text: string) =>
      reactions.push({ output: { message: { role: 'assistant', content: [{ text }] } }, usage }),
    callsTool: (input: Readonly<Record<string, string | number | boolean>>) =>
      reactions.push({
        output: {
          message: {
            role: 'assistant',
            content: [{ toolUse: { toolUseId: 't', name: 'label', input: { ...input } } }],
          },
        },
        usage,
      }),
  };
};
