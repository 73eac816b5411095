/** Something to be done with an order, as a row of its conversation: what names a purchase or a person is sealed. */
import * as z from 'zod/mini';
import { actionStates, isSettled, mayBecomeAction, orderActions, type Action } from '../../domain/action.ts';
import type { Conversation } from '../../domain/conversation.ts';
import { actionId, conversationId, messageId, tenantId } from '../../domain/ids.ts';
import { daysAfter, retention } from '../../policy/retention.ts';
import type { Change } from '../../ports/conversations.ts';
import {
  allowed,
  inbox,
  outOfInbox,
  stateIn,
  update,
  type Action as Write,
  type Values,
} from './change-parts.ts';
import type { Opener } from './conversation-rows.ts';
import { actionSort, conversationPartition } from './keys.ts';
import { epochSeconds } from './table.ts';

const id = <Id>(make: (text: string) => Id) => z.pipe(z.string(), z.transform(make));
const date = z.pipe(
  z.string(),
  z.transform((text: string) => new Date(text)),
);

const actionRow = z.object({
  tenant: id(tenantId),
  conversation: id(conversationId),
  id: id(actionId),
  kind: z.enum(orderActions),
  amount: z._default(z.nullable(z.object({ amount: z.string(), currency: z.string() })), null),
  state: z.enum(actionStates),
  message: id(messageId),
  messageAt: date,
  createdAt: date,
  because: z.string(),
  sealed: z.string(),
});

const sealedPart = z.object({
  order: z.string(),
  details: z.object({ address: z.exactOptional(z.string()), reason: z.exactOptional(z.string()) }),
});

/** Null: the buyer was erased, and with the key all that it was about. */
export const openAction = async (row: unknown, open: Opener): Promise<Action | null> => {
  const { sealed, ...stored } = z.parse(actionRow, row);
  const opened = await open(sealed);
  return opened === null ? null : { ...stored, ...z.parse(sealedPart, JSON.parse(opened)) };
};

type ActionChange = Extract<Change, { change: 'new-action' | 'action' }>;

/** What a change of it writes; in the inbox until it is settled. */
export const actionWrites = async (
  table: string,
  { tenant, id: conversation }: Pick<Conversation, 'tenant' | 'id'>,
  change: ActionChange,
  sealed: (text: string) => Promise<string>,
): Promise<readonly Write[]> => {
  const pk = conversationPartition(tenant, conversation);
  if (change.change === 'action') {
    const { from, to, because, action } = change;
    allowed(from, to, mayBecomeAction);
    const { condition, values } = stateIn(from);
    const sets: Values = { state: to, because, ...(isSettled(to) ? outOfInbox : {}) };
    return [update(table, { pk, sk: actionSort(action) }, sets, condition, values)];
  }
  const { order, details, createdAt, messageAt, ...action } = change.action;
  const row = {
    pk,
    sk: actionSort(action.id),
    ...action,
    createdAt: createdAt.toISOString(),
    messageAt: messageAt.toISOString(),
    sealed: await sealed(JSON.stringify({ order, details })),
    expiresAt: epochSeconds(daysAfter(createdAt, retention.messageDays)),
    ...inbox(tenant, 'waiting', action.id, createdAt),
  };
  return [{ Put: { TableName: table, Item: row, ConditionExpression: 'attribute_not_exists(pk)' } }];
};
