/** A queue as its template describes it, and what AWS refuses to create. */
import { z } from 'zod';
import { AwsError } from '../../service.ts';
import type { Place, Resource } from '../../service.ts';
import { customerKeyArn } from '../customer-key.ts';

export type Queue = {
  readonly arn: string;
  readonly name: string;
  readonly fifo: boolean;
  readonly delaySeconds: number;
  readonly visibilityTimeout: number;
  readonly retentionSeconds: number;
  readonly maximumBytes: number;
  readonly waitSeconds: number;
  readonly contentBasedDeduplication: boolean;
  readonly deduplicationScope: 'queue' | 'messageGroup';
  readonly redrive: { readonly deadLetterTargetArn: string; readonly maxReceiveCount: number } | undefined;
  /** ARN of the customer's own KMS key; undefined with AWS's keys, for which no caller needs a right. */
  readonly kmsKeyArn: string | undefined;
  /** Attributes that are kept only to be read back, by their AWS names. */
  readonly described: Readonly<Record<string, string>>;
  /** Seconds since the epoch. */
  readonly createdAt: number;
};

/** A template may write a number or a truth as text; CloudFormation takes both. */
const whole = (least: number, most: number) =>
  z.union([z.int(), z.stringFormat('integer', /^\d+$/).transform(Number)]).pipe(z.int().min(least).max(most));
const truth = z.union([z.boolean(), z.enum(['true', 'false']).transform((text) => text === 'true')]);
const document = z.union([z.record(z.string(), z.unknown()), z.string()]);

/** Ranges: SQS API reference, SetQueueAttributes. */
const properties = z.strictObject({
  QueueName: z.string().optional(),
  FifoQueue: truth.default(false),
  DelaySeconds: whole(0, 900).default(0),
  VisibilityTimeout: whole(0, 43_200).default(30),
  MessageRetentionPeriod: whole(60, 1_209_600).default(345_600),
  MaximumMessageSize: whole(1024, 1_048_576).default(1_048_576),
  ReceiveMessageWaitTimeSeconds: whole(0, 20).default(0),
  ContentBasedDeduplication: truth.optional(),
  DeduplicationScope: z.enum(['queue', 'messageGroup']).optional(),
  FifoThroughputLimit: z.enum(['perQueue', 'perMessageGroupId']).optional(),
  RedrivePolicy: z.object({ deadLetterTargetArn: z.string(), maxReceiveCount: whole(1, 1000) }).optional(),
  RedriveAllowPolicy: document.optional(),
  KmsMasterKeyId: z.string().min(1).optional(),
  KmsDataKeyReusePeriodSeconds: whole(60, 86_400).optional(),
  SqsManagedSseEnabled: truth.optional(),
  Tags: z.array(z.unknown()).optional(),
});
type Properties = z.infer<typeof properties>;

/** The queue that a resource of a template asks for. Throws the AwsError that AWS answers to what it refuses. */
export const queueOf = (resource: Resource, place: Place): Queue => {
  const parsed = properties.safeParse(resource.properties);
  if (!parsed.success) {
    const [issue] = parsed.error.issues;
    const name = String(issue?.path[0] ?? '');
    throw new AwsError('InvalidAttributeValue', `Invalid value for the parameter ${name}. ${issue?.message}`);
  }
  const asked = parsed.data;
  const name = nameOf(asked, resource);
  refuseFifoSettings(asked);
  return {
    arn: `arn:aws:sqs:${place.region}:${place.account}:${name}`,
    name,
    fifo: asked.FifoQueue,
    delaySeconds: asked.DelaySeconds,
    visibilityTimeout: asked.VisibilityTimeout,
    retentionSeconds: asked.MessageRetentionPeriod,
    maximumBytes: asked.MaximumMessageSize,
    waitSeconds: asked.ReceiveMessageWaitTimeSeconds,
    contentBasedDeduplication: asked.ContentBasedDeduplication ?? false,
    deduplicationScope: asked.DeduplicationScope ?? 'queue',
    redrive: asked.RedrivePolicy,
    kmsKeyArn: customerKeyArn(asked.KmsMasterKeyId, 'sqs', place),
    described: described(asked),
    createdAt: Math.floor(place.clock() / 1000),
  };
};

const nameOf = (asked: Properties, { stack, logicalId }: Resource): string => {
  const suffix = asked.FifoQueue ? '.fifo' : '';
  const name = asked.QueueName ?? `${stack}-${logicalId}`.slice(0, 80 - suffix.length) + suffix;
  const stem = asked.FifoQueue && name.endsWith('.fifo') ? name.slice(0, -'.fifo'.length) : name;
  if (asked.FifoQueue === (stem !== name) && name.length <= 80 && /^[\w-]+$/.test(stem)) return name;
  throw new AwsError(
    'InvalidParameterValue',
    asked.FifoQueue
      ? 'The name of a FIFO queue can only include alphanumeric characters, hyphens, or underscores, must end with .fifo suffix and be 1 to 80 in length.'
      : 'Can only include alphanumeric characters, hyphens, or underscores. 1 to 80 in length',
  );
};

const fifoOnly = ['ContentBasedDeduplication', 'DeduplicationScope', 'FifoThroughputLimit'] as const;

const refuseFifoSettings = (asked: Properties): void => {
  const stray = asked.FifoQueue ? undefined : fifoOnly.find((name) => asked[name] !== undefined);
  if (stray !== undefined) throw new AwsError('InvalidAttributeName', `Unknown Attribute ${stray}.`);
  if (asked.FifoThroughputLimit === 'perMessageGroupId' && asked.DeduplicationScope !== 'messageGroup')
    throw new AwsError(
      'InvalidAttributeValue',
      'Invalid value for the parameter FifoThroughputLimit. Reason: The perMessageGroupId value is allowed only when the value for DeduplicationScope is messageGroup.',
    );
};

const described = (asked: Properties): Record<string, string> => {
  const kept = {
    FifoThroughputLimit: asked.FifoQueue ? (asked.FifoThroughputLimit ?? 'perQueue') : undefined,
    KmsMasterKeyId: asked.KmsMasterKeyId,
    KmsDataKeyReusePeriodSeconds: asked.KmsDataKeyReusePeriodSeconds,
    SqsManagedSseEnabled: asked.SqsManagedSseEnabled ?? asked.KmsMasterKeyId === undefined,
    RedriveAllowPolicy: asked.RedriveAllowPolicy,
  };
  return Object.fromEntries(
    Object.entries(kept).flatMap(([name, value]) =>
      value === undefined
        ? []
        : [[name, typeof value === 'object' ? JSON.stringify(value) : String(value)] as const],
    ),
  );
};
