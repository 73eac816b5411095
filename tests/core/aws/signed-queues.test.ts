/** The webhook's queues: an arrival in its group, under one name, whatever its size; what fails is told and refused. */
import { expect, it } from 'vitest';
import { arrivalReader } from '../../../functions/core/aws/arrivals.ts';
import { AwsCallFailed, type SignedCalls } from '../../../functions/core/aws/signed/client.ts';
import { signedArrivalQueue, signedUnreadableQueue } from '../../../functions/core/aws/signed/queues.ts';
import { signedSecret } from '../../../functions/core/aws/signed/secret.ts';
import { registrationId } from '../../../functions/core/domain/ids.ts';
import { account, anInboundMessage, aQueuedArrival } from '../../fakes/builders.ts';
import { ids } from '../../fakes/tools.ts';

const queueUrl = 'https://sqs.sa-east-1.amazonaws.com/000000000000/inbound.fifo';
const group = ids.conversation('rest', account.id, 'c');
const id = ids.message('rest', account.id, 'm');

type Call = { readonly service: string; readonly body: unknown; readonly url: string | undefined };

/** Signed calls that are kept, over a bucket in memory; `fails` names the service that refuses. */
const kept = (fails: string | null = null) => {
  const made: Call[] = [];
  const bucket = new Map<string, string>();
  const meet = (service: string): void => {
    if (service === fails) throw new AwsCallFailed('AccessDeniedException', 400, `no right to ${service}`);
  };
  const calls: SignedCalls = {
    address: (service) => `https://${service}.sa-east-1.amazonaws.com`,
    json: async (service, _, body, url) => {
      meet(service);
      made.push({ service, body, url });
      return {};
    },
    put: async (service, url, body) => {
      meet(service);
      bucket.set(url, body);
    },
    get: async (_, url) => bucket.get(url) ?? '',
  };
  return { calls, made, bucket };
};

const bodyOf = (call: Call | undefined): string => String(Object(call?.body)['MessageBody']);

it('queues an arrival in its conversation’s group, and the same arrival under the same name', async () => {
  const { calls, made } = kept();
  const queue = signedArrivalQueue(calls, queueUrl, 'bodies');
  const arrival = aQueuedArrival(anInboundMessage());
  expect([await queue.put(arrival, group, id), await queue.put(arrival, group, id)]).toEqual([
    'queued',
    'queued',
  ]);
  expect(made[0]).toMatchObject({
    service: 'sqs',
    url: 'https://sqs.sa-east-1.amazonaws.com/',
    body: {
      QueueUrl: queueUrl,
      MessageGroupId: group,
      MessageDeduplicationId: expect.stringMatching(/^[0-9a-f]{64}$/),
    },
  });
  expect(made[1]).toEqual(made[0]);
  expect(await arrivalReader(calls, 'bodies')(bodyOf(made[0]))).toEqual({ ok: true, value: arrival });
});

it('lays a body aside that is too large for a queue, and reads it from there', async () => {
  const { calls, made, bucket } = kept();
  const arrival = aQueuedArrival(anInboundMessage({ text: 'é'.repeat(110_000) }));
  expect(await signedArrivalQueue(calls, queueUrl, 'bodies').put(arrival, group, id)).toBe('queued');
  expect([...bucket.keys()]).toEqual([`https://s3.sa-east-1.amazonaws.com/bodies/arrivals/${id}.json`]);
  expect(bodyOf(made[0]).length).toBeLessThan(200);
  expect(await arrivalReader(calls, 'bodies')(bodyOf(made[0]))).toEqual({ ok: true, value: arrival });
});

it.each(['sqs', 's3'])('refuses, and tells why, when %s does not take it', async (service) => {
  const { calls } = kept(service);
  const told: unknown[] = [];
  const queue = signedArrivalQueue(calls, queueUrl, 'bodies', (error) => told.push(error));
  const large = aQueuedArrival(anInboundMessage({ text: 'x'.repeat(210_000) }));
  expect(await queue.put(large, group, id)).toBe('refused');
  expect(told).toEqual([expect.objectContaining({ message: `no right to ${service}` })]);
});

it('keeps the very bytes of what could not be read', async () => {
  const { calls, made } = kept();
  const queue = signedUnreadableQueue(calls, queueUrl);
  const call = { channel: 'rest', registration: registrationId('luna-br'), because: 'not UTF-8' } as const;
  expect(await queue.put({ ...call, body: Buffer.from([0xff, 0x00]) })).toBe('queued');
  expect(JSON.parse(bodyOf(made[0]))).toMatchObject({ ...call, base64: '/wA=' });
  expect(
    await signedUnreadableQueue(kept('sqs').calls, queueUrl).put({ ...call, body: Buffer.alloc(0) }),
  ).toBe('refused');
});

it('reads the region’s secret once, and again after a failure', async () => {
  const secret = 'x'.repeat(64);
  const answers: unknown[] = [new Error('not yet'), { SecretString: 'short' }, { SecretString: secret }];
  let asked = 0;
  const { calls } = kept();
  const read = signedSecret(
    {
      ...calls,
      json: async () => {
        const next = answers[asked];
        asked += 1;
        if (next instanceof Error) throw next;
        return next;
      },
    },
    'id-key',
  );
  await expect(read()).rejects.toThrow('not yet');
  await expect(read()).rejects.toThrow('too_small');
  expect(await Promise.all([read(), read(), read()])).toEqual([secret, secret, secret]);
  expect(asked).toBe(3);
});
