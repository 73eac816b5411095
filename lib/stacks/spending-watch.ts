/** Alarms on what is spent: limits of sellers, a day of model use unlike the others, and the account's budget. */
import { Duration } from 'aws-cdk-lib';
import { CfnBudget } from 'aws-cdk-lib/aws-budgets';
import { CfnAlarm, Metric } from 'aws-cdk-lib/aws-cloudwatch';
import { Construct } from 'constructs';
import type { Foundation } from '../constructs/foundation.ts';
import { HarmAlarm } from '../constructs/harm-alarm.ts';

const counted = (metricName: string, minutes: number): Metric =>
  new Metric({
    namespace: 'Recado',
    metricName,
    dimensionsMap: { service: 'total-usage' },
    statistic: 'Sum',
    period: Duration.minutes(minutes),
  });

/** Of the whole account: AWS takes ten receivers at the most. */
const mostReceivers = 10;

export class SpendingWatch extends Construct {
  constructor(scope: Construct, id: string, foundation: Foundation) {
    super(scope, id);
    new HarmAlarm(this, 'SoftLimit', foundation, {
      name: 'soft-limit',
      harm: {
        impact:
          'a seller will soon pass the limit of its month, and then its buyers get fixed answers and people only',
        runbook: 'docs/runbook.md#soft-limit',
      },
      metric: counted('SoftLimit', 10),
      when: { atLeast: 1 },
    });
    new HarmAlarm(this, 'HardLimit', foundation, {
      name: 'hard-limit',
      harm: {
        impact:
          'a seller passed the limit of its month: no model is asked for its buyers, fixed answers and people go on',
        runbook: 'docs/runbook.md#hard-limit',
      },
      metric: counted('HardLimit', 10),
      when: { atLeast: 1 },
    });
    this.unlikeOtherDays(foundation);
    if (foundation.stage.regions[0] === foundation.region) this.budget(foundation);
  }

  /** CloudWatch learns how a day goes; no seller is a dimension of it. */
  private unlikeOtherDays(foundation: Foundation): void {
    const { stage, alarmTopic } = foundation;
    new CfnAlarm(this, 'ModelCostUnusual', {
      alarmName: `recado-${stage.name}-model-cost-unusual`,
      alarmDescription:
        'Harm: models cost far more than on other days, and whoever pays hears of it from the invoice. What to do: docs/runbook.md#model-cost-unusual',
      evaluationPeriods: 2,
      datapointsToAlarm: 2,
      comparisonOperator: 'GreaterThanUpperThreshold',
      thresholdMetricId: 'band',
      treatMissingData: 'notBreaching',
      metrics: [
        {
          id: 'tokens',
          returnData: true,
          metricStat: {
            metric: {
              namespace: 'Recado',
              metricName: 'ModelTokens',
              dimensions: [{ name: 'service', value: 'total-usage' }],
            },
            stat: 'Maximum',
            period: 3600,
          },
        },
        { id: 'band', expression: 'ANOMALY_DETECTION_BAND(tokens, 4)', returnData: true },
      ],
      alarmActions: [alarmTopic.topicArn],
      okActions: [alarmTopic.topicArn],
    });
  }

  /** One for the account, so that the stage's first region alone holds it. */
  private budget({ stage }: Foundation): void {
    const subscribers = stage.alarmTo
      .slice(0, mostReceivers)
      .map((address) => ({ address, subscriptionType: 'EMAIL' }));
    const told = (notificationType: 'ACTUAL' | 'FORECASTED', threshold: number) => ({
      notification: {
        notificationType,
        threshold,
        thresholdType: 'PERCENTAGE',
        comparisonOperator: 'GREATER_THAN',
      },
      subscribers,
    });
    new CfnBudget(this, 'Budget', {
      budget: {
        budgetName: `recado-${stage.name}`,
        budgetType: 'COST',
        timeUnit: 'MONTHLY',
        budgetLimit: { amount: stage.monthlyBudgetUsd, unit: 'USD' },
      },
      ...(subscribers.length === 0
        ? {}
        : {
            notificationsWithSubscribers: [told('ACTUAL', 80), told('ACTUAL', 100), told('FORECASTED', 100)],
          }),
    });
  }
}
