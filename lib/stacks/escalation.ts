/** Cases that people have: the machine that tends each of them, and the steps that it calls. Costs nothing while no case is open. */
import { CfnOutput, Duration, Stack } from 'aws-cdk-lib';
import { Metric } from 'aws-cdk-lib/aws-cloudwatch';
import { CfnEmailIdentity } from 'aws-cdk-lib/aws-ses';
import type { Construct } from 'constructs';
import type { CloseEscalationEnv } from '../../functions/close-escalation/env.ts';
import type { NotifyEnv } from '../../functions/notify/env.ts';
import type { OpenEscalationEnv } from '../../functions/open-escalation/env.ts';
import type { Foundation } from '../constructs/foundation.ts';
import { HarmAlarm } from '../constructs/harm-alarm.ts';
import { HouseFunction } from '../constructs/house-function.ts';
import { HouseStateMachine, stateMachineArn } from '../constructs/state-machine.ts';
import { escalationMachine } from './escalation-machine.ts';
import {
  closeEscalationGrants,
  escalationMachineGrants,
  notifyGrants,
  openEscalationGrants,
} from './grants/escalation.ts';
import { type Stores } from './grants/rights.ts';
import { placeOf } from './place.ts';
import type { PipelineQueues } from './queues.ts';

/** What a Lambda counted. */
const countOf = (lambda: string, metricName: string, period: Duration): Metric =>
  new Metric({
    namespace: 'Recado',
    metricName,
    dimensionsMap: { service: lambda },
    statistic: 'Sum',
    period,
  });

/** The longest that a case may be tended by one execution; the sweep begins another. */
const longestExecution = Duration.days(60);

export class EscalationStack extends Stack {
  private readonly caseMachine: string;

  constructor(scope: Construct, foundation: Foundation, stores: Stores, queues: PipelineQueues) {
    const { stage, region } = foundation;
    super(scope, ...placeOf(stage, region, 'escalation', { terminationProtection: false }));
    this.caseMachine = stateMachineArn(this, foundation, 'escalation');
    const open = this.openEscalation(foundation, stores, queues);
    const close = this.closeEscalation(foundation, stores, queues);
    const notify = this.notify(foundation, stores);
    const { machineArn } = new HouseStateMachine(this, 'Escalation', foundation, {
      name: 'escalation',
      definition: escalationMachine({ open, close, notify }),
      timeout: longestExecution,
      grants: escalationMachineGrants(open, close, notify),
      fails: {
        impact: 'buyers who wait for a person are neither routed nor told, until the sweep begins again',
        runbook: 'docs/runbook.md#escalation-fails',
      },
      timesOut: {
        impact: 'a buyer’s case has been open for two months',
        runbook: 'docs/runbook.md#escalation-times-out',
      },
    });
    this.alarms(foundation);
    new CfnOutput(this, 'EscalationMachineArn', { value: machineArn });
  }

  private openEscalation(foundation: Foundation, stores: Stores, queues: PipelineQueues): string {
    const { region } = foundation;
    const { outbound, access } = queues;
    return new HouseFunction<OpenEscalationEnv>(this, 'OpenEscalation', foundation, {
      lambda: 'open-escalation',
      timeout: Duration.seconds(28),
      environment: {
        ...this.names(foundation, stores),
        ACCESS_TABLE: stores.data.access.tableName,
        ACCESS_KEY_ARN: stores.data.accessKey.keyArn,
        ACCESS_QUEUE_URL: access.queue.queueUrl,
        OUTBOUND_QUEUE_URL: outbound.queue.queueUrl,
      },
      grants: openEscalationGrants(stores, region, outbound.queue, access.queue),
    }).lambda.functionArn;
  }

  private closeEscalation(foundation: Foundation, stores: Stores, { outbound }: PipelineQueues): string {
    return new HouseFunction<CloseEscalationEnv>(this, 'CloseEscalation', foundation, {
      lambda: 'close-escalation',
      timeout: Duration.seconds(18),
      environment: { ...this.names(foundation, stores), OUTBOUND_QUEUE_URL: outbound.queue.queueUrl },
      grants: closeEscalationGrants(stores, this.caseMachine, outbound.queue),
    }).lambda.functionArn;
  }

  private notify(foundation: Foundation, stores: Stores): string {
    const { mailFrom } = foundation.stage;
    return new HouseFunction<NotifyEnv>(this, 'Notify', foundation, {
      lambda: 'notify',
      timeout: Duration.seconds(28),
      environment: { ...this.names(foundation, stores), MAIL_FROM: mailFrom },
      grants: notifyGrants(stores, mailFrom === undefined ? null : this.sender(mailFrom)),
    }).lambda.functionArn;
  }

  /** SES sends for an address that was confirmed: AWS mails a link to it after the first deploy. */
  private sender(mailFrom: string): string {
    new CfnEmailIdentity(this, 'MailFrom', { emailIdentity: mailFrom });
    return this.formatArn({ service: 'ses', resource: 'identity', resourceName: mailFrom });
  }

  private names({ region }: Foundation, { data, metering }: Stores) {
    return {
      HOME_REGION: region,
      CONVERSATIONS_TABLE: data.conversations.tableName,
      TENANTS_TABLE: data.tenants.tableName,
      KEYS_TABLE: data.keys.tableName,
      USAGE_TABLE: metering.usage.tableName,
      DATA_KEY_ARN: data.dataKey.keyArn,
      ESCALATION_MACHINE_ARN: this.caseMachine,
    };
  }

  private alarms(foundation: Foundation): void {
    new HarmAlarm(this, 'Overdue', foundation, {
      name: 'escalation-overdue',
      harm: {
        impact: 'a buyer was promised a person several times, and nobody came',
        runbook: 'docs/runbook.md#escalation-overdue',
      },
      metric: countOf('open-escalation', 'EscalationOverdue', Duration.minutes(5)),
      when: { atLeast: 1 },
    });
    new HarmAlarm(this, 'HolidayData', foundation, {
      name: 'holiday-data-missing',
      harm: {
        impact: 'buyers are not told when a person answers, because the holidays of the year are not known',
        runbook: 'docs/runbook.md#holiday-data-missing',
      },
      metric: countOf('open-escalation', 'HolidayDataMissing', Duration.hours(1)),
      when: { atLeast: 1 },
    });
    new HarmAlarm(this, 'NoticesFail', foundation, {
      name: 'notices-fail',
      harm: {
        impact: 'agents are not told that a buyer waits for them',
        runbook: 'docs/runbook.md#notices-fail',
      },
      metric: countOf('notify', 'NoticeFailed', Duration.minutes(15)),
      when: { atLeast: 3 },
    });
  }
}
