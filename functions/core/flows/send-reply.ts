/** Delivers a reply by the channel's rules: intended → attempted → confirmed, or unknown and settled by reading back. */
import type { ChannelId } from '../domain/channel.ts';
import { manifests, type ChannelManifest } from '../channels/manifests.ts';
import type { HandOverReason } from '../domain/decision.ts';
import { done, type Handled } from '../domain/outcome.ts';
import type { Reply, ReplyState } from '../domain/reply.ts';
import type { Account } from '../domain/tenant.ts';
import type { Access, MessageChannel, OutboundReply } from '../ports/channel.ts';
import type { AccessDirectory } from '../ports/access.ts';
import type { ConversationStore, PolledReplies, ReplyAddress } from '../ports/conversations.ts';
import type { PauseSwitch, TenantDirectory } from '../ports/tenants.ts';
import type { CaseTools } from './case-machine.ts';
import { cancelAsStale, giveWay, leaveToPerson, outdatedBy, toDraft } from './send-reply-hold.ts';
import { answeredBy, names, type Sending } from './sending.ts';
import { confirm, markAttempted, markBack, markUnknown, reject } from './send-reply-states.ts';

export type SendReplyDeps = CaseTools & {
  readonly conversations: ConversationStore;
  readonly tenants: Pick<TenantDirectory, 'account'>;
  readonly access: AccessDirectory;
  readonly pause: PauseSwitch;
  readonly channels: Readonly<Record<ChannelId, Pick<MessageChannel, 'send' | 'settle'>>>;
  readonly polled: Pick<PolledReplies, 'put'>;
};

const read = async (deps: SendReplyDeps, address: ReplyAddress): Promise<Sending | null> => {
  const latest = await deps.conversations.view(address);
  if (latest === null) return null;
  // A draft that is approved late may lie far behind the latest turns, and so may what it answers.
  const recent = latest.replies.find((one) => one.id === address.reply);
  const reply = recent ?? (await deps.conversations.reply(address));
  if (reply === null) return null;
  const view = latest.messages.some((one) => one.message === reply.inReplyTo)
    ? latest
    : ((await deps.conversations.view(address, answeredBy(reply))) ?? latest);
  const { channel, account: id } = view.conversation;
  const account = await deps.tenants.account(channel, id);
  const access = account === null ? null : await deps.access.access(channel, account);
  return { view, reply, address, account, access };
};

/** What a call to the platform, or a place where the shop fetches it, needs. */
type Reachable = Sending & { readonly account: Account; readonly access: Access };
type Deliverable = { readonly sending: Reachable; readonly words: OutboundReply };

/** Replies that left, or may have. */
const left: ReadonlySet<ReplyState> = new Set(['attempted', 'unknown', 'confirmed']);

const earlier = ({ view, reply }: Sending): OutboundReply['earlier'] =>
  view.replies
    .filter(({ id, state }) => id !== reply.id && left.has(state))
    .map(({ platformId, text }) => ({ platformId, text }));

/** With the platform's own names, opened; `null`: the buyer was erased. */
const outbound = async (deps: SendReplyDeps, sending: Sending): Promise<OutboundReply | null> => {
  const { view, reply, address } = sending;
  const { tenant, conversation } = address;
  const names = await deps.conversations.platformNames({ tenant, conversation, ...answeredBy(reply) });
  if (names === null) return null;
  const { id, text, language, kind } = reply;
  const { audience } = view.conversation;
  const { conversation: thread, message: inReplyTo, buyer } = names;
  return {
    id,
    conversation: thread,
    inReplyTo,
    buyer,
    audience,
    text,
    language,
    kind,
    about: view.messages.find(({ message }) => message === reply.inReplyTo)?.understanding?.intent ?? null,
    earlier: earlier(sending),
  };
};

/** Everything that delivering needs, or what is to be done without it. */
const ready = async (deps: SendReplyDeps, sending: Sending): Promise<Deliverable | Handled> => {
  const { account, access } = sending;
  if (account === null) return { next: 'bury', because: 'the account is no longer connected' };
  if (access === null) return denied(deps, sending, 'no access is stored');
  const words = await outbound(deps, sending);
  return words === null
    ? { next: 'bury', because: 'the buyer was erased' }
    : { sending: { ...sending, account, access }, words };
};

const accessDenied = 'access-denied';

const denied = (
  deps: SendReplyDeps,
  sending: Sending,
  because: string,
  afterSeconds: number | null = null,
): Handled => {
  deps.log('access-denied', { ...names(sending), channel: sending.view.conversation.channel, because });
  return { next: 'retry', afterSeconds, because: accessDenied };
};

/** The platform no longer takes our token; with a new one it is asked again at once. */
const refused = async (deps: SendReplyDeps, sending: Reachable, because: string): Promise<Handled> => {
  const renewed = await deps.access.renew(sending.account.channel, sending.account, sending.access);
  return denied(deps, sending, because, renewed === null ? null : 1);
};

const polls = ({ account, access }: Reachable): boolean => {
  const manifest: ChannelManifest = manifests[account.channel];
  return manifest.reply.delivery === 'push-or-poll' && access.address === '';
};

