/** `outbound.fifo` → the platform, with proof that it was taken. */
import { dynamoAccess } from '../core/aws/dynamo/access.ts';
import { dynamoPolledReplies } from '../core/aws/dynamo/polled-replies.ts';
import { derivedIds } from '../core/aws/opaque-ids.ts';
import { queueUrlOf } from '../core/aws/sqs/queue-url.ts';
import { sqsQueueTools, sqsRefreshRequests } from '../core/aws/sqs/stages.ts';
import { readReplyAddress } from '../core/aws/sqs/wire.ts';
import { lambdaCredentials, signedCalls } from '../core/aws/signed/client.ts';
import { signedKeys } from '../core/aws/signed/keys.ts';
import { signedCaseMachine } from '../core/aws/step-functions/case-machine.ts';
import { openStores } from '../core/aws/stores.ts';
import { wait } from '../core/aws/wait.ts';
import { openChannels } from '../core/channels/registry.ts';
import { queueEntry } from '../core/entry/queue.ts';
import { lambdaTools } from '../core/entry/tools.ts';
import { parkReply, sendReply } from '../core/flows/send-reply.ts';
import { readEnvironment } from '../core/parse/environment.ts';
import { sendReplyEnv } from './env.ts';

const env = readEnvironment(sendReplyEnv, process.env);
const tools = lambdaTools('send-reply', () => new Date());
const calls = signedCalls(env.HOME_REGION, lambdaCredentials(process.env), process.env['AWS_ENDPOINT_URL']);
const stores = openStores(env, { ...tools, chance: Math.random, keys: signedKeys(calls) });
const access = { ...stores, ...tools, table: env.ACCESS_TABLE, key: env.ACCESS_KEY_ARN };
const deps = {
  ...tools,
  ...stores,
  region: env.HOME_REGION,
  derive: derivedIds,
  machine: signedCaseMachine(calls, env.ESCALATION_MACHINE_ARN, tools.failed),
  access: dynamoAccess(access, {
    addresses: { 'mercado-libre': env.RECADO_MERCADO_LIBRE_API, rest: env.RECADO_REST_API },
    requests: sqsRefreshRequests(calls, env.ACCESS_QUEUE_URL),
    wait,
  }),
  channels: openChannels({ fetch, now: tools.clock }),
  polled: dynamoPolledReplies(stores.dynamo, env.CONVERSATIONS_TABLE, stores.conversations),
};

export const handler = queueEntry({
  tools,
  queue: sqsQueueTools(calls, env.DEAD_LETTERS_URL),
  maximumReceives: env.MAX_RECEIVES,
  read: async (text) => readReplyAddress(text),
  handle: sendReply(deps),
  park: parkReply(deps),
  queueUrl: queueUrlOf(process.env['AWS_ENDPOINT_URL']),
});
