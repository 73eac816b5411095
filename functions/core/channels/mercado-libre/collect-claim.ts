/** Turns a claim into the case that a person gets, on the conversation of its purchase. */
import { failed, found } from '../../domain/outcome.ts';
import type { Access, Claim } from '../../ports/channel.ts';
import type { ChannelDeps } from '../kit/http.ts';
import { asText, readClaim, readClaimMessages, type PlatformClaim } from './claim.ts';
import { problemOf, type Collected } from './collected.ts';
import { conversationName } from './names.ts';
import { readPurchase } from './purchase.ts';
import { sellerOf } from './thread.ts';

export const collectClaim = async (deps: ChannelDeps, access: Access, name: string): Promise<Collected> => {
  const read = await readClaim(deps, access, name);
  if (!read.ok) return failed(problemOf(read.problem));
  const claim = read.value;
  if (claim.status === 'closed') return found([{ kind: 'ignored', because: 'closed' }]);
  const messages = await readClaimMessages(deps, access, name);
  // A claim that nobody has written in yet has no list of messages at all.
  if (!messages.ok && messages.problem.kind !== 'absent') return failed(problemOf(messages.problem));
  const purchase = await purchaseOf(deps, access, claim);
  if ('kind' in purchase) return failed(problemOf(purchase));
  const text = messages.ok ? asText(messages.value) : '';
  return found([{ kind: 'claim', claim: caseOf(claim, access, purchase, text, deps.now()) }]);
};

type Where = { readonly conversation: string; readonly order: string | null; readonly buyer: string | null };

const purchaseOf = async (deps: ChannelDeps, access: Access, claim: PlatformClaim) => {
  const name = claim.resource === undefined || claim.resource === 'order' ? claim.resource_id : undefined;
  const alone: Where = {
    conversation: conversationName({ kind: 'claim', id: claim.id }),
    order: null,
    buyer: null,
  };
  if (name === undefined) return alone;
  const read = await readPurchase(deps, access, name);
  if (read.ok) {
    const { id, pack_id: pack, buyer } = read.value;
    return { conversation: conversationName({ kind: 'pack', id: pack ?? id }), order: id, buyer: buyer.id };
  }
  const { problem } = read;
  if (problem.kind === 'absent' || problem.kind === 'unreadable')
    return { ...alone, conversation: conversationName({ kind: 'pack', id: name }), order: name };
  return problem;
};

const caseOf = (claim: PlatformClaim, access: Access, where: Where, text: string, now: Date): Claim => {
  const seller = sellerOf(access);
  const ours = claim.players.find((player) => player.user_id === seller);
  const theirs = claim.players.find(
    (player) => player.user_id !== undefined && player.user_id !== seller && player.role === 'complainant',
  );
  const at = claim.date_created ?? claim.last_updated ?? now;
  return {
    account: access.account,
    claim: claim.id,
    conversation: where.conversation,
    buyer: where.buyer ?? theirs?.user_id ?? `complainant:${claim.id}`,
    order: where.order,
    reason: claim.reason_id,
    stage: claim.stage,
    availableActions: (ours?.available_actions ?? []).map(({ action }) => action),
    at,
    dueAt: soonest((ours?.available_actions ?? []).flatMap(({ due_date: due }) => due ?? [])),
    text,
  };
};

/** The platform may name a date for each thing that the seller can do; the flow knows the rule of business days. */
const soonest = (dates: readonly Date[]): Date | null =>
  dates.length === 0 ? null : new Date(Math.min(...dates.map((date) => date.getTime())));
