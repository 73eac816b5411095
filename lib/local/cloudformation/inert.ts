/** Resource types that do nothing on this machine: they are made without effect, and the list says so. */
import type { Provider, Resource } from '../service.ts';

const types = [
  'AWS::ApiGatewayV2::ApiMapping',
  'AWS::ApiGatewayV2::DomainName',
  'AWS::Athena::NamedQuery',
  'AWS::Athena::WorkGroup',
  'AWS::Backup::BackupPlan',
  'AWS::Backup::BackupSelection',
  'AWS::Backup::BackupVault',
  'AWS::Budgets::Budget',
  'AWS::CDK::Metadata',
  'AWS::CE::AnomalyMonitor',
  'AWS::CE::AnomalySubscription',
  'AWS::CloudFormation::WaitConditionHandle',
  'AWS::CloudWatch::Alarm',
  'AWS::CloudWatch::CompositeAlarm',
  'AWS::CloudWatch::Dashboard',
  'AWS::Glue::Database',
  'AWS::Glue::Table',
  'AWS::IAM::ServiceLinkedRole',
  'AWS::Logs::LogGroup',
  'AWS::Logs::MetricFilter',
  'AWS::Logs::QueryDefinition',
  'AWS::Logs::ResourcePolicy',
  'AWS::ResourceGroups::Group',
  'AWS::S3::BucketPolicy',
  'AWS::SNS::TopicPolicy',
  'AWS::SQS::QueuePolicy',
  'AWS::XRay::Group',
  'AWS::XRay::SamplingRule',
  'Custom::S3AutoDeleteObjects',
];

/**
 * The last provider asked. A policy on a queue, bucket or topic is read by `iam/resource-policies.ts`; the rest has
 * no behaviour that a handler could see.
 */
export const inertResources = (region: string, account: string): Provider => ({
  types,
  provision: ({ stack, logicalId, type }: Resource) => {
    const name = `${stack}-${logicalId}`;
    const service = type.split('::')[1]?.toLowerCase() ?? '';
    const arn = `arn:aws:${service}:${region}:${account}:${name}`;
    return { ref: name, attributes: { Arn: arn } };
  },
});
