/** `GET /channels/rest/{registration}/replies?after=`: replies for a shop that polls, behind the same signature. */
import type { APIGatewayProxyEventV2, APIGatewayProxyStructuredResultV2 } from 'aws-lambda';
import { dynamoRegistrations } from '../core/aws/dynamo/access.ts';
import { dynamoPolledReplies } from '../core/aws/dynamo/polled-replies.ts';
import { lambdaCredentials, signedCalls } from '../core/aws/signed/client.ts';
import { signedKeys } from '../core/aws/signed/keys.ts';
import { openStores } from '../core/aws/stores.ts';
import { ingress } from '../core/channels/registry-ingress.ts';
import { httpCall, httpResult } from '../core/entry/http.ts';
import { lambdaTools, layered } from '../core/entry/tools.ts';
import { listReplies } from '../core/flows/list-replies.ts';
import { readEnvironment } from '../core/parse/environment.ts';
import { listRepliesEnv } from './env.ts';

const env = readEnvironment(listRepliesEnv, process.env);
const tools = lambdaTools('list-replies', () => new Date());
// It bills nothing: no ledger is named, and none could be written.
const calls = signedCalls(env.HOME_REGION, lambdaCredentials(process.env), process.env['AWS_ENDPOINT_URL']);
const stores = openStores(
  { ...env, USAGE_TABLE: 'none' },
  { ...tools, chance: Math.random, keys: signedKeys(calls) },
);

const list = listReplies({
  ...tools,
  ingress,
  tenants: stores.tenants,
  registrations: dynamoRegistrations({
    dynamo: stores.dynamo,
    keys: stores.keys,
    table: env.REGISTRATIONS_TABLE,
    key: env.ACCESS_KEY_ARN,
    clock: tools.clock,
  }),
  polled: dynamoPolledReplies(stores.dynamo, env.CONVERSATIONS_TABLE, stores.conversations),
});

export const handler = layered<APIGatewayProxyEventV2, APIGatewayProxyStructuredResultV2>(
  tools,
  async (event) => {
    const call = httpCall(event);
    const { status, body } = await list({ ...call, registration: call.parameters['registration'] ?? '' });
    return httpResult(status, body);
  },
);
