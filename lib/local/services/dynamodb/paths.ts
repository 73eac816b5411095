/** Reading a document path of an item, and cutting an item down to some paths. */
import type { Path } from './expressions.ts';
import type { AttributeValue, Item } from './values.ts';
import { attribute } from './values.ts';

/** The element of a map or list; undefined when it is not there or the value is neither. */
export const elementAt = (value: AttributeValue, step: string | number): AttributeValue | undefined => {
  if (typeof step === 'number') return 'L' in value ? value.L[step] : undefined;
  return 'M' in value ? attribute(value.M, step) : undefined;
};

/** The value that a path leads to; undefined when it leads nowhere. */
export const valueAt = (item: Item, path: Path): AttributeValue | undefined => {
  let value: AttributeValue | undefined = { M: item };
  for (const step of path) {
    if (value === undefined) return undefined;
    value = elementAt(value, step);
  }
  return value;
};

/** Steps wanted below a value: `true` takes it whole. */
type Wanted = Map<string | number, Wanted> | true;

const wantedSteps = (paths: readonly Path[]): Map<string | number, Wanted> => {
  const root = new Map<string | number, Wanted>();
  for (const path of paths) {
    let level = root;
    for (const [position, step] of path.entries()) {
      const next = level.get(step);
      if (next === true) break;
      if (position === path.length - 1) {
        level.set(step, true);
        break;
      }
      const below = next ?? new Map<string | number, Wanted>();
      level.set(step, below);
      level = below;
    }
  }
  return root;
};

const cut = (value: AttributeValue, wanted: Wanted): AttributeValue | undefined => {
  if (wanted === true) return value;
  if ('M' in value) {
    const kept = cutItem(value.M, wanted);
    return Object.keys(kept).length === 0 ? undefined : { M: kept };
  }
  if (!('L' in value)) return undefined;
  const kept = value.L.flatMap((element, place) => {
    const below = wanted.get(place);
    const part = below === undefined ? undefined : cut(element, below);
    return part === undefined ? [] : [part];
  });
  return kept.length === 0 ? undefined : { L: kept };
};

const cutItem = (item: Item, wanted: Map<string | number, Wanted>): Item =>
  Object.fromEntries(
    [...wanted].flatMap(([step, below]) => {
      const value = typeof step === 'string' ? attribute(item, step) : undefined;
      const part = value === undefined ? undefined : cut(value, below);
      return part === undefined ? [] : [[step, part]];
    }),
  );

/** The parts of an item that paths name; list elements close up in their order, paths that lead nowhere vanish. */
export const project = (item: Item, paths: readonly Path[]): Item => cutItem(item, wantedSteps(paths));
