/** Turns domain changes into the actions of one transaction: this file alone knows the condition expressions. */
import type { Conversation } from '../../domain/conversation.ts';
import { isFinished, mayBecome } from '../../domain/message.ts';
import { mayMove, type ReplyState } from '../../domain/reply.ts';
import type { UsageLine } from '../../domain/usage.ts';
import type { Change } from '../../ports/conversations.ts';
import type { Seal } from '../../ports/seal.ts';
import { daysAfter, retention } from '../../policy/retention.ts';
import { keptRecord } from './decision-rows.ts';
import { actionWrites } from './action-rows.ts';
import {
  allowed,
  due,
  inbox,
  outOfInbox,
  stateIn,
  update,
  type Action,
  type Values,
} from './change-parts.ts';
import { conversationPartition, escalationSort, metaSort, turnSort } from './keys.ts';
import { careFields } from './escalation-rows.ts';
import { epochSeconds } from './table.ts';
import { settledFields } from './settling-rows.ts';
import { usageItems } from './usage-rows.ts';

export type { Action };

export type Tables = { readonly conversations: string; readonly usage: string };

/** A row that is put has no field to remove. */
const onlySet = (fields: Values): Values =>
  Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== null));

const replyIsMoving = (state: ReplyState): boolean =>
  state === 'intended' || state === 'attempted' || state === 'unknown';

/** The rows of one ledger line, stamped with the moment of writing. */
export const usageActions = (tables: Tables, line: UsageLine, now: Date): readonly Action[] =>
  usageItems(line, now).map((row) => ({
    Put: { TableName: tables.usage, Item: { ...row }, ConditionExpression: 'attribute_not_exists(pk)' },
  }));

export const changeActions = async (
  tables: Tables,
  conversation: Pick<Conversation, 'tenant' | 'id' | 'buyer'>,
  seal: Seal,
  change: Change,
  now: Date,
): Promise<readonly Action[]> => {
  const pk = conversationPartition(conversation.tenant, conversation.id);
  const table = tables.conversations;
  const sealed = async (text: string): Promise<string> =>
    seal.seal(conversation.tenant, conversation.buyer, text);
  switch (change.change) {
    case 'message': {
      allowed(change.from, change.to, mayBecome);
      const { understanding, reply, coveredBy, because, decision, attempt, dueAt } = change.fields ?? {};
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
        why: decision === undefined ? undefined : keptRecord(decision),
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
        ...(reply.fromFacts === true ? { fromFacts: true } : {}),
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
      const { returnedAt, ...fields } = change.fields ?? {};
      const sets: Values = {
        ...fields,
        returnedAt: returnedAt?.toISOString(),
        state: change.to,
        version: change.version + 1,
      };
      return [update(table, { pk, sk: metaSort }, sets, '#version = :seen', { ':seen': change.version })];
    }
    case 'settled':
      return [
        update(
          table,
          { pk, sk: metaSort },
          { version: change.version + 1, ...settledFields(conversation.id, change) },
          '#version = :seen',
          { ':seen': change.version },
        ),
      ];
    case 'new-escalation': {
      // `answerBy`, not `dueAt`: that field is the sweep's index, and holds when nobody tends the case any more.
      const { dueAt, care, summaries: _summaries, ...escalation } = change.escalation;
      const row: Values = {
        pk,
        sk: escalationSort(escalation.id),
        ...escalation,
        openedAt: escalation.openedAt.toISOString(),
        answerBy: dueAt?.toISOString() ?? null,
        ...onlySet(careFields(escalation.id, care)),
        ...inbox(conversation.tenant, 'waiting', escalation.id, escalation.openedAt),
      };
      return [{ Put: { TableName: table, Item: row, ConditionExpression: 'attribute_not_exists(pk)' } }];
    }
    case 'escalation': {
      const { condition, values } = stateIn(change.from);
      const { care, summaries } = change;
      const sets: Values = {
        state: change.to,
        agent: change.agent,
        claim: change.about?.claim,
        answerBy: change.about?.dueAt?.toISOString(),
        sealedSummaries: summaries === undefined ? undefined : await sealed(JSON.stringify(summaries)),
        ...(care === undefined ? {} : careFields(change.escalation, care)),
        ...(change.to === 'resolved' ? outOfInbox : {}),
      };
      const seen = care === undefined ? {} : { ':seenCare': care.version - 1 };
      const unmoved = care === undefined ? condition : `${condition} AND #careVersion = :seenCare`;
      const key = { pk, sk: escalationSort(change.escalation) };
      return [update(table, key, sets, unmoved, { ...values, ...seen })];
    }
    case 'new-action':
    case 'action':
      return actionWrites(table, conversation, change, sealed);
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
      return usageActions(tables, change.line, now);
  }
};
