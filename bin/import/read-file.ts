/** One file by what it is: articles and items become drafts, old conversations become pairs. */
import { readFile } from 'node:fs/promises';
import { extname } from 'node:path';
import { readPairs, type Pair } from './conversations.ts';
import type { Draft, Fault, Read } from './draft.ts';
import { readMarkdown } from './markdown.ts';
import { readPage } from './page.ts';
import { readPaper } from './paper.ts';
import { readRecords } from './records.ts';
import { kindOfTable, pairsOfTable, readTable, rowsOf, type TableKind } from './table.ts';

export type FileRead = {
  readonly file: string;
  readonly drafts: readonly Draft[];
  readonly pairs: readonly Pair[];
  readonly faults: readonly Fault[];
};

const table = (file: string, text: string, kind: TableKind | undefined): Omit<FileRead, 'file'> => {
  const rows = rowsOf(file, text);
  const as = kind ?? kindOfTable(rows.head);
  return as === 'conversations'
    ? { drafts: [], pairs: rows.faults.length > 0 ? [] : pairsOfTable(rows), faults: rows.faults }
    : { ...readTable(file, rows, as), pairs: [] };
};

const withoutPairs = (read: Read): Omit<FileRead, 'file'> => ({ ...read, pairs: [] });

/** @param kind what a table is, where its head does not tell */
export const readImported = async (file: string, kind: TableKind | undefined): Promise<FileRead> => {
  const fault = (because: string): FileRead => ({
    file,
    drafts: [],
    pairs: [],
    faults: [{ file, line: 1, because }],
  });
  const bytes = await readFile(file).catch(() => null);
  if (bytes === null) return fault('there is no such file, or it may not be read');
  const text = (): string => bytes.toString('utf8');
  switch (extname(file).toLowerCase()) {
    case '.md':
    case '.markdown':
    case '.txt':
      return { file, ...withoutPairs(readMarkdown(file, text())) };
    case '.csv':
    case '.tsv':
      return { file, ...table(file, text(), kind) };
    case '.html':
    case '.htm':
      return { file, ...withoutPairs(readPage(file, text())) };
    case '.pdf':
      return { file, ...withoutPairs(await readPaper(file, new Uint8Array(bytes))) };
    case '.json':
      return { file, ...withoutPairs(readRecords(file, text())) };
    case '.jsonl':
      return { file, drafts: [], ...readPairs(file, text()) };
    default:
      return fault('a file is .md, .txt, .csv, .tsv, .html, .pdf, .json or .jsonl');
  }
};
