/** The managed policies of AWS that a function's role may carry; any other has to be written out. */
import { readPolicy } from './policy.ts';
import type { Statement } from './policy.ts';

/** Text of the policies: AWS Managed Policy Reference Guide. */
const actions: Readonly<Record<string, readonly string[]>> = {
  'service-role/AWSLambdaBasicExecutionRole': [
    'logs:CreateLogGroup',
    'logs:CreateLogStream',
    'logs:PutLogEvents',
  ],
  AWSXRayDaemonWriteAccess: [
    'xray:PutTraceSegments',
    'xray:PutTelemetryRecords',
    'xray:GetSamplingRules',
    'xray:GetSamplingTargets',
    'xray:GetSamplingStatisticSummaries',
  ],
};

export const managedByAws = (arn: string): readonly Statement[] | undefined => {
  const allowed = actions[arn.replace('arn:aws:iam::aws:policy/', '')];
  if (allowed === undefined) return undefined;
  const document = { Version: '2012-10-17', Statement: { Effect: 'Allow', Action: allowed, Resource: '*' } };
  return readPolicy(document, arn);
};
