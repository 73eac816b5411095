/** What a role may do, in exact actions on exact resources; an action outside this list does not compile. */
import { PolicyStatement } from 'aws-cdk-lib/aws-iam';
import type { Conditions } from 'aws-cdk-lib/aws-iam';

/** Every action that any role of ours may hold; `permissions-boundary.ts` says on what. */
export const permittedActions = {
  dynamodb: [
    'dynamodb:DeleteItem',
    'dynamodb:GetItem',
    'dynamodb:PartiQLSelect',
    'dynamodb:PutItem',
    'dynamodb:Query',
    'dynamodb:UpdateItem',
  ],
  sqs: [
    'sqs:ChangeMessageVisibility',
    'sqs:DeleteMessage',
    'sqs:GetQueueAttributes',
    'sqs:ReceiveMessage',
    'sqs:SendMessage',
  ],
  kms: ['kms:Decrypt', 'kms:Encrypt', 'kms:GenerateDataKey', 'kms:GetPublicKey', 'kms:Sign'],
  s3: ['s3:GetBucketLocation', 's3:GetObject', 's3:ListBucket', 's3:PutObject'],
  secretsmanager: ['secretsmanager:GetSecretValue'],
  logs: ['logs:CreateLogStream', 'logs:PutLogEvents'],
  states: [
    'states:DescribeExecution',
    'states:SendTaskFailure',
    'states:SendTaskHeartbeat',
    'states:SendTaskSuccess',
    'states:StartExecution',
    'states:StopExecution',
  ],
  lambda: ['lambda:InvokeFunction'],
  ses: ['ses:SendEmail'],
  translate: ['translate:TranslateText'],
  bedrock: ['bedrock:InvokeModel'],
  /* Finance reads the files of the ledger by query. */
  athena: [
    'athena:GetNamedQuery',
    'athena:GetQueryExecution',
    'athena:GetQueryResults',
    'athena:GetWorkGroup',
    'athena:ListNamedQueries',
    'athena:StartQueryExecution',
    'athena:StopQueryExecution',
  ],
  glue: ['glue:GetDatabase', 'glue:GetPartitions', 'glue:GetTable'],
  /* AWS knows no resource type for these, so that their statements must name `*`. */
  comprehend: ['comprehend:DetectDominantLanguage'],
  xray: [
    'xray:GetSamplingRules',
    'xray:GetSamplingTargets',
    'xray:PutTelemetryRecords',
    'xray:PutTraceSegments',
  ],
  /* What a state machine needs to write its log. */
  logDelivery: [
    'logs:CreateLogDelivery',
    'logs:DeleteLogDelivery',
    'logs:DescribeLogGroups',
    'logs:DescribeResourcePolicies',
    'logs:GetLogDelivery',
    'logs:ListLogDeliveries',
    'logs:PutResourcePolicy',
    'logs:UpdateLogDelivery',
  ],
} as const;

export type PermittedAction = (typeof permittedActions)[keyof typeof permittedActions][number];

export type Grant = {
  readonly actions: readonly [PermittedAction, ...PermittedAction[]];
  /** ARNs. */
  readonly on: readonly [string, ...string[]];
  readonly when?: Conditions;
  /** Why an ARN must end in `*`; without it a wildcard stops the synth. */
  readonly wideBecause?: string;
};

export const statementOf = ({ actions, on, when }: Grant): PolicyStatement =>
  new PolicyStatement({
    actions: [...actions],
    resources: [...on],
    ...(when === undefined ? {} : { conditions: when }),
  });
