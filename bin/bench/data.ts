/** The public sets that learners are compared on, where somebody put them. */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import * as z from 'zod';
import type { LabelledText } from './contestant.ts';

export type BenchmarkSet = {
  readonly train: readonly LabelledText[];
  readonly test: readonly LabelledText[];
  /** Texts that none of the intents is right for; none where the set has no such. */
  readonly outOfScope: readonly LabelledText[];
};

/** By name, with what our own learner has to reach in percent. */
export const benchmarkSets = {
  banking77: { least: 90.5 },
  clinc150: { least: 92 },
} as const satisfies Readonly<Record<string, { readonly least: number }>>;
export type SetName = keyof typeof benchmarkSets;

const row = z.object({ text: z.string(), intent: z.string() });

const rows = (file: string): readonly LabelledText[] =>
  readFileSync(file, 'utf8')
    .split('\n')
    .filter((line) => line.trim() !== '')
    .map((line) => row.parse(JSON.parse(line)));

const folderOf = (data: string, name: SetName): string => join(data, 'intent', name);

export const isThere = (data: string, name: SetName): boolean =>
  existsSync(join(folderOf(data, name), 'train.jsonl'));

/** @throws when a line is no labelled text */
export const readSet = (data: string, name: SetName): BenchmarkSet => {
  const folder = folderOf(data, name);
  const outOfScope = join(folder, 'oos-test.jsonl');
  return {
    train: rows(join(folder, 'train.jsonl')),
    test: rows(join(folder, 'test.jsonl')),
    outOfScope: existsSync(outOfScope) ? rows(outOfScope) : [],
  };
};
