/** Conversations in DynamoDB: one view to read, one transaction to change. */
import { GetCommand, QueryCommand } from '@aws-sdk/lib-dynamodb';
import * as z from 'zod/mini';
import type { ConversationAddress, ConversationStore, ConversationView } from '../../ports/conversations.ts';
import type { MessageId } from '../../domain/ids.ts';
import { openAction } from './action-rows.ts';
import { changeActions } from './conversation-changes.ts';
import { dynamoDroppedCalls } from './dropped-calls.ts';
import { firstStore } from './conversation-first.ts';
import { openEscalation } from './escalation-rows.ts';
import {
  conversationOf,
  messageRow,
  openMessage,
  openNames,
  openOutgoing,
  openReply,
  readMeta,
  sealedMessage,
  type MetaRow,
  type Opener,
} from './conversation-rows.ts';
import { actionSort, conversationPartition, escalationSort, metaSort, turnPrefix, turnSort } from './keys.ts';
import type { Row } from './table.ts';
import { transact, type StoreParts, type Transaction } from './transaction.ts';

/** Turns that a flow needs: enough for context, and the same cost at turn 5 and at turn 500. */
const latestTurns = 12;

const turnRow = z.object({ sk: z.string() });
const kindOf = (row: Row): string => z.parse(turnRow, row).sk.split('#')[2] ?? '';

