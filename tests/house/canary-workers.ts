/** The workers of the pipeline over stores in memory: real flows, entries, wire and adapters; no call leaves the process. */
import { fakeCaseMachine } from '../fakes/case-machine.ts';
import { fakeDesk, memoryAudit } from '../fakes/desk.ts';
import type { Context, SQSBatchResponse, SQSEvent } from 'aws-lambda';
import { BedrockRuntimeClient } from '@aws-sdk/client-bedrock-runtime';
import { z } from 'zod';
import { bedrockIntentModel } from '../../functions/core/aws/bedrock/intent-model.ts';
import { bedrockReplyWriter } from '../../functions/core/aws/bedrock/reply-writer.ts';
import { derivedIds } from '../../functions/core/aws/opaque-ids.ts';
import { sqsMessageStage, sqsOutboundStage, sqsQueueTools } from '../../functions/core/aws/sqs/stages.ts';
import { readArrival, readMessageAddress, readReplyAddress } from '../../functions/core/aws/sqs/wire.ts';
import { openChannels } from '../../functions/core/channels/registry.ts';
import type { Understanding } from '../../functions/core/domain/intent.ts';
import { queueEntry, type QueueWork } from '../../functions/core/entry/queue.ts';
import type { LambdaTools } from '../../functions/core/entry/tools.ts';
import { detectLanguage, parkArrival } from '../../functions/core/flows/detect-language.ts';
import { generateReply } from '../../functions/core/flows/generate-reply.ts';
import { parkMessage } from '../../functions/core/flows/park-message.ts';
import { recognizeIntent } from '../../functions/core/flows/recognize-intent.ts';
import { parkReply, sendReply } from '../../functions/core/flows/send-reply.ts';
import { account, anUnderstanding, tenant } from '../fakes/builders.ts';
import type { MemoryConversations } from '../fakes/conversations.ts';
import { ids } from '../fakes/tools.ts';

export const secret = `whsec_${Buffer.from('a secret of a test, long enough').toString('base64')}`;
/** As often as a queue hands a record out. */
export const mostReceives = 5;
export const region = 'sa-east-1';

export const sent = z.object({
  QueueUrl: z.string(),
  MessageBody: z.string(),
  MessageGroupId: z.string().optional(),
  MessageDeduplicationId: z.string().optional(),
});
export type Sent = z.output<typeof sent>;

export type Circumstances = {
  /** What the first tier makes of the words. */
  readonly understanding?: Partial<Understanding>;
  /** The shop's answer to our calls. */
  readonly shop?: (url: URL, method: string) => Promise<Response>;
  /** What a store throws, each time that a worker is about to recognize a message; parking it then works. */
  readonly storeThrows?: Error;
};

/** Clients that never call: what is sent to a queue is kept, and Bedrock fails in words that hold what it was asked. */
export const clients = (keep: (message: Sent) => void) => {
  const calls = {
    json: async (_service: string, _target: string, input: unknown) => {
      const read = sent.safeParse(input);
      if (read.success) keep(read.data);
      return {};
    },
  };
  const bedrock = new BedrockRuntimeClient({ region });
  bedrock.middlewareStack.add(
    () => async (call) => {
      throw new Error(`cannot read ${JSON.stringify(call.input)}`);
    },
    { step: 'initialize', name: 'refused' },
  );
  return { calls, bedrock };
};

export const storesWith = (memory: MemoryConversations, { storeThrows }: Circumstances) => {
  let throws = storeThrows === undefined ? 0 : mostReceives;
  return {
    conversations: {
      ...memory,
      view: async (...asked: Parameters<MemoryConversations['view']>) => {
        const view = await memory.view(...asked);
        if (throws > 0 && view?.messages.at(-1)?.state === 'detected') {
          throws -= 1;
          throw storeThrows;
        }
        return view;
      },
    },
    tenants: {
      tenant: async () => tenant,
      account: async (_channel: string, id: string) => (id === account.id ? account : null),
      tenants: async () => [tenant],
    },
    pause: { paused: async () => false },
    access: {
      access: async () => ({
        account: account.id,
        address: 'https://shop.example',
        secrets: [secret],
        token: null,
        platformUser: null,
        applicationId: null,
      }),
      renew: async () => null,
    },
    polled: { put: async () => undefined },
  };
};

/** All workers by the queue that they read. */
export const workers = (
  given: Circumstances,
  toolsOf: (lambda: string) => LambdaTools,
  stores: ReturnType<typeof storesWith>,
  { calls, bedrock }: ReturnType<typeof clients>,
) => {
  const common = {
    ...stores,
    region,
    derive: derivedIds,
    ids,
    machine: fakeCaseMachine(),
    desk: fakeDesk(),
    audit: memoryAudit(),
  };
  const firstTier = {
    understand: () => anUnderstanding({ answered: false, intentConfidence: 0.3, ...given.understanding }),
    // The worst mask there is: what is not masked must not get out either.
    mask: (text: string) => text,
  };
  const entry = <Body>(
    tools: LambdaTools,
    name: string,
    work: Pick<QueueWork<Body>, 'read' | 'handle' | 'park'>,
  ) =>
    queueEntry({
      ...work,
      tools,
      queue: sqsQueueTools(calls, `https://queues.example/${name}-dead`),
      maximumReceives: mostReceives,
      queueUrl: (arn) => arn,
    });
  const shop = given.shop ?? (async () => new Response('{}', { status: 200 }));
  const now = toolsOf('clock').clock;
  const channels = openChannels({ fetch: async (url, init) => shop(url, init.method ?? 'GET'), now });
  const detect = toolsOf('detect-language');
  const recognize = toolsOf('recognize-intent');
  const generate = toolsOf('generate-reply');
  const send = toolsOf('send-reply');
  const detected = {
    ...common,
    ...detect,
    firstTier,
    detector: null,
    next: sqsMessageStage(calls, 'https://queues.example/detected', 'detected'),
  };
  const recognized = {
    ...common,
    ...recognize,
    firstTier,
    model: bedrockIntentModel(bedrock, region, now),
    next: sqsMessageStage(calls, 'https://queues.example/recognized', 'recognized'),
  };
  const generated = {
    ...common,
    ...generate,
    actionSettings: { rules: async () => ({}) },
    sources: channels,
    writer: bedrockReplyWriter(bedrock, region, now),
    knowledge: { find: async () => [] },
    unanswered: { note: async () => undefined },
    outbound: sqsOutboundStage(calls, 'https://queues.example/outbound'),
  };
  const sending = { ...common, ...send, channels };
  return new Map<string, (event: SQSEvent, context: Context) => Promise<SQSBatchResponse>>([
    [
      'inbound',
      entry(detect, 'inbound', {
        read: async (text) => readArrival(text),
        handle: detectLanguage(detected),
        park: async (arrival, because) => parkArrival(detected, arrival, because),
      }),
    ],
    [
      'detected',
      entry(recognize, 'detected', {
        read: async (text) => readMessageAddress(text),
        handle: recognizeIntent(recognized),
        park: async (address, because) => parkMessage(recognized, address, because),
      }),
    ],
    [
      'recognized',
      entry(generate, 'recognized', {
        read: async (text) => readMessageAddress(text),
        handle: generateReply(generated),
        park: async (address, because) => parkMessage(generated, address, because),
      }),
    ],
    [
      'outbound',
      entry(send, 'outbound', {
        read: async (text) => readReplyAddress(text),
        handle: sendReply(sending),
        park: parkReply(sending),
      }),
    ],
  ]);
};
