/** The whole pipeline in one process: real flows, entries, wire and log lines between a shop and stores in memory. */
import type { Context, SQSBatchResponse, SQSEvent } from 'aws-lambda';
import { BedrockRuntimeClient } from '@aws-sdk/client-bedrock-runtime';
import { SQSClient } from '@aws-sdk/client-sqs';
import { vi } from 'vitest';
import { z } from 'zod';
import { bedrockIntentModel } from '../../functions/core/aws/bedrock/intent-model.ts';
import { bedrockReplyWriter } from '../../functions/core/aws/bedrock/reply-writer.ts';
import { derivedIds } from '../../functions/core/aws/opaque-ids.ts';
import { signedArrivalQueue, signedUnreadableQueue } from '../../functions/core/aws/signed/queues.ts';
import { sqsMessageStage, sqsOutboundStage, sqsQueueTools } from '../../functions/core/aws/sqs/stages.ts';
import { readArrival, readMessageAddress, readReplyAddress } from '../../functions/core/aws/sqs/wire.ts';
import { ingress } from '../../functions/core/channels/registry-ingress.ts';
import { openChannels } from '../../functions/core/channels/registry.ts';
import { signWebhook } from '../../functions/core/channels/kit/standard-webhooks.ts';
import type { Understanding } from '../../functions/core/domain/intent.ts';
import { queueEntry, type QueueWork } from '../../functions/core/entry/queue.ts';
import { lambdaTools, type LambdaTools } from '../../functions/core/entry/tools.ts';
import { detectLanguage, parkArrival } from '../../functions/core/flows/detect-language.ts';
import { generateReply } from '../../functions/core/flows/generate-reply.ts';
import { parkMessage } from '../../functions/core/flows/park-message.ts';
import { receiveWebhook } from '../../functions/core/flows/receive-webhook.ts';
import { recognizeIntent } from '../../functions/core/flows/recognize-intent.ts';
import { parkReply, sendReply } from '../../functions/core/flows/send-reply.ts';
import { account, anUnderstanding, tenant } from '../fakes/builders.ts';
import { memoryConversations, type MemoryConversations } from '../fakes/conversations.ts';
import { ids } from '../fakes/tools.ts';

const secret = `whsec_${Buffer.from('a secret of a test, long enough').toString('base64')}`;
const mostReceives = 5;
const region = 'sa-east-1';

const sent = z.object({
  QueueUrl: z.string(),
  MessageBody: z.string(),
  MessageGroupId: z.string().optional(),
  MessageDeduplicationId: z.string().optional(),
});
type Sent = z.output<typeof sent>;

export type Circumstances = {
  /** What the first tier makes of the words. */
  readonly understanding?: Partial<Understanding>;
  /** The shop's answer to our calls. */
  readonly shop?: (url: URL, method: string) => Promise<Response>;
  /** What a store throws, each time that a worker is about to recognize a message; parking it then works. */
  readonly storeThrows?: Error;
};

const context: Context = {
  callbackWaitsForEmptyEventLoop: false,
  functionName: 'recado-test',
  functionVersion: '1',
  invokedFunctionArn: 'arn:aws:lambda:sa-east-1:000000000000:function:recado-test',
  memoryLimitInMB: '512',
  awsRequestId: 'request-1',
  logGroupName: 'logs',
  logStreamName: 'stream',
  getRemainingTimeInMillis: () => 10_000,
  done: () => undefined,
  fail: () => undefined,
  succeed: () => undefined,
};

const batchOf = ({ QueueUrl, MessageBody, MessageGroupId = '' }: Sent, receive: number): SQSEvent => ({
  Records: [
    {
      messageId: 'record-1',
      receiptHandle: 'receipt-1',
      body: MessageBody,
      attributes: {
        ApproximateReceiveCount: String(receive),
        SentTimestamp: '0',
        SenderId: 'sender',
        ApproximateFirstReceiveTimestamp: '0',
        MessageGroupId,
      },
      messageAttributes: {},
      md5OfBody: '',
      eventSource: 'aws:sqs',
      eventSourceARN: `arn:aws:sqs:${region}:000000000000:${QueueUrl}`,
      awsRegion: region,
    },
  ],
});

/** Clients that never call: what is sent to a queue is kept, and Bedrock fails in words that hold what it was asked. */
const clients = (keep: (message: Sent) => void) => {
  const sqs = new SQSClient({ region });
  sqs.middlewareStack.add(
    () => async (call) => {
      const read = sent.safeParse(call.input);
      if (read.success) keep(read.data);
      return { output: { $metadata: {} }, response: {} };
    },
    { step: 'initialize', name: 'kept' },
  );
  const bedrock = new BedrockRuntimeClient({ region });
  bedrock.middlewareStack.add(
    () => async (call) => {
      throw new Error(`cannot read ${JSON.stringify(call.input)}`);
    },
    { step: 'initialize', name: 'refused' },
  );
  return { sqs, bedrock };
};

const storesWith = (memory: MemoryConversations, { storeThrows }: Circumstances) => {
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
      access: async () => ({ account: account.id, address: 'https://shop.example', secrets: [secret] }),
    },
    polled: { put: async () => undefined },
  };
};

