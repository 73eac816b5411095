/** A sandbox's memory: one JSON line for each thing that it took, on disk before it answers. */
import { appendFileSync, existsSync, mkdirSync, readFileSync, truncateSync } from 'node:fs';
import { join } from 'node:path';
import * as z from 'zod/mini';

export type Journal<Entry> = {
  /** What was kept before this start, oldest first. */
  readonly kept: readonly Entry[];
  /** Returns when the operating system has it: killing the process loses nothing. */
  keep(entry: Entry): void;
};

/** Throws when a whole line has the wrong shape: the folder is another program's. */
export const openJournal = <Schema extends z.ZodMiniType>(
  folder: string,
  name: string,
  schema: Schema,
): Journal<z.output<Schema>> => {
  mkdirSync(folder, { recursive: true });
  const file = join(folder, name);
  const lines = existsSync(file) ? wholeLines(file) : [];
  return {
    kept: lines.map((line) => z.parse(schema, JSON.parse(line))),
    keep: (entry) => appendFileSync(file, `${JSON.stringify(entry)}\n`),
  };
};

/** A kill in the middle of a line leaves half of it: that was never answered, and goes. */
const wholeLines = (file: string): readonly string[] => {
  const bytes = readFileSync(file);
  const end = bytes.lastIndexOf('\n') + 1;
  if (end < bytes.length) truncateSync(file, end);
  return bytes
    .subarray(0, end)
    .toString()
    .split('\n')
    .filter((line) => line !== '');
};
