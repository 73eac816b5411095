/** Every minute: what is past its due time is put back once, and then given to a person. */
import { dynamoOverdue } from '../core/aws/dynamo/inbox.ts';
import { derivedIds } from '../core/aws/opaque-ids.ts';
import { sqsMessageStage, sqsOutboundStage } from '../core/aws/sqs/stages.ts';
import { lambdaCredentials, signedCalls } from '../core/aws/signed/client.ts';
import { signedKeys } from '../core/aws/signed/keys.ts';
import { signedCaseMachine } from '../core/aws/step-functions/case-machine.ts';
import { openStores } from '../core/aws/stores.ts';
import { lambdaTools, layered } from '../core/entry/tools.ts';
import { sweep } from '../core/flows/sweep.ts';
import { readEnvironment } from '../core/parse/environment.ts';
import { sweepEnv } from './env.ts';

const env = readEnvironment(sweepEnv, process.env);
const tools = lambdaTools('sweep', () => new Date());
const calls = signedCalls(env.HOME_REGION, lambdaCredentials(process.env), process.env['AWS_ENDPOINT_URL']);
const stores = openStores(env, { ...tools, chance: Math.random, keys: signedKeys(calls) });

const run = sweep({
  ...tools,
  ...stores,
  region: env.HOME_REGION,
  derive: derivedIds,
  machine: signedCaseMachine(calls, env.ESCALATION_MACHINE_ARN, tools.failed),
  overdue: dynamoOverdue(stores.dynamo, env.CONVERSATIONS_TABLE),
  toRecognize: sqsMessageStage(calls, env.DETECTED_QUEUE_URL, 'detected'),
  toGenerate: sqsMessageStage(calls, env.RECOGNIZED_QUEUE_URL, 'recognized'),
  toSend: sqsOutboundStage(calls, env.OUTBOUND_QUEUE_URL),
});

export const handler = layered<unknown, { readonly found: number }>(tools, async () => ({
  found: await run(),
}));
