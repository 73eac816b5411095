/** A Lambda that runs every few minutes, and two alarms: it fails, and it does not run. */
import { Duration, Stack } from 'aws-cdk-lib';
import { Role, ServicePrincipal } from 'aws-cdk-lib/aws-iam';
import { CfnSchedule } from 'aws-cdk-lib/aws-scheduler';
import type { Construct } from 'constructs';
import type { Foundation } from './foundation.ts';
import { statementOf } from './grant.ts';
import { HarmAlarm } from './harm-alarm.ts';
import type { Harm } from './harm-alarm.ts';
import { HouseFunction } from './house-function.ts';
import type { Environment, HouseFunctionProps } from './house-function.ts';

export type ScheduledFunctionProps<Env extends Environment> = HouseFunctionProps<Env> & {
  readonly everyMinutes: number;
  readonly fails: Harm;
  readonly doesNotRun: Harm;
};

export class ScheduledFunction<Env extends Environment> extends HouseFunction<Env> {
  constructor(scope: Construct, id: string, foundation: Foundation, props: ScheduledFunctionProps<Env>) {
    const { everyMinutes, fails, doesNotRun, ...rest } = props;
    super(scope, id, foundation, rest);
    this.schedule(foundation, props.lambda, everyMinutes);
    const round = { period: Duration.minutes(everyMinutes) };
    new HarmAlarm(this, 'Fails', foundation, {
      name: `${props.lambda}-fails`,
      harm: fails,
      metric: this.lambda.metricErrors(round),
      when: { atLeast: 1 },
      periods: 3,
    });
    new HarmAlarm(this, 'DoesNotRun', foundation, {
      name: `${props.lambda}-does-not-run`,
      harm: doesNotRun,
      metric: this.lambda.metricInvocations(round),
      when: { below: 1 },
      periods: everyMinutes === 1 ? 5 : 2,
      silenceIsHarm: true,
    });
  }

  /** A missed round is not made up for: the next one does its work. */
  private schedule(foundation: Foundation, lambda: string, everyMinutes: number): void {
    const role = new Role(this, 'ScheduleRole', {
      assumedBy: new ServicePrincipal('scheduler.amazonaws.com', {
        conditions: { StringEquals: { 'aws:SourceAccount': Stack.of(this).account } },
      }),
      permissionsBoundary: foundation.boundary,
      description: `Lets the schedule call ${lambda}`,
    });
    role.addToPolicy(statementOf({ actions: ['lambda:InvokeFunction'], on: [this.lambda.functionArn] }));
    new CfnSchedule(this, 'Schedule', {
      name: `recado-${foundation.stage.name}-${lambda}`,
      scheduleExpression: everyMinutes === 1 ? 'rate(1 minute)' : `rate(${String(everyMinutes)} minutes)`,
      flexibleTimeWindow: { mode: 'OFF' },
      target: {
        arn: this.lambda.functionArn,
        roleArn: role.roleArn,
        retryPolicy: { maximumRetryAttempts: 0, maximumEventAgeInSeconds: 60 },
      },
    });
  }
}
