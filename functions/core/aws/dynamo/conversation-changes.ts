/** Turns domain changes into the actions of one transaction: this file alone knows the condition expressions. */
import type { TransactWriteCommandInput } from '@aws-sdk/lib-dynamodb';
import type { Conversation } from '../../domain/conversation.ts';
import type { TenantId } from '../../domain/ids.ts';
import { isFinished, mayBecome } from '../../domain/message.ts';
import { mayMove, type ReplyState } from '../../domain/reply.ts';
import type { Change } from '../../ports/conversations.ts';
import type { Seal } from '../../ports/seal.ts';
import { daysAfter, retention } from '../../policy/retention.ts';
import {
  conversationPartition,
  dueKey,
  escalationSort,
  inboxKey,
  metaSort,
  shardOf,
  shards,
  turnSort,
} from './keys.ts';
import { epochSeconds } from './table.ts';
import { usageItem } from './usage-rows.ts';

export type Action = NonNullable<TransactWriteCommandInput['TransactItems']>[number];
type Values = Record<string, unknown>;

export type Tables = { readonly conversations: string; readonly usage: string };

/** Sets what is given and removes what is null; conditions and names are written out. */
const update = (
  table: string,
  key: { pk: string; sk: string },
  sets: Values,
  condition: string,
  conditionValues: Values,
): Action => {
  const names: Record<string, string> = {};
  const values: Values = { ...conditionValues };
  const set: string[] = [];
  const remove: string[] = [];
  for (const [field, value] of Object.entries(sets)) {
    if (value === undefined) continue;
    names[`#${field}`] = field;
    if (value === null) remove.push(`#${field}`);
    else {
      values[`:${field}`] = value;
      set.push(`#${field} = :${field}`);
    }
  }
  if (condition.includes('#state')) names['#state'] = 'state';
  if (condition.includes('#version')) names['#version'] = 'version';
  const expression = [
    set.length > 0 ? `SET ${set.join(', ')}` : '',
    remove.length > 0 ? `REMOVE ${remove.join(', ')}` : '',
  ];
  return {
    Update: {
      TableName: table,
      Key: key,
      UpdateExpression: expression.filter((part) => part !== '').join(' '),
      ConditionExpression: condition,
      ExpressionAttributeNames: names,
      ExpressionAttributeValues: values,
    },
  };
};

/** A move that the table of states does not know is a bug of the caller, not a stale read. */
const allowed = <State extends string>(
  from: readonly State[],
  to: State,
  may: (one: State, other: State) => boolean,
): void => {
  const wrong = from.find((state) => !may(state, to));
  if (wrong !== undefined) throw new Error(`nothing may go from ${wrong} to ${to}`);
};

const stateIn = (states: readonly string[]): { condition: string; values: Values } => ({
  condition: `#state IN (${states.map((_, index) => `:from${String(index)}`).join(', ')})`,
  values: Object.fromEntries(states.map((state, index) => [`:from${String(index)}`, state])),
});

/** The sparse index of what must not be forgotten: set while unfinished, gone when finished. */
const due = (id: string, dueAt: Date | null | undefined): Values =>
  dueAt === undefined
    ? {}
    : dueAt === null
      ? { dueShard: null, dueAt: null }
      : { dueShard: dueKey(shardOf(id, shards)), dueAt: dueAt.toISOString() };

const inbox = (tenant: TenantId, state: 'waiting' | 'draft', id: string, at: Date): Values => ({
  inboxKey: inboxKey(tenant, state, shardOf(id, shards)),
  inboxAt: at.toISOString(),
});
const outOfInbox: Values = { inboxKey: null, inboxAt: null };

const replyIsMoving = (state: ReplyState): boolean =>
  state === 'intended' || state === 'attempted' || state === 'unknown';

