/** The client that stands in bundles for the SDK's: asks as the SDK asks, reads what Bedrock answers, names its errors. */
import { ConverseCommand, BedrockRuntimeClient as SdkClient } from '@aws-sdk/client-bedrock-runtime';
import { NodeHttpHandler } from '@smithy/node-http-handler';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import * as slim from '../../../../functions/core/aws/slim/bedrock-runtime.ts';
import { answer, silence, webServer, type WebServer } from '../../channels/web-server.ts';

let server: WebServer;
beforeEach(async () => {
  server = await webServer();
  vi.stubEnv('AWS_ENDPOINT_URL', server.address);
  vi.stubEnv('AWS_ACCESS_KEY_ID', 'AKIATEST');
  vi.stubEnv('AWS_SECRET_ACCESS_KEY', 'not a secret');
});
afterEach(async () => {
  vi.unstubAllEnvs();
  await server.close();
});

const modelId = 'amazon.nova-micro-v1:0';
const input = {
  modelId,
  messages: [{ role: 'user' as const, content: [{ text: 'cadê meu pedido?' }] }],
  inferenceConfig: { maxTokens: 90, temperature: 0 },
  toolConfig: {
    tools: [{ toolSpec: { name: 'label', inputSchema: { json: { type: 'object' } } } }],
    toolChoice: { tool: { name: 'label' } },
  },
};
const said = {
  output: { message: { role: 'assistant', content: [{ toolUse: { input: { intent: 'order_status' } } }] } },
  stopReason: 'tool_use',
  usage: { inputTokens: 12, outputTokens: 3, totalTokens: 15 },
};

describe('a question to a model', () => {
  it('is put on the wire as the SDK puts it, and the answer is read', async () => {
    server.behave(answer(200, JSON.stringify(said)));
    const ours = new slim.BedrockRuntimeClient({ region: 'us-east-1' });
    expect(await ours.send(new slim.ConverseCommand(input))).toEqual(said);
    const client = new SdkClient({
      region: 'us-east-1',
      endpoint: server.address,
      requestHandler: new NodeHttpHandler(),
    });
    await client.send(new ConverseCommand(input));
    const [one, other] = server.received;
    expect(one?.path).toBe(other?.path);
    expect(JSON.parse(one?.body ?? '')).toEqual(JSON.parse(other?.body ?? ''));
    expect(one?.headers['authorization']).toMatch(/us-east-1\/bedrock\/aws4_request/);
  });

  it('for vectors comes back as bytes', async () => {
    server.behave(answer(200, '{"embeddings":[[1]]}'));
    const body = JSON.stringify({ texts: ['a'] });
    const ours = new slim.BedrockRuntimeClient({ region: 'us-east-1' });
    expect(await ours.send(new slim.InvokeModelCommand({ modelId, body }))).toEqual({
      body: Buffer.from('{"embeddings":[[1]]}'),
    });
  });

  it('that is throttled, refused or takes too long fails under a name of its own', async () => {
    const ours = new slim.BedrockRuntimeClient({ region: 'us-east-1' });
    const ask = async (signal?: AbortSignal) =>
      ours
        .send(new slim.ConverseCommand(input), signal === undefined ? {} : { abortSignal: signal })
        .catch((error: unknown) => (error instanceof Error ? error.name : error));
    server.behave(answer(429, '{"message":"slow down","__type":"ThrottlingException"}'));
    expect(await ask()).toBe('ThrottlingException');
    server.behave(answer(400, '{"message":"no such model","__type":"com.amazon#ValidationException"}'));
    expect(await ask()).toBe('ValidationException');
    server.behave(answer(502, '<html>'));
    expect(await ask()).toBe('Http502');
    server.behave(silence);
    expect(await ask(AbortSignal.timeout(50))).toMatch(/Abort|Timeout/);
  });
});
