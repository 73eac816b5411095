/** `recognized.fifo` → facts looked up, decided, written → `outbound.fifo`, a draft, or a person. */
import { BedrockRuntimeClient } from '@aws-sdk/client-bedrock-runtime';
import { bedrockEmbedder } from '../core/aws/bedrock/embedder.ts';
import { bedrockReplyWriter } from '../core/aws/bedrock/reply-writer.ts';
import { dynamoActionSettings } from '../core/aws/dynamo/action-rules.ts';
import { dynamoAudit } from '../core/aws/dynamo/audit.ts';
import { dynamoDesk } from '../core/aws/dynamo/desk-rows.ts';
import { dynamoAccess } from '../core/aws/dynamo/access.ts';
import { dynamoArticles } from '../core/aws/dynamo/articles.ts';
import { dynamoAllowance } from '../core/aws/dynamo/usage-limits.ts';
import { dynamoUnanswered } from '../core/aws/dynamo/unanswered.ts';
import { derivedIds } from '../core/aws/opaque-ids.ts';
import { queueUrlOf } from '../core/aws/sqs/queue-url.ts';
import { sqsOutboundStage, sqsQueueTools, sqsRefreshRequests } from '../core/aws/sqs/stages.ts';
import { readMessageAddress } from '../core/aws/sqs/wire.ts';
import { lambdaCredentials, signedCalls } from '../core/aws/signed/client.ts';
import { signedIndexStore } from '../core/aws/signed/index-store.ts';
import { signedKeys } from '../core/aws/signed/keys.ts';
import { signedCaseMachine } from '../core/aws/step-functions/case-machine.ts';
import { openStores } from '../core/aws/stores.ts';
import { wait } from '../core/aws/wait.ts';
import { openChannels } from '../core/channels/registry.ts';
import { queueEntry } from '../core/entry/queue.ts';
import { lambdaTools } from '../core/entry/tools.ts';
import { findPassages } from '../core/flows/find-passages.ts';
import { generateReply } from '../core/flows/generate-reply.ts';
import { writerWithinLimits } from '../core/flows/limits.ts';
import { parkMessage } from '../core/flows/park-message.ts';
import { readEnvironment } from '../core/parse/environment.ts';
import { generateReplyEnv } from './env.ts';

const env = readEnvironment(generateReplyEnv, process.env);
const tools = lambdaTools('generate-reply', () => new Date());
const calls = signedCalls(env.HOME_REGION, lambdaCredentials(process.env), process.env['AWS_ENDPOINT_URL']);
const stores = openStores(env, { ...tools, chance: Math.random, keys: signedKeys(calls) });
const bedrock = new BedrockRuntimeClient({ region: env.HOME_REGION, maxAttempts: 1 });
const access = { ...stores, ...tools, table: env.ACCESS_TABLE, key: env.ACCESS_KEY_ARN };
const deps = {
  ...tools,
  ...stores,
  region: env.HOME_REGION,
  derive: derivedIds,
  desk: dynamoDesk({ ...stores, table: env.TENANTS_TABLE, clock: tools.clock }),
  audit: dynamoAudit(stores.dynamo, env.AUDIT_TABLE),
  machine: signedCaseMachine(calls, env.ESCALATION_MACHINE_ARN, tools.failed),
  access: dynamoAccess(access, {
    addresses: { 'mercado-libre': env.RECADO_MERCADO_LIBRE_API, rest: env.RECADO_REST_API },
    requests: sqsRefreshRequests(calls, env.ACCESS_QUEUE_URL),
    wait,
  }),
  actionSettings: dynamoActionSettings(stores.dynamo, env.TENANTS_TABLE),
  sources: openChannels({ fetch, now: tools.clock }),
  writer: writerWithinLimits(
    bedrockReplyWriter(bedrock, env.HOME_REGION, tools.clock, {
      patience: { clock: tools.clock, chance: Math.random, wait },
    }),
    dynamoAllowance(stores.dynamo, env.USAGE_TABLE, tools.clock),
  ),
  knowledge: findPassages({
    ...tools,
    articles: dynamoArticles({ dynamo: stores.dynamo, table: env.TENANTS_TABLE }),
    indexes: signedIndexStore(calls, env.KNOWLEDGE_BUCKET),
    embedder: bedrockEmbedder(bedrock, env.HOME_REGION, tools.clock),
  }),
  unanswered: dynamoUnanswered(stores.dynamo, env.CONVERSATIONS_TABLE),
  outbound: sqsOutboundStage(calls, env.OUTBOUND_QUEUE_URL),
};

export const handler = queueEntry({
  tools,
  queue: sqsQueueTools(calls, env.DEAD_LETTERS_URL),
  maximumReceives: env.MAX_RECEIVES,
  read: async (text) => readMessageAddress(text),
  handle: generateReply(deps),
  park: async (address, because) => parkMessage(deps, address, because),
  queueUrl: queueUrlOf(process.env['AWS_ENDPOINT_URL']),
});
