/** A house of queues for tests: the stand-in behind the real SDK client, with a clock that is moved by hand. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import {
  DeleteMessageCommand,
  GetQueueAttributesCommand,
  ReceiveMessageCommand,
  SendMessageCommand,
  SQSClient,
} from '@aws-sdk/client-sqs';
import type { Message, ReceiveMessageCommandInput, SendMessageCommandInput } from '@aws-sdk/client-sqs';
import { sqsService } from '../../../../lib/local/services/sqs/sqs.ts';
import { credentials, serveService } from '../serve.ts';

export type House = Awaited<ReturnType<typeof house>>;

/** Where the house lives is kept when it is opened again with `folder`. */
export const house = async (folder = mkdtempSync(join(tmpdir(), 'sqs-')), startedAt = 1_790_000_000_000) => {
  let now = startedAt;
  let endpoint = '';
  const place = { region: 'sa-east-1', account: '000000000000', data: folder, clock: () => now };
  const sqs = sqsService(place, () => endpoint);
  const served = await serveService(sqs);
  endpoint = served.endpoint;
  const client = new SQSClient({ region: place.region, endpoint, credentials, maxAttempts: 1 });

  const queue = (name: string, properties: Readonly<Record<string, unknown>> = {}) => {
    const fifo = name.endsWith('.fifo') ? { FifoQueue: true } : {};
    const made = sqs.provision({
      stack: 'test',
      logicalId: 'Queue',
      type: 'AWS::SQS::Queue',
      properties: { QueueName: name, ...fifo, ...properties },
    });
    if (made instanceof Promise) throw new Error('a queue is made at once');
    return { url: made.ref, arn: made.attributes['Arn'] ?? '' };
  };

  return {
    sqs,
    served,
    client,
    folder,
    queue,
    now: () => now,
    /** Lets so many seconds pass. */
    pass: (seconds: number) => {
      now += 1000 * seconds;
      sqs.tick();
    },
    send: (url: string, body: string, more: Partial<SendMessageCommandInput> = {}) =>
      client.send(new SendMessageCommand({ QueueUrl: url, MessageBody: body, ...more })),
    receive: async (
      url: string,
      more: Partial<ReceiveMessageCommandInput> = {},
    ): Promise<readonly Message[]> => {
      const asked = {
        QueueUrl: url,
        MaxNumberOfMessages: 10,
        MessageSystemAttributeNames: ['All' as const],
        ...more,
      };
      return (await client.send(new ReceiveMessageCommand(asked))).Messages ?? [];
    },
    remove: (url: string, message: Message | undefined) =>
      client.send(new DeleteMessageCommand({ QueueUrl: url, ReceiptHandle: message?.ReceiptHandle })),
    attributes: async (url: string) =>
      (await client.send(new GetQueueAttributesCommand({ QueueUrl: url, AttributeNames: ['All'] })))
        .Attributes ?? {},
    /** Ends it; `keep` leaves the folder for another start. */
    close: async (keep: 'keep' | 'tidy' = 'tidy') => {
      client.destroy();
      await served.close();
      if (keep === 'tidy') rmSync(folder, { recursive: true, force: true });
    },
  };
};

/** Bodies and how often each was received, as `A1/2`. */
export const told = (messages: readonly Message[]): readonly string[] =>
  messages.map(({ Body, Attributes }) => `${Body}/${Attributes?.ApproximateReceiveCount}`);

/** The error that a call was answered with; fails when it was not refused. */
export const refusal = async (call: Promise<unknown>): Promise<Error> => {
  const answer = await call.catch((error: unknown) => error);
  if (answer instanceof Error) return answer;
  throw new Error(`not refused: ${JSON.stringify(answer)}`);
};
