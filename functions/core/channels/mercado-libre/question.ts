/** A question on a listing, as the platform tells it: open, answered for ever, or closed. */
import type { Outcome } from '../../domain/outcome.ts';
import type { Access } from '../../ports/channel.ts';
import * as z from 'zod/mini';
import type { ChannelDeps } from '../kit/http.ts';
import { cleanText } from '../kit/json.ts';
import { readFromPlatform, type ReadProblem } from './api.ts';
import { id, moment, statusWord } from './fields.ts';

const question = z.object({
  id,
  seller_id: id,
  item_id: z.optional(id),
  status: statusWord,
  text: z.prefault(cleanText, ''),
  date_created: moment,
  hold: z.optional(z.boolean()),
  from: z.optional(z.object({ id: z.optional(id) })),
  answer: z.optional(
    z.object({ text: z.prefault(cleanText, ''), status: z.optional(statusWord), date_created: moment }),
  ),
});
export type Question = z.output<typeof question>;

export const readQuestion = async (
  deps: ChannelDeps,
  access: Access,
  name: string,
  global: boolean,
): Promise<Outcome<Question, ReadProblem>> =>
  readFromPlatform(deps, access, question, [...(global ? ['marketplace'] : []), 'questions', name], {
    api_version: '4',
  });

/** What the platform took back, with the status that it gave it. */
const takenBack: ReadonlySet<string> = new Set(['banned', 'deleted', 'disabled', 'moderated', 'rejected']);

export type QuestionState =
  | { readonly kind: 'open' }
  | {
      readonly kind: 'answered';
      readonly text: string;
      readonly at: Date | null;
      /** Why the platform took the answer back, else null. */
      readonly refused: string | null;
    }
  /** Banned, deleted, under review, …: nobody can answer it now. */
  | { readonly kind: 'closed'; readonly because: string };

export const stateOf = ({ status, hold, answer }: Question): QuestionState => {
  if (answer !== undefined) {
    const refused = takenBack.has(answer.status ?? '') ? `the answer is ${answer.status ?? ''}` : null;
    return { kind: 'answered', text: answer.text, at: answer.date_created, refused };
  }
  if (status !== 'unanswered') return { kind: 'closed', because: `the question is ${status}` };
  return hold === true ? { kind: 'closed', because: 'the question is on hold' } : { kind: 'open' };
};
