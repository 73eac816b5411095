/** Steps of the machine of a case: look, wait with a token, remind, close, ask for a rating. */
import { dynamoDesk } from '../core/aws/dynamo/desk-rows.ts';
import { derivedIds } from '../core/aws/opaque-ids.ts';
import { lambdaCredentials, signedCalls } from '../core/aws/signed/client.ts';
import { signedKeys } from '../core/aws/signed/keys.ts';
import { sqsOutboundStage } from '../core/aws/sqs/stages.ts';
import { signedCaseMachine } from '../core/aws/step-functions/case-machine.ts';
import { readVisit } from '../core/aws/step-functions/visit.ts';
import { openStores } from '../core/aws/stores.ts';
import { lambdaTools, layered } from '../core/entry/tools.ts';
import { closeEscalation } from '../core/flows/close-escalation.ts';
import type { Due } from '../core/flows/escalation-due.ts';
import { readEnvironment } from '../core/parse/environment.ts';
import { closeEscalationEnv } from './env.ts';

const env = readEnvironment(closeEscalationEnv, process.env);
const tools = lambdaTools('close-escalation', () => new Date());
const calls = signedCalls(env.HOME_REGION, lambdaCredentials(process.env), process.env['AWS_ENDPOINT_URL']);
const stores = openStores(env, { ...tools, chance: Math.random, keys: signedKeys(calls) });

const visited = closeEscalation({
  ...tools,
  ...stores,
  region: env.HOME_REGION,
  derive: derivedIds,
  machine: signedCaseMachine(calls, env.ESCALATION_MACHINE_ARN, tools.failed),
  desk: dynamoDesk({ ...stores, table: env.TENANTS_TABLE, clock: tools.clock }),
  outbound: sqsOutboundStage(calls, env.OUTBOUND_QUEUE_URL),
});

export const handler = layered<unknown, Due | null>(tools, async (event) => {
  const { token, ...visit } = readVisit(event);
  if (token === null) return visited.tend(visit);
  await visited.wait(visit, token);
  return null;
});
