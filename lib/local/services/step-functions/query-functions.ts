/** The functions that Step Functions adds to JSONata, and the clock and the chance of those that need one. */
import { createHash, randomUUID } from 'node:crypto';
import jsonata from 'jsonata';
import type { Clock } from '../../service.ts';

export type QueryTools = {
  readonly clock: Clock;
  /** From 0 up to but not including 1. */
  readonly chance: () => number;
};

/** Names of hashes as AWS takes them. */
const hashes = new Map(
  ['MD5', 'SHA-1', 'SHA-256', 'SHA-384', 'SHA-512'].map((name) => [
    name,
    name.replace('-', '').toLowerCase(),
  ]),
);

const whole = (value: unknown, what: string): number => {
  if (typeof value === 'number' && Number.isInteger(value)) return value;
  throw new Error(`${what} must be a whole number`);
};

const partition = (list: unknown, size: unknown): unknown => {
  if (!Array.isArray(list)) throw new Error('$partition takes an array');
  const length = whole(size, 'the size of $partition');
  if (length < 1) throw new Error('the size of $partition must be positive');
  return Array.from({ length: Math.ceil(list.length / length) }, (_, index) =>
    list.slice(index * length, (index + 1) * length),
  );
};

/** https://docs.aws.amazon.com/step-functions/latest/dg/intrinsic-functions.html: an array has at most 1,000 items. */
const longestRange = 1000;

const range = (first: unknown, last: unknown, step: unknown): unknown => {
  const [from, to, by] = [whole(first, '$range'), whole(last, '$range'), whole(step, 'the step of $range')];
  if (by === 0) throw new Error('the step of $range must not be 0');
  const length = Math.max(0, Math.floor((to - from) / by) + 1);
  if (length > longestRange) throw new Error(`$range makes at most ${longestRange} items`);
  return Array.from({ length }, (_, index) => from + index * by);
};

const hash = (text: unknown, algorithm: unknown): string => {
  const known = hashes.get(String(algorithm));
  if (known === undefined) throw new Error(`$hash takes one of ${[...hashes.keys()].join(', ')}`);
  return createHash(known)
    .update(typeof text === 'string' ? text : JSON.stringify(text))
    .digest('hex');
};

/** The same seed gives the same number; which one AWS gives is not known. */
const seeded = (seed: unknown): number =>
  createHash('sha256').update(String(seed)).digest().readUIntBE(0, 6) / 2 ** 48;

const parse = (text: unknown): unknown => {
  if (typeof text !== 'string') throw new Error('$parse takes a text');
  return JSON.parse(text);
};

const formatted = jsonata('$fromMillis($time, $picture, $zone)');

/** Binds all of them to an expression. `$eval`, which AWS does not have, never comes here: the lint refuses it. */
export const equip = (expression: jsonata.Expression, { clock, chance }: QueryTools): jsonata.Expression => {
  expression.registerFunction('partition', partition);
  expression.registerFunction('range', range);
  expression.registerFunction('hash', hash);
  expression.registerFunction('uuid', () => randomUUID());
  expression.registerFunction('parse', parse);
  expression.registerFunction('random', (seed: unknown) => (seed === undefined ? chance() : seeded(seed)));
  expression.registerFunction('millis', () => clock());
  expression.registerFunction('now', (picture: unknown, zone: unknown) =>
    formatted.evaluate(undefined, { time: clock(), picture, zone }),
  );
  return expression;
};
