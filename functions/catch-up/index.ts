/** Every ten minutes: what platforms hold and never told us goes the way of a notification. */
import { dynamoAccess } from '../core/aws/dynamo/access.ts';
import { dynamoAccounts, dynamoCursors, dynamoKnownTurns } from '../core/aws/dynamo/catching-up.ts';
import { documentClient } from '../core/aws/dynamo/table.ts';
import { opaqueIds } from '../core/aws/opaque-ids.ts';
import { lambdaCredentials, signedCalls } from '../core/aws/signed/client.ts';
import { signedKeys } from '../core/aws/signed/keys.ts';
import { signedPointerQueue } from '../core/aws/signed/queues.ts';
import { signedSecret } from '../core/aws/signed/secret.ts';
import { sqsRefreshRequests } from '../core/aws/sqs/stages.ts';
import { wait } from '../core/aws/wait.ts';
import { openMissedChannels } from '../core/channels/registry-missed.ts';
import { lambdaTools, layered } from '../core/entry/tools.ts';
import { catchUp } from '../core/flows/catch-up.ts';
import { readEnvironment } from '../core/parse/environment.ts';
import { catchUpEnv } from './env.ts';

const env = readEnvironment(catchUpEnv, process.env);
const tools = lambdaTools('catch-up', () => new Date());
const { clock } = tools;
const calls = signedCalls(env.HOME_REGION, lambdaCredentials(process.env), process.env['AWS_ENDPOINT_URL']);
const dynamo = documentClient(env.HOME_REGION);
const tenants = { dynamo, table: env.TENANTS_TABLE };
const access = {
  dynamo,
  keys: signedKeys(calls),
  table: env.ACCESS_TABLE,
  key: env.ACCESS_KEY_ARN,
  clock,
};
const idKey = signedSecret(calls, env.ID_KEY_SECRET);

const run = catchUp({
  ...tools,
  accounts: dynamoAccounts(tenants),
  access: dynamoAccess(access, {
    addresses: { 'mercado-libre': env.RECADO_MERCADO_LIBRE_API },
    requests: sqsRefreshRequests(calls, env.ACCESS_QUEUE_URL),
    wait,
  }),
  channels: openMissedChannels({ fetch, now: clock }),
  cursors: dynamoCursors(tenants),
  turns: dynamoKnownTurns(dynamo, env.CONVERSATIONS_TABLE),
  pointers: signedPointerQueue(calls, env.POINTERS_QUEUE_URL),
  ids: async () => opaqueIds(await idKey()),
});

export const handler = layered<unknown, { readonly accounts: number }>(tools, async () => ({
  accounts: await run(),
}));
