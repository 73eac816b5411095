/** Markdown with front matter: `name: value` lines between two lines of dashes, then the article. */
import { basename } from 'node:path';
import { idOf, type Read } from './draft.ts';

const dashes = /^---\s*$/;
const fieldLine = /^([A-Za-z_]+)\s*:\s*(.*?)\s*$/;
const firstHeading = /^#\s+(.+?)\s*#*\s*$/;

/** Notes of whoever wrote it, for nobody else. */
const comment = /<!--[\s\S]*?-->/g;

const unquoted = (value: string): string => /^(["'])(.*)\1$/.exec(value)?.[2] ?? value;

export const readMarkdown = (file: string, text: string): Read => {
  const lines = text.replace(/^\uFEFF/, '').split(/\r?\n/);
  const fields: Record<string, string> = { id: idOf(basename(file)) };
  const end = dashes.test(lines[0] ?? '') ? lines.findIndex((line, at) => at > 0 && dashes.test(line)) : 0;
  if (end < 0)
    return {
      drafts: [],
      faults: [{ file, line: 1, because: 'the front matter has no second line of dashes' }],
    };
  const faults = lines.slice(1, end).flatMap((line, at) => {
    if (line.trim() === '' || line.startsWith('#')) return [];
    const [, name, value = ''] = fieldLine.exec(line) ?? [];
    if (name === undefined)
      return [{ file, line: at + 2, because: 'a line of front matter is `name: value`' }];
    fields[name] = unquoted(value);
    return [];
  });
  const rest = lines.slice(end === 0 ? 0 : end + 1);
  const first = rest.findIndex((line) => line.trim() !== '');
  const heading = firstHeading.exec(rest[first] ?? '')?.[1];
  const title = fields['title'] ?? heading ?? '';
  // A heading that says the title is the title, and no heading of every passage.
  const body = heading !== undefined && heading === title ? rest.slice(first + 1) : rest;
  const draft = {
    place: { file, line: 1 },
    fields: { ...fields, title },
    body: body.join('\n').replace(comment, '').trim(),
  };
  return { drafts: [draft], faults };
};
