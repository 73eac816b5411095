/** `POST /webhooks/{channel}/{registration}`: wiring of the webhook flow; no SDK client, so that a cold start is short. */
import type { APIGatewayProxyEventV2, APIGatewayProxyStructuredResultV2 } from 'aws-lambda';
import { opaqueIds } from '../core/aws/opaque-ids.ts';
import { lambdaCredentials, signedCalls } from '../core/aws/signed/client.ts';
import { signedArrivalQueue, signedPointerQueue, signedUnreadableQueue } from '../core/aws/signed/queues.ts';
import { signedRegistrations } from '../core/aws/signed/registrations.ts';
import { signedSecret } from '../core/aws/signed/secret.ts';
import { ingress } from '../core/channels/registry-ingress.ts';
import { httpCall, httpResult } from '../core/entry/http.ts';
import { lambdaTools, layered } from '../core/entry/tools.ts';
import { receiveWebhook } from '../core/flows/receive-webhook.ts';
import { readEnvironment } from '../core/parse/environment.ts';
import { receiveWebhookEnv } from './env.ts';

const env = readEnvironment(receiveWebhookEnv, process.env);
const tools = lambdaTools('receive-webhook', () => new Date());
const calls = signedCalls(env.HOME_REGION, lambdaCredentials(process.env), process.env['AWS_ENDPOINT_URL']);
const idKey = signedSecret(calls, env.ID_KEY_SECRET);

const receive = receiveWebhook({
  ...tools,
  ingress,
  registrations: signedRegistrations(calls, env.REGISTRATIONS_TABLE, env.ACCESS_KEY_ARN, tools.clock),
  inbound: signedArrivalQueue(calls, env.INBOUND_QUEUE_URL, env.BODIES_BUCKET, tools.failed),
  pointers: signedPointerQueue(calls, env.POINTERS_QUEUE_URL, tools.failed),
  unreadable: signedUnreadableQueue(calls, env.UNREADABLE_QUEUE_URL, tools.failed),
  ids: async () => opaqueIds(await idKey()),
});
// Asked for while the environment starts: the first call does not wait for it. A failure is asked again by the call.
void idKey().catch(() => undefined);

export const handler = layered<APIGatewayProxyEventV2, APIGatewayProxyStructuredResultV2>(
  tools,
  async (event) => {
    const call = httpCall(event);
    const { channel = '', registration = '' } = call.parameters;
    const { status, body } = await receive({ ...call, channel, registration });
    return httpResult(status, body);
  },
);
