/** Counts of the local machine: where every accepted message is. `in` is the sum of the others. */
import { GetQueueAttributesCommand, type SQSClient } from '@aws-sdk/client-sqs';
import { ScanCommand, type DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import type { MessageState } from '../../functions/core/domain/message.ts';
import { messageStates } from '../../functions/core/domain/message.ts';

export type Health = Readonly<
  Record<
    | 'in'
    | 'answered'
    | 'drafted'
    | 'escalated'
    | 'covered'
    | 'ignored'
    | 'inFlight'
    | 'dead'
    | 'unknownAccount',
    number
  >
>;

type Counted = Exclude<keyof Health, 'in'>;

const countedAs: Readonly<Record<MessageState, Counted>> = {
  received: 'inFlight',
  'waiting-for-text': 'inFlight',
  detected: 'inFlight',
  recognized: 'inFlight',
  decided: 'inFlight',
  replied: 'answered',
  drafted: 'drafted',
  escalated: 'escalated',
  'covered-by': 'covered',
  ignored: 'ignored',
  dead: 'dead',
};

export type HealthParts = {
  readonly dynamo: DynamoDBDocumentClient;
  readonly sqs: SQSClient;
  readonly table: string;
  /** Accepted, and not stored yet. */
  readonly inboundUrl: string;
  /** Accepted, and kept because nobody could read it. */
  readonly unreadableUrl: string;
};

const depth = async (sqs: SQSClient, url: string): Promise<number> => {
  const { Attributes } = await sqs.send(
    new GetQueueAttributesCommand({
      QueueUrl: url,
      AttributeNames: [
        'ApproximateNumberOfMessages',
        'ApproximateNumberOfMessagesNotVisible',
        'ApproximateNumberOfMessagesDelayed',
      ],
    }),
  );
  return Object.values(Attributes ?? {}).reduce((sum, value) => sum + Number(value), 0);
};

const stateOf = (text: unknown): MessageState | null => messageStates.find((state) => state === text) ?? null;

export const health = (parts: HealthParts) => async (): Promise<Health> => {
  const counts: Record<Counted, number> = {
    answered: 0,
    drafted: 0,
    escalated: 0,
    covered: 0,
    ignored: 0,
    inFlight: 0,
    dead: 0,
    unknownAccount: 0,
  };
  counts.inFlight += await depth(parts.sqs, parts.inboundUrl);
  counts.dead += await depth(parts.sqs, parts.unreadableUrl);
  let from: Record<string, unknown> | undefined;
  do {
    const page = await parts.dynamo.send(
      new ScanCommand({
        TableName: parts.table,
        ConsistentRead: true,
        ProjectionExpression: 'pk, sk, #state',
        ExpressionAttributeNames: { '#state': 'state' },
        ...(from === undefined ? {} : { ExclusiveStartKey: from }),
      }),
    );
    for (const row of page.Items ?? []) {
      if (String(row['pk']).startsWith('unknown-account#')) counts.unknownAccount += 1;
      const state = /^TURN#[^#]+#buyer#/.test(String(row['sk'])) ? stateOf(row['state']) : null;
      if (state !== null) counts[countedAs[state]] += 1;
    }
    from = page.LastEvaluatedKey;
  } while (from !== undefined);
  return { in: Object.values(counts).reduce((sum, count) => sum + count, 0), ...counts };
};
