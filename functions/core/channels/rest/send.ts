/** Delivers a reply to the shop, and reads back what stayed unknown. */
import type { Outcome } from '../../domain/outcome.ts';
import type { MessageChannel, OutboundReply, Sent } from '../../ports/channel.ts';
import * as z from 'zod/mini';
import type { BodyProblem, ChannelDeps } from '../kit/http.ts';
import { asBusy } from '../kit/judge.ts';
import { platformId, readJson } from '../kit/json.ts';
import { getFromShop, postToShop } from './shop.ts';

export const send =
  (deps: ChannelDeps): MessageChannel['send'] =>
  async (reply, access) => {
    const answer = await postToShop(deps, access, [], reply.id, replyCreated(reply));
    if (answer.kind === 'good') return sent(answer.text);
    if (answer.kind === 'unknown') return { kind: 'unknown' };
    if (answer.kind !== 'refused') return answer;
    // 409: the shop has it under this key already; the answer to an earlier attempt never reached us.
    if (answer.status === 409) return sent(answer.text);
    return { kind: 'rejected', because: `status ${String(answer.status)}` };
  };

/** What the shop reads (README.md has its words). */
const replyCreated = ({ id, conversation, inReplyTo, text, language, kind }: OutboundReply) => ({
  type: 'reply.created',
  data: { conversation, reply: id, inReplyTo, text, language, kind },
});

const shopsOwnId = z.object({ id: platformId });

/** The status alone says that it was taken; a body that is garbage or cut short only costs us the shop's own id. */
const sent = (text: Outcome<string, BodyProblem>): Sent => {
  const named = text.ok ? readJson(shopsOwnId, text.value) : text;
  return { kind: 'sent', platformId: named.ok ? named.value.id : null };
};

/**
 * 404: the shop never took it. 405 and 501: it cannot be asked; that counts as not sent, because the interface binds
 * every shop to the idempotency key, under which sending again is safe.
 */
const notSent: readonly (number | null)[] = [404, 405, 501];

export const settle =
  (deps: ChannelDeps): MessageChannel['settle'] =>
  async (reply, access) => {
    const answer = await getFromShop(deps, access, ['replies', reply.id]);
    if (answer.kind === 'good') return sent(answer.text);
    if (answer.kind === 'busy') return answer;
    if (answer.kind === 'access-denied') return { kind: 'cannot-know' };
    if (notSent.includes(answer.status)) return { kind: 'not-sent' };
    return answer.kind === 'unknown' ? asBusy(answer) : { kind: 'cannot-know' };
  };
