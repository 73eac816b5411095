/** Old conversations: what buyers asked and people answered, masked, grouped, and written down for a person to read. */
import * as z from 'zod';
import { groupedByLikeness } from '../../functions/core/knowledge/likeness.ts';
import type { Fault } from './draft.ts';

export type Pair = { readonly question: string; readonly answer: string };

const pair = z.union([
  z.object({ question: z.string(), answer: z.string() }),
  z
    .object({ messages: z.array(z.object({ from: z.enum(['buyer', 'seller']), text: z.string() })) })
    .transform(({ messages }) => {
      const at = messages.findIndex(({ from }) => from === 'buyer');
      const answer = messages.slice(at + 1).find(({ from }) => from === 'seller');
      return { question: messages[at]?.text ?? '', answer: answer?.text ?? '' };
    }),
]);

export type PairsRead = { readonly pairs: readonly Pair[]; readonly faults: readonly Fault[] };

const one = (file: string, line: number, value: unknown): PairsRead => {
  const parsed = pair.safeParse(value);
  return parsed.success
    ? { pairs: [parsed.data], faults: [] }
    : {
        pairs: [],
        faults: [
          {
            file,
            line,
            because:
              'a conversation is {"question","answer"} or {"messages":[{"from":"buyer|seller","text"}]}',
          },
        ],
      };
};

/** JSON lines: a conversation each. */
export const readPairs = (file: string, text: string): PairsRead => {
  const read = text.split(/\r?\n/).flatMap((line, at): readonly PairsRead[] => {
    if (line.trim() === '') return [];
    try {
      return [one(file, at + 1, JSON.parse(line))];
    } catch {
      return [{ pairs: [], faults: [{ file, line: at + 1, because: 'the line is no JSON' }] }];
    }
  });
  return { pairs: read.flatMap(({ pairs }) => pairs), faults: read.flatMap(({ faults }) => faults) };
};

/** What masking leaves in place of personal data. */
const maskWords = /\[[A-Z_0-9]+\]/g;
/** An answer about one buyer's order helps no other. */
const isPersonal = (masked: string): boolean => masked.search(maskWords) >= 0;
/** A word of thanks answers nothing. */
const shortestAnswer = 20;

export type Suggestion = { readonly id: string; readonly count: number; readonly text: string };
export type Suggested = { readonly suggestions: readonly Suggestion[]; readonly leftOut: number };

type Understood = { readonly mask: (text: string) => string; readonly languageOf: (text: string) => string };

const sheet = (questions: readonly Pair[], language: string): string => {
  const [first] = questions;
  const answers = [...new Set(questions.map(({ answer }) => answer))].slice(0, 3);
  return [
    '---',
    `title: ${(first?.question ?? '').replace(/\s+/g, ' ').slice(0, 150)}`,
    `language: ${language}`,
    'category: faq',
    `suggested: ${String(questions.length)} conversations`,
    '---',
    '',
    ...answers.flatMap((answer) => [answer, '']),
    ...questions
      .slice(1, 6)
      .map(({ question }) => `<!-- ${question.replace(/\s+/g, ' ').replaceAll('--', '—')} -->`),
    '',
  ].join('\n');
};

/** Markdown files to read, mend and import: asked at least twice, the most frequent first. Nothing is stored. */
export const suggestionsFrom = (pairs: readonly Pair[], { mask, languageOf }: Understood): Suggested => {
  const masked = pairs.map(({ question, answer }) => ({
    question: mask(question),
    answer: mask(answer).trim(),
  }));
  const useful = masked
    .filter(({ answer }) => answer.length >= shortestAnswer && !isPersonal(answer))
    // Who gave the same answer was asked the same, in whatever words; what was masked says nothing.
    .map((each) => ({
      ...each,
      text: `${each.question} ${each.answer}`.replace(maskWords, ' '),
      language: languageOf(each.question),
    }));
  const groups = groupedByLikeness(useful).filter(({ length }) => length > 1);
  return {
    suggestions: groups.map((group, at) => ({
      id: `suggested-${String(at + 1).padStart(3, '0')}`,
      count: group.length,
      text: sheet(group, group[0]?.language ?? 'es'),
    })),
    leftOut: pairs.length - groups.flat().length,
  };
};
