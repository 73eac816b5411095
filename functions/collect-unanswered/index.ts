/** Called by `npm run gaps`: what buyers of a tenant asked and nobody's article answered, masked and grouped. */
import * as z from 'zod/mini';
import { dynamoUnanswered } from '../core/aws/dynamo/unanswered.ts';
import { lambdaCredentials, signedCalls } from '../core/aws/signed/client.ts';
import { signedKeys } from '../core/aws/signed/keys.ts';
import { openStores } from '../core/aws/stores.ts';
import { tenantId } from '../core/domain/ids.ts';
import { lambdaTools, layered } from '../core/entry/tools.ts';
import { collectUnanswered, type Gap } from '../core/flows/collect-unanswered.ts';
import { readEnvironment } from '../core/parse/environment.ts';
import { collectUnansweredEnv } from './env.ts';

const env = readEnvironment(collectUnansweredEnv, process.env);
const tools = lambdaTools('collect-unanswered', () => new Date());
const calls = signedCalls(env.HOME_REGION, lambdaCredentials(process.env), process.env['AWS_ENDPOINT_URL']);
const stores = openStores(env, { ...tools, chance: Math.random, keys: signedKeys(calls) });
const collect = collectUnanswered({
  conversations: stores.conversations,
  unanswered: dynamoUnanswered(stores.dynamo, env.CONVERSATIONS_TABLE),
});
const request = z.object({ tenant: z.pipe(z.string(), z.transform(tenantId)) });

export const handler = layered<unknown, { readonly gaps: readonly Gap[] }>(tools, async (event) => ({
  gaps: await collect(z.parse(request, event).tenant),
}));
