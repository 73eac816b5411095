/** Fetches what a notification points at, from allowed paths only, and never takes anything for read. */
import { failed, found, type Outcome } from '../../domain/outcome.ts';
import type { Access, Arrival } from '../../ports/channel.ts';
import type { CollectProblem, PointerChannel } from '../../ports/pulling.ts';
import type { ChannelDeps } from '../kit/http.ts';
import { collectClaim } from './collect-claim.ts';
import { problemOf, type Collected } from './collected.ts';
import { answerName, conversationName, messageName } from './names.ts';
import { targetOf } from './paths.ts';
import { readPurchase } from './purchase.ts';
import { readQuestion, stateOf, type Question } from './question.ts';
import { readMessage, readThread, sellerOf, type Message } from './thread.ts';

export const collect =
  (deps: ChannelDeps): PointerChannel['collect'] =>
  async (pointer, access) => {
    const target = targetOf(pointer.topic, pointer.resource);
    if (target === null || target === 'other-topic')
      return failed({ kind: 'not-allowed', because: 'the pointer leads where we do not go' });
    const { id, global } = target;
    switch (target.kind) {
      case 'question':
        return collectQuestion(deps, access, id, global);
      case 'message': {
        const read = await readMessage(deps, access, id, global);
        return read.ok
          ? collectMessages(deps, access, null, read.value, global)
          : failed(problemOf(read.problem));
      }
      case 'thread': {
        const read = await readThread(deps, access, id, global);
        if (!read.ok) return failed(problemOf(read.problem));
        return collectMessages(deps, access, id, unansweredEnd(access, read.value.messages), global);
      }
      case 'claim':
        return collectClaim(deps, access, id);
    }
  };

const collectQuestion = async (
  deps: ChannelDeps,
  access: Access,
  name: string,
  global: boolean,
): Promise<Collected> => {
  const read = await readQuestion(deps, access, name, global);
  if (!read.ok) return failed(problemOf(read.problem));
  const question = read.value;
  if (question.seller_id !== sellerOf(access)) return failed({ kind: 'gone' });
  return found([arrivalOf(question, access, global, deps.now())]);
};

const arrivalOf = (question: Question, access: Access, global: boolean, now: Date): Arrival => {
  const conversation = conversationName({ kind: 'question', id: question.id });
  const state = stateOf(question);
  switch (state.kind) {
    case 'closed':
      return { kind: 'ignored', because: 'closed' };
    // Ours coming back, or the seller's person on the site: the flow knows what we sent.
    case 'answered': {
      const { text, refused } = state;
      const message = answerName(question.id);
      const at = state.at ?? now;
      return {
        kind: 'outgoing',
        message: { account: access.account, conversation, message, reply: null, text, at, refused },
      };
    }
    case 'open':
      return {
        kind: 'message',
        message: {
          account: access.account,
          conversation,
          message: messageName(conversation, global),
          buyer: { id: question.from?.id ?? `asker:${question.id}`, name: null, email: null },
          text: question.text,
          locale: null,
          order: null,
          item: question.item_id ?? null,
          at: question.date_created ?? now,
          attachments: 0,
          audience: 'public',
        },
      };
  }
};

/** What the buyer wrote after the seller's last words, with those: everything before is answered. */
const unansweredEnd = (access: Access, messages: readonly Message[]): readonly Message[] =>
  messages.slice(
    Math.max(
      0,
      messages.findLastIndex(({ from }) => from === sellerOf(access)),
    ),
  );

const collectMessages = async (
  deps: ChannelDeps,
  access: Access,
  thread: string | null,
  messages: readonly Message[],
  global: boolean,
): Promise<Collected> => {
  const arrivals: Arrival[] = [];
  let known: Purchaser | null = null;
  for (const message of messages) {
    const pack = message.pack ?? thread ?? message.order;
    if (pack === null) return failed({ kind: 'unreadable', because: 'a message of no purchase' });
    const at = message.at ?? deps.now();
    const conversation = conversationName({ kind: 'pack', id: pack });
    const shared = { account: access.account, conversation, message: messageName(message.id, global), at };
    if (message.from === sellerOf(access)) {
      const { text, refused } = message;
      arrivals.push({ kind: 'outgoing', message: { ...shared, reply: null, text, refused } });
      continue;
    }
    // The seller never gets to see what moderation took from the buyer.
    if (message.refused !== null) continue;
    if (known === null) {
      const read = await purchaserOf(deps, access, message.order ?? pack);
      if (!read.ok) return read;
      known = read.value;
    }
    const buyer = { id: known.buyer ?? message.from, name: null, email: null };
    const { text, attachments } = message;
    const rest = { locale: null, order: known.order, item: null, attachments, audience: 'private' } as const;
    arrivals.push({ kind: 'message', message: { ...shared, buyer, text, ...rest } });
  }
  return found(arrivals);
};

type Purchaser = { readonly order: string; readonly buyer: string | null };

/**
 * Who bought, by the order and not by the thread: in some countries the site's own assistant writes in the buyer's
 * place, under a user id of its own.
 */
const purchaserOf = async (
  deps: ChannelDeps,
  access: Access,
  name: string,
): Promise<Outcome<Purchaser, CollectProblem>> => {
  const read = await readPurchase(deps, access, name);
  if (read.ok) return found({ order: read.value.id, buyer: read.value.buyer.id });
  const { problem } = read;
  return problem.kind === 'absent' || problem.kind === 'unreadable'
    ? found({ order: name, buyer: null })
    : failed(problem);
};
