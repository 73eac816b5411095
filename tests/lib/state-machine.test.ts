/** The house's state machine: what it is made of, and what stops its synth. */
import { Duration, Stack } from 'aws-cdk-lib';
import { ManagedPolicy } from 'aws-cdk-lib/aws-iam';
import { Key } from 'aws-cdk-lib/aws-kms';
import { Topic } from 'aws-cdk-lib/aws-sns';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { checksFor } from '../../lib/constructs/house-checks.ts';
import { HouseStateMachine, stateMachineArn } from '../../lib/constructs/state-machine.ts';
import type { MachineDefinition } from '../../lib/constructs/state-machine.ts';
import { ownStages, stubCode, withApp } from './template-rules.ts';

const stage = ownStages().find(({ name }) => name === 'demo');

const task = {
  Type: 'Task',
  Resource: 'arn:aws:states:::lambda:invoke',
  Arguments: { FunctionName: 'x', Payload: '{% $states.input %}' },
  TimeoutSeconds: 30,
  End: true,
};
const asking = {
  ...task,
  Resource: 'arn:aws:states:::lambda:invoke.waitForTaskToken',
  Arguments: { FunctionName: 'x', Payload: '{% $states.context.Task.Token %}' },
  HeartbeatSeconds: 10,
};
const machineOf = (states: MachineDefinition['States']): MachineDefinition => ({
  StartAt: Object.keys(states)[0] ?? '',
  States: states,
});

const templateShape = z.object({
  Resources: z.record(
    z.string(),
    z.object({ Type: z.string(), Properties: z.record(z.string(), z.unknown()) }),
  ),
});

/** The resources of a stack with one machine, and the rules that they break. */
const synthesized = (definition: (functionArn: string) => MachineDefinition) =>
  withApp((app) => {
    if (stage === undefined) throw new Error('no stage demo');
    const stack = new Stack(app, 'recado-demo-sa-east-1-trial', {
      env: { account: '111122223333', region: 'sa-east-1' },
    });
    const key = new Key(stack, 'Key', { enableKeyRotation: true });
    const foundation = {
      stage,
      region: 'sa-east-1',
      code: stubCode,
      dataKey: key,
      boundary: ManagedPolicy.fromManagedPolicyName(stack, 'Boundary', 'boundary'),
      alarmTopic: new Topic(stack, 'Alarms', { masterKey: key }),
    } as const;
    const functionArn = `arn:aws:lambda:sa-east-1:${stack.account}:function:x`;
    const { machineArn } = new HouseStateMachine(stack, 'Case', foundation, {
      name: 'case',
      definition: definition(functionArn),
      timeout: Duration.days(2),
      grants: [{ actions: ['lambda:InvokeFunction'], on: [functionArn] }],
      fails: { impact: 'buyers wait', runbook: 'docs/runbook.md#case-fails' },
      timesOut: { impact: 'buyers wait for long', runbook: 'docs/runbook.md#case-times-out' },
    });
    const broken = checksFor(app, [])
      .flatMap((pack) => pack.validateScope(app).violations)
      .filter(({ violatingResources }) =>
        violatingResources.some(({ constructPath }) => constructPath?.includes('/Case/') === true),
      )
      .map(({ ruleName }) => ruleName);
    const named = stateMachineArn(stack, foundation, 'case') === machineArn;
    const template: unknown = app.synth().getStackByName(stack.stackName).template;
    const resources = Object.values(templateShape.parse(template).Resources);
    const ofType = (type: string) =>
      resources.filter(({ Type }) => Type === type).map(({ Properties }) => Properties);
    return { ofType, broken, named };
  });

describe('a state machine', () => {
  const { ofType, broken, named } = synthesized((FunctionName) =>
    machineOf({ Work: { ...task, Arguments: { FunctionName, Payload: '{% $states.input %}' } } }),
  );

  it('is a standard workflow in JSONata that ends in time, traced and logged without data', () => {
    expect(ofType('AWS::StepFunctions::StateMachine')).toMatchObject([
      {
        StateMachineName: 'recado-demo-case',
        StateMachineType: 'STANDARD',
        LoggingConfiguration: { Level: 'ALL', IncludeExecutionData: false },
        TracingConfiguration: { Enabled: true },
      },
    ]);
    const [machine] = ofType('AWS::StepFunctions::StateMachine');
    const text = JSON.stringify(machine?.['DefinitionString']);
    expect(text).toContain('\\"QueryLanguage\\":\\"JSONata\\"');
    expect(text).toContain('\\"TimeoutSeconds\\":172800');
    expect(ofType('AWS::Logs::LogGroup')).toMatchObject([
      { LogGroupName: '/aws/vendedlogs/states/recado-demo-case', RetentionInDays: expect.any(Number) },
    ]);
  });

  it('has a role of its own inside the fence, only for Step Functions of this account', () => {
    const [role] = ofType('AWS::IAM::Role');
    expect(role).toHaveProperty('PermissionsBoundary');
    expect(JSON.stringify(role)).toContain('"aws:SourceAccount":"111122223333"');
    const statements = JSON.stringify(ofType('AWS::IAM::Policy'));
    expect(statements).toContain('"Action":"lambda:InvokeFunction"');
    expect(statements).not.toContain('function:x:*');
  });

  it('calls people when executions fail and when they never end', () => {
    expect(
      ofType('AWS::CloudWatch::Alarm').map(({ AlarmName, MetricName }) => [AlarmName, MetricName]),
    ).toEqual([
      ['recado-demo-case-fails', 'ExecutionsFailed'],
      ['recado-demo-case-times-out', 'ExecutionsTimedOut'],
    ]);
  });

  it('breaks no rule, and has the ARN that a Lambda may know before it', () => {
    expect(broken).toEqual([]);
    expect(named).toBe(true);
  });
});

describe('the synth', () => {
  const { TimeoutSeconds: _limit, ...endless } = task;
  const { HeartbeatSeconds: _beat, ...silent } = asking;
  const inside = {
    Each: { Type: 'Map', ItemProcessor: { StartAt: 'In', States: { In: endless } }, End: true },
  };

  it('passes a wait for a token with a heartbeat', () => {
    expect(synthesized(() => machineOf({ Ask: asking })).broken).toEqual([]);
  });

  it.each([
    ['a task without a time-out', machineOf({ Work: endless }), /Work: has no TimeoutSeconds/u],
    ['one inside a Map', machineOf(inside), /In: has no TimeoutSeconds/u],
    ['a wait for a token without a heartbeat', machineOf({ Ask: silent }), /Ask: waits for a token/u],
    [
      'an expression that AWS does not take',
      machineOf({ Work: { ...task, Output: '{% $eval("1") %}' } }),
      /Work\.Output uses \$eval/u,
    ],
    [
      'a variable that nothing assigns',
      machineOf({ Work: { ...task, Output: '{% $gone %}' } }),
      /uses \$gone, which nothing assigns/u,
    ],
    ['a way to nowhere', machineOf({ One: { Type: 'Pass', Next: 'Two' } }), /One: leads to Two/u],
    ['JSONPath', machineOf({ One: { Type: 'Pass', InputPath: '$.a', End: true } }), /InputPath/u],
    [
      'what only the other validator finds',
      machineOf({ One: { Type: 'Pass', Output: 'a text', End: true } }),
      /SCHEMA_VALIDATION_FAILED/u,
    ],
  ])('stops at %s', (_, definition, fault) => {
    expect(() => synthesized(() => definition)).toThrow(fault);
  });
});
