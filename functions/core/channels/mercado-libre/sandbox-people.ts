/** People of the sandboxed platform: buyers who ask, write and complain, and a seller's person who answers on the site. */
import * as z from 'zod/mini';
import { platformId } from '../kit/json.ts';
import { claimId, messageId, questionId } from './sandbox-ids.ts';
import { threadOf } from './sandbox-messages.ts';
import type { Platform } from './sandbox-platform.ts';
import { statusOf } from './sandbox-questions.ts';

const text = z.string().check(z.minLength(1));
const words = { account: platformId, text };
/** Nobody is told: it is only among what was missed. */
const quietly = z.prefault(z.boolean(), false);
const asked = z.strictObject({ ...words, item: platformId, buyer: platformId, quietly });
const written = z.strictObject({ ...words, pack: platformId, buyer: platformId, quietly });
const claimed = z.strictObject({
  ...words,
  pack: platformId,
  buyer: platformId,
  reason: z.prefault(z.string(), 'PNR9508'),
  stage: z.prefault(z.enum(['claim', 'dispute']), 'claim'),
});
const answered = z.strictObject({ ...words, question: platformId });
const replied = z.strictObject({ ...words, pack: platformId });

type Made = Promise<{ readonly id: string }>;
type Create = (platform: Platform, body: unknown) => Made;

/** Throws a TypeError that names what is wrong. */
const read = <Schema extends z.ZodMiniType>(schema: Schema, body: unknown): z.output<Schema> => {
  const parsed = z.safeParse(schema, body);
  if (!parsed.success)
    throw new TypeError(`not what this platform creates: ${z.prettifyError(parsed.error)}`);
  return parsed.data;
};

/** About any listing: one that the seeds do not name has been taken down since. */
const ask: Create = async (platform, body) => {
  const { quietly: isQuiet, ...question } = read(asked, body);
  const id = questionId(platform.memory.count());
  platform.memory.keep({ kind: 'question', id, ...question, at: platform.now() });
  if (isQuiet) platform.moods.add({ mood: 'silent', times: 1 });
  await platform.notify(question.account, 'questions', `/questions/${id}`);
  return { id };
};

const write: Create = async (platform, body) => {
  const { quietly: isQuiet, ...given } = read(written, body);
  const pack = platform.stock.thread(given.account, given.pack);
  const id = messageId(platform.memory.count());
  const own = { from: 'buyer', at: platform.now(), moderation: null, option: null, request: null } as const;
  platform.memory.keep({ kind: 'message', id, ...given, pack, ...own });
  if (isQuiet) platform.moods.add({ mood: 'silent', times: 1 });
  await platform.notify(given.account, 'messages', id, ['created']);
  return { id };
};

const complain: Create = async (platform, body) => {
  const { account, pack, buyer, reason, stage, text: message } = read(claimed, body);
  const order = platform.stock.pack(account, pack)[0]?.id ?? pack;
  const id = claimId(platform.memory.count());
  const at = platform.now();
  platform.memory.keep({ kind: 'claim', id, account, order, buyer, reason, stage, at });
  const said = { account, from: 'complainant', text: message, at, request: null } as const;
  platform.memory.keep({ kind: 'claim-message', claim: id, ...said });
  await platform.notify(account, 'post_purchase', `/post-purchase/v1/claims/${id}`, ['claims']);
  return { id };
};

const answerOnSite: Create = async (platform, body) => {
  const { account, question: id, text: answer } = read(answered, body);
  const question = platform.memory.questions.get(id);
  if (question?.account !== account) throw new TypeError('the seller has no such question');
  if (statusOf(question) !== 'UNANSWERED') throw new TypeError('the question takes no answer any more');
  const own = { at: platform.now(), moderation: null, request: null };
  platform.memory.keep({ kind: 'answer', question: id, account, text: answer, ...own });
  await platform.notify(account, 'questions', `/questions/${id}`);
  return { id };
};

/** Whoever answers on the site has read the thread. */
const writeOnSite: Create = async (platform, body) => {
  const given = read(replied, body);
  const pack = platform.stock.thread(given.account, given.pack);
  const thread = threadOf(platform, given.account, pack);
  if (thread === null) throw new TypeError('the seller has no such thread');
  const id = messageId(platform.memory.count());
  const at = platform.now();
  const own = { from: 'seller', at, moderation: null, option: null, request: null } as const;
  platform.memory.keep({ kind: 'read', account: given.account, pack, at });
  platform.memory.keep({ kind: 'message', id, ...given, pack, buyer: thread.buyer, ...own });
  await platform.notify(given.account, 'messages', id, ['created']);
  return { id };
};

export const creates: Readonly<Record<string, Create>> = {
  questions: ask,
  messages: write,
  claims: complain,
  'seller-answers': answerOnSite,
  'seller-messages': writeOnSite,
};
