/** The event source mapping of a queue as its template describes it, and what AWS refuses to create. */
import { z } from 'zod';
import { AwsError } from '../service.ts';
import type { Permission } from '../service.ts';
import { keyRights } from '../services/customer-key.ts';
import type { Queue } from '../services/sqs/queue.ts';

export type QueueMapping = {
  readonly queueArn: string;
  readonly enabled: boolean;
  readonly batchSize: number;
  readonly windowSeconds: number;
  /** Most batches that the function works on at the same time. */
  readonly maximumConcurrency: number;
  readonly reportsItemFailures: boolean;
};

/** AWS begins with five pollers and adds more while the backlog grows; without a maximum this machine stays at five. */
const defaultConcurrency = 5;

const truth = z.union([z.boolean(), z.enum(['true', 'false']).transform((text) => text === 'true')]);
/** Ranges: Lambda API reference, CreateEventSourceMapping. */
const properties = z.strictObject({
  FunctionName: z.string(),
  EventSourceArn: z.string(),
  Enabled: truth.default(true),
  BatchSize: z.coerce.number().int().min(1).max(10_000).default(10),
  MaximumBatchingWindowInSeconds: z.coerce.number().int().min(0).max(300).default(0),
  ScalingConfig: z
    .strictObject({ MaximumConcurrency: z.coerce.number().int().min(2).max(1000).optional() })
    .optional(),
  FunctionResponseTypes: z.array(z.literal('ReportBatchItemFailures')).default([]),
  Tags: z.unknown().optional(),
});

export type MappingContext = {
  /** The queue behind an ARN. Throws QueueDoesNotExist. */
  readonly queue: (queueArn: string) => Queue;
  readonly functionTimeoutSeconds: number;
  /** Whether the function's role may do this. */
  readonly allowed: (permission: Permission) => boolean;
};

/**
 * The mapping that the properties of an AWS::Lambda::EventSourceMapping ask for. Throws
 * InvalidParameterValueException for what AWS refuses and for what this machine does not imitate.
 */
export const queueMapping = (
  asked: Readonly<Record<string, unknown>>,
  { queue: queueNamed, functionTimeoutSeconds, allowed }: MappingContext,
): QueueMapping => {
  const parsed = properties.safeParse(asked);
  if (!parsed.success) throw invalid(z.prettifyError(parsed.error));
  const { data } = parsed;
  const queue = queueNamed(data.EventSourceArn);
  const { BatchSize: batchSize, MaximumBatchingWindowInSeconds: windowSeconds } = data;
  if (queue.fifo && batchSize > 10) throw invalid('Batch size for a FIFO queue must not be over 10.');
  if (queue.fifo && windowSeconds > 0) throw invalid('Batching window is not supported for FIFO queues.');
  if (batchSize > 10 && windowSeconds === 0)
    throw invalid(
      'Maximum batch window in seconds must be greater than 0 if maximum batch size is greater than 10',
    );
  if (queue.visibilityTimeout < functionTimeoutSeconds)
    throw invalid(
      `Queue visibility timeout: ${queue.visibilityTimeout} seconds is less than Function timeout: ${functionTimeoutSeconds} seconds`,
    );
  refuseRole(queue, allowed);
  return {
    queueArn: queue.arn,
    enabled: data.Enabled,
    batchSize,
    windowSeconds,
    maximumConcurrency: data.ScalingConfig?.MaximumConcurrency ?? defaultConcurrency,
    reportsItemFailures: data.FunctionResponseTypes.length > 0,
  };
};

const invalid = (words: string) => new AwsError('InvalidParameterValueException', words);

/** Lambda polls with the role of the function, so the role needs every right of a receiver. */
const refuseRole = (queue: Queue, allowed: MappingContext['allowed']): void => {
  for (const action of ['ReceiveMessage', 'DeleteMessage', 'GetQueueAttributes'])
    if (!allowed({ action: `sqs:${action}`, resource: queue.arn }))
      throw invalid(`The provided execution role does not have permissions to call ${action} on SQS`);
  const region = queue.arn.split(':')[3] ?? '';
  if (!keyRights(queue.kmsKeyArn, 'sqs', region, ['Decrypt']).every(allowed))
    throw invalid('The provided execution role does not have permissions to call Decrypt on KMS');
};
