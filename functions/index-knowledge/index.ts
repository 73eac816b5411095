/** Every minute, and when a command wrote articles: builds the index of each tenant that lags behind its articles. */
import { BedrockRuntimeClient } from '@aws-sdk/client-bedrock-runtime';
import * as z from 'zod/mini';
import { bedrockEmbedder } from '../core/aws/bedrock/embedder.ts';
import { dynamoArticles } from '../core/aws/dynamo/articles.ts';
import { documentClient } from '../core/aws/dynamo/table.ts';
import { lambdaCredentials, signedCalls } from '../core/aws/signed/client.ts';
import { signedIndexStore } from '../core/aws/signed/index-store.ts';
import { tenantId } from '../core/domain/ids.ts';
import { lambdaTools, layered } from '../core/entry/tools.ts';
import { indexKnowledge } from '../core/flows/index-knowledge.ts';
import { readEnvironment } from '../core/parse/environment.ts';
import { indexKnowledgeEnv } from './env.ts';

const env = readEnvironment(indexKnowledgeEnv, process.env);
const tools = lambdaTools('index-knowledge', () => new Date());
const calls = signedCalls(env.HOME_REGION, lambdaCredentials(process.env), process.env['AWS_ENDPOINT_URL']);
const bedrock = new BedrockRuntimeClient({ region: env.HOME_REGION, maxAttempts: 2 });

const run = indexKnowledge({
  ...tools,
  articles: dynamoArticles({ dynamo: documentClient(env.HOME_REGION), table: env.TENANTS_TABLE }),
  indexes: signedIndexStore(calls, env.KNOWLEDGE_BUCKET),
  embedder: bedrockEmbedder(bedrock, env.HOME_REGION, tools.clock),
});

/** A command names the tenant whose articles it wrote, to build it at once; the schedule names nobody. */
const asked = z.object({ tenant: z.pipe(z.string(), z.transform(tenantId)) });

export const handler = layered<unknown, { readonly built: number }>(tools, async (event) => {
  const request = z.safeParse(asked, event);
  return { built: await run(request.success ? request.data.tenant : null) };
});
