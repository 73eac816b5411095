/** Conversations to be answered, a line each, and what the repository's own cases say of a good answer. */
import * as z from 'zod';
import { channelIds } from '../../../functions/core/domain/channel.ts';

const text = z.string().min(1);
const actions = ['reply', 'draft', 'escalate', 'ignore'] as const;
export type Action = (typeof actions)[number];

const turn = z.object({
  text: z.string(),
  /** Each list must be met by one of its members: a text, or `/a pattern/`. */
  mustSay: z.array(z.array(text).min(1)).optional(),
  mustNotSay: z.array(text).optional(),
  action: z.union([z.enum(actions), z.array(z.enum(actions)).min(1)]).optional(),
  /** The seeds hold what a right answer needs. */
  hasFacts: z.boolean().optional(),
  /** The answer's; null: the buyer's is none of ours, and the words of the hand-over are free. */
  language: text.nullish(),
});
export type Turn = z.output<typeof turn>;

const conversation = z.object({
  id: text,
  tenant: text,
  channel: z.enum(channelIds),
  account: text,
  thread: z.enum(['public', 'private']),
  buyer: text,
  locale: text.optional(),
  order: text.optional(),
  item: text.optional(),
  /** When the first turn was written; without it the time of the run. */
  now: z.iso.datetime({ offset: true }).optional(),
  turns: z.array(turn).min(1),
});
export type Conversation = z.output<typeof conversation>;

export type CaseLine =
  | { readonly ok: true; readonly conversation: Conversation }
  | { readonly ok: false; readonly id: unknown; readonly error: string };

const bare = z.object({ id: z.unknown() });

/** A line that cannot be read says why, and hides no other. */
export const readCase = (line: string): CaseLine => {
  let value: unknown;
  try {
    value = JSON.parse(line);
  } catch {
    return { ok: false, id: null, error: 'the line is not JSON' };
  }
  const parsed = conversation.safeParse(value);
  if (parsed.success) return { ok: true, conversation: parsed.data };
  const named = bare.safeParse(value);
  const faults = parsed.error.issues.map(({ path, message }) => `${path.join('.')}: ${message}`);
  return { ok: false, id: named.success ? (named.data.id ?? null) : null, error: faults.join('; ') };
};
