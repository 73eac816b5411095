/** The first write of a buyer's message: message, conversation, session and ledger lines in one transaction. */
import type { BuyerId } from '../../domain/ids.ts';
import { isWordless, type BuyerMessage } from '../../domain/message.ts';
import { opensSession } from '../../domain/conversation.ts';
import type {
  ConversationAddress,
  ConversationStore,
  NewMessage,
  Stored,
} from '../../ports/conversations.ts';
import { daysAfter, retention } from '../../policy/retention.ts';
import { dueAfter } from '../../policy/timing.ts';
import { usageActions, type Action } from './conversation-changes.ts';
import { conversationOf, openMessage, type MetaRow } from './conversation-rows.ts';
import { transact, type StoreParts } from './transaction.ts';
import {
  buyerPartition,
  conversationPartition,
  dueKey,
  metaSort,
  seenSort,
  shardOf,
  shards,
  turnSort,
} from './keys.ts';
import { firstSettling, nextSettling } from './settling-rows.ts';
import { epochSeconds, type Row } from './table.ts';

type Meta = (address: ConversationAddress) => Promise<MetaRow | null>;
type Get = (pk: string, sk: string) => Promise<Row | null>;
type Session = {
  readonly id: string;
  readonly opens: boolean;
  /** Null: none was opened yet. */
  readonly startedAt: Date | null;
};

const absent = 'attribute_not_exists(pk)';
const storeTries = 8;

const sessionOf = (message: NewMessage, row: MetaRow | null): Session => {
  const last = row === null ? null : conversationOf(row).session;
  if (isWordless(message))
    return { id: last?.id ?? message.message, opens: false, startedAt: last?.startedAt ?? null };
  return last === null || opensSession(last, message.acceptedAt)
    ? { id: message.message, opens: true, startedAt: message.acceptedAt }
    : { id: last.id, opens: false, startedAt: last.startedAt };
};

/** Whose key seals the conversation: its first buyer's, also when the shop knows that buyer by another name later. */
const ownerOf = (message: NewMessage, row: MetaRow | null): BuyerId => row?.buyer ?? message.buyer;

/** The message as it now stands, without reading it back. */
const asStored = (message: NewMessage, row: MetaRow | null, session: Session): BuyerMessage => ({
  tenant: message.tenant,
  conversation: message.conversation,
  message: message.message,
  at: message.at,
  state: 'detected',
  acceptedAt: message.acceptedAt,
  buyerTurn: (row?.buyerTurn ?? 0) + 1,
  text: message.text,
  maskedText: message.maskedText,
  locale: message.locale,
  order: message.order,
  item: message.item,
  attachments: message.attachments,
  session: session.id,
  detected: message.detected,
  understanding: null,
  reply: null,
  attempt: 0,
});

