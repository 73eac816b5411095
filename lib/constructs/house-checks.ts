/** Every rule pack of the synth: those of cdk-nag, and our own. A finding that nobody acknowledged stops the synth. */
import { Stack } from 'aws-cdk-lib';
import type { CfnResource } from 'aws-cdk-lib';
import {
  AwsSolutionsChecks,
  NagMessageLevel,
  NagPack,
  NagRuleCompliance,
  ServerlessChecks,
  rules,
} from 'cdk-nag';
import type { Construct } from 'constructs';
import { noConsent } from '../../functions/core/policy/may-use.ts';
import type { Consent } from '../../functions/core/policy/may-use.ts';
import type { Stage } from '../config/stage.ts';
import { forbidden } from './region-law.ts';

/** What the stage of a stack has put in writing. */
const consentOf = (stack: Stack, stages: readonly Stage[]): Consent => {
  const stage = stages.find(({ name }) => stack.stackName.startsWith(`recado-${name}-${stack.region}-`));
  return stage === undefined
    ? noConsent
    : { aiServicesOptOut: stage.aiServicesOptOut === 'confirmed', transfers: stage.transfers };
};

class HouseChecks extends NagPack {
  override readonly name = 'House';
  protected override packName = 'House';
  private readonly stages: readonly Stage[];

  constructor(scope: Construct, stages: readonly Stage[]) {
    super(scope);
    this.stages = stages;
  }

  protected override checkResource(node: CfnResource): void {
    this.applyRule({
      info: 'A queue hides a record for less than six times the time-out of its worker',
      explanation: 'A slow worker would be overtaken by a second one with the same record',
      level: NagMessageLevel.ERROR,
      rule: rules.lambda.LambdaEventSourceSQSVisibilityTimeout,
      node,
    });
    this.applyRule({
      info: 'A role reaches what its region forbids',
      explanation: 'functions/core/policy says what each region allows, and why',
      ruleSuffixOverride: 'RegionLaw',
      level: NagMessageLevel.ERROR,
      rule: () => {
        const reasons = forbidden(node, consentOf(Stack.of(node), this.stages));
        return reasons.length === 0 ? NagRuleCompliance.COMPLIANT : [...reasons];
      },
      node,
    });
  }
}

export const checksFor = (app: Construct, stages: readonly Stage[]): readonly NagPack[] => [
  new AwsSolutionsChecks(app),
  new ServerlessChecks(app),
  new HouseChecks(app, stages),
];
