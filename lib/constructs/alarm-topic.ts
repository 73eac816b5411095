/** The one place of a region that alarms are told to: an encrypted topic, and the mail addresses of the stage. */
import { Stack } from 'aws-cdk-lib';
import { Effect, PolicyStatement, ServicePrincipal } from 'aws-cdk-lib/aws-iam';
import type { Key } from 'aws-cdk-lib/aws-kms';
import { Topic } from 'aws-cdk-lib/aws-sns';
import { EmailSubscription } from 'aws-cdk-lib/aws-sns-subscriptions';
import type { Construct } from 'constructs';
import { acknowledge } from './acknowledge.ts';

export type AlarmTopicProps = {
  readonly stage: string;
  readonly key: Key;
  readonly alarmTo: readonly string[];
};

export class AlarmTopic extends Topic {
  constructor(scope: Construct, id: string, props: AlarmTopicProps) {
    super(scope, id, {
      topicName: `recado-${props.stage}-alarms`,
      displayName: `Recado ${props.stage}`,
      masterKey: props.key,
      enforceSSL: true,
    });
    for (const address of props.alarmTo) this.addSubscription(new EmailSubscription(address));
    acknowledge(this, {
      rule: 'Serverless-SNSRedrivePolicy',
      because:
        'A queue of undelivered alarm mails would itself need an alarm; the alarm stays red in CloudWatch',
      reviewBy: '2027-05-31',
    });
    this.letCloudWatchTell(props.key);
  }

  /** CloudWatch publishes as itself, so both the topic and its key must name it. */
  private letCloudWatchTell(key: Key): void {
    const cloudWatch = {
      effect: Effect.ALLOW,
      principals: [new ServicePrincipal('cloudwatch.amazonaws.com')],
      conditions: { StringEquals: { 'aws:SourceAccount': Stack.of(this).account } },
    };
    this.addToResourcePolicy(
      new PolicyStatement({ ...cloudWatch, actions: ['sns:Publish'], resources: [this.topicArn] }),
    );
    key.addToResourcePolicy(
      new PolicyStatement({
        ...cloudWatch,
        actions: ['kms:Decrypt', 'kms:GenerateDataKey'],
        resources: ['*'],
      }),
    );
  }
}
