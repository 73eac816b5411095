/** Steps of the machine of a case: summarise, route, tell the buyer. */
import { BedrockRuntimeClient } from '@aws-sdk/client-bedrock-runtime';
import { bedrockSummaryWriter } from '../core/aws/bedrock/summary-writer.ts';
import { dynamoAccess } from '../core/aws/dynamo/access.ts';
import { dynamoBuyerAgents } from '../core/aws/dynamo/buyer-agents.ts';
import { dynamoDesk } from '../core/aws/dynamo/desk-rows.ts';
import { dynamoInbox } from '../core/aws/dynamo/inbox.ts';
import { derivedIds } from '../core/aws/opaque-ids.ts';
import { lambdaCredentials, signedCalls } from '../core/aws/signed/client.ts';
import { signedKeys } from '../core/aws/signed/keys.ts';
import { sqsOutboundStage, sqsRefreshRequests } from '../core/aws/sqs/stages.ts';
import { signedCaseMachine } from '../core/aws/step-functions/case-machine.ts';
import { readVisit } from '../core/aws/step-functions/visit.ts';
import { openStores } from '../core/aws/stores.ts';
import { wait } from '../core/aws/wait.ts';
import { openChannels } from '../core/channels/registry.ts';
import { lambdaTools, layered } from '../core/entry/tools.ts';
import type { Due } from '../core/flows/escalation-due.ts';
import { openEscalation } from '../core/flows/open-escalation.ts';
import { readEnvironment } from '../core/parse/environment.ts';
import { openEscalationEnv } from './env.ts';

const env = readEnvironment(openEscalationEnv, process.env);
const tools = lambdaTools('open-escalation', () => new Date());
const calls = signedCalls(env.HOME_REGION, lambdaCredentials(process.env), process.env['AWS_ENDPOINT_URL']);
const stores = openStores(env, { ...tools, chance: Math.random, keys: signedKeys(calls) });
const bedrock = new BedrockRuntimeClient({ region: env.HOME_REGION, maxAttempts: 1 });
const access = { ...stores, ...tools, table: env.ACCESS_TABLE, key: env.ACCESS_KEY_ARN };

const visited = openEscalation({
  ...tools,
  ...stores,
  region: env.HOME_REGION,
  derive: derivedIds,
  machine: signedCaseMachine(calls, env.ESCALATION_MACHINE_ARN, tools.failed),
  desk: dynamoDesk({ ...stores, table: env.TENANTS_TABLE, clock: tools.clock }),
  inbox: dynamoInbox(stores.dynamo, env.CONVERSATIONS_TABLE),
  buyerAgents: dynamoBuyerAgents(stores.dynamo, env.CONVERSATIONS_TABLE, tools.clock),
  // By the region's service or by its model: an agent of any language is able.
  translated: true,
  summaries: bedrockSummaryWriter(bedrock, env.HOME_REGION, tools.clock),
  access: dynamoAccess(access, {
    addresses: { 'mercado-libre': env.RECADO_MERCADO_LIBRE_API, rest: env.RECADO_REST_API },
    requests: sqsRefreshRequests(calls, env.ACCESS_QUEUE_URL),
    wait,
  }),
  sources: openChannels({ fetch, now: tools.clock }),
  outbound: sqsOutboundStage(calls, env.OUTBOUND_QUEUE_URL),
});

export const handler = layered<unknown, Due>(tools, async (event) => visited(readVisit(event)));
