/** The state that lines bill, read without opening a seal: what a conversation's rows say was billed. */
import { QueryCommand, type DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import * as z from 'zod/mini';
import type { ConversationId, TenantId } from '../../domain/ids.ts';
import type { Clock } from '../../ports/tools.ts';
import type { BillableFact, Witness } from '../../ports/ledger.ts';
import { conversationPartition, settleKey, shards } from './keys.ts';
import { addressOfPartition } from './settling.ts';
import type { Row } from './table.ts';
import { partitionRows } from './usage-ledger.ts';

const messageRow = z.object({
  id: z.string(),
  acceptedAt: z.string(),
  session: z.string(),
  understanding: z.optional(z.nullable(z.unknown())),
  unbilled: z.optional(z.boolean()),
});
const replyRow = z.object({
  id: z.string(),
  at: z.string(),
  state: z.string(),
  kind: z.string(),
  holding: z.boolean(),
});
const caseRow = z.object({ id: z.string(), openedAt: z.string() });
const indexRow = z.object({ pk: z.string() });

const ofMessage = (row: Row): readonly BillableFact[] => {
  const { id, unbilled, session, understanding, ...stored } = z.parse(messageRow, row);
  if (unbilled === true) return [];
  const fact = { source: id, acceptedAt: new Date(stored.acceptedAt) };
  return [
    { unit: 'message', ...fact },
    ...(session === id ? [{ unit: 'session', ...fact } as const] : []),
    ...(understanding == null ? [] : [{ unit: 'intent_call', ...fact } as const]),
  ];
};

const ofReply = (row: Row): readonly BillableFact[] => {
  const { id, at, state, kind, holding } = z.parse(replyRow, row);
  return state === 'confirmed' && kind !== 'person' && !holding
    ? [{ unit: 'generated_reply', source: id, acceptedAt: new Date(at) }]
    : [];
};

const ofCase = (row: Row): readonly BillableFact[] => {
  const { id, openedAt } = z.parse(caseRow, row);
  return [{ unit: 'escalation', source: id, acceptedAt: new Date(openedAt) }];
};

const factsOf = (row: Row): readonly BillableFact[] => {
  const [prefix, , kind] = String(row['sk']).split('#');
  if (prefix === 'ESCALATION') return ofCase(row);
  if (prefix !== 'TURN') return [];
  return kind === 'buyer' ? ofMessage(row) : kind === 'reply' ? ofReply(row) : [];
};

const believedMilliseconds = 60_000;

export const dynamoWitness = (dynamo: DynamoDBDocumentClient, table: string, clock: Clock): Witness => {
  /** Conversations of every tenant that are still to be settled: read once for all tenants of a run. */
  const listed = async (): Promise<ReadonlyMap<TenantId, readonly ConversationId[]>> => {
    const all = await Promise.all(Array.from({ length: shards }, async (_, shard) => pages(shard)));
    const addresses = all.flat().map((row) => addressOfPartition(z.parse(indexRow, row).pk));
    return new Map(
      [...Map.groupBy(addresses, ({ tenant }) => tenant)].map(([tenant, own]) => [
        tenant,
        own.map(({ conversation }) => conversation),
      ]),
    );
  };
  const pages = async (shard: number): Promise<readonly Row[]> => {
    const rows: Row[] = [];
    let from: Record<string, unknown> | undefined;
    do {
      const page = await dynamo.send(
        new QueryCommand({
          TableName: table,
          IndexName: 'due',
          KeyConditionExpression: 'dueShard = :shard',
          ExpressionAttributeValues: { ':shard': settleKey(shard) },
          ...(from === undefined ? {} : { ExclusiveStartKey: from }),
        }),
      );
      rows.push(...(page.Items ?? []));
      from = page.LastEvaluatedKey;
    } while (from !== undefined);
    return rows;
  };
  let kept: { readonly until: number; readonly value: ReturnType<typeof listed> } | null = null;
  return {
    async facts(tenant, conversation) {
      const rows = await partitionRows(dynamo, table, conversationPartition(tenant, conversation));
      return rows.flatMap(factsOf);
    },
    async active(tenant) {
      const now = clock().getTime();
      if (kept === null || kept.until < now) kept = { until: now + believedMilliseconds, value: listed() };
      return (await kept.value).get(tenant) ?? [];
    },
  };
};
