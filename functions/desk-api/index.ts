/** The desk, called with IAM rights until the console's sign-in comes: its callers are the deployment's operators. */
import * as z from 'zod/mini';
import { BedrockRuntimeClient } from '@aws-sdk/client-bedrock-runtime';
import { bedrockTranslator } from '../core/aws/bedrock/translator.ts';
import { contentHash } from '../core/aws/content-hash.ts';
import { dynamoAccess } from '../core/aws/dynamo/access.ts';
import { dynamoAudit } from '../core/aws/dynamo/audit.ts';
import { dynamoBuyerAgents } from '../core/aws/dynamo/buyer-agents.ts';
import { dynamoDesk } from '../core/aws/dynamo/desk-rows.ts';
import { dynamoTranslationCache } from '../core/aws/dynamo/translation-cache.ts';
import { amazonTranslator } from '../core/aws/translate/translator.ts';
import { languageReader } from '../core/wiring/language.ts';
import { dynamoInbox } from '../core/aws/dynamo/inbox.ts';
import { derivedIds } from '../core/aws/opaque-ids.ts';
import { sqsOutboundStage, sqsRefreshRequests } from '../core/aws/sqs/stages.ts';
import { lambdaCredentials, signedCalls } from '../core/aws/signed/client.ts';
import { signedKeys } from '../core/aws/signed/keys.ts';
import { signedCaseMachine } from '../core/aws/step-functions/case-machine.ts';
import { openStores } from '../core/aws/stores.ts';
import { wait } from '../core/aws/wait.ts';
import { openChannels } from '../core/channels/registry.ts';
import { lambdaTools, layered } from '../core/entry/tools.ts';
import { readEnvironment } from '../core/parse/environment.ts';
import { deskRequest, type DeskAnswer } from './contract.ts';
import { deskAnswerTo } from './route.ts';
import { deskApiEnv } from './env.ts';

const env = readEnvironment(deskApiEnv, process.env);
const tools = lambdaTools('desk-api', () => new Date());
const calls = signedCalls(env.HOME_REGION, lambdaCredentials(process.env), process.env['AWS_ENDPOINT_URL']);
const stores = openStores(env, { ...tools, chance: Math.random, keys: signedKeys(calls) });
const access = { ...stores, ...tools, table: env.ACCESS_TABLE, key: env.ACCESS_KEY_ARN };
const deps = {
  ...tools,
  ...stores,
  region: env.HOME_REGION,
  derive: derivedIds,
  desk: dynamoDesk({ ...stores, table: env.TENANTS_TABLE, clock: tools.clock }),
  audit: dynamoAudit(stores.dynamo, env.AUDIT_TABLE),
  buyerAgents: dynamoBuyerAgents(stores.dynamo, env.CONVERSATIONS_TABLE, tools.clock),
  languages: languageReader(),
  translator:
    env.TRANSLATION_SERVICE === 'allowed'
      ? amazonTranslator(calls)
      : bedrockTranslator(
          new BedrockRuntimeClient({ region: env.HOME_REGION, maxAttempts: 1 }),
          env.HOME_REGION,
          tools.clock,
        ),
  translations: dynamoTranslationCache(stores.dynamo, env.CONVERSATIONS_TABLE, stores.seal, tools.clock),
  contentHash,
  machine: signedCaseMachine(calls, env.ESCALATION_MACHINE_ARN, tools.failed),
  access: dynamoAccess(access, {
    addresses: { 'mercado-libre': env.RECADO_MERCADO_LIBRE_API, rest: env.RECADO_REST_API },
    requests: sqsRefreshRequests(calls, env.ACCESS_QUEUE_URL),
    wait,
  }),
  sources: openChannels({ fetch, now: tools.clock }),
  inbox: dynamoInbox(stores.dynamo, env.CONVERSATIONS_TABLE),
  outbound: sqsOutboundStage(calls, env.OUTBOUND_QUEUE_URL),
};

export const handler = layered<unknown, DeskAnswer>(tools, async (event) => {
  const request = z.safeParse(deskRequest, event);
  if (request.success) return deskAnswerTo(deps, request.data);
  const fields = request.error.issues.map(
    (issue) => `${issue.path.join('.') || 'request'}: ${issue.message}`,
  );
  return { ok: false, problem: `the request is wrong: ${fields.join('; ')}` };
});
