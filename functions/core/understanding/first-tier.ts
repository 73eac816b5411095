/** The first tier made ready: trained tables read from bytes, kept by whoever starts the process. */
import type { LinearTable } from './linear-model.ts';
import { decodeTables, type TrainedTables } from './table-format.ts';

/** Opaque to callers: hand it to `understand`. */
export type FirstTier = TrainedTables;

/**
 * Reads the bytes of `model/first-tier.bin`. About a millisecond for each megabyte; the bytes are kept, not copied.
 *
 * @throws when the bytes are not such a table
 */
export const createFirstTier = (table: Uint8Array): FirstTier => decodeTables(table);

/** The columns of one head among a table's scores. */
export const columnsOf = (
  table: Pick<LinearTable, 'heads'>,
  name: string,
): { readonly start: number; readonly classes: readonly string[] } => {
  let start = 0;
  for (const head of table.heads) {
    if (head.name === name) return { start, classes: head.classes };
    start += head.classes.length;
  }
  throw new Error(`the first-tier table has no head ${name}`);
};
