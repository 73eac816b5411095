/** The closed hours of every tenant as files, a folder for each day and hour, so that Athena finds them without a crawler. */
import { createHash } from 'node:crypto';
import { linesFileOf } from '../../policy/ledger-files.ts';
import type { Archive, Digest } from '../../ports/evidence.ts';
import { linesFromParquet, linesToParquet } from '../parquet/lines.ts';
import type { Objects } from './objects.ts';

/** SHA-256 in lower-case hex. */
export const sha256: Digest = (content) => createHash('sha256').update(content).digest('hex');

export const parquetArchive = (objects: Objects): Archive => ({
  fileOf: linesFileOf,
  async write(file, lines) {
    const bytes = linesToParquet(lines);
    await objects.put(file, bytes);
    return sha256(bytes);
  },
  async read(file) {
    const bytes = await objects.get(file);
    return bytes === null ? null : { hash: sha256(bytes), lines: await linesFromParquet(bytes) };
  },
});