export const firstStore = (parts: StoreParts, meta: Meta, get: Get): ConversationStore['store'] => {
  const table = parts.tables.conversations;

  const standing = async (
    message: NewMessage,
    pk: string,
    row: MetaRow | null,
  ): Promise<BuyerMessage | null> => {
    const seen = await get(pk, seenSort(message.message));
    const turn = typeof seen?.['turn'] === 'string' ? await get(pk, seen['turn']) : null;
    if (turn === null) return null;
    return openMessage(message, turn, async (sealed) =>
      parts.seal.open(message.tenant, ownerOf(message, row), sealed),
    );
  };

  const rows = async (
    message: NewMessage,
    row: MetaRow | null,
    session: Session,
  ): Promise<readonly Action[]> => {
    const pk = conversationPartition(message.tenant, message.conversation);
    const turn = turnSort(message.at, 'buyer', message.message);
    const expiresAt = epochSeconds(daysAfter(message.acceptedAt, retention.messageDays));
    const sealed = await parts.seal.seal(
      message.tenant,
      ownerOf(message, row),
      JSON.stringify({
        text: message.text,
        maskedText: message.maskedText,
        platformMessage: message.platform.message,
        platformBuyer: message.platform.buyer,
        order: message.order,
        item: message.item,
      }),
    );
    const turnItem = {
      pk,
      sk: turn,
      id: message.message,
      at: message.at.toISOString(),
      state: 'detected',
      acceptedAt: message.acceptedAt.toISOString(),
      buyerTurn: (row?.buyerTurn ?? 0) + 1,
      locale: message.locale,
      attachments: message.attachments,
      session: session.id,
      detected: message.detected,
      attempt: 0,
      ...(isWordless(message) ? { unbilled: true } : {}),
      sealed,
      expiresAt,
      dueShard: dueKey(shardOf(message.message, shards)),
      dueAt: dueAfter(parts.clock()).toISOString(),
    };
    return [
      { Put: { TableName: table, Item: turnItem, ConditionExpression: absent } },
      {
        Put: {
          TableName: table,
          Item: { pk, sk: seenSort(message.message), turn, expiresAt },
          ConditionExpression: absent,
        },
      },
    ];
  };

  const sealedNames = async (message: NewMessage, row: MetaRow | null): Promise<string> =>
    parts.seal.seal(
      message.tenant,
      ownerOf(message, row),
      JSON.stringify({
        conversation: message.platform.conversation,
        buyer: message.platform.buyer,
        name: message.buyerName,
        email: message.buyerEmail,
      }),
    );

  /** The conversation under its buyer: what an erasure looks for. */
  const listed = ({ tenant, buyer, conversation }: NewMessage): Action => ({
    Put: {
      TableName: table,
      Item: { pk: buyerPartition(tenant, buyer), sk: `CONVERSATION#${conversation}` },
    },
  });

  const newMeta = async (message: NewMessage, session: Session): Promise<readonly Action[]> => {
    const pk = conversationPartition(message.tenant, message.conversation);
    const sealed = await sealedNames(message, null);
    const item = {
      pk,
      sk: metaSort,
      tenant: message.tenant,
      conversation: message.conversation,
      state: 'open',
      channel: message.channel,
      account: message.account,
      market: message.market,
      audience: message.audience,
      buyer: message.buyer,
      version: 1,
      buyerTurn: 1,
      ...(message.detected.language === 'unknown' ? {} : { language: message.detected.language }),
      ...(session.startedAt === null
        ? {}
        : { sessionId: session.id, sessionStartedAt: session.startedAt.toISOString() }),
      ...firstSettling(message.conversation, message.acceptedAt),
      unsatisfied: 0,
      returns: 0,
      lastBuyerAt: message.at.toISOString(),
      sealed,
    };
    return [{ Put: { TableName: table, Item: item, ConditionExpression: absent } }, listed(message)];
  };

  /** A buyer who was erased and comes back is known by the names that came with the new words. */
  const renewedNames = async (message: NewMessage, row: MetaRow): Promise<string | null> =>
    (await parts.seal.open(message.tenant, row.buyer, row.sealed)) === null
      ? sealedNames(message, row)
      : null;

  const nextMeta = async (message: NewMessage, row: MetaRow, session: Session): Promise<Action> => {
    const names = await renewedNames(message, row);
    const language = message.detected.language === 'unknown' ? row.language : message.detected.language;
    const settling = nextSettling(message.conversation, message.acceptedAt, row.resolution);
    const opened = session.startedAt !== null;
    const values: Record<string, unknown> = {
      ...settling.values,
      ':seen': row.version,
      ':version': row.version + 1,
      ':turn': row.buyerTurn + 1,
      ':state': row.state === 'closed' ? 'open' : row.state,
      ...(session.startedAt === null
        ? {}
        : { ':session': session.id, ':started': session.startedAt.toISOString() }),
      ':last': message.at.toISOString(),
      ...(language === null ? {} : { ':language': language }),
      ...(names === null ? {} : { ':names': names }),
    };
    return {
      Update: {
        TableName: table,
        Key: { pk: conversationPartition(message.tenant, message.conversation), sk: metaSort },
        UpdateExpression: `SET #version = :version, buyerTurn = :turn, #state = :state, lastBuyerAt = :last, ${settling.sets}${opened ? ', sessionId = :session, sessionStartedAt = :started' : ''}${language === null ? '' : ', #language = :language'}${names === null ? '' : ', sealed = :names'}`,
        ConditionExpression: '#version = :seen',
        ExpressionAttributeNames: {
          '#version': 'version',
          '#state': 'state',
          ...(language === null ? {} : { '#language': 'language' }),
        },
        ExpressionAttributeValues: values,
      },
    };
  };

  return async (message, lines): Promise<Stored> => {
    const pk = conversationPartition(message.tenant, message.conversation);
    for (let attempt = 1; attempt <= storeTries; attempt += 1) {
      const row = await meta(message);
      const session = sessionOf(message, row);
      const own = [
        ...(await rows(message, row, session)),
        ...(row === null ? await newMeta(message, session) : [await nextMeta(message, row, session)]),
        ...(row === null || row.buyer === message.buyer ? [] : [listed(message)]),
      ];
      const billed = lines(session).map((line) => ({
        actions: usageActions(parts.tables, line, parts.clock()),
        usage: true,
      }));
      const written = await transact(parts, [{ actions: own, usage: false }, ...billed]);
      if (written === 'done')
        return {
          kind: 'stored',
          message: asStored(message, row, session),
          opened: session.opens ? 'session' : null,
        };
      const stored = await standing(message, pk, row);
      if (stored !== null) return { kind: 'duplicate', message: stored };
      await parts.pause(attempt);
    }
    throw new Error('a message could not be stored: its conversation kept changing');
  };
};
