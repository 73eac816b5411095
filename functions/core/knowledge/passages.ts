/** An article cut into passages: by headings, paragraphs and rows of tables, each short enough to be read at once. */
import { isTableRow, rowsOf } from './tables.ts';

export type PassageText = {
  /** Headings above, outermost first. */
  readonly headings: readonly string[];
  readonly text: string;
};

/** Characters. A passage takes more paragraphs up to the first bound; one paragraph may reach the second. */
const enough = 480;
const most = 800;

const headingMark = /^(#{1,6})\s+(.+?)\s*#*$/;
const boldLine = /^\*\*([^*]{1,100})\*\*:?$/;
/** A line of its own that asks, as lists of questions write it. */
const questionLine = /^(?:[-*]\s+)?(?:\*\*)?((?:¿|\p{L}).{2,118}\?)(?:\*\*)?$/u;

type Block =
  | { readonly kind: 'heading'; readonly level: number; readonly text: string }
  | { readonly kind: 'paragraph'; readonly text: string }
  | { readonly kind: 'table'; readonly lines: readonly string[] };

/** Below every heading that is marked by its level. */
const unmarkedLevel = 7;

const headingIn = (line: string): Block | null => {
  const marked = headingMark.exec(line);
  if (marked !== null) return { kind: 'heading', level: marked[1]?.length ?? 1, text: marked[2] ?? '' };
  const text = boldLine.exec(line)?.[1] ?? questionLine.exec(line)?.[1];
  return text === undefined ? null : { kind: 'heading', level: unmarkedLevel, text };
};

const blockOf = (lines: readonly string[]): Block =>
  lines.every(isTableRow) ? { kind: 'table', lines } : { kind: 'paragraph', text: lines.join('\n').trim() };

const blocksIn = (body: string): readonly Block[] => {
  const blocks: Block[] = [];
  let open: string[] = [];
  const close = (): void => {
    if (open.length > 0) blocks.push(blockOf(open));
    open = [];
  };
  for (const line of body.split(/\r?\n/).map((one) => one.trim())) {
    const heading = headingIn(line);
    const last = open.at(-1);
    if (line === '' || heading !== null) close();
    else if (last !== undefined && isTableRow(last) !== isTableRow(line)) close();
    if (heading !== null) blocks.push(heading);
    else if (line !== '') open.push(line);
  }
  close();
  return blocks;
};

/** Marks of Markdown that a buyer should not read; words stay as they are. */
export const withoutMarks = (text: string): string =>
  text
    .replace(/!?\[([^\]]*)\]\([^)]*\)/g, '$1')
    .replace(/(\*\*|__)(?=\S)([^\n]*?\S)\1/g, '$2')
    .replace(/(?<![\p{L}\p{N}*])\*(?=\S)([^\n*]*?\S)\*(?![\p{L}\p{N}*])/gu, '$1')
    .replace(/`([^`]*)`/g, '$1')
    .replace(/^\s*(?:[-*+•]|>)\s+/gm, '')
    .trim();

const sentenceEnd = /(?<=[.!?…]["'”»)]?)\s+(?=[\p{Lu}\p{N}¿¡"“«(])/u;

/** A long paragraph, sentence by sentence; a sentence beyond the bound is cut between words. */
const shortened = (text: string): readonly string[] => {
  if (text.length <= most) return [text];
  const parts = text.split(/\n|(?<=\n)/).flatMap((line) => line.split(sentenceEnd));
  const pieces: string[] = [];
  for (const part of parts.flatMap((one) => one.match(/.{1,800}(?:\s+|$)|\S{800}/gsu) ?? [])) {
    const last = pieces.at(-1);
    if (last !== undefined && last.length + part.length < enough)
      pieces[pieces.length - 1] = `${last} ${part.trim()}`;
    else pieces.push(part.trim());
  }
  return pieces.filter((piece) => piece !== '');
};

type Heading = { readonly level: number; readonly text: string };

/** Paragraphs under one heading are put together while they stay short; a row of a table stands alone with its names. */
export const passagesOf = (body: string): readonly PassageText[] => {
  const passages: PassageText[] = [];
  let above: readonly Heading[] = [];
  let open: string[] = [];
  const close = (): void => {
    if (open.length > 0) passages.push({ headings: above.map(({ text }) => text), text: open.join('\n') });
    open = [];
  };
  const take = (paragraph: string): void => {
    if (open.length > 0 && open.join('\n').length + paragraph.length > enough) close();
    open.push(paragraph);
  };
  for (const block of blocksIn(body)) {
    if (block.kind === 'heading') {
      close();
      above = [
        ...above.filter(({ level }) => level < block.level),
        { level: block.level, text: withoutMarks(block.text) },
      ];
    } else if (block.kind === 'table') {
      close();
      for (const row of rowsOf(block.lines).map(withoutMarks)) {
        open = [row];
        close();
      }
    } else for (const paragraph of shortened(withoutMarks(block.text))) take(paragraph);
  }
  close();
  return passages;
};
