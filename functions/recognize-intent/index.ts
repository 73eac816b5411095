/** `detected.fifo` → intent, mood, entities and risk found → `recognized.fifo`. */
import { BedrockRuntimeClient } from '@aws-sdk/client-bedrock-runtime';
import { bedrockIntentModel } from '../core/aws/bedrock/intent-model.ts';
import { dynamoAllowance } from '../core/aws/dynamo/usage-limits.ts';
import { derivedIds } from '../core/aws/opaque-ids.ts';
import { queueUrlOf } from '../core/aws/sqs/queue-url.ts';
import { sqsMessageStage, sqsQueueTools } from '../core/aws/sqs/stages.ts';
import { readMessageAddress } from '../core/aws/sqs/wire.ts';
import { lambdaCredentials, signedCalls } from '../core/aws/signed/client.ts';
import { signedKeys } from '../core/aws/signed/keys.ts';
import { signedCaseMachine } from '../core/aws/step-functions/case-machine.ts';
import { openStores } from '../core/aws/stores.ts';
import { firstTierPort } from '../core/wiring/first-tier.ts';
import { queueEntry } from '../core/entry/queue.ts';
import { lambdaTools } from '../core/entry/tools.ts';
import { withinLimits } from '../core/flows/limits.ts';
import { parkMessage } from '../core/flows/park-message.ts';
import { recognizeIntent } from '../core/flows/recognize-intent.ts';
import { readEnvironment } from '../core/parse/environment.ts';
import { closestPhrases } from '../core/understanding/examples/closest.ts';
import { recognizeIntentEnv } from './env.ts';

const env = readEnvironment(recognizeIntentEnv, process.env);
const tools = lambdaTools('recognize-intent', () => new Date());
// One attempt: a throttled model is not waited for, the first tier carries on alone.
const bedrock = new BedrockRuntimeClient({ region: env.HOME_REGION, maxAttempts: 1 });
const calls = signedCalls(env.HOME_REGION, lambdaCredentials(process.env), process.env['AWS_ENDPOINT_URL']);
const stores = openStores(env, { ...tools, chance: Math.random, keys: signedKeys(calls) });
const deps = {
  ...tools,
  ...stores,
  region: env.HOME_REGION,
  derive: derivedIds,
  machine: signedCaseMachine(calls, env.ESCALATION_MACHINE_ARN, tools.failed),
  firstTier: firstTierPort(),
  model: withinLimits(
    bedrockIntentModel(bedrock, env.HOME_REGION, tools.clock, closestPhrases),
    dynamoAllowance(stores.dynamo, env.USAGE_TABLE, tools.clock),
  ),
  next: sqsMessageStage(calls, env.RECOGNIZED_QUEUE_URL, 'recognized'),
};

export const handler = queueEntry({
  tools,
  queue: sqsQueueTools(calls, env.DEAD_LETTERS_URL),
  maximumReceives: env.MAX_RECEIVES,
  read: async (text) => readMessageAddress(text),
  handle: recognizeIntent(deps),
  park: async (address, because) => parkMessage(deps, address, because),
  queueUrl: queueUrlOf(process.env['AWS_ENDPOINT_URL']),
});
