/** Lambda as a task: the invocation, and how what a function answers or throws becomes a result or a named error. */
import { z } from 'zod';
import type { Json } from '../../../asl/json.ts';
import type { AwsCall, AwsReply } from './caller.ts';
import { codeOf, messageOf, parsedOr } from './replies.ts';
import type { TaskOutcome } from './store.ts';

// https://docs.aws.amazon.com/step-functions/latest/dg/connect-lambda.html
export const invokeArguments = z.strictObject({
  FunctionName: z.string(),
  Payload: z.json().optional(),
  InvocationType: z.enum(['RequestResponse', 'Event', 'DryRun']).optional(),
  Qualifier: z.string().optional(),
  LogType: z.string().optional(),
  ClientContext: z.string().optional(),
});

type Invocation = z.infer<typeof invokeArguments>;

export const invokeCall = ({ FunctionName, Payload, InvocationType, Qualifier }: Invocation): AwsCall => {
  const query = Qualifier === undefined ? '' : `?Qualifier=${encodeURIComponent(Qualifier)}`;
  return {
    service: 'lambda',
    method: 'POST',
    path: `/2015-03-31/functions/${encodeURIComponent(FunctionName)}/invocations${query}`,
    headers: {
      'content-type': 'application/json',
      ...(InvocationType === undefined ? {} : { 'x-amz-invocation-type': InvocationType }),
    },
    body: Payload === undefined ? '' : JSON.stringify(Payload),
  };
};

const functionError = z.object({ errorType: z.string().optional() });

/** `whole` for the integration, whose result is the answer of Invoke; the payload alone for a Lambda's own ARN. */
export const invokeOutcome = (reply: AwsReply, whole: boolean): TaskOutcome => {
  if (reply.status >= 300) return { ok: false, error: `Lambda.${apiError(reply)}`, cause: messageOf(reply) };
  const payload: Json = reply.body === '' ? '' : parsedOr(reply.body, reply.body);
  if (reply.headers['x-amz-function-error'] !== undefined) {
    const error = functionError.safeParse(payload).data?.errorType;
    return { ok: false, error: error ?? 'Lambda.Unknown', cause: reply.body };
  }
  if (!whole) return { ok: true, output: payload };
  const output = { ExecutedVersion: '$LATEST', Payload: payload, StatusCode: reply.status };
  return { ok: true, output };
};

/** Errors of Lambda's API that Step Functions names by themselves; the rest it calls by its own client's exception. */
const named = new Set([
  'TooManyRequestsException',
  'ServiceException',
  'ResourceNotFoundException',
  'InvalidRequestContentException',
  'RequestTooLargeException',
  'KMSAccessDeniedException',
]);

const apiError = (reply: AwsReply): string => {
  const code = codeOf(reply);
  return named.has(code) ? code : 'AWSLambdaException';
};
