/** A house that one shop calls: the whole way of a message in one process, and all that it tells outside the sealed stores. */
import type { Context, SQSEvent } from 'aws-lambda';
import { vi } from 'vitest';
import {
  signedArrivalQueue,
  signedPointerQueue,
  signedUnreadableQueue,
} from '../../functions/core/aws/signed/queues.ts';
import { ingress } from '../../functions/core/channels/registry-ingress.ts';
import { signWebhook } from '../../functions/core/channels/kit/standard-webhooks.ts';
import { lambdaTools } from '../../functions/core/entry/tools.ts';
import { receiveWebhook } from '../../functions/core/flows/receive-webhook.ts';
import { account, tenant } from '../fakes/builders.ts';
import { memoryConversations } from '../fakes/conversations.ts';
import { ids } from '../fakes/tools.ts';
import {
  clients,
  mostReceives,
  region,
  secret,
  sent,
  storesWith,
  workers,
  type Circumstances,
  type Sent,
} from './canary-workers.ts';

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
    pointers: signedPointerQueue(calls, 'https://sqs.example/pointers'),
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
      const conversations = [...memory.lines.values()].flatMap(({ conversation }) => conversation ?? []);
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
