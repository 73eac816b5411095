/** Reads a document of outside data part by part; every fault is kept with its path, and reading goes on. */
import { minorUnitsOf } from '../../policy/currencies.ts';
import { exact, isDecimal } from '../money.ts';
import type { Day, Decimal, Fault } from './card.ts';

/** A place in the document: what stands there, and the list that its faults join. */
export type Spot = { readonly value: unknown; readonly path: string; readonly faults: Fault[] };

export const startOf = (value: unknown, path = ''): Spot => ({ value, path, faults: [] });

export const blame = (spot: Spot, problem: string): void => {
  spot.faults.push({ path: spot.path === '' ? 'the document' : spot.path, problem });
};

const below = (spot: Spot, name: string | number, value: unknown): Spot => ({
  value,
  path: spot.path === '' ? String(name) : `${spot.path}.${String(name)}`,
  faults: spot.faults,
});

export const isGiven = (spot: Spot): boolean => spot.value !== undefined;
/** Left out, or said to be nothing. */
export const isNothing = (spot: Spot): boolean => spot.value === undefined || spot.value === null;

/** True when reading added no fault: only then are parts compared with each other. */
export const isClean = (spot: Spot, read: () => void): boolean => {
  const before = spot.faults.length;
  read();
  return spot.faults.length === before;
};

const entriesOf = (spot: Spot): ReadonlyMap<string, unknown> => {
  const { value } = spot;
  if (typeof value !== 'object' || value === null || Array.isArray(value)) {
    blame(spot, 'an object is wanted here');
    return new Map();
  }
  const entries: readonly (readonly [string, unknown])[] = Object.entries(value);
  return new Map(entries);
};

/** The fields of an object; those that are unknown or missing are faults. */
export const fields = (
  spot: Spot,
  required: readonly string[],
  optional: readonly string[] = [],
): ((name: string) => Spot) => {
  const before = spot.faults.length;
  const entries = entriesOf(spot);
  if (spot.faults.length === before) {
    for (const name of entries.keys())
      if (!required.includes(name) && !optional.includes(name))
        blame(below(spot, name, null), 'no such field');
    for (const name of required) if (!entries.has(name)) blame(below(spot, name, null), 'is missing');
  }
  // What is missing was blamed already, or the object that should hold it was: nothing more is said of it.
  return (name) => {
    const silent = !entries.has(name) && required.includes(name);
    const found = below(spot, name, entries.get(name));
    return silent ? { ...found, faults: [] } : found;
  };
};

/** Each key of an object with its place, where the keys are the document's own. */
export const entriesAt = (spot: Spot): readonly (readonly [string, Spot])[] =>
  [...entriesOf(spot)].map(([name, value]) => [name, below(spot, name, value)]);

/** The places of a list; nothing when it may be left out and is. */
export const items = (spot: Spot, atLeast = 0): readonly Spot[] => {
  if (!isGiven(spot) && atLeast === 0) return [];
  if (!Array.isArray(spot.value)) {
    blame(spot, 'a list is wanted here');
    return [];
  }
  const list: readonly unknown[] = spot.value;
  if (list.length < atLeast) blame(spot, `at least ${String(atLeast)} wanted`);
  return list.map((value, index) => below(spot, index, value));
};

export const text = (spot: Spot, longest = 200): string => {
  if (typeof spot.value === 'string' && spot.value.trim() !== '' && spot.value.length <= longest)
    return spot.value;
  blame(spot, `a text of 1 to ${String(longest)} characters is wanted`);
  return '';
};

export const name = (spot: Spot): string => {
  const value = text(spot, 60);
  if (value !== '' && !/^[A-Za-z0-9][A-Za-z0-9._-]*$/.test(value))
    blame(spot, 'a name of letters, digits, dots, dashes and underscores is wanted');
  return value;
};

export const truth = (spot: Spot): boolean => {
  if (typeof spot.value === 'boolean') return spot.value;
  blame(spot, 'true or false is wanted');
  return false;
};

export const wholeNumber = (spot: Spot, least: number, most = Number.MAX_SAFE_INTEGER): number => {
  const { value } = spot;
  if (typeof value === 'number' && Number.isSafeInteger(value) && value >= least && value <= most)
    return value;
  blame(
    spot,
    most === Number.MAX_SAFE_INTEGER
      ? `a whole number from ${String(least)} is wanted`
      : `a whole number from ${String(least)} to ${String(most)} is wanted`,
  );
  return least;
};

/** A decimal string; a number is refused, because it may have lost digits before we see it. */
export const decimal = (spot: Spot, most?: string): Decimal => {
  const { value } = spot;
  if (typeof value === 'number') {
    blame(spot, 'a number is not exact: write it as a decimal string, like "0.10"');
    return '0';
  }
  if (typeof value !== 'string' || !isDecimal(value)) {
    blame(spot, 'a decimal string is wanted, like "0.10"');
    return '0';
  }
  if (exact(value).lt('0')) blame(spot, 'may not be negative');
  if (most !== undefined && exact(value).gt(most)) blame(spot, `may not be more than ${most}`);
  return value;
};
/** Of a whole: from "0" to "1". */
export const share = (spot: Spot): Decimal => decimal(spot, '1');

export const oneOf = <Value extends string>(
  spot: Spot,
  values: readonly Value[],
  what: string,
): Value | null => {
  const found = values.find((value) => value === spot.value);
  if (found !== undefined) return found;
  blame(
    spot,
    `${typeof spot.value === 'string' ? `"${spot.value.slice(0, 60)}" is an` : 'this is an'} unknown ${what}: ${values.join(', ')}`,
  );
  return null;
};

export const day = (spot: Spot): Day => {
  const { value } = spot;
  const shape = /^\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])$/;
  if (
    typeof value === 'string' &&
    shape.test(value) &&
    new Date(`${value}T00:00:00Z`).toISOString().startsWith(value)
  )
    return value;
  blame(spot, 'a day is wanted, like "2026-11-01"');
  return '';
};

export const monthShape = /^\d{4}-(0[1-9]|1[0-2])$/;

export const currency = (spot: Spot): string => {
  if (typeof spot.value === 'string' && minorUnitsOf(spot.value) !== null) return spot.value;
  blame(
    spot,
    `${typeof spot.value === 'string' ? `"${spot.value.slice(0, 20)}"` : 'this'} is no currency of ISO 4217`,
  );
  return '';
};

export const country = (spot: Spot): string => {
  if (typeof spot.value === 'string' && /^[A-Z]{2}$/.test(spot.value)) return spot.value;
  blame(spot, 'a country code of two capital letters is wanted');
  return '';
};

/** Blames every later one of two things with the same name. */
export const unique = (spots: readonly Spot[], names: readonly string[], what: string): void => {
  const seen = new Set<string>();
  for (const [index, one] of names.entries()) {
    const spot = spots[index];
    if (one !== '' && seen.has(one) && spot !== undefined) blame(spot, `${what} "${one}" is there twice`);
    seen.add(one);
  }
};
