/** Keeps small records in a folder so that a kill at any moment loses nothing that was answered. */
import { createHash } from 'node:crypto';
import { mkdirSync, readFileSync, readdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import * as z from 'zod';

/** Writes beside the file and renames, so that a reader sees the old or the new bytes and never half of them. */
export const writeAtomically = (path: string, content: string | Buffer): void => {
  const beside = `${path}.part`;
  writeFileSync(beside, content, { mode: 0o600 });
  renameSync(beside, path);
};

/** A file name for any id: ids may hold characters, or a length, that no file system takes. */
export const fileNameOf = (id: string): string => createHash('sha256').update(id).digest('hex');

export type Records<Value> = {
  get(id: string): Value | undefined;
  all(): readonly Value[];
  put(id: string, value: Value): void;
  delete(id: string): void;
};

/**
 * The records of a folder, one file each, readable by the owner alone; all are held in memory too. Reading and
 * writing are synchronous: between a check and the write that depends on it nothing else runs.
 * @throws when a file does not hold a record of this shape
 */
export const keptRecords = <Value>(folder: string, schema: z.ZodType<Value>): Records<Value> => {
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  const kept = z.object({ id: z.string(), value: schema });
  const records = new Map<string, Value>();
  for (const file of readdirSync(folder).filter((name) => name.endsWith('.json'))) {
    const { id, value } = kept.parse(JSON.parse(readFileSync(join(folder, file), 'utf8')));
    records.set(id, value);
  }
  const pathOf = (id: string) => join(folder, `${fileNameOf(id)}.json`);
  return {
    get: (id) => records.get(id),
    all: () => [...records.values()],
    put: (id, value) => {
      writeAtomically(pathOf(id), JSON.stringify({ id, value }));
      records.set(id, value);
    },
    delete: (id) => {
      rmSync(pathOf(id), { force: true });
      records.delete(id);
    },
  };
};
