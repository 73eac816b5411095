/** The pages that alarms send people to, and the headings that are there. */
import type { SourceFile } from './files.ts';

/** Anchor of a heading as GitHub makes it: lower case, no punctuation, `-` for each blank. */
export const anchorOf = (heading: string): string =>
  heading
    .trim()
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{N}\s_-]/gu, '')
    .replaceAll(/\s/g, '-');

const withoutCode = (markdown: string): string => markdown.replaceAll(/^```[\s\S]*?^```/gm, '');

/** Anchors of the headings of one level, in order; what stands in code is no heading. */
export const anchorsIn = (markdown: string, level: number): readonly string[] =>
  [...withoutCode(markdown).matchAll(/^(#+)\s+(.+)$/gm)]
    .filter(([, marks]) => marks?.length === level)
    .map(([, , heading]) => anchorOf(heading ?? ''));

/** Anchors of the runbook that alarms name. */
export const alarmAnchors = (files: readonly SourceFile[]): readonly string[] =>
  files.flatMap(({ text }) =>
    [...text.matchAll(/docs\/runbook\.md#([\w-]+)/g)].map(([, anchor]) => anchor ?? ''),
  );

/** The text of each section of a level, by the section's anchor. */
export const sectionsIn = (markdown: string, level: number): ReadonlyMap<string, string> =>
  new Map(
    markdown
      .split(new RegExp(`^${'#'.repeat(level)} `, 'm'))
      .slice(1)
      .map((section) => [anchorOf(section.split('\n')[0] ?? ''), section]),
  );
