/** A PDF as an article: its text, page after page. What was scanned holds no text, and is a fault. */
import { basename } from 'node:path';
import { extractText, getDocumentProxy } from 'unpdf';
import { idOf, type Read } from './draft.ts';

/** Lines of a paragraph belong together; an empty line, or a short one that ends a sentence, ends it. */
const paragraphs = (text: string): string =>
  text
    .split(/\r?\n/)
    .map((line) => line.trim())
    .reduce(
      (whole, line) =>
        line === '' ? `${whole}\n\n` : /[.:!?]$/.test(whole) ? `${whole}\n\n${line}` : `${whole} ${line}`,
      '',
    )
    .replace(/\n{3,}/g, '\n\n')
    .trim();

export const readPaper = async (file: string, bytes: Uint8Array): Promise<Read> => {
  try {
    const { text } = await extractText(await getDocumentProxy(bytes), { mergePages: false });
    const body = paragraphs(text.join('\n\n'));
    if (body === '')
      return {
        drafts: [],
        faults: [{ file, line: 1, because: 'it holds pictures and no text: write it down as Markdown' }],
      };
    const title = basename(file)
      .replace(/\.[^.]+$/, '')
      .replace(/[-_]+/g, ' ');
    return {
      drafts: [{ place: { file, line: 1 }, fields: { id: idOf(basename(file)), title }, body }],
      faults: [],
    };
  } catch (error) {
    return {
      drafts: [],
      faults: [
        { file, line: 1, because: `it is no PDF: ${error instanceof Error ? error.message : 'unreadable'}` },
      ],
    };
  }
};
