/** A web page as an article: its headings, paragraphs, lists and tables, without menus and scripts. */
import { basename } from 'node:path';
import { HTMLElement, parse, TextNode, type Node } from 'node-html-parser';
import { idOf, type Read } from './draft.ts';

const silent = new Set([
  'script',
  'style',
  'nav',
  'header',
  'footer',
  'noscript',
  'form',
  'svg',
  'iframe',
  'button',
]);
const apart = new Set([
  'p',
  'div',
  'section',
  'article',
  'main',
  'ul',
  'ol',
  'blockquote',
  'br',
  'dl',
  'dd',
  'dt',
  'figure',
]);

const plain = (text: string): string => text.replace(/\s+/g, ' ').trim();
const tagOf = (node: HTMLElement): string => node.rawTagName?.toLowerCase() ?? '';

const rowsOf = (table: HTMLElement): string => {
  const rows = table
    .querySelectorAll('tr')
    .map((row) => row.querySelectorAll('th,td').map((cell) => plain(cell.text).replaceAll('|', '\\|')));
  const [head = [], ...rest] = rows;
  const line = (cells: readonly string[]): string => `| ${cells.join(' | ')} |`;
  return [line(head), line(head.map(() => '---')), ...rest.map(line)].join('\n');
};

const textOf = (node: Node): string => {
  if (node instanceof TextNode) return node.text.replace(/\s+/g, ' ');
  if (!(node instanceof HTMLElement)) return '';
  const tag = tagOf(node);
  if (silent.has(tag)) return '';
  const level = /^h([1-6])$/.exec(tag)?.[1];
  if (level !== undefined) return `\n\n${'#'.repeat(Number(level))} ${plain(node.text)}\n\n`;
  if (tag === 'table') return `\n\n${rowsOf(node)}\n\n`;
  const inner = node.childNodes.map(textOf).join('');
  if (tag === 'li') return `\n- ${plain(inner)}`;
  return apart.has(tag) ? `\n\n${inner}\n\n` : inner;
};

export const readPage = (file: string, html: string): Read => {
  const root = parse(html);
  const heading = root.querySelector('h1');
  const title = plain(heading?.text ?? root.querySelector('title')?.text ?? '');
  heading?.remove();
  const language = root.querySelector('html')?.getAttribute('lang');
  const body = textOf(
    root.querySelector('main') ?? root.querySelector('article') ?? root.querySelector('body') ?? root,
  );
  return {
    drafts: [
      {
        place: { file, line: 1 },
        fields: {
          id: idOf(basename(file)),
          title,
          ...(language === undefined
            ? {}
            : { language: language.replace(/-([a-z]{2})$/, (part) => part.toUpperCase()) }),
        },
        body: body
          .split('\n')
          .map((line) => line.trim())
          .join('\n')
          .replace(/\n{3,}/g, '\n\n')
          .trim(),
      },
    ],
    faults: [],
  };
};
