/** `access.fifo` → a new token pair, asked for by one writer at a time and stored before anybody uses it. */
import { dynamoTokens, newHolder } from '../core/aws/dynamo/tokens.ts';
import { documentClient } from '../core/aws/dynamo/table.ts';
import { dynamoTenants } from '../core/aws/dynamo/tenants.ts';
import { queueUrlOf } from '../core/aws/sqs/queue-url.ts';
import { sqsQueueTools } from '../core/aws/sqs/stages.ts';
import { readRefreshRequest } from '../core/aws/sqs/wire.ts';
import { lambdaCredentials, signedCalls } from '../core/aws/signed/client.ts';
import { signedKeys } from '../core/aws/signed/keys.ts';
import { wait } from '../core/aws/wait.ts';
import { openTokenChannels } from '../core/channels/registry-tokens.ts';
import { queueEntry } from '../core/entry/queue.ts';
import { lambdaTools } from '../core/entry/tools.ts';
import { parkRefresh, refreshAccess } from '../core/flows/refresh-access.ts';
import { readEnvironment } from '../core/parse/environment.ts';
import { refreshAccessEnv } from './env.ts';

const env = readEnvironment(refreshAccessEnv, process.env);
const tools = lambdaTools('refresh-access', () => new Date());
const { clock } = tools;
const calls = signedCalls(env.HOME_REGION, lambdaCredentials(process.env), process.env['AWS_ENDPOINT_URL']);
const dynamo = documentClient(env.HOME_REGION);
const keys = signedKeys(calls);
const deps = {
  ...tools,
  tenants: dynamoTenants({ dynamo, table: env.TENANTS_TABLE, clock }),
  tokens: dynamoTokens({ dynamo, keys, table: env.ACCESS_TABLE, key: env.ACCESS_KEY_ARN, clock }),
  channels: openTokenChannels({ fetch, now: clock }),
  addresses: { 'mercado-libre': env.RECADO_MERCADO_LIBRE_API },
  newHolder,
  wait,
};

export const handler = queueEntry({
  tools,
  queue: sqsQueueTools(calls, env.DEAD_LETTERS_URL),
  maximumReceives: env.MAX_RECEIVES,
  read: async (text) => readRefreshRequest(text),
  handle: refreshAccess(deps),
  park: parkRefresh(deps),
  queueUrl: queueUrlOf(process.env['AWS_ENDPOINT_URL']),
});
