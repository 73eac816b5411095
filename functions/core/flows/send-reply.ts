/** Delivers a reply by the channel's rules: intended → attempted → confirmed, or unknown and settled by reading back. */
import type { ChannelId } from '../domain/channel.ts';
import type { HandOverReason } from '../domain/decision.ts';
import { done, type Handled } from '../domain/outcome.ts';
import type { Reply } from '../domain/reply.ts';
import type { Account } from '../domain/tenant.ts';
import type { Access, MessageChannel, OutboundReply } from '../ports/channel.ts';
import type { AccessDirectory } from '../ports/access.ts';
import type { ConversationStore, PolledReplies, ReplyAddress } from '../ports/conversations.ts';
import type { PauseSwitch, TenantDirectory } from '../ports/tenants.ts';
import type { Tools } from './kit.ts';
import { cancelAsStale, leaveToPerson, outdatedBy, toDraft } from './send-reply-hold.ts';
import { answeredBy, names, type Sending } from './sending.ts';
import { confirm, markAttempted, markBack, markUnknown, reject } from './send-reply-states.ts';

export type SendReplyDeps = Tools & {
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

const outbound = async (deps: SendReplyDeps, { reply, address }: Sending): Promise<OutboundReply | null> => {
  const { tenant, conversation } = address;
  const names = await deps.conversations.platformNames({ tenant, conversation, ...answeredBy(reply) });
  if (names === null) return null;
  const { id, text, language, kind } = reply;
  return { id, conversation: names.conversation, inReplyTo: names.message, text, language, kind };
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

const denied = (deps: SendReplyDeps, sending: Sending, because: string): Handled => {
  deps.log('access-denied', { ...names(sending), channel: sending.view.conversation.channel, because });
  return { next: 'retry', afterSeconds: null, because: accessDenied };
};

const polls = ({ access }: Reachable): boolean => access.address === '';

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
    case 'rejected':
      return reject(deps, sending, 'send_rejected', result.because);
    case 'busy':
      await markBack(deps, sending);
      return { next: 'retry', afterSeconds: result.afterSeconds, because: result.because };
    case 'access-denied':
      await markBack(deps, sending);
      return denied(deps, sending, result.because);
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
    case 'cannot-know':
      return reject(deps, sending, 'send_unknown', 'the platform lets nobody read back');
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
