/** What a put, an update, a delete or a check would make of an item: planned once, used alone and in transactions. */
import type { Cost } from './capacity.ts';
import { meets } from './condition.ts';
import type { ParsedCondition } from './expressions.ts';
import type { Delete, Put, Update } from './requests.ts';
import type { Misfit } from './schema.ts';
import { itemMisfit, keyMisfit, nestedKeyProblem, updatedMisfit, updateMisfit } from './schema.ts';
import { itemSize, MAXIMUM_ITEM_BYTES, tooDeep } from './size.ts';
import type { Table } from './table.ts';
import { keyAttributes } from './table.ts';
import { applyUpdate } from './update.ts';
import type { AttributeValue, Item } from './values.ts';
import { attribute } from './values.ts';

export const NESTED_TOO_DEEP =
  'Nesting Levels have exceeded supported limits: Attributes in the item have nested levels beyond supported limit';

/** The item after the write (undefined: there is none), or why the write is not possible. */
type Made =
  { readonly ok: true; readonly item: Item | undefined } | { readonly ok: false; readonly message: string };

export type Write = {
  readonly table: Table;
  /** The key attributes alone. */
  readonly key: Item;
  /** What is wrong with the request for this table, whatever the item is. */
  readonly misfit: Misfit | undefined;
  readonly condition: ParsedCondition | undefined;
  readonly returnItemOnFailure: boolean;
  /** Whether the write changes nothing and only checks. */
  readonly checkOnly: boolean;
  make(before: Item | undefined): Made;
};

/** How a write ended, before anything was stored. */
export type Verdict =
  | { readonly kind: 'made'; readonly after: Item | undefined }
  | { readonly kind: 'condition-failed' }
  | { readonly kind: 'impossible'; readonly message: string };

export type Written = {
  readonly before: Item | undefined;
  readonly after: Item | undefined;
  readonly cost: Cost;
};

const keyOf = (table: Table, item: Item): Item =>
  Object.fromEntries(
    keyAttributes(table.keys).flatMap((name): [string, AttributeValue][] => {
      const value = attribute(item, name);
      return value === undefined ? [] : [[name, value]];
    }),
  );

const conditionMisfit = (table: Table, condition: ParsedCondition | undefined): Misfit | undefined => {
  const message = nestedKeyProblem(table, condition?.nestedPaths);
  return message === undefined ? undefined : { fault: 'schema', message };
};

const conditional = (request: Put | Update | Delete) => ({
  condition: request.condition,
  returnItemOnFailure: request.ReturnValuesOnConditionCheckFailure === 'ALL_OLD',
});

/** What the size or the depth of an item to be put breaks; both are known before any table is looked at. */
export const putProblem = (item: Item): string | undefined => {
  if (Object.values(item).some(tooDeep)) return NESTED_TOO_DEEP;
  return itemSize(item) > MAXIMUM_ITEM_BYTES ? 'Item size has exceeded the maximum allowed size' : undefined;
};

export const planPut = (table: Table, request: Put): Write => ({
  table,
  key: keyOf(table, request.Item),
  misfit: itemMisfit(table, request.Item) ?? conditionMisfit(table, request.condition),
  ...conditional(request),
  checkOnly: false,
  make: () => ({ ok: true, item: request.Item }),
});

const madeByUpdate = (table: Table, request: Update, before: Item | undefined): Made => {
  const updated = applyUpdate(before ?? request.Key, request.updates?.sections ?? []);
  if (!updated.ok) return updated;
  const misfit = updatedMisfit(table, updated.item);
  if (misfit !== undefined) return { ok: false, message: misfit.message };
  if (Object.values(updated.item).some(tooDeep)) return { ok: false, message: NESTED_TOO_DEEP };
  return itemSize(updated.item) > MAXIMUM_ITEM_BYTES
    ? { ok: false, message: 'Item size to update has exceeded the maximum allowed size' }
    : updated;
};

export const planUpdate = (table: Table, request: Update): Write => ({
  table,
  key: request.Key,
  misfit:
    keyMisfit(table, request.Key) ??
    (request.updates === undefined ? undefined : updateMisfit(table, request.updates)) ??
    conditionMisfit(table, request.condition),
  ...conditional(request),
  checkOnly: false,
  make: (before) => madeByUpdate(table, request, before),
});

export const planDelete = (table: Table, request: Delete): Write => ({
  table,
  key: request.Key,
  misfit: keyMisfit(table, request.Key) ?? conditionMisfit(table, request.condition),
  ...conditional(request),
  checkOnly: false,
  make: () => ({ ok: true, item: undefined }),
});

export const planCheck = (table: Table, request: Delete): Write => ({
  ...planDelete(table, request),
  checkOnly: true,
  make: (before) => ({ ok: true, item: before }),
});

/** Decides what the write does to the item as it is now. */
export const decide = (write: Write, before: Item | undefined): Verdict => {
  if (write.condition !== undefined && !meets(before ?? {}, write.condition.expression)) {
    return { kind: 'condition-failed' };
  }
  const made = write.make(before);
  return made.ok ? { kind: 'made', after: made.item } : { kind: 'impossible', message: made.message };
};
