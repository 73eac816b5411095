/** What the changes of a conversation share: updates with their conditions, and the two sparse indexes. */
import type { TransactWriteCommandInput } from '@aws-sdk/lib-dynamodb';
import type { TenantId } from '../../domain/ids.ts';
import { dueKey, inboxKey, shardOf, shards } from './keys.ts';

export type Action = NonNullable<TransactWriteCommandInput['TransactItems']>[number];
export type Values = Record<string, unknown>;

/** Sets what is given and removes what is null; conditions and names are written out. */
export const update = (
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
  if (condition.includes('#careVersion')) names['#careVersion'] = 'careVersion';
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
export const allowed = <State extends string>(
  from: readonly State[],
  to: State,
  may: (one: State, other: State) => boolean,
): void => {
  const wrong = from.find((state) => !may(state, to));
  if (wrong !== undefined) throw new Error(`nothing may go from ${wrong} to ${to}`);
};

export const stateIn = (states: readonly string[]): { condition: string; values: Values } => ({
  condition: `#state IN (${states.map((_, index) => `:from${String(index)}`).join(', ')})`,
  values: Object.fromEntries(states.map((state, index) => [`:from${String(index)}`, state])),
});

/** The sparse index of what must not be forgotten: set while unfinished, gone when finished. */
export const due = (id: string, dueAt: Date | null | undefined): Values =>
  dueAt === undefined
    ? {}
    : dueAt === null
      ? { dueShard: null, dueAt: null }
      : { dueShard: dueKey(shardOf(id, shards)), dueAt: dueAt.toISOString() };

export const inbox = (tenant: TenantId, state: 'waiting' | 'draft', id: string, at: Date): Values => ({
  inboxKey: inboxKey(tenant, state, shardOf(id, shards)),
  inboxAt: at.toISOString(),
});
export const outOfInbox: Values = { inboxKey: null, inboxAt: null };