/** All workers by the queue that they read. */
const workers = (
  given: Circumstances,
  toolsOf: (lambda: string) => LambdaTools,
  stores: ReturnType<typeof storesWith>,
  { sqs, bedrock }: ReturnType<typeof clients>,
) => {
  const common = { ...stores, region, derive: derivedIds, ids };
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
      queue: sqsQueueTools(sqs, `${name}-dead`),
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
    next: sqsMessageStage(sqs, 'detected', 'detected'),
  };
  const recognized = {
    ...common,
    ...recognize,
    firstTier,
    model: bedrockIntentModel(bedrock, region, now),
    next: sqsMessageStage(sqs, 'recognized', 'recognized'),
  };
  const generated = {
    ...common,
    ...generate,
    sources: channels,
    writer: bedrockReplyWriter(bedrock, region, now),
    outbound: sqsOutboundStage(sqs, 'outbound'),
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

/** A house that one shop calls; `told` is all that leaves the sealed stores, each with where it went. */
export const canaryHouse = (given: Circumstances = {}) => {
  let now = new Date('2026-11-20T12:00:00.000Z');
  const clock = () => now;
  const printed: string[] = [];
  const kept: Sent[] = [];
  const waiting: Sent[] = [];
  const keep = (message: Sent): void => {
    kept.push(message);
    waiting.push(message);
  };
  const toolsOf = (lambda: string) => lambdaTools(lambda, clock);
  const memory = memoryConversations(clock);
  const stores = storesWith(memory, given);
  const handlers = workers(given, toolsOf, stores, clients(keep));
  const calls = {
    json: async (_service: string, _target: string, body: unknown) => {
      keep(sent.parse(body));
      return {};
    },
    put: async () => undefined,
    get: async () => '',
    address: () => 'https://s3.example',
  };
  const receive = receiveWebhook({
    ...toolsOf('receive-webhook'),
    ingress,
    registrations: {
      registration: async (channel, id) => ({ channel, id, account: account.id, secrets: [secret] }),
    },
    inbound: signedArrivalQueue(calls, 'https://sqs.example/inbound', 'bodies'),
    unreadable: signedUnreadableQueue(calls, 'https://sqs.example/unreadable'),
    ids: async () => ids,
  });

  const deliver = async (message: Sent): Promise<void> => {
    const handler = handlers.get(message.QueueUrl.split('/').at(-1) ?? '');
    if (handler === undefined) return;
    for (let time = 1; time <= mostReceives; time += 1) {
      const { batchItemFailures } = await handler(batchOf(message, time), context);
      now = new Date(now.getTime() + 2000);
      if (batchItemFailures.length === 0) return;
    }
  };

  const listening = async (run: () => Promise<void>): Promise<void> => {
    // Lambda takes both into its log.
    const streams = [process.stdout, process.stderr].map((stream) =>
      vi.spyOn(stream, 'write').mockImplementation((chunk) => {
        printed.push(String(chunk));
        return true;
      }),
    );
    try {
      await run();
    } finally {
      for (const stream of streams) stream.mockRestore();
    }
  };

  return {
    memory,
    /** The shop calls with this body; what follows runs to its end. `forged`: signed with another secret. */
    async called(body: string, webhook: string, forged = false): Promise<void> {
      const key = forged ? `whsec_${Buffer.alloc(32, 7).toString('base64')}` : secret;
      await listening(async () => {
        await receive({
          method: 'POST',
          path: `/webhooks/rest/${account.registration}`,
          query: { from: webhook },
          headers: {
            ...signWebhook(webhook, now, body, key),
            'user-agent': webhook,
            'x-forwarded-for': webhook,
          },
          body: Buffer.from(body, 'utf8'),
          channel: 'rest',
          registration: account.registration,
        });
        for (let next = waiting.shift(); next !== undefined; next = waiting.shift()) await deliver(next);
      });
    },
    logged: (): readonly string[] =>
      printed.flatMap((text) => [...text.matchAll(/"name":"([a-z-]+)"/g)].map(([, name]) => name ?? '')),
    async told(): Promise<readonly { readonly where: string; readonly text: string }[]> {
      const conversations = [...memory.lines.values()].map(({ conversation }) => conversation);
      const views = await Promise.all(
        [...new Set(conversations)].map(async (conversation) =>
          memory.view({ tenant: tenant.id, conversation }),
        ),
      );
      return [
        ...printed.map((text) => ({ where: 'log line or count', text })),
        ...kept.flatMap(({ QueueUrl, MessageBody, MessageGroupId, MessageDeduplicationId }) => [
          { where: `group of ${QueueUrl}`, text: `${MessageGroupId ?? ''} ${MessageDeduplicationId ?? ''}` },
          // The first queue, its dead letters and what cannot be read hold the words, under the region's key.
          ...(/(?:inbound|unreadable)(?:-dead)?$/.test(QueueUrl)
            ? []
            : [{ where: `body of ${QueueUrl}`, text: MessageBody }]),
        ]),
        ...views.flatMap((view) => [
          {
            where: 'opaque ids',
            text: JSON.stringify([
              view?.conversation.id,
              view?.conversation.buyer,
              view?.messages.map(({ message }) => message),
              view?.replies.map(({ id }) => id),
            ]),
          },
          { where: 'escalation', text: JSON.stringify(view?.escalation) },
        ]),
        ...[...memory.dropped].map((text) => ({ where: 'id of what was dropped', text })),
        ...[...memory.lines].map((line) => ({ where: 'ledger line', text: JSON.stringify(line) })),
      ];
    },
  };
};
