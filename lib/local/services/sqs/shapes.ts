/** The requests of SQS as its JSON protocol carries them. */
import { z } from 'zod';
import { AwsError } from '../../service.ts';
import type { AwsRequest } from '../../service.ts';
import { messageAttributes } from './message.ts';
import type { Draft } from './message.ts';
import { missing } from './refusals.ts';

const QueueUrl = z.string();
const names = z.array(z.string()).default([]);

const message = {
  MessageBody: z.string(),
  DelaySeconds: z.int().optional(),
  MessageAttributes: messageAttributes.optional(),
  MessageSystemAttributes: messageAttributes.optional(),
  MessageDeduplicationId: z.string().optional(),
  MessageGroupId: z.string().optional(),
};
const held = { ReceiptHandle: z.string() };
const hidden = { ...held, VisibilityTimeout: z.int() };
const batchOf = <Entry extends z.ZodRawShape>(entry: Entry) =>
  z.object({ QueueUrl, Entries: z.array(z.object({ Id: z.string(), ...entry })).default([]) });

export const shapes = {
  SendMessage: z.object({ QueueUrl, ...message }),
  SendMessageBatch: batchOf(message),
  ReceiveMessage: z.object({
    QueueUrl,
    /** The older name of MessageSystemAttributeNames. */
    AttributeNames: names,
    MessageSystemAttributeNames: names,
    MessageAttributeNames: names,
    MaxNumberOfMessages: z.int().default(1),
    VisibilityTimeout: z.int().optional(),
    WaitTimeSeconds: z.int().optional(),
  }),
  DeleteMessage: z.object({ QueueUrl, ...held }),
  DeleteMessageBatch: batchOf(held),
  ChangeMessageVisibility: z.object({ QueueUrl, ...hidden }),
  ChangeMessageVisibilityBatch: batchOf(hidden),
  GetQueueAttributes: z.object({ QueueUrl, AttributeNames: names }),
  GetQueueUrl: z.object({ QueueName: z.string() }),
  ListQueues: z.object({
    QueueNamePrefix: z.string().default(''),
    MaxResults: z.int().min(1).max(1000).optional(),
    NextToken: z.string().optional(),
  }),
  ListDeadLetterSourceQueues: z.object({ QueueUrl }),
  PurgeQueue: z.object({ QueueUrl }),
  StartMessageMoveTask: z.object({
    SourceArn: z.string(),
    DestinationArn: z.string().optional(),
    MaxNumberOfMessagesPerSecond: z.int().optional(),
  }),
  ListMessageMoveTasks: z.object({ SourceArn: z.string(), MaxResults: z.int().min(1).max(10).default(1) }),
};

type MessageShape = Omit<z.infer<typeof shapes.SendMessage>, 'QueueUrl'>;

export const draftOf = (asked: MessageShape): Draft => ({
  body: asked.MessageBody,
  groupId: asked.MessageGroupId,
  deduplicationId: asked.MessageDeduplicationId,
  delaySeconds: asked.DelaySeconds,
  attributes: asked.MessageAttributes,
  systemAttributes: asked.MessageSystemAttributes,
});

/** The body of a request as this shape. Throws MissingParameter or SerializationException. */
export const parsed = <Shape>(shape: z.ZodType<Shape>, { body }: AwsRequest): Shape => {
  const result = shape.safeParse(json(body));
  if (result.success) return result.data;
  const [issue] = result.error.issues;
  if (issue?.code === 'invalid_type' && issue.message.endsWith('received undefined'))
    throw missing(String(issue.path.at(-1)));
  throw new AwsError('SerializationException', `${issue?.path.join('.')}: ${issue?.message}`);
};

const json = (body: Buffer): unknown => {
  try {
    return JSON.parse(body.toString());
  } catch {
    throw new AwsError('SerializationException', 'The request is no JSON.');
  }
};