export const dynamoConversations = (parts: StoreParts): ConversationStore => {
  const table = parts.tables.conversations;

  const get = async (pk: string, sk: string): Promise<Row | null> => {
    const { Item } = await parts.dynamo.send(
      new GetCommand({ TableName: table, Key: { pk, sk }, ConsistentRead: true }),
    );
    return Item ?? null;
  };
  const meta = async (address: ConversationAddress): Promise<MetaRow | null> => {
    const row = await get(conversationPartition(address.tenant, address.conversation), metaSort);
    return row === null ? null : readMeta(row);
  };
  const turnsOf = (pk: string) => ({
    TableName: table,
    KeyConditionExpression: 'pk = :pk AND begins_with(sk, :turn)',
    ExpressionAttributeValues: { ':pk': pk, ':turn': turnPrefix },
    ScanIndexForward: false,
    ConsistentRead: true,
  });
  const latest = async (pk: string, most: number): Promise<readonly Row[]> => {
    const { Items } = await parts.dynamo.send(new QueryCommand({ ...turnsOf(pk), Limit: most }));
    return (Items ?? []).toReversed();
  };
  /** Looked for from the newest on: an echo follows at the heels of what it echoes. */
  const hasReply = async (pk: string, reply: string): Promise<boolean> => {
    let from: Record<string, unknown> | undefined;
    do {
      const { Items, LastEvaluatedKey } = await parts.dynamo.send(
        new QueryCommand({
          ...turnsOf(pk),
          Limit: latestTurns,
          ProjectionExpression: 'sk',
          ...(from === undefined ? {} : { ExclusiveStartKey: from }),
        }),
      );
      if ((Items ?? []).some((row) => String(row['sk']).endsWith(`#reply#${reply}`))) return true;
      from = LastEvaluatedKey;
    } while (from !== undefined);
    return false;
  };

  const caseOf = async (pk: string, id: string, open: Opener) => {
    const row = await get(pk, escalationSort(id));
    return row === null ? null : openEscalation(row, open);
  };

  const view = async (
    address: ConversationAddress,
    including: { message: MessageId; at: Date } | null = null,
    most: number = latestTurns,
  ): Promise<ConversationView | null> => {
    const pk = conversationPartition(address.tenant, address.conversation);
    const [row, turns] = await Promise.all([meta(address), latest(pk, most)]);
    if (row === null) return null;
    const wanted = including === null ? null : turnSort(including.at, 'buyer', including.message);
    const older =
      wanted === null || turns.some((turn) => turn['sk'] === wanted) ? null : await get(pk, wanted);
    const all = older === null ? turns : [older, ...turns];
    const open = async (sealed: string): Promise<string | null> =>
      parts.seal.open(address.tenant, row.buyer, sealed);
    const ofKind = (kind: string): readonly Row[] => all.filter((turn) => kindOf(turn) === kind);
    const [messages, replies, outgoing, waiting] = await Promise.all([
      Promise.all(ofKind('buyer').map(async (turn) => openMessage(address, turn, open))),
      Promise.all(ofKind('reply').map(async (turn) => openReply(address, turn, open))),
      Promise.all(ofKind('outgoing').map(async (turn) => openOutgoing(turn, open))),
      row.escalation === null ? null : caseOf(pk, row.escalation, open),
    ]);
    return {
      conversation: conversationOf(row),
      messages,
      replies,
      outgoing,
      escalation: waiting === null || waiting.state === 'resolved' ? null : waiting,
    };
  };

  const commit: ConversationStore['commit'] = async (conversation, changes) => {
    const now = parts.clock();
    const transactions = await Promise.all(
      changes.map(async (change): Promise<Transaction> => ({
        actions: await changeActions(parts.tables, conversation, parts.seal, change, now),
        usage: change.change === 'usage',
      })),
    );
    return transact(parts, transactions);
  };

  return {
    view,
    commit,
    async message(address) {
      const pk = conversationPartition(address.tenant, address.conversation);
      const [owner, row] = await Promise.all([
        meta(address),
        get(pk, turnSort(address.at, 'buyer', address.message)),
      ]);
      if (owner === null || row === null) return null;
      const open = async (sealed: string): Promise<string | null> =>
        parts.seal.open(address.tenant, owner.buyer, sealed);
      return { conversation: conversationOf(owner), message: await openMessage(address, row, open) };
    },
    store: firstStore(parts, meta, get),
    async language(address) {
      return (await meta(address))?.language ?? null;
    },
    async reply(address) {
      const pk = conversationPartition(address.tenant, address.conversation);
      const [row, owner] = await Promise.all([
        get(pk, turnSort(address.at, 'reply', address.reply)),
        meta(address),
      ]);
      if (row === null || owner === null) return null;
      return openReply(address, row, async (sealed) => parts.seal.open(address.tenant, owner.buyer, sealed));
    },
    async escalation(address) {
      const pk = conversationPartition(address.tenant, address.conversation);
      const owner = await meta(address);
      if (owner === null) return null;
      return caseOf(pk, address.escalation, async (sealed) =>
        parts.seal.open(address.tenant, owner.buyer, sealed),
      );
    },
    async action(address) {
      const pk = conversationPartition(address.tenant, address.conversation);
      const [row, owner] = await Promise.all([get(pk, actionSort(address.action)), meta(address)]);
      if (row === null || owner === null) return null;
      return openAction(row, async (sealed) => parts.seal.open(address.tenant, owner.buyer, sealed));
    },
    async platformNames(address) {
      const pk = conversationPartition(address.tenant, address.conversation);
      const [row, owner] = await Promise.all([
        get(pk, turnSort(address.at, 'buyer', address.message)),
        meta(address),
      ]);
      if (owner === null) return null;
      const open = async (sealed: string): Promise<string | null> =>
        parts.seal.open(address.tenant, owner.buyer, sealed);
      const opened = row === null ? null : await open(z.parse(messageRow, row).sealed);
      const message = opened === null ? null : z.parse(sealedMessage, JSON.parse(opened));
      return openNames(owner, message, open);
    },
    async hasWords(address, { id, at }) {
      const pk = conversationPartition(address.tenant, address.conversation);
      return (await get(pk, turnSort(at, 'outgoing', id))) !== null;
    },
    async isOurReply(address, reply) {
      return hasReply(conversationPartition(address.tenant, address.conversation), reply);
    },
    ...dynamoDroppedCalls(parts.dynamo, table),
  };
};
