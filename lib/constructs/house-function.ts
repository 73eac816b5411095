/** A Lambda as this house runs them: one bundle, one role of its own, JSON logs that expire, traces, a typed environment. */
import { RemovalPolicy } from 'aws-cdk-lib';
import type { Duration } from 'aws-cdk-lib';
import { Role, ServicePrincipal } from 'aws-cdk-lib/aws-iam';
import {
  ApplicationLogLevel,
  Architecture,
  Function as LambdaFunction,
  LoggingFormat,
  Runtime,
  SystemLogLevel,
  Tracing,
} from 'aws-cdk-lib/aws-lambda';
import { LogGroup } from 'aws-cdk-lib/aws-logs';
import { Construct } from 'constructs';
import { acknowledge } from './acknowledge.ts';
import type { Foundation } from './foundation.ts';
import { statementOf } from './grant.ts';
import type { Grant } from './grant.ts';

/** Variables by name; one that is undefined is left out. */
export type Environment = Readonly<Record<string, string | undefined>>;

export type HouseFunctionProps<Env extends Environment> = {
  /** Folder in `functions/`; the Lambda is called `recado-<stage>-<lambda>`. */
  readonly lambda: string;
  readonly timeout: Duration;
  readonly memoryMb?: number;
  /** All that its `env.ts` asks for. */
  readonly environment: Env;
  readonly grants: readonly Grant[];
};

const defined = (environment: Environment): Record<string, string> =>
  Object.fromEntries(
    Object.entries(environment).flatMap(([key, value]) => (value === undefined ? [] : [[key, value]])),
  );

export class HouseFunction<Env extends Environment> extends Construct {
  readonly lambda: LambdaFunction;

  constructor(scope: Construct, id: string, foundation: Foundation, props: HouseFunctionProps<Env>) {
    super(scope, id);
    const name = `recado-${foundation.stage.name}-${props.lambda}`;
    const logGroup = new LogGroup(this, 'Logs', {
      logGroupName: `/aws/lambda/${name}`,
      retention: foundation.stage.retentionDays,
      removalPolicy: RemovalPolicy.DESTROY,
    });
    const role = new Role(this, 'Role', {
      assumedBy: new ServicePrincipal('lambda.amazonaws.com'),
      permissionsBoundary: foundation.boundary,
      description: `What ${name} may do`,
    });
    const writesLogs: Grant = {
      actions: ['logs:CreateLogStream', 'logs:PutLogEvents'],
      on: [logGroup.logGroupArn],
    };
    for (const grant of [writesLogs, ...props.grants]) role.addToPolicy(statementOf(grant));
    this.lambda = new LambdaFunction(this, 'Function', {
      functionName: name,
      code: foundation.code(props.lambda),
      handler: 'index.handler',
      runtime: Runtime.NODEJS_24_X,
      architecture: Architecture.ARM_64,
      memorySize: props.memoryMb ?? 512,
      timeout: props.timeout,
      environment: defined(props.environment),
      role,
      logGroup,
      tracing: Tracing.ACTIVE,
      loggingFormat: LoggingFormat.JSON,
      applicationLogLevelV2: ApplicationLogLevel.INFO,
      systemLogLevelV2: SystemLogLevel.WARN,
    });
    this.acknowledgeRules(role, props.grants);
  }

  private acknowledgeRules(role: Role, grants: readonly Grant[]): void {
    const reviewBy = '2027-05-31';
    const traces = { on: ['*'], wideBecause: 'X-Ray knows no resource types' };
    for (const { on, wideBecause } of [traces, ...grants]) {
      if (wideBecause === undefined) continue;
      const findings = on.map((arn) => `Resource::${arn}`);
      acknowledge(role, { rule: 'AwsSolutions-IAM5', findings, because: wideBecause, reviewBy });
    }
    acknowledge(this.lambda, {
      rule: 'Serverless-LambdaDLQ',
      because:
        'Queues hold what fails here, callers hear it, and the next minute repeats what a schedule missed',
      reviewBy,
    });
  }
}
