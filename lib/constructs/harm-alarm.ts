/** An alarm says who is hurt and which page helps, or it does not compile. */
import { Alarm, ComparisonOperator, TreatMissingData } from 'aws-cdk-lib/aws-cloudwatch';
import { SnsAction } from 'aws-cdk-lib/aws-cloudwatch-actions';
import type { IMetric } from 'aws-cdk-lib/aws-cloudwatch';
import { Construct } from 'constructs';
import type { Foundation } from './foundation.ts';

export type Harm = {
  /** Who is hurt and how, as a sentence without its full stop: `buyers who wrote to us get no answer`. */
  readonly impact: string;
  /** Heading of the page that helps. */
  readonly runbook: `docs/runbook.md#${string}`;
};

export type HarmAlarmProps = {
  /** Ends the alarm's name: `recado-<stage>-<name>`. */
  readonly name: string;
  readonly harm: Harm;
  readonly metric: IMetric;
  readonly when: { readonly atLeast: number } | { readonly below: number };
  /** How many periods in a row before people are called; 1 unless told. */
  readonly periods?: number;
  /** No data counts as harm: for what must run. */
  readonly silenceIsHarm?: boolean;
};

export class HarmAlarm extends Construct {
  constructor(scope: Construct, id: string, foundation: Foundation, props: HarmAlarmProps) {
    super(scope, id);
    const { harm, when } = props;
    const alarm = new Alarm(this, 'Alarm', {
      alarmName: `recado-${foundation.stage.name}-${props.name}`,
      alarmDescription: `Harm: ${harm.impact}. What to do: ${harm.runbook}`,
      metric: props.metric,
      evaluationPeriods: props.periods ?? 1,
      threshold: 'atLeast' in when ? when.atLeast : when.below,
      comparisonOperator:
        'atLeast' in when
          ? ComparisonOperator.GREATER_THAN_OR_EQUAL_TO_THRESHOLD
          : ComparisonOperator.LESS_THAN_THRESHOLD,
      treatMissingData:
        props.silenceIsHarm === true ? TreatMissingData.BREACHING : TreatMissingData.NOT_BREACHING,
    });
    const tell = new SnsAction(foundation.alarmTopic);
    alarm.addAlarmAction(tell);
    alarm.addOkAction(tell);
  }
}
