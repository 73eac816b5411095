/** Amazon SNS on this machine: topics of the templates, and what is published to them or sent as SMS kept to be read. */
import { randomUUID } from 'node:crypto';
import { AwsError } from '../service.ts';
import type { AwsRequest, Place, Service } from '../service.ts';
import { keyRights } from './customer-key.ts';
import type { Outbox } from './outbox.ts';
import { queryAnswer, queryForm } from './query-form.ts';
import { publication, targetTopic } from './sns/publication.ts';
import type { Notice } from './sns/publication.ts';
import { topicRegistry } from './sns/topics.ts';

export type SnsService = Service & {
  /**
   * Publishes from within the process; answers the message id. `alarm` is what an alarm says beside its message.
   * Throws NotFound.
   */
  readonly publish: (topicArn: string, notice: Notice, alarm?: Readonly<Record<string, unknown>>) => string;
};

/** Topics (AWS::SNS::Topic, AWS::SNS::Subscription, AWS::SNS::TopicPolicy) come from the templates alone. */
export const snsService = (place: Place, sent: Outbox, newId: () => string = randomUUID): SnsService => {
  const topics = topicRegistry(place);

  const publish: SnsService['publish'] = (topicArn, notice, alarm) => {
    const { arn, subscribers } = topics.named(topicArn);
    const messageId = newId();
    const to = [...subscribers.values()];
    sent.add(alarm === undefined ? 'notice' : 'alarm', { ...alarm, messageId, topic: arn, to, ...notice });
    return messageId;
  };

  const text = (phoneNumber: string, notice: Notice): string => {
    const messageId = newId();
    sent.add('notice', { messageId, to: [{ protocol: 'sms', endpoint: phoneNumber }], ...notice });
    return messageId;
  };

  return {
    name: 'sns',
    types: topics.types,
    provision: (resource) => topics.provision(resource),
    operation: action,
    permissions: (request) => {
      const topicArn = targetTopic(queryForm(request));
      const publishing = { action: `sns:${action(request)}`, resource: topicArn ?? '*' };
      const key = topicArn === undefined ? undefined : topics.find(topicArn)?.kmsKeyArn;
      return [publishing, ...keyRights(key, 'sns', place.region, ['GenerateDataKey', 'Decrypt'])];
    },
    answer: async (request) => {
      if (action(request) !== 'Publish')
        throw new AwsError('InvalidAction', `sns ${action(request)} is not imitated on this machine.`);
      const { topicArn, phoneNumber, notice } = publication(queryForm(request));
      const messageId = topicArn === undefined ? text(phoneNumber, notice) : publish(topicArn, notice);
      return queryAnswer('Publish', { MessageId: messageId });
    },
    close: async () => {},
    publish,
  };
};

const action = (request: AwsRequest): string => queryForm(request).get('Action') ?? '';