/** Put out for a shop that polls; twice is one row. */
const putOut = async (deps: SendReplyDeps, sending: Reachable): Promise<Handled> => {
  const { tenant, channel, id } = sending.account;
  await deps.polled.put({ tenant, channel, account: id }, sending.address, deps.clock());
  return confirm(deps, sending, null);
};

const deliver = async (deps: SendReplyDeps, { sending, words }: Deliverable): Promise<Handled> => {
  if (polls(sending)) return putOut(deps, sending);
  const result = await deps.channels[sending.account.channel].send(words, sending.access);
  switch (result.kind) {
    case 'sent':
      return confirm(deps, sending, result.platformId);
    case 'accepted':
      return { next: 'retry', afterSeconds: result.afterSeconds, because: 'the platform still judges it' };
    case 'rejected':
      return reject(deps, sending, 'send_rejected', result.because);
    case 'overtaken':
      return giveWay(deps, sending);
    case 'busy':
      await markBack(deps, sending);
      return { next: 'retry', afterSeconds: result.afterSeconds, because: result.because };
    case 'access-denied':
      await markBack(deps, sending);
      return refused(deps, sending, result.because);
    case 'unknown':
      await markUnknown(deps, sending);
      deps.log('reply-unknown', { ...names(sending), because: 'the platform did not tell' });
      return { next: 'retry', afterSeconds: null, because: 'unknown: to be read back' };
  }
};

const attempt = async (deps: SendReplyDeps, given: Sending): Promise<Handled> => {
  const deliverable = await ready(deps, given);
  if ('next' in deliverable) return deliverable;
  const { sending, words } = deliverable;
  if (!(await markAttempted(deps, sending)))
    return { next: 'retry', afterSeconds: null, because: 'another run has it' };
  return deliver(deps, { sending: { ...sending, reply: { ...sending.reply, state: 'attempted' } }, words });
};

const fromIntended = async (deps: SendReplyDeps, sending: Sending): Promise<Handled> => {
  const { conversation } = sending.view;
  if (sending.reply.kind === 'automatic') {
    if (await deps.pause.paused(conversation.tenant, conversation.channel))
      return toDraft(deps, sending, 'paused');
    if (conversation.state === 'with-agent' && !sending.reply.holding) return leaveToPerson(deps, sending);
    const newer = outdatedBy(sending);
    if (newer !== null) return cancelAsStale(deps, sending, newer);
  }
  return attempt(deps, sending);
};

/** What an earlier run left behind: read back, never sent blindly again. */
const settle = async (deps: SendReplyDeps, given: Sending): Promise<Handled> => {
  const deliverable = await ready(deps, given);
  if ('next' in deliverable) return deliverable;
  const { sending, words } = deliverable;
  // Putting a reply out for polling twice is one row: no reading back is needed.
  if (polls(sending)) return putOut(deps, sending);
  const read = await deps.channels[sending.account.channel].settle(words, sending.access);
  switch (read.kind) {
    case 'sent':
      return confirm(deps, sending, read.platformId);
    case 'not-sent':
      await markBack(deps, sending);
      // Time has passed: what must hold before any send must hold again.
      return fromIntended(deps, { ...sending, reply: { ...sending.reply, state: 'intended' } });
    case 'rejected':
      return reject(deps, sending, 'send_rejected', read.because);
    case 'overtaken':
      return giveWay(deps, sending);
    case 'cannot-know':
      return reject(deps, sending, 'send_unknown', 'the platform lets nobody read back');
    case 'access-denied':
      return refused(deps, sending, read.because);
    case 'busy':
      return { next: 'retry', afterSeconds: read.afterSeconds, because: read.because };
  }
};

export const sendReply =
  (deps: SendReplyDeps) =>
  async (address: ReplyAddress): Promise<Handled> => {
    const sending = await read(deps, address);
    if (sending === null) return { next: 'bury', because: 'there is no such reply' };
    switch (sending.reply.state) {
      case 'intended':
        return fromIntended(deps, sending);
      case 'attempted':
      case 'unknown':
        return settle(deps, sending);
      case 'draft':
      case 'confirmed':
      case 'rejected':
      case 'cancelled':
        return done;
    }
  };

const parkingReason = (reply: Reply, because: string): HandOverReason => {
  if (reply.state !== 'intended') return 'send_unknown';
  return because === accessDenied ? 'access_denied' : 'send_rejected';
};

/** On the last receive: nothing is sent again; a person gets the reply with what is known of it. */
export const parkReply =
  (deps: SendReplyDeps) =>
  async (address: ReplyAddress, because: string): Promise<boolean> => {
    const sending = await read(deps, address);
    if (sending === null) return false;
    const { reply } = sending;
    if (reply.state === 'intended' || reply.state === 'attempted' || reply.state === 'unknown')
      await reject(deps, sending, parkingReason(reply, because), because);
    deps.count('Buried');
    deps.log('message-buried', { ...names(sending), because });
    return true;
  };
