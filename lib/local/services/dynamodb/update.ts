/** Applying an update expression to an item. */
import type { Path, SetOperand, UpdateSection } from './expressions.ts';
import { addNumbers } from './numbers.ts';
import { elementAt, valueAt } from './paths.ts';
import type { AttributeValue, Item } from './values.ts';
import { setMembers, typeOf } from './values.ts';

/** The new item, or why there is none, in AWS's words. */
export type Updated =
  { readonly ok: true; readonly item: Item } | { readonly ok: false; readonly message: string };

/** Stops an update; caught by `applyUpdate` alone. */
class UpdateRefused extends Error {}

const WRONG_TYPE = 'An operand in the update expression has an incorrect data type';
const NO_SUCH_PATH = 'The document path provided in the update expression is invalid for update';
const NO_SUCH_ATTRIBUTE = 'The provided expression refers to an attribute that does not exist in the item';

const refuse = (message: string): never => {
  throw new UpdateRefused(message);
};

const sum = (left: AttributeValue, right: AttributeValue, sign: 1 | -1): AttributeValue => {
  if (!('N' in left) || !('N' in right)) return refuse(WRONG_TYPE);
  const result = addNumbers(left.N, right.N, sign);
  return typeof result === 'string' ? { N: result } : refuse(result.problem);
};

const appended = (left: AttributeValue, right: AttributeValue): AttributeValue =>
  'L' in left && 'L' in right ? { L: [...left.L, ...right.L] } : refuse(WRONG_TYPE);

/** Value of the right side of a SET, always read from the item as it was before the update. */
const resolve = (operand: SetOperand, before: Item): AttributeValue => {
  if (Array.isArray(operand)) return valueAt(before, operand) ?? refuse(NO_SUCH_ATTRIBUTE);
  if (!('type' in operand)) return operand;
  const [left, right] = operand.args;
  if (operand.type === 'function' && operand.name === 'if_not_exists') {
    const existing = Array.isArray(left) ? valueAt(before, left) : undefined;
    return existing ?? resolve(right, before);
  }
  const values = [resolve(left, before), resolve(right, before)] as const;
  if (operand.type === 'function') return appended(...values);
  return sum(...values, operand.type === 'add' ? 1 : -1);
};

/** A copy under change. List places are those of the item before, so changes to a list wait for its end. */
type Draft = {
  readonly root: AttributeValue;
  readonly lists: Map<
    AttributeValue[],
    { readonly removed: Set<number>; readonly added: Map<number, AttributeValue> }
  >;
};

const listChanges = (draft: Draft, list: AttributeValue[]) => {
  const known = draft.lists.get(list) ?? {
    removed: new Set<number>(),
    added: new Map<number, AttributeValue>(),
  };
  draft.lists.set(list, known);
  return known;
};

const parentOf = (draft: Draft, path: Path): { parent: AttributeValue; step: string | number } => {
  const step = path.at(-1);
  let parent: AttributeValue | undefined = draft.root;
  for (const each of path.slice(0, -1)) parent = parent === undefined ? undefined : elementAt(parent, each);
  const fits = parent !== undefined && (typeof step === 'number' ? 'L' in parent : 'M' in parent);
  return parent !== undefined && fits && step !== undefined ? { parent, step } : refuse(NO_SUCH_PATH);
};

const write = (draft: Draft, path: Path, value: AttributeValue): void => {
  const { parent, step } = parentOf(draft, path);
  if ('M' in parent && typeof step === 'string') parent.M[step] = value;
  if ('L' in parent && typeof step === 'number') {
    if (step < parent.L.length) parent.L[step] = value;
    else listChanges(draft, parent.L).added.set(step, value);
  }
};

const remove = (draft: Draft, path: Path): void => {
  const { parent, step } = parentOf(draft, path);
  if ('M' in parent) Reflect.deleteProperty(parent.M, step);
  if ('L' in parent && typeof step === 'number') listChanges(draft, parent.L).removed.add(step);
};

const closeLists = (draft: Draft): void => {
  for (const [list, { removed, added }] of draft.lists) {
    const kept = list.filter((_, place) => !removed.has(place));
    const tail = [...added].sort(([left], [right]) => left - right).map(([, value]) => value);
    list.splice(0, list.length, ...kept, ...tail);
  }
};

/** A set of the members of the type of `value`; undefined when none are left. */
const asSet = (value: AttributeValue, members: readonly string[]): AttributeValue | undefined => {
  if (members.length === 0) return undefined;
  if ('SS' in value) return { SS: [...members] };
  return 'NS' in value ? { NS: [...members] } : { BS: [...members] };
};

const add = (draft: Draft, path: Path, value: AttributeValue): void => {
  const { parent, step } = parentOf(draft, path);
  const existing = elementAt(parent, step);
  if (existing === undefined) return write(draft, path, structuredClone(value));
  if (typeOf(existing) !== typeOf(value)) return refuse(WRONG_TYPE);
  if ('N' in value) return write(draft, path, sum(existing, value, 1));
  const [old, more] = [setMembers(existing), setMembers(value)];
  if (old === undefined || more === undefined) return refuse(WRONG_TYPE);
  const union = asSet(value, [...new Set([...old, ...more].map((member) => member.text))]);
  if (union !== undefined) write(draft, path, union);
};

const subtract = (draft: Draft, path: Path, value: AttributeValue): void => {
  const { parent, step } = parentOf(draft, path);
  const existing = elementAt(parent, step);
  if (existing === undefined) return;
  const [old, gone] = [setMembers(existing), setMembers(value)];
  if (typeOf(existing) !== typeOf(value) || old === undefined || gone === undefined)
    return refuse(WRONG_TYPE);
  const goneTexts = new Set(gone.map((member) => member.text));
  const rest = asSet(
    value,
    old.map((member) => member.text).filter((text) => !goneTexts.has(text)),
  );
  if (rest === undefined) remove(draft, path);
  else write(draft, path, rest);
};

/** Applies all sections to a copy; every value is read from `before`. */
export const applyUpdate = (before: Item, sections: readonly UpdateSection[]): Updated => {
  const draft: Draft = { root: { M: structuredClone(before) }, lists: new Map() };
  try {
    for (const section of sections) {
      if (section.type === 'set') write(draft, section.path, structuredClone(resolve(section.val, before)));
      else if (section.type === 'remove') remove(draft, section.path);
      else if (section.type === 'add') add(draft, section.path, section.val);
      else subtract(draft, section.path, section.val);
    }
    closeLists(draft);
  } catch (error) {
    if (error instanceof UpdateRefused) return { ok: false, message: error.message };
    throw error;
  }
  return { ok: true, item: 'M' in draft.root ? draft.root.M : {} };
};
