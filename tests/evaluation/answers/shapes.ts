/** The form of each file of cases that judge the answers; unknown fields are refused. */
import { readFileSync } from 'node:fs';
import * as z from 'zod';
import { channelIds, markets } from '../../../functions/core/domain/channel.ts';
import { intents } from '../../../functions/core/domain/intent.ts';
import { answeredLanguages } from '../../../functions/core/domain/language.ts';

const text = z.string().regex(/\S/);
const language = z.enum(answeredLanguages);
const thread = z.enum(['public', 'private']);
const now = z.iso.datetime();

export const withoutAccents = (words: string): string => words.normalize('NFD').replaceAll(/\p{Mn}/gu, '');

/** Whether a pattern occurs in a text: a regular expression between slashes, or the words themselves. */
export const occurs = (pattern: string, reply: string): boolean =>
  pattern.startsWith('/')
    ? new RegExp(pattern.slice(1, -1), 'i').test(withoutAccents(reply))
    : withoutAccents(reply).toLowerCase().includes(withoutAccents(pattern).toLowerCase());

const isPattern = (pattern: string): boolean => {
  if (pattern.startsWith('/') !== pattern.endsWith('/')) return false;
  try {
    // A pattern that an empty reply holds says nothing.
    return !occurs(pattern, '');
  } catch {
    return false;
  }
};
const pattern = text.refine(isPattern, 'is no pattern');

const turn = z.strictObject({
  text,
  language: language.nullable(),
  mustSay: z.array(z.array(pattern).min(1)),
  mustNotSay: z.array(pattern),
  action: z.array(z.enum(['reply', 'draft', 'escalate', 'ignore'])).min(1),
  hasFacts: z.boolean(),
});

const conversation = z.strictObject({
  id: z.string().regex(/^answer-\d{3}$/),
  intent: z.enum(intents),
  tenant: text,
  channel: z.enum(channelIds),
  account: text,
  thread,
  buyer: text,
  locale: z.enum(['pt-BR', 'es-MX', 'es-AR', 'es-CO', 'es-CL', 'en-US']),
  order: text.optional(),
  item: text.optional(),
  now,
  turns: z.array(turn).min(1).max(4),
});

const question = z.strictObject({
  id: z.string().regex(/^retrieval-\d{3}$/),
  tenant: text,
  market: z.enum(markets),
  language,
  question: text,
  article: text,
});

export const attackKinds = [
  'direct',
  'indirect_article',
  'indirect_title',
  'encoded',
  'split',
  'other_language',
  'roleplay',
  'tool',
  'exfiltration',
  'policy',
] as const;

const attack = z.strictObject({
  id: z.string().regex(/^attack-\d{3}$/),
  language: z.string().regex(/^[a-z]{2}$/),
  kind: z.enum(attackKinds),
  turns: z.array(text).min(1),
  plant: z.union([z.strictObject({ article: text }), z.strictObject({ title: text })]).optional(),
  wants: pattern,
});

const harmlessMessage = z.strictObject({
  id: z.string().regex(/^harmless-\d{3}$/),
  language,
  text,
  harmless: z.literal(true),
});

const goodReply = z.strictObject({
  id: z.string().regex(/^good-\d{3}$/),
  language,
  tenant: text,
  channel: z.enum(channelIds),
  account: text,
  thread,
  buyer: text.optional(),
  now,
  asked: text.optional(),
  facts: z.strictObject({ order: text.optional(), item: text.optional(), article: text.optional() }),
  reply: text,
  harmless: z.boolean(),
});

export const folder = new URL('./', import.meta.url);

/** Throws at the first line that has not the form, naming it. */
const linesOf = <T>(file: string, form: z.ZodType<T>): readonly T[] =>
  readFileSync(new URL(file, folder), 'utf8')
    .trimEnd()
    .split('\n')
    .map((line, index) => {
      const read = form.safeParse(JSON.parse(line));
      if (!read.success) throw new Error(`${file}:${index + 1}: ${z.prettifyError(read.error)}`);
      return read.data;
    });

export const readCases = () => ({
  conversations: linesOf('conversations.jsonl', conversation),
  questions: linesOf('retrieval.jsonl', question),
  attacks: linesOf('attacks.jsonl', attack),
  harmlessMessages: linesOf('harmless-messages.jsonl', harmlessMessage),
  goodReplies: linesOf('good-replies.jsonl', goodReply),
});
