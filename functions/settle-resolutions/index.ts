/** Every half hour: what a buyer's silence of three days was worth, and what a return takes back. */
import { dynamoSettling } from '../core/aws/dynamo/settling.ts';
import { derivedIds } from '../core/aws/opaque-ids.ts';
import { lambdaCredentials, signedCalls } from '../core/aws/signed/client.ts';
import { signedKeys } from '../core/aws/signed/keys.ts';
import { openStores } from '../core/aws/stores.ts';
import { lambdaTools, layered } from '../core/entry/tools.ts';
import { settleResolutions } from '../core/flows/settle-resolutions.ts';
import { readEnvironment } from '../core/parse/environment.ts';
import { settleResolutionsEnv } from './env.ts';

const env = readEnvironment(settleResolutionsEnv, process.env);
const tools = lambdaTools('settle-resolutions', () => new Date());
const calls = signedCalls(env.HOME_REGION, lambdaCredentials(process.env), process.env['AWS_ENDPOINT_URL']);
const stores = openStores(env, { ...tools, chance: Math.random, keys: signedKeys(calls) });

const run = settleResolutions({
  ...tools,
  region: env.HOME_REGION,
  derive: derivedIds,
  conversations: stores.conversations,
  settling: dynamoSettling(stores.dynamo, env.CONVERSATIONS_TABLE),
});

export const handler = layered<unknown, { readonly settled: number }>(tools, async () => ({
  settled: await run(),
}));
