/** Amazon SQS on this machine: queues that survive a restart, spoken to over the wire or from within the process. */
import { randomUUID } from 'node:crypto';
import { join } from 'node:path';
import { z } from 'zod';
import { AwsError } from '../../service.ts';
import type { AwsRequest, Place, Provisioned, Resource, Service } from '../../service.ts';
import { queueAddresses } from './addresses.ts';
import { depthOf, oldestAgeOf } from './depth.ts';
import { changeVisibility, remove } from './holding.ts';
import type { Draft, ReceivedMessage, Sent } from './message.ts';
import { messageOperations } from './message-operations.ts';
import type { Desk, Operation } from './operation.ts';
import { queueOf } from './queue.ts';
import type { Queue } from './queue.ts';
import { queueOperations } from './queue-operations.ts';
import { receive } from './receiving.ts';
import type { Receive } from './receiving.ts';
import { queueRegistry } from './registry.ts';
import { send } from './sending.ts';
import { messageStore } from './store.ts';
import type { Depth } from './store.ts';
import { waitingRoom } from './waiting.ts';

/** The queues from within the process; each call throws QueueDoesNotExist for an ARN that no template made. */
export type QueueAccess = {
  /** The settings of a queue. */
  queue(queueArn: string): Queue;
  /** Sends one message; a refused one comes back as the error. `sender` is the ARN of who sends. */
  send(queueArn: string, draft: Draft, sender: string): Sent | AwsError;
  /** Waits for messages and hides them; empty when none came, or the signal ended the wait. */
  receive(queueArn: string, asked: Receive): Promise<readonly ReceivedMessage[]>;
  /** Deletes a received message, or answers why not. */
  remove(queueArn: string, receiptHandle: string): AwsError | undefined;
  /** Hides a received message for so many seconds from now, or answers why not. */
  changeVisibility(queueArn: string, receiptHandle: string, seconds: number): AwsError | undefined;
  depth(queueArn: string): Depth;
  /** Seconds since the oldest message was sent; 0 when empty. */
  oldestAge(queueArn: string): number;
  /** ARNs of all queues. */
  all(): readonly string[];
  /** Everybody who waits looks again: for tests that moved the clock by hand. */
  tick(): void;
};

export type SqsService = Service & QueueAccess;

/**
 * Queues of the templates (AWS::SQS::Queue, AWS::SQS::QueuePolicy) with their messages in `${place.data}/sqs`.
 * `endpoint` is this machine's address without a slash at the end, asked for when a URL is made.
 */
export const sqsService = (
  place: Place,
  endpoint: () => string,
  newId: () => string = randomUUID,
): SqsService => {
  const store = messageStore(join(place.data, 'sqs'));
  const waiting = waitingRoom(place.clock);
  const registry = queueRegistry();
  const addresses = queueAddresses(place, endpoint);
  const policies = new Map<string, string>();
  const desk: Desk = { place, store, waiting, registry, addresses, clock: place.clock, newId };
  const operations = { ...messageOperations(desk), ...queueOperations(desk, policies) };

  return {
    name: 'sqs',
    types: ['AWS::SQS::Queue', 'AWS::SQS::QueuePolicy'],
    provision: (resource) =>
      resource.type === 'AWS::SQS::Queue'
        ? provisionQueue(desk, resource)
        : keepPolicy(desk, policies, resource),
    operation: operationName,
    permissions: (request) => operationOf(operations, request).permissions(request),
    answer: async (request) => ({
      status: 200,
      headers: { 'content-type': 'application/x-amz-json-1.0' },
      body: JSON.stringify(await operationOf(operations, request).answer(request)),
    }),
    close: async () => {
      waiting.close();
      store.close();
    },
    queue: (arn) => registry.named(arn),
    send: (arn, draft, sender) => send(desk, registry.named(arn), draft, sender),
    receive: async (arn, asked) => receive(desk, registry.named(arn), asked),
    remove: (arn, handle) => remove(desk, registry.named(arn), handle),
    changeVisibility: (arn, handle, seconds) => changeVisibility(desk, registry.named(arn), handle, seconds),
    depth: (arn) => depthOf(desk, registry.named(arn)),
    oldestAge: (arn) => oldestAgeOf(desk, registry.named(arn)),
    all: () => registry.all().map(({ arn }) => arn),
    tick: () => waiting.tick(),
  };
};

const operationName = ({ headers }: AwsRequest): string =>
  (headers['x-amz-target'] ?? '').replace(/^AmazonSQS\./, '');

const operationOf = (operations: Readonly<Record<string, Operation>>, request: AwsRequest): Operation => {
  const name = operationName(request);
  const found = Object.hasOwn(operations, name) ? operations[name] : undefined;
  if (found === undefined)
    throw new AwsError('UnsupportedOperation', `The local machine does not offer ${name} of SQS.`);
  return found;
};

const provisionQueue = ({ place, registry, addresses }: Desk, resource: Resource): Provisioned => {
  const queue = queueOf(resource, place);
  registry.put(queue);
  const url = addresses.urlOf(queue);
  return { ref: url, attributes: { Arn: queue.arn, QueueName: queue.name, QueueUrl: url } };
};

const policyProperties = z.object({ PolicyDocument: z.unknown(), Queues: z.array(z.string()).min(1) });

/** The policy of a queue can be read back; whether it lets a caller in is for the gateway to say. */
const keepPolicy = (
  { addresses, registry }: Desk,
  policies: Map<string, string>,
  { logicalId, properties }: Resource,
): Provisioned => {
  const { PolicyDocument, Queues } = policyProperties.parse(properties);
  for (const url of Queues)
    policies.set(registry.named(addresses.arnOf(url)).arn, JSON.stringify(PolicyDocument));
  return { ref: logicalId, attributes: { Id: logicalId } };
};
