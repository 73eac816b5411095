/** What left the system: mails, notices and alarms, kept to be read instead of being delivered. */
import { appendFileSync, existsSync, mkdirSync, readFileSync, truncateSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import type { Place } from '../service.ts';

/** One thing that left, numbered from 1; `at` is ISO 8601, the rest is what its kind says. */
export type Departure = { readonly n: number; readonly at: string; readonly kind: string } & Readonly<
  Record<string, unknown>
>;

export type Outbox = {
  /** Keeps it before it answers, so that a kill loses nothing that was acknowledged. */
  add(kind: 'mail' | 'notice' | 'alarm', entry: Readonly<Record<string, unknown>>): void;
  /** Everything with a number over `after`, oldest first. */
  since(after: number): readonly Departure[];
};

const departure = z.looseObject({ n: z.int(), at: z.string(), kind: z.string() });

/** Opens `${place.data}/outbox/left.jsonl`; one for the machine, shared by all that send. */
export const outbox = ({ data, clock }: Place): Outbox => {
  const folder = join(data, 'outbox');
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  const file = join(folder, 'left.jsonl');
  const left: Departure[] = wholeLines(file).map((line) => departure.parse(JSON.parse(line)));
  return {
    add: (kind, entry) => {
      const one = { ...entry, n: left.length + 1, at: new Date(clock()).toISOString(), kind };
      appendFileSync(file, `${JSON.stringify(one)}\n`, { mode: 0o600 });
      left.push(one);
    },
    since: (after) => left.slice(Math.max(0, after)),
  };
};

/** The lines of a file; a last one that a kill cut short was never acknowledged and is cut off. */
const wholeLines = (file: string): readonly string[] => {
  if (!existsSync(file)) return [];
  const bytes = readFileSync(file);
  const whole = bytes.subarray(0, bytes.lastIndexOf('\n') + 1);
  if (whole.length < bytes.length) truncateSync(file, whole.length);
  return whole
    .toString()
    .split('\n')
    .filter((line) => line !== '');
};
