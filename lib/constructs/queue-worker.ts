/** A worker and its queue: batch answers record by record, a ceiling by the event source, rights on its own queue. */
import { EventSourceMapping } from 'aws-cdk-lib/aws-lambda';
import type { Construct } from 'constructs';
import { acknowledge } from './acknowledge.ts';
import type { Foundation } from './foundation.ts';
import type { Grant } from './grant.ts';
import { HouseFunction } from './house-function.ts';
import type { Environment, HouseFunctionProps } from './house-function.ts';
import { maximumReceives } from './work-queue.ts';
import type { WorkQueue } from './work-queue.ts';

/** The variables that every worker has and that this construct supplies. */
type Supplied = 'DEAD_LETTERS_URL' | 'MAX_RECEIVES';

export type QueueWorkerProps<Env extends Environment & Record<Supplied, string>> = Omit<
  HouseFunctionProps<Env>,
  'environment' | 'timeout'
> & {
  readonly queue: WorkQueue;
  readonly environment: Environment & Omit<Env, Supplied>;
  /** Records of one call; a FIFO event source takes 10 at most. */
  readonly batchSize: number;
  /** Copies that may run at once: the event source's ceiling, never reserved concurrency, which a fresh account lacks. */
  readonly maximumConcurrency: number;
};

/** What any worker does with its own queue and its own dead letters. */
const ownQueue = ({ queue, deadLetters }: WorkQueue): readonly Grant[] => [
  {
    actions: [
      'sqs:ChangeMessageVisibility',
      'sqs:DeleteMessage',
      'sqs:GetQueueAttributes',
      'sqs:ReceiveMessage',
    ],
    on: [queue.queueArn],
  },
  { actions: ['sqs:SendMessage'], on: [deadLetters.queueArn] },
];

export class QueueWorker<
  Env extends Environment & Record<Supplied, string>,
> extends HouseFunction<Environment> {
  constructor(scope: Construct, id: string, foundation: Foundation, props: QueueWorkerProps<Env>) {
    const { queue, environment, batchSize, maximumConcurrency, grants, ...rest } = props;
    super(scope, id, foundation, {
      ...rest,
      timeout: queue.handledWithin,
      environment: {
        ...environment,
        DEAD_LETTERS_URL: queue.deadLetters.queueUrl,
        MAX_RECEIVES: String(maximumReceives),
      },
      grants: [...ownQueue(queue), ...grants],
    });
    const mapping = new EventSourceMapping(this, 'Source', {
      target: this.lambda,
      eventSourceArn: queue.queue.queueArn,
      batchSize,
      maxConcurrency: maximumConcurrency,
      reportBatchItemFailures: true,
    });
    acknowledge(mapping, {
      rule: 'Serverless-LambdaEventSourceMappingDestination',
      because: 'An SQS event source takes no failure destination; the queue has its dead letters',
      reviewBy: '2027-05-31',
    });
  }
}