export const changeActions = async (
  tables: Tables,
  conversation: Pick<Conversation, 'tenant' | 'id' | 'buyer'>,
  seal: Seal,
  change: Change,
): Promise<readonly Action[]> => {
  const pk = conversationPartition(conversation.tenant, conversation.id);
  const table = tables.conversations;
  const sealed = async (text: string): Promise<string> =>
    seal.seal(conversation.tenant, conversation.buyer, text);
  switch (change.change) {
    case 'message': {
      allowed(change.from, change.to, mayBecome);
      const { understanding, reply, coveredBy, because, attempt, dueAt } = change.fields ?? {};
      const { condition, values } = stateIn(change.from);
      const entities = understanding?.entities;
      const sets: Values = {
        state: change.to,
        understanding: understanding === undefined ? undefined : { ...understanding, entities: [] },
        sealedEntities:
          entities === undefined || entities.length === 0
            ? undefined
            : await sealed(JSON.stringify(entities)),
        reply,
        coveredBy,
        because,
        attempt,
        ...due(change.message, isFinished(change.to) ? null : dueAt),
      };
      return [
        update(table, { pk, sk: turnSort(change.at, 'buyer', change.message) }, sets, condition, values),
      ];
    }
    case 'new-reply': {
      const { reply } = change;
      const expiresAt = epochSeconds(daysAfter(reply.createdAt, retention.messageDays));
      const row: Values = {
        pk,
        sk: turnSort(reply.createdAt, 'reply', reply.id),
        id: reply.id,
        at: reply.createdAt.toISOString(),
        inReplyTo: reply.inReplyTo,
        inReplyToAt: reply.inReplyToAt.toISOString(),
        state: reply.state,
        kind: reply.kind,
        language: reply.language,
        buyerTurn: reply.buyerTurn,
        holding: reply.holding,
        attempts: reply.attempts,
        requeued: reply.requeued,
        because: reply.because,
        asks: reply.asks,
        sealed: await sealed(reply.text),
        expiresAt,
        ...(replyIsMoving(reply.state) && change.dueAt !== null ? due(reply.id, change.dueAt) : {}),
        ...(reply.state === 'draft' ? inbox(conversation.tenant, 'draft', reply.id, reply.createdAt) : {}),
      };
      return [{ Put: { TableName: table, Item: row, ConditionExpression: 'attribute_not_exists(pk)' } }];
    }
    case 'reply': {
      allowed(change.from, change.to, mayMove);
      const { attempts, platformId, because, kind, text, dueAt } = change.fields ?? {};
      const { condition, values } = stateIn(change.from);
      const sets: Values = {
        state: change.to,
        attempts,
        because,
        kind,
        sealedPlatformId:
          platformId === undefined || platformId === null ? undefined : await sealed(platformId),
        sealed: text === undefined ? undefined : await sealed(text),
        ...due(change.reply, replyIsMoving(change.to) ? dueAt : null),
        ...(change.to === 'draft'
          ? inbox(conversation.tenant, 'draft', change.reply, change.at)
          : outOfInbox),
      };
      return [update(table, { pk, sk: turnSort(change.at, 'reply', change.reply) }, sets, condition, values)];
    }
    case 'conversation': {
      const sets: Values = { ...change.fields, state: change.to, version: change.version + 1 };
      return [update(table, { pk, sk: metaSort }, sets, '#version = :seen', { ':seen': change.version })];
    }
    case 'new-escalation': {
      // Not `dueAt`: that field is the sweep's index, and a case waits for a person, not for the sweep.
      const { dueAt, ...escalation } = change.escalation;
      const row: Values = {
        pk,
        sk: escalationSort(escalation.id),
        ...escalation,
        openedAt: escalation.openedAt.toISOString(),
        answerBy: dueAt?.toISOString() ?? null,
        ...inbox(conversation.tenant, 'waiting', escalation.id, escalation.openedAt),
      };
      return [{ Put: { TableName: table, Item: row, ConditionExpression: 'attribute_not_exists(pk)' } }];
    }
    case 'escalation': {
      const { condition, values } = stateIn(change.from);
      const sets: Values = {
        state: change.to,
        agent: change.agent,
        claim: change.about?.claim,
        answerBy: change.about?.dueAt?.toISOString(),
        ...(change.to === 'resolved' ? outOfInbox : {}),
      };
      return [update(table, { pk, sk: escalationSort(change.escalation) }, sets, condition, values)];
    }
    case 'outgoing-words': {
      const { words } = change;
      const row: Values = {
        pk,
        sk: turnSort(words.at, 'outgoing', words.id),
        id: words.id,
        at: words.at.toISOString(),
        sealed: await sealed(words.text),
        expiresAt: epochSeconds(daysAfter(words.at, retention.messageDays)),
      };
      return [{ Put: { TableName: table, Item: row } }];
    }
    case 'requeue-message':
      return [
        update(
          table,
          { pk, sk: turnSort(change.at, 'buyer', change.message) },
          { attempt: change.attempt, ...due(change.message, change.dueAt) },
          '#state = :from',
          { ':from': change.from },
        ),
      ];
    case 'requeue-reply':
      return [
        update(
          table,
          { pk, sk: turnSort(change.at, 'reply', change.reply) },
          { requeued: change.attempt, ...due(change.reply, change.dueAt) },
          '#state = :from',
          { ':from': change.from },
        ),
      ];
    case 'usage':
      return [
        {
          Put: {
            TableName: tables.usage,
            Item: { ...usageItem(change.line) },
            ConditionExpression: 'attribute_not_exists(pk)',
          },
        },
      ];
  }
};
