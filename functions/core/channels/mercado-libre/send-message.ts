/** A message after a sale: its thread is read before it is written, and read back after. */
import type {
  Access,
  OutboundReply,
  OutgoingMessage,
  SendResult,
  SettleResult,
} from '../../ports/channel.ts';
import type { ChannelDeps } from '../kit/http.ts';
import { postToPlatform, reasonOf, type ReadProblem } from './api.ts';
import { numbered } from './fields.ts';
import { writeForReason } from './first-words.ts';
import { mercadoLibreManifest } from './manifest.ts';
import { isGlobal, messageIdOf, messageName, sameWords } from './names.ts';
import { judgedAfterSeconds, longestJudgementSeconds } from './send-timing.ts';
import { blockOf, readThread, sellerOf, threadPath, type Message, type Thread } from './thread.ts';

const { maximumCharacters } = mercadoLibreManifest.threads.private;

/**
 * What the seller's side wrote since the message that is answered, or since the buyer's newest when that is no longer
 * shown. Within the same second counts too: the platform tells no more than seconds, and we are quicker.
 */
const after = (thread: Thread, reply: OutboundReply, access: Access): readonly Message[] => {
  const isOurs = ({ from }: Message): boolean => from === sellerOf(access);
  const asked =
    thread.messages.find(({ id }) => id === messageIdOf(reply.inReplyTo)) ??
    thread.messages.findLast((message) => !isOurs(message));
  const since = asked?.at?.getTime() ?? 0;
  return thread.messages.filter((message) => isOurs(message) && (message.at?.getTime() ?? since) >= since);
};

/** Our own words in the thread: the reply itself, sent by an earlier run, and no other reply with the same text. */
const ownIn = (thread: Thread, reply: OutboundReply, access: Access): Message | undefined =>
  after(thread, reply, access).findLast(
    ({ id, text }) =>
      sameWords(text, reply.text) && !reply.earlier.some((said) => isSaid(said.platformId, id)),
  );

/** Words of the seller's side that we never said: a person's. What moderation refused no buyer has read. */
const personIn = (thread: Thread, reply: OutboundReply, access: Access): Message | undefined =>
  after(thread, reply, access).findLast(
    ({ id, text, refused }) =>
      refused === null &&
      !reply.earlier.some((said) => isSaid(said.platformId, id) || sameWords(said.text, text)),
  );

const isSaid = (platformId: string | null, id: string): boolean =>
  platformId !== null && messageIdOf(platformId) === id;

const outgoing = (message: Message, reply: OutboundReply, access: Access, now: Date): OutgoingMessage => ({
  account: access.account,
  conversation: reply.conversation,
  message: messageName(message.id, isGlobal(reply.inReplyTo)),
  reply: null,
  text: message.text,
  at: message.at ?? now,
  refused: message.refused,
});

/** To whom: who writes in the thread, which is the site's own assistant at times; `null`: nobody has written yet. */
const counterpartIn = (thread: Thread, access: Access): string | null =>
  thread.messages.findLast(({ from }) => from !== sellerOf(access))?.from ?? null;

export const writeMessage = async (
  deps: ChannelDeps,
  reply: OutboundReply,
  pack: string,
  access: Access,
): Promise<SendResult> => {
  if (reply.text.length > maximumCharacters)
    return { kind: 'rejected', because: `longer than ${String(maximumCharacters)} characters` };
  const read = await readThread(deps, access, pack, isGlobal(reply.inReplyTo));
  if (!read.ok) return unreadThread(read.problem);
  const thread = read.value;
  const own = ownIn(thread, reply, access);
  if (own !== undefined) return judged(deps, own, reply);
  const person = reply.kind === 'automatic' ? personIn(thread, reply, access) : undefined;
  if (person !== undefined) return { kind: 'overtaken', by: outgoing(person, reply, access, deps.now()) };
  const block = blockOf(thread);
  if (block !== null) return { kind: 'rejected', because: block };
  const to = counterpartIn(thread, access);
  // An invoice has a way of its own, where links and files pass; it is offered once.
  const asInvoice =
    reply.about === 'invoice_request'
      ? await writeForReason(deps, reply, pack, access, 'SEND_INVOICE_LINK')
      : null;
  if (asInvoice !== null) return asInvoice;
  if (to !== null) return post(deps, reply, pack, to, access);
  return (
    (await writeForReason(deps, reply, pack, access, 'OTHER')) ?? {
      kind: 'rejected',
      because: 'the platform offers no reason to write first',
    }
  );
};

/** Before anything was sent, what cannot be read is no reason to send blindly. */
const unreadThread = (problem: ReadProblem): SendResult => {
  switch (problem.kind) {
    case 'absent':
      return { kind: 'rejected', because: `the thread is not there: status ${String(problem.status)}` };
    case 'unreadable':
      return { kind: 'busy', afterSeconds: null, because: `the thread is unreadable: ${problem.because}` };
    case 'busy':
    case 'access-denied':
      return problem;
  }
};

const post = async (
  deps: ChannelDeps,
  reply: OutboundReply,
  pack: string,
  to: string,
  access: Access,
): Promise<SendResult> => {
  const content = {
    from: { user_id: numbered(sellerOf(access)) },
    to: { user_id: numbered(to) },
    text: reply.text,
    attachments: [],
  };
  const path = threadPath(access, pack, isGlobal(reply.inReplyTo));
  const answer = await postToPlatform(deps, access, path, { tag: 'post_sale' }, content);
  switch (answer.kind) {
    case 'good':
      return { kind: 'accepted', afterSeconds: judgedAfterSeconds };
    case 'unknown':
      return { kind: 'unknown' };
    case 'refused':
      return { kind: 'rejected', because: reasonOf(answer) };
    case 'busy':
    case 'access-denied':
      return answer;
  }
};

const judged = (
  deps: ChannelDeps,
  own: Message,
  reply: OutboundReply,
): Extract<SettleResult, { kind: 'sent' | 'rejected' | 'busy' }> => {
  if (own.refused !== null) return { kind: 'rejected', because: own.refused };
  const age = own.at === null ? 0 : (deps.now().getTime() - own.at.getTime()) / 1000;
  if (!own.isJudged && age < longestJudgementSeconds)
    return { kind: 'busy', afterSeconds: judgedAfterSeconds, because: 'moderation has not decided yet' };
  return { kind: 'sent', platformId: messageName(own.id, isGlobal(reply.inReplyTo)) };
};

export const settleMessage = async (
  deps: ChannelDeps,
  reply: OutboundReply,
  pack: string,
  access: Access,
): Promise<SettleResult> => {
  const read = await readThread(deps, access, pack, isGlobal(reply.inReplyTo));
  if (read.ok) {
    const own = ownIn(read.value, reply, access);
    return own === undefined ? { kind: 'not-sent' } : judged(deps, own, reply);
  }
  switch (read.problem.kind) {
    case 'absent':
      return { kind: 'cannot-know' };
    case 'unreadable':
      return { kind: 'busy', afterSeconds: null, because: read.problem.because };
    case 'busy':
    case 'access-denied':
      return read.problem;
  }
};
