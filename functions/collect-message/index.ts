/** `pointers.fifo` → fetched from the platform → `inbound.fifo`. */
import { dynamoAccess } from '../core/aws/dynamo/access.ts';
import { dynamoDroppedCalls } from '../core/aws/dynamo/dropped-calls.ts';
import { documentClient } from '../core/aws/dynamo/table.ts';
import { dynamoTenants } from '../core/aws/dynamo/tenants.ts';
import { opaqueIds } from '../core/aws/opaque-ids.ts';
import { lambdaCredentials, signedCalls } from '../core/aws/signed/client.ts';
import { signedKeys } from '../core/aws/signed/keys.ts';
import { signedArrivalQueue } from '../core/aws/signed/queues.ts';
import { signedSecret } from '../core/aws/signed/secret.ts';
import { queueUrlOf } from '../core/aws/sqs/queue-url.ts';
import { sqsQueueTools, sqsRefreshRequests } from '../core/aws/sqs/stages.ts';
import { readPointer } from '../core/aws/sqs/wire.ts';
import { wait } from '../core/aws/wait.ts';
import { openPointerChannels } from '../core/channels/registry-pointers.ts';
import { queueEntry } from '../core/entry/queue.ts';
import { lambdaTools } from '../core/entry/tools.ts';
import { collectMessage, parkPointer } from '../core/flows/collect-message.ts';
import { readEnvironment } from '../core/parse/environment.ts';
import { collectMessageEnv } from './env.ts';

const env = readEnvironment(collectMessageEnv, process.env);
const tools = lambdaTools('collect-message', () => new Date());
const calls = signedCalls(env.HOME_REGION, lambdaCredentials(process.env), process.env['AWS_ENDPOINT_URL']);
const dynamo = documentClient(env.HOME_REGION);
const idKey = signedSecret(calls, env.ID_KEY_SECRET);
const accessParts = {
  dynamo,
  keys: signedKeys(calls),
  table: env.ACCESS_TABLE,
  key: env.ACCESS_KEY_ARN,
  clock: tools.clock,
};
const deps = {
  ...tools,
  tenants: dynamoTenants({ dynamo, table: env.TENANTS_TABLE, clock: tools.clock }),
  conversations: dynamoDroppedCalls(dynamo, env.CONVERSATIONS_TABLE),
  access: dynamoAccess(accessParts, {
    addresses: { 'mercado-libre': env.RECADO_MERCADO_LIBRE_API },
    requests: sqsRefreshRequests(calls, env.ACCESS_QUEUE_URL),
    wait,
  }),
  channels: openPointerChannels({ fetch, now: tools.clock }),
  inbound: signedArrivalQueue(calls, env.INBOUND_QUEUE_URL, env.BODIES_BUCKET),
};

export const handler = queueEntry({
  tools,
  queue: sqsQueueTools(calls, env.DEAD_LETTERS_URL),
  maximumReceives: env.MAX_RECEIVES,
  read: async (text) => readPointer(text),
  handle: async (queued) => collectMessage({ ...deps, ids: opaqueIds(await idKey()) })(queued),
  park: parkPointer(deps),
  queueUrl: queueUrlOf(process.env['AWS_ENDPOINT_URL']),
});
