/** The synth refuses what a region or a rule forbids, with the reason; what is acknowledged has a reason and a day. */
import { Duration, Stack, Validations } from 'aws-cdk-lib';
import type { App } from 'aws-cdk-lib';
import { PolicyStatement, Role, ServicePrincipal } from 'aws-cdk-lib/aws-iam';
import {
  Architecture,
  Code,
  EventSourceMapping,
  Function as LambdaFunction,
  Runtime,
} from 'aws-cdk-lib/aws-lambda';
import { Queue } from 'aws-cdk-lib/aws-sqs';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import type { Stage } from '../../lib/config/stage.ts';
import { acknowledge } from '../../lib/constructs/acknowledge.ts';
import { checksFor } from '../../lib/constructs/house-checks.ts';
import { placeStages } from '../../lib/stacks/recado.ts';
import { ownStages, stubCode, withApp } from './template-rules.ts';

/** Names of the rules that are broken, findings included. */
const broken = (app: App, stages: readonly Stage[]): readonly string[] =>
  checksFor(app, stages).flatMap((pack) =>
    pack.validateScope(app).violations.map(({ ruleName }) => ruleName),
  );

type Acknowledgement = {
  readonly where: string;
  readonly stack: boolean;
  readonly rule: string;
  readonly reason: string;
};

const acknowledgedIn = (app: App): readonly Acknowledgement[] =>
  app.node.findAll().flatMap((construct) =>
    construct.node.metadata
      .filter(({ type }) => type === Validations.ACKNOWLEDGED_RULES_METADATA_KEY)
      .flatMap(({ data }) => Object.entries(z.record(z.string(), z.string()).parse(data)))
      .map(([id, reason]) => ({
        where: construct.node.path,
        stack: Stack.isStack(construct),
        rule: id.replace(/^annotation::/i, '').replace(/\[.*$/, ''),
        reason,
      })),
  );

describe('our own stages', () => {
  const [rules, acknowledged] = withApp((app) => {
    const stages = ownStages();
    placeStages(app, stages, stubCode);
    return [broken(app, stages), acknowledgedIn(app)] as const;
  });

  it('break no rule that nobody acknowledged', () => {
    expect(rules).toEqual([]);
  });

  it('acknowledge few rules, each on a construct, with a reason and a day to look again', () => {
    const distinct = [...new Set(acknowledged.map(({ rule }) => rule))];
    expect(distinct.slice(10)).toEqual([]);
    expect(acknowledged.length).toBeGreaterThan(0);
    expect(acknowledged.filter(({ stack }) => stack)).toEqual([]);
    expect(
      acknowledged.filter(({ reason }) => !/^.{20,} \(review by 20\d\d-\d\d-\d\d\)$/.test(reason)),
    ).toEqual([]);
  });
});

describe('the law of the regions', () => {
  const refusal = (
    region: string,
    action: string,
    resource: string,
    stages: readonly Stage[] = [],
  ): readonly string[] =>
    withApp((app) => {
      const stack = new Stack(app, `recado-demo-${region}-trial`, {
        env: { account: '111122223333', region },
      });
      const role = new Role(stack, 'Role', { assumedBy: new ServicePrincipal('lambda.amazonaws.com') });
      role.addToPolicy(new PolicyStatement({ actions: [action], resources: [resource] }));
      return broken(app, stages).filter((rule) => rule.startsWith('House-RegionLaw'));
    });

  const model = (region: string, id: string): string => `arn:aws:bedrock:${region}::foundation-model/${id}`;
  const profile = 'arn:aws:bedrock:us-east-1:111122223333:inference-profile/us.anthropic.claude-a';

  it.each([
    ['sa-east-1', 'comprehend:DetectDominantLanguage', '*', /does not exist there/],
    ['sa-east-1', 'translate:TranslateText', '*', /does not exist there/],
    ['us-east-1', 'comprehend:DetectDominantLanguage', '*', /aiServicesOptOut/],
    [
      'sa-east-1',
      'bedrock:InvokeModel',
      model('sa-east-1', 'amazon.nova-micro-v1:0'),
      /not offered in sa-east-1/,
    ],
    [
      'sa-east-1',
      'bedrock:InvokeModel',
      'arn:aws:bedrock:sa-east-1:1:inference-profile/global.x.y',
      /leaves Brazil/,
    ],
    ['us-east-1', 'bedrock:InvokeModel', profile, /no tenant's transfer decision/],
    ['us-east-1', 'bedrock:InvokeModel', model('us-east-1', '*'), /no row for it/],
    ['eu-west-1', 'bedrock:InvokeModel', model('eu-west-1', 'amazon.nova-micro-v1:0'), /no region of ours/],
  ])('refuses in %s a role that may %s on %s', (region, action, resource, because) => {
    expect(refusal(region, action, resource)).toEqual([expect.stringMatching(because)]);
  });

  it('lets pass what the stage has put in writing', () => {
    const demo = ownStages().filter(({ name }) => name === 'demo');
    const written = demo.map((stage): Stage => ({
      ...stage,
      aiServicesOptOut: 'confirmed',
      transfers: [
        {
          tenant: 'acme000001',
          region: 'us-east-1',
          model: 'us.anthropic.claude-a',
          countries: ['US'],
          mechanism: 'standard contractual clauses',
          decidedOn: '2026-11-02',
          signedBy: 'Ana Souza',
        },
      ],
    }));
    expect(refusal('us-east-1', 'comprehend:DetectDominantLanguage', '*', written)).toEqual([]);
    expect(refusal('us-east-1', 'bedrock:InvokeModel', profile, written)).toEqual([]);
    expect(refusal('us-east-1', 'bedrock:InvokeModel', profile, demo)).toHaveLength(1);
  });
});

it('refuses a queue that shows a record again while its worker may still be at it', () => {
  const found = withApp((app) => {
    const stack = new Stack(app, 'trial', { env: { account: '111122223333', region: 'us-east-1' } });
    const queue = new Queue(stack, 'Queue', { visibilityTimeout: Duration.seconds(59) });
    const target = new LambdaFunction(stack, 'Worker', {
      code: Code.fromInline('exports.handler = () => {};'),
      handler: 'index.handler',
      runtime: Runtime.NODEJS_24_X,
      architecture: Architecture.ARM_64,
      timeout: Duration.seconds(10),
    });
    const mapping = new EventSourceMapping(stack, 'Source', { target, eventSourceArn: queue.queueArn });
    expect(mapping.node.path).toBe('trial/Source');
    return broken(app, []);
  });
  expect(found).toContain('House-LambdaEventSourceSQSVisibilityTimeout');
});

it('never acknowledges a rule for a whole stack', () => {
  withApp((app) => {
    const stack = new Stack(app, 'trial');
    const wholesale = (): void =>
      acknowledge(stack, { rule: 'AwsSolutions-IAM5', because: 'it is easier', reviewBy: '2027-05-31' });
    expect(wholesale).toThrow(/never for a whole stack/);
  });
});
