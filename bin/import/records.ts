/** JSON: a list of articles or of items, or an object that holds `articles` and `items` as seeds do. */
import * as z from 'zod';
import { itemDraft } from './catalogue.ts';
import type { Draft, Fault, Read } from './draft.ts';

const record = z.record(z.string(), z.unknown());
const scalar = z.union([z.string(), z.number(), z.boolean()]).transform(String);
const holder = z.object({ articles: z.array(record).default([]), items: z.array(record).default([]) });

/** Attributes of an item stand one below the others; what is nested deeper is of no use in a text. */
const flat = (given: Readonly<Record<string, unknown>>): Readonly<Record<string, string>> => {
  const cells: Record<string, string> = {};
  for (const [name, value] of Object.entries(given)) {
    const plain = scalar.safeParse(value);
    if (plain.success) cells[name] = plain.data;
    else if (name === 'attributes') Object.assign(cells, flat(record.catch({}).parse(value)));
  }
  return cells;
};

/** Where each element of a list stands is not known to the parser of JSON: its number is told. */
const draftsOf = (
  file: string,
  articles: readonly Record<string, unknown>[],
  items: readonly Record<string, unknown>[],
): readonly Draft[] => [
  ...articles.map((article, at) => {
    const { body = '', tenant: _, ...fields } = flat(article);
    return { place: { file, line: at + 1 }, fields, body };
  }),
  ...items.map((item, at) => itemDraft({ file, line: at + 1 }, flat(item))),
];

const isItem = (given: Readonly<Record<string, unknown>>): boolean => !('body' in given);

export const readRecords = (file: string, text: string): Read => {
  const fault = (because: string): { readonly drafts: []; readonly faults: readonly Fault[] } => ({
    drafts: [],
    faults: [{ file, line: 1, because }],
  });
  try {
    const parsed: unknown = JSON.parse(text);
    const list = z.array(record).safeParse(parsed);
    if (list.success)
      return {
        drafts: draftsOf(
          file,
          list.data.filter((one) => !isItem(one)),
          list.data.filter(isItem),
        ),
        faults: [],
      };
    const held = holder.safeParse(parsed);
    return held.success
      ? { drafts: draftsOf(file, held.data.articles, held.data.items), faults: [] }
      : fault('it is no list of articles or items, nor an object with `articles` and `items`');
  } catch (error) {
    return fault(`it is no JSON: ${error instanceof Error ? error.message : 'unreadable'}`);
  }
};
