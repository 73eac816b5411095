/** `inbound.fifo` → stored, sealed, masked, its language found → `detected.fifo`. */
import { arrivalReader } from '../core/aws/arrivals.ts';
import { comprehendDetector } from '../core/aws/comprehend/language-detector.ts';
import { derivedIds, opaqueIds } from '../core/aws/opaque-ids.ts';
import { signedSecret } from '../core/aws/signed/secret.ts';
import { queueUrlOf } from '../core/aws/sqs/queue-url.ts';
import { sqsMessageStage, sqsQueueTools } from '../core/aws/sqs/stages.ts';
import { lambdaCredentials, signedCalls } from '../core/aws/signed/client.ts';
import { signedKeys } from '../core/aws/signed/keys.ts';
import { signedCaseMachine } from '../core/aws/step-functions/case-machine.ts';
import { openStores } from '../core/aws/stores.ts';
import { queueEntry } from '../core/entry/queue.ts';
import { lambdaTools } from '../core/entry/tools.ts';
import { firstTierPort } from '../core/wiring/first-tier.ts';
import { detectLanguage, parkArrival } from '../core/flows/detect-language.ts';
import { readEnvironment } from '../core/parse/environment.ts';
import { mayUse } from '../core/policy/may-use.ts';
import { detectLanguageEnv } from './env.ts';

const env = readEnvironment(detectLanguageEnv, process.env);
const tools = lambdaTools('detect-language', () => new Date());
const calls = signedCalls(env.HOME_REGION, lambdaCredentials(process.env), process.env['AWS_ENDPOINT_URL']);
const stores = openStores(env, { ...tools, chance: Math.random, keys: signedKeys(calls) });
const idKey = signedSecret(calls, env.ID_KEY_SECRET);
const consent = { aiServicesOptOut: env.LANGUAGE_SERVICE === 'allowed', transfers: [] };
const firstTier = firstTierPort();

const deps = async () => ({
  ...tools,
  ...stores,
  region: env.HOME_REGION,
  derive: derivedIds,
  machine: signedCaseMachine(calls, env.ESCALATION_MACHINE_ARN, tools.failed),
  ids: opaqueIds(await idKey()),
  firstTier,
  detector: mayUse(env.HOME_REGION, { service: 'comprehend' }, consent).allowed
    ? comprehendDetector(calls)
    : null,
  next: sqsMessageStage(calls, env.DETECTED_QUEUE_URL, 'detected'),
});

export const handler = queueEntry({
  tools,
  queue: sqsQueueTools(calls, env.DEAD_LETTERS_URL),
  maximumReceives: env.MAX_RECEIVES,
  read: arrivalReader(calls, env.BODIES_BUCKET),
  handle: async (arrival) => detectLanguage(await deps())(arrival),
  park: async (arrival, because) => parkArrival(await deps(), arrival, because),
  queueUrl: queueUrlOf(process.env['AWS_ENDPOINT_URL']),
});
