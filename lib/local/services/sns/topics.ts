/** The topics of the templates and who is told of what they carry. */
import { z } from 'zod';
import { AwsError } from '../../service.ts';
import type { Place, Provider, Provisioned, Resource } from '../../service.ts';
import { customerKeyArn } from '../customer-key.ts';

export type Subscriber = { readonly protocol: string; readonly endpoint: string };

export type Topic = {
  readonly arn: string;
  readonly kmsKeyArn: string | undefined;
  /** By the subscription that a template gave them. */
  readonly subscribers: Map<string, Subscriber>;
};

export type TopicRegistry = Provider & {
  find(arn: string): Topic | undefined;
  /** Throws NotFound. */
  named(arn: string): Topic;
};

/**
 * Only what leaves the system may subscribe: a queue or a function behind a topic would wait for ever for what the
 * outbox keeps, so a template that wants one is refused.
 */
const outward = z.enum(['email', 'email-json', 'sms', 'http', 'https']);
const subscriber = { Protocol: outward, Endpoint: z.string() };
const topicProperties = z.object({
  TopicName: z
    .string()
    .regex(/^[\w-]{1,256}$/)
    .optional(),
  FifoTopic: z.literal([false, 'false']).optional(),
  KmsMasterKeyId: z.string().optional(),
  Subscription: z.array(z.object(subscriber)).default([]),
});
const subscriptionProperties = z.object({ TopicArn: z.string(), ...subscriber });

export const topicRegistry = (place: Place): TopicRegistry => {
  const topics = new Map<string, Topic>();

  const named = (arn: string): Topic => {
    const topic = topics.get(arn);
    if (topic === undefined) throw new AwsError('NotFound', 'Topic does not exist', 404);
    return topic;
  };

  const makeTopic = (resource: Resource): Provisioned => {
    const asked = read(topicProperties, resource);
    const name = asked.TopicName ?? `${resource.stack}-${resource.logicalId}`;
    const arn = `arn:aws:sns:${place.region}:${place.account}:${name}`;
    const own = asked.Subscription.map(({ Protocol, Endpoint }, at) => {
      return [`${arn}:${at}`, { protocol: Protocol, endpoint: Endpoint }] as const;
    });
    const kmsKeyArn = customerKeyArn(asked.KmsMasterKeyId, 'sns', place);
    topics.set(arn, { arn, kmsKeyArn, subscribers: new Map(own) });
    return { ref: arn, attributes: { TopicArn: arn, TopicName: name } };
  };

  const subscribe = (resource: Resource): Provisioned => {
    const { TopicArn, Protocol, Endpoint } = read(subscriptionProperties, resource);
    const arn = `${TopicArn}:${resource.stack}-${resource.logicalId}`;
    named(TopicArn).subscribers.set(arn, { protocol: Protocol, endpoint: Endpoint });
    return { ref: arn, attributes: { Arn: arn } };
  };

  return {
    types: ['AWS::SNS::Topic', 'AWS::SNS::Subscription', 'AWS::SNS::TopicPolicy'],
    provision: (resource) => {
      switch (resource.type) {
        case 'AWS::SNS::Topic':
          return makeTopic(resource);
        case 'AWS::SNS::Subscription':
          return subscribe(resource);
        default:
          return { ref: resource.logicalId, attributes: { Id: resource.logicalId } };
      }
    },
    find: (arn) => topics.get(arn),
    named,
  };
};

const read = <Properties>(shape: z.ZodType<Properties>, { properties }: Resource): Properties => {
  const parsed = shape.safeParse(properties);
  if (parsed.success) return parsed.data;
  throw new AwsError('InvalidParameter', `Invalid parameter: ${z.prettifyError(parsed.error)}`);
};
