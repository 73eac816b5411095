/** The webhook's queues by signed fetch; a body too large for a queue goes to the bodies bucket. */
import { createHash } from 'node:crypto';
import type { ArrivalQueue, PointerQueue, UnreadableQueue } from '../../ports/queues.ts';
import type { SignedCalls } from './client.ts';
import { writeBody } from '../sqs/body.ts';

/** Bytes; SQS takes 1 MiB, but a queue is no place for large bodies. */
const largestInQueue = 200 * 1024;

/** Told what failed: the platform hears no more than that the queue refused. */
type Told = (error: unknown) => void;
const nobody: Told = () => undefined;

const send = async (
  calls: SignedCalls,
  message: Readonly<Record<string, unknown>> & { readonly QueueUrl: string },
  told: Told,
): Promise<'queued' | 'refused'> => {
  try {
    await calls.json('sqs', 'AmazonSQS.SendMessage', message, `${new URL(message.QueueUrl).origin}/`);
    return 'queued';
  } catch (error) {
    told(error);
    return 'refused';
  }
};

export const signedArrivalQueue = (
  calls: SignedCalls,
  queueUrl: string,
  bucket: string,
  told: Told = nobody,
): ArrivalQueue => {
  const body = async (text: string, id: string): Promise<string> => {
    if (Buffer.byteLength(text) <= largestInQueue) return text;
    const key = `arrivals/${id}.json`;
    const origin = new URL(calls.address('s3'));
    await calls.put('s3', `${origin.origin}/${bucket}/${key}`, text);
    return writeBody({ stored: key });
  };
  return {
    async put(arrival, group, id) {
      const text = await body(writeBody(arrival), id).catch((error: unknown) => {
        told(error);
        return null;
      });
      if (text === null) return 'refused';
      const unique = createHash('sha256').update(`inbound#${id}#0`).digest('hex');
      const message = { MessageBody: text, MessageGroupId: group, MessageDeduplicationId: unique };
      return send(calls, { QueueUrl: queueUrl, ...message }, told);
    },
  };
};

const digest = (...parts: readonly string[]): string =>
  createHash('sha256').update(JSON.stringify(parts)).digest('hex');

export const signedPointerQueue = (
  calls: SignedCalls,
  queueUrl: string,
  told: Told = nobody,
): PointerQueue => ({
  async put(queued) {
    const { channel, registration, account, pointer } = queued;
    const message = {
      QueueUrl: queueUrl,
      MessageBody: writeBody(queued),
      MessageGroupId: digest(channel, account, pointer.resource),
      // With the registration: nobody's call makes the queue forget a notice of another seller.
      MessageDeduplicationId: digest(
        'pointer',
        channel,
        registration,
        account,
        pointer.resource,
        pointer.notice,
      ),
    };
    return send(calls, message, told);
  },
});

export const signedUnreadableQueue = (
  calls: SignedCalls,
  queueUrl: string,
  told: Told = nobody,
): UnreadableQueue => ({
  async put({ channel, registration, body, because }) {
    const base64 = Buffer.from(body).toString('base64');
    const MessageBody = writeBody({ channel, registration, because, base64 });
    return send(calls, { QueueUrl: queueUrl, MessageBody }, told);
  },
});
