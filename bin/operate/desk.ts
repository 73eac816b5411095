/** The desk on the command line: asks `desk-api` and shows what it answers, in the agent's language. */
import { deskAnswer, type DeskAnswer } from '../../functions/desk-api/contract.ts';
import * as zm from 'zod/mini';
import { CommandFault, type Connection } from './connection.ts';
import { deskWords, type DeskLocale } from './desk-words.ts';

export const askDesk = async (
  connection: Connection,
  request: Readonly<Record<string, unknown>>,
): Promise<Extract<DeskAnswer, { ok: true }>> => {
  const answer = zm.parse(deskAnswer, await connection.invoke('desk-api', request));
  if (!answer.ok)
    throw new CommandFault(answer.kept === undefined ? answer.problem : `${answer.problem}\n${answer.kept}`);
  return answer;
};

type InboxAnswer = Extract<DeskAnswer, { inbox: unknown }>;

const cut = (text: string, length: number): string =>
  text.length > length ? `${text.slice(0, length - 1)}…` : text;

const indented = (text: string): string =>
  text
    .split('\n')
    .map((line) => `  ${line}`)
    .join('\n');

/** One block for each that waits: what it is, since when, why, and the words. */
export const showInbox = (answer: InboxAnswer, locale: DeskLocale): string => {
  const words = deskWords[locale];
  if (answer.inbox.length === 0) return words.nothing;
  return answer.inbox
    .map((item) => {
      const kind = words[item.kind];
      const id = item.kind === 'escalation' ? item.conversation : item.id;
      const lines = [
        `${kind} ${id}  ${item.since}  ${words.because}: ${item.because}${item.agent === null ? '' : `  ${words.agent}: ${item.agent}`}`,
        `  ${words.conversation}: ${item.conversation}  ${item.language ?? '?'}  ${item.intent ?? '?'}  ${item.sentiment ?? '?'}`,
        `  ${words.buyer}: ${cut(item.lastBuyerText, 200)}`,
        ...(item.summary === null ? [] : [indented(item.summary)]),
        ...(item.promisedBy === null
          ? []
          : [`  ${words.promised}: ${item.promisedBy}${item.overdue ? ` ${words.overdue}` : ''}`]),
        ...(item.why === null ? [] : [`  ${words.why}: ${item.why}`]),
        ...(item.dueAt === null ? [] : [`  ${words.due}: ${item.dueAt}`]),
        ...(item.actions.length === 0 ? [] : [`  ${words.actions}: ${item.actions.join(', ')}`]),
        ...(item.text === null
          ? []
          : [`  ${item.kind === 'action' ? words.wanted : words.suggested}: ${item.text}`]),
      ];
      return lines.join('\n');
    })
    .join('\n\n');
};
