/** The fence around every role: listed actions only, in the home region and account only. */
import { Stack } from 'aws-cdk-lib';
import { Effect, ManagedPolicy, PolicyStatement } from 'aws-cdk-lib/aws-iam';
import type { Construct } from 'constructs';
import { mayUse } from '../../functions/core/policy/may-use.ts';
import { models } from '../../functions/core/policy/models.ts';
import type { Region } from '../../functions/core/policy/regions.ts';
import { acknowledge } from './acknowledge.ts';
import { permittedActions } from './grant.ts';

/** What a group of actions may touch at the most. Roles narrow this to single resources; a boundary grants nothing. */
type Reach = { readonly actions: readonly string[]; readonly resources: readonly string[] };

const reachOf = ({ partition, account }: Stack, region: Region): readonly Reach[] => {
  const own = (service: string, resource: string): string[] => [
    `arn:${partition}:${service}:${region}:${account}:${resource}`,
  ];
  const lawful = models[region].filter(({ inRegion, uses }) => inRegion && uses.length > 0);
  const comprehend = mayUse(region, { service: 'comprehend' }, { aiServicesOptOut: true, transfers: [] });
  const translate = mayUse(region, { service: 'translate' }, { aiServicesOptOut: true, transfers: [] });
  return [
    { actions: permittedActions.dynamodb, resources: own('dynamodb', 'table/*') },
    { actions: permittedActions.sqs, resources: own('sqs', '*') },
    { actions: permittedActions.kms, resources: own('kms', 'key/*') },
    { actions: permittedActions.s3, resources: [`arn:${partition}:s3:::*`] },
    { actions: permittedActions.secretsmanager, resources: own('secretsmanager', 'secret:*') },
    { actions: permittedActions.logs, resources: own('logs', 'log-group:*') },
    { actions: permittedActions.ses, resources: own('ses', 'identity/*') },
    { actions: permittedActions.lambda, resources: own('lambda', 'function:*') },
    {
      actions: permittedActions.states,
      resources: [...own('states', 'stateMachine:*'), ...own('states', 'execution:*')],
    },
    {
      actions: permittedActions.bedrock,
      resources: lawful.map(({ id }) => `arn:${partition}:bedrock:${region}::foundation-model/${id}`),
    },
    { actions: permittedActions.athena, resources: own('athena', 'workgroup/*') },
    { actions: permittedActions.glue, resources: own('glue', '*') },
    { actions: permittedActions.xray, resources: ['*'] },
    { actions: permittedActions.logDelivery, resources: ['*'] },
    ...(translate.allowed ? [{ actions: permittedActions.translate, resources: ['*'] }] : []),
    ...(comprehend.allowed ? [{ actions: permittedActions.comprehend, resources: ['*'] }] : []),
  ];
};

export class RegionalBoundary extends ManagedPolicy {
  constructor(scope: Construct, id: string, region: Region) {
    const reach = reachOf(Stack.of(scope), region);
    super(scope, id, {
      description: `No role of Recado does more than this, nor anything outside ${region}`,
      statements: [
        ...reach.map(
          ({ actions, resources }) =>
            new PolicyStatement({ actions: [...actions], resources: [...resources] }),
        ),
        /*
         * No exception for a global service: every service that a role of ours calls has a regional endpoint. A request
         * whose region is not stated (`global.` inference profiles say `unspecified`) is refused too.
         */
        new PolicyStatement({
          sid: 'NothingOutsideTheHomeRegion',
          effect: Effect.DENY,
          actions: ['*'],
          resources: ['*'],
          conditions: { StringNotEquals: { 'aws:RequestedRegion': region } },
        }),
      ],
    });
    acknowledge(this, {
      rule: 'AwsSolutions-IAM5',
      findings: [...new Set(reach.flatMap(({ resources }) => resources))]
        .filter((arn) => arn.endsWith('*'))
        .map((arn) => `Resource::${arn}`),
      because: 'A boundary grants nothing; it bounds what the exact statements of each role can reach',
      reviewBy: '2027-05-31',
    });
  }
}
