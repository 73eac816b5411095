/** CSV by its head: rows that are articles, items of a catalogue, old conversations, or one table of sizes. */
import { basename } from 'node:path';
import { CsvError, parse } from 'csv-parse/sync';
import * as z from 'zod';
import { idOf, type Draft, type Fault, type Place, type Read } from './draft.ts';
import { itemDraft } from './catalogue.ts';
import type { Pair } from './conversations.ts';

export type Row = { readonly place: Place; readonly cells: Readonly<Record<string, string>> };
export type Rows = {
  readonly head: readonly string[];
  readonly rows: readonly Row[];
  readonly faults: readonly Fault[];
};

const records = z.array(z.object({ record: z.array(z.string()), info: z.object({ lines: z.number() }) }));

export const rowsOf = (file: string, text: string): Rows => {
  try {
    const [head, ...rest] = records.parse(
      parse(text, {
        bom: true,
        info: true,
        skip_empty_lines: true,
        trim: true,
        delimiter: [',', ';', '\t'],
        relax_column_count: true,
      }),
    );
    const names = head?.record ?? [];
    const rows = rest.map(({ record, info }) => ({
      place: { file, line: info.lines },
      cells: Object.fromEntries(names.map((name, at) => [name, record[at] ?? ''])),
    }));
    const faults = rest
      .filter(({ record }) => record.length > names.length)
      .map(({ info }) => ({ file, line: info.lines, because: 'it has more cells than the head has names' }));
    return { head: names, rows, faults };
  } catch (error) {
    if (!(error instanceof CsvError)) throw error;
    const line = Number(error['lines'] ?? 1);
    return { head: [], rows: [], faults: [{ file, line, because: `it is no CSV: ${error.message}` }] };
  }
};

export type TableKind = 'articles' | 'catalogue' | 'conversations' | 'sizes';

/** By the names of the columns: what has a text is an article, what has a price is for sale. */
export const kindOfTable = (head: readonly string[]): TableKind => {
  const names = head.map((name) => name.toLowerCase());
  const has = (name: string): boolean => names.includes(name);
  if (has('body') || has('text')) return 'articles';
  if (has('question') && has('answer')) return 'conversations';
  return has('title') && (has('price') || has('sku') || has('id')) ? 'catalogue' : 'sizes';
};

/** Names of fields are ours, however a table writes them. */
const lowered = (cells: Row['cells']): Row['cells'] =>
  Object.fromEntries(Object.entries(cells).map(([name, value]) => [name.toLowerCase(), value]));

const articleOf = ({ place, cells }: Row): Draft => {
  const { body = '', text = '', ...fields } = lowered(cells);
  return {
    place,
    fields: { ...fields, id: fields['id'] ?? idOf(fields['title'] ?? '') },
    body: body || text,
  };
};

const line = (cells: readonly string[]): string =>
  `| ${cells.map((cell) => cell.replaceAll('|', '\\|').replace(/\s+/g, ' ')).join(' | ')} |`;

const oneTable = (file: string, { head, rows }: Rows): Draft => ({
  place: { file, line: 1 },
  fields: { id: idOf(basename(file)), title: basename(file).replace(/\.[^.]+$/, ''), category: 'sizes' },
  body: [
    line(head),
    line(head.map(() => '---')),
    ...rows.map(({ cells }) => line(head.map((name) => cells[name] ?? ''))),
  ].join('\n'),
});

export const readTable = (file: string, table: Rows, kind: Exclude<TableKind, 'conversations'>): Read => {
  if (table.faults.length > 0) return { drafts: [], faults: table.faults };
  switch (kind) {
    case 'articles':
      return { drafts: table.rows.map(articleOf), faults: [] };
    case 'catalogue':
      return { drafts: table.rows.map(({ place, cells }) => itemDraft(place, lowered(cells))), faults: [] };
    case 'sizes':
      return { drafts: table.rows.length === 0 ? [] : [oneTable(file, table)], faults: [] };
  }
};

export const pairsOfTable = ({ rows }: Rows): readonly Pair[] =>
  rows.map(({ cells }) => {
    const { question = '', answer = '' } = lowered(cells);
    return { question, answer };
  });
