/** A state machine as this house runs them: STANDARD, JSONata, one role with exact rights, logs without data, two alarms. */
import { ArnFormat, Duration, RemovalPolicy, Stack } from 'aws-cdk-lib';
import { Metric, Stats } from 'aws-cdk-lib/aws-cloudwatch';
import { Role, ServicePrincipal } from 'aws-cdk-lib/aws-iam';
import { LogGroup } from 'aws-cdk-lib/aws-logs';
import { CfnStateMachine } from 'aws-cdk-lib/aws-stepfunctions';
import { Construct } from 'constructs';
import { acknowledge } from './acknowledge.ts';
import type { Foundation } from './foundation.ts';
import { statementOf } from './grant.ts';
import type { Grant } from './grant.ts';
import { HarmAlarm } from './harm-alarm.ts';
import type { Harm } from './harm-alarm.ts';
import { machineFaults } from './state-machine-checks.ts';

/**
 * Amazon States Language in JSONata (https://states-language.net), ARNs as tokens of the CDK. `QueryLanguage` and the
 * machine's own `TimeoutSeconds` are added here and must not stand in it. A definition that AWS would refuse, an
 * expression that could only fail, a task without `TimeoutSeconds` and a wait for a token without `HeartbeatSeconds`
 * stop the synth, each with its state.
 */
export type MachineDefinition = {
  readonly Comment?: string;
  readonly StartAt: string;
  readonly States: Readonly<Record<string, Readonly<Record<string, unknown>>>>;
};

export type HouseStateMachineProps = {
  /** The machine is called `recado-<stage>-<name>`. */
  readonly name: string;
  readonly definition: MachineDefinition;
  /** A whole execution, waits included; then it ends as TIMED_OUT. */
  readonly timeout: Duration;
  /** What its tasks may do: `lambda:InvokeFunction` on the Lambdas that they call, and so on. */
  readonly grants: readonly Grant[];
  /** Executions end as FAILED. */
  readonly fails: Harm;
  /** Executions end as TIMED_OUT. */
  readonly timesOut: Harm;
};

/** Known before the machine is made: a Lambda that the machine calls may name it without a circle of references. */
export const stateMachineArn = (scope: Construct, foundation: Foundation, name: string): string =>
  Stack.of(scope).formatArn({
    service: 'states',
    resource: 'stateMachine',
    resourceName: `recado-${foundation.stage.name}-${name}`,
    arnFormat: ArnFormat.COLON_RESOURCE_NAME,
  });

/** AWS knows no resources for these; https://docs.aws.amazon.com/step-functions/latest/dg/cw-logs.html names them. */
const logDelivery: Grant = {
  actions: [
    'logs:CreateLogDelivery',
    'logs:DeleteLogDelivery',
    'logs:DescribeLogGroups',
    'logs:DescribeResourcePolicies',
    'logs:GetLogDelivery',
    'logs:ListLogDeliveries',
    'logs:PutResourcePolicy',
    'logs:UpdateLogDelivery',
  ],
  on: ['*'],
  wideBecause: 'Deliveries of logs know no resource types',
};

/** X-Ray asks a standard workflow's role for these: https://docs.aws.amazon.com/step-functions/latest/dg/concepts-xray-tracing.html. */
const traces: Grant = {
  actions: [
    'xray:GetSamplingRules',
    'xray:GetSamplingTargets',
    'xray:PutTelemetryRecords',
    'xray:PutTraceSegments',
  ],
  on: ['*'],
  wideBecause: 'X-Ray knows no resource types',
};

export class HouseStateMachine extends Construct {
  readonly machine: CfnStateMachine;
  readonly machineArn: string;

  constructor(scope: Construct, id: string, foundation: Foundation, props: HouseStateMachineProps) {
    super(scope, id);
    const name = `recado-${foundation.stage.name}-${props.name}`;
    const definition = {
      ...props.definition,
      QueryLanguage: 'JSONata',
      TimeoutSeconds: props.timeout.toSeconds(),
    };
    const faults = machineFaults(definition);
    if (faults.length > 0) throw new Error(`the state machine ${name} is refused:\n${faults.join('\n')}`);
    const role = this.roleOf(foundation, name, props.grants);
    const logs = new LogGroup(this, 'Logs', {
      // Under this prefix AWS needs no resource policy for each group.
      logGroupName: `/aws/vendedlogs/states/${name}`,
      retention: foundation.stage.retentionDays,
      removalPolicy: RemovalPolicy.DESTROY,
    });
    this.machine = new CfnStateMachine(this, 'Machine', {
      stateMachineName: name,
      stateMachineType: 'STANDARD',
      roleArn: role.roleArn,
      definitionString: Stack.of(this).toJsonString(definition),
      loggingConfiguration: {
        level: 'ALL',
        // Input and output of steps hold ids only, and even those stay out of the logs.
        includeExecutionData: false,
        destinations: [{ cloudWatchLogsLogGroup: { logGroupArn: logs.logGroupArn } }],
      },
      tracingConfiguration: { enabled: true },
    });
    // AWS tries the rights to write logs when it makes the machine.
    this.machine.node.addDependency(role);
    this.machineArn = stateMachineArn(this, foundation, props.name);
    this.alarm(foundation, 'Fails', 'ExecutionsFailed', `${props.name}-fails`, props.fails);
    this.alarm(foundation, 'TimesOut', 'ExecutionsTimedOut', `${props.name}-times-out`, props.timesOut);
  }

  private roleOf(foundation: Foundation, name: string, grants: readonly Grant[]): Role {
    const role = new Role(this, 'Role', {
      assumedBy: new ServicePrincipal('states.amazonaws.com', {
        conditions: { StringEquals: { 'aws:SourceAccount': Stack.of(this).account } },
      }),
      permissionsBoundary: foundation.boundary,
      description: `What ${name} may do`,
    });
    for (const grant of [logDelivery, traces, ...grants]) {
      role.addToPolicy(statementOf(grant));
      if (grant.wideBecause === undefined) continue;
      const findings = grant.on.map((arn) => `Resource::${arn}`);
      acknowledge(role, {
        rule: 'AwsSolutions-IAM5',
        findings,
        because: grant.wideBecause,
        reviewBy: '2027-05-31',
      });
    }
    return role;
  }

  private alarm(foundation: Foundation, id: string, metricName: string, name: string, harm: Harm): void {
    new HarmAlarm(this, id, foundation, {
      name,
      harm,
      metric: new Metric({
        namespace: 'AWS/States',
        metricName,
        dimensionsMap: { StateMachineArn: this.machine.attrArn },
        statistic: Stats.SUM,
        period: Duration.minutes(5),
      }),
      when: { atLeast: 1 },
    });
  }
}
