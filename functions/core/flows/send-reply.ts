/** Delivers a reply by the channel's rules: intended → attempted → confirmed, or unknown and settled by reading back. */
import { done, type Handled } from '../domain/outcome.ts';
import type { MessageChannel, OutboundReply } from '../ports/channel.ts';
import type { ChannelId } from '../domain/channel.ts';
import type { ReplyState } from '../domain/reply.ts';
import { manifests, type ChannelManifest } from '../channels/manifests.ts';
import type { AccessDirectory } from '../ports/access.ts';
import type { ConversationStore, PolledReplies, ReplyAddress } from '../ports/conversations.ts';
import type { PauseSwitch, TenantDirectory } from '../ports/tenants.ts';
import type { Tools } from './kit.ts';
import { cancelAsStale, giveWay, isStale, toDraft } from './send-reply-hold.ts';
import { names, type Sending } from './sending.ts';
import { confirm, markAttempted, markBack, markUnknown, reject } from './send-reply-states.ts';

export type SendReplyDeps = Tools & {
  readonly conversations: ConversationStore;
  readonly tenants: Pick<TenantDirectory, 'account'>;
  readonly access: AccessDirectory;
  readonly pause: PauseSwitch;
  readonly channels: Readonly<Record<ChannelId, Pick<MessageChannel, 'send' | 'settle'>>>;
  readonly polled: Pick<PolledReplies, 'put'>;
};

const settleSeconds = 2;
const busySeconds = 5;

const read = async (
  deps: SendReplyDeps,
  address: ReplyAddress,
): Promise<Sending | { readonly lost: string }> => {
  const [view, reply] = await Promise.all([
    deps.conversations.view(address),
    deps.conversations.reply(address),
  ]);
  if (view === null || reply === null) return { lost: 'there is no such reply' };
  const { channel, account: id } = view.conversation;
  const account = await deps.tenants.account(channel, id);
  if (account === null) return { lost: 'the account is no longer connected' };
  return { view, reply, address, account, access: await deps.access.access(channel, account) };
};

/** Replies that left, or may have. */
const left: ReadonlySet<ReplyState> = new Set(['attempted', 'unknown', 'confirmed']);

const earlier = ({ view, reply }: Sending): OutboundReply['earlier'] =>
  view.replies
    .filter(({ id, state }) => id !== reply.id && left.has(state))
    .map(({ platformId, text }) => ({ platformId, text }));

/** With the platform's own names, opened; `null`: the buyer was erased. */
const outbound = async (deps: SendReplyDeps, sending: Sending): Promise<OutboundReply | null> => {
  const answered = sending.view.messages.find((message) => message.message === sending.reply.inReplyTo);
  const { tenant, conversation } = sending.address;
  const at = answered?.at ?? sending.reply.createdAt;
  const names = await deps.conversations.platformNames({
    tenant,
    conversation,
    message: sending.reply.inReplyTo,
    at,
  });
  if (names === null) return null;
  const { id, text, language, kind } = sending.reply;
  const { audience } = sending.view.conversation;
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
    earlier: earlier(sending),
  };
};

const polls = (sending: Sending): boolean => {
  const manifest: ChannelManifest = manifests[sending.view.conversation.channel];
  return manifest.reply.delivery === 'push-or-poll' && (sending.access?.address ?? '') === '';
};

/** Put out for a shop that polls; twice is one row. */
const putOut = async (deps: SendReplyDeps, sending: Sending): Promise<Handled> => {
  const { tenant, channel, id: account } = sending.account;
  await deps.polled.put({ tenant, channel, account }, sending.address, deps.clock());
  return confirm(deps, sending, null);
};

const notConnected: Handled = {
  then: 'retry',
  afterSeconds: busySeconds,
  because: 'the account has no access',
};

const deliver = async (deps: SendReplyDeps, sending: Sending, words: OutboundReply): Promise<Handled> => {
  const { channel } = sending.view.conversation;
  if (polls(sending)) return putOut(deps, sending);
  if (sending.access === null) {
    await markBack(deps, sending);
    return notConnected;
  }
  const result = await deps.channels[channel].send(words, sending.access);
  switch (result.kind) {
    case 'sent':
      return confirm(deps, sending, result.platformId);
    case 'accepted':
      return { then: 'retry', afterSeconds: result.afterSeconds, because: 'the platform still judges it' };
    case 'rejected':
      return reject(deps, sending, 'send_rejected', result.because);
    case 'overtaken':
      return giveWay(deps, sending);
    case 'busy':
      await markBack(deps, sending);
      return { then: 'retry', afterSeconds: result.afterSeconds ?? busySeconds, because: result.because };
    case 'access-denied':
      await markBack(deps, sending);
      deps.log('access-denied', { ...names(sending), channel, because: result.because });
      const renewed = await deps.access.renew(channel, sending.account, sending.access);
      const afterSeconds = renewed === null ? busySeconds : 1;
      return { then: 'retry', afterSeconds, because: 'access-denied' };
    case 'unknown':
      await markUnknown(deps, sending);
      deps.log('reply-unknown', { ...names(sending), because: 'the platform did not tell' });
      return { then: 'retry', afterSeconds: settleSeconds, because: 'unknown: to be read back' };
  }
};

const attempt = async (deps: SendReplyDeps, sending: Sending): Promise<Handled> => {
  const words = await outbound(deps, sending);
  if (words === null) return { then: 'bury', because: 'the buyer was erased' };
  if (!(await markAttempted(deps, sending)))
    return { then: 'retry', afterSeconds: settleSeconds, because: 'another run has it' };
  return deliver(deps, { ...sending, reply: { ...sending.reply, state: 'attempted' } }, words);
};

/** What an earlier run left behind: read back, never sent blindly again. */
const settle = async (deps: SendReplyDeps, sending: Sending): Promise<Handled> => {
  const words = await outbound(deps, sending);
  if (words === null) return { then: 'bury', because: 'the buyer was erased' };
  // Putting a reply out for polling twice is one row: no reading back is needed.
  if (polls(sending)) return putOut(deps, sending);
  if (sending.access === null) return notConnected;
  const read = await deps.channels[sending.view.conversation.channel].settle(words, sending.access);
  switch (read.kind) {
    case 'sent':
      return confirm(deps, sending, read.platformId);
    case 'not-sent':
      await markBack(deps, sending);
      return attempt(deps, { ...sending, reply: { ...sending.reply, state: 'intended' } });
    case 'rejected':
      return reject(deps, sending, 'send_rejected', read.because);
    case 'overtaken':
      return giveWay(deps, sending);
    case 'cannot-know':
      return reject(deps, sending, 'send_unknown', 'the platform lets nobody read back');
    case 'access-denied':
      await deps.access.renew(sending.view.conversation.channel, sending.account, sending.access);
      return { then: 'retry', afterSeconds: busySeconds, because: 'access-denied' };
    case 'busy':
      return { then: 'retry', afterSeconds: read.afterSeconds ?? busySeconds, because: read.because };
  }
};

const fromIntended = async (deps: SendReplyDeps, sending: Sending): Promise<Handled> => {
  const { conversation } = sending.view;
  if (sending.reply.kind === 'automatic') {
    if (await deps.pause.paused(conversation.tenant, conversation.channel))
      return toDraft(deps, sending, 'paused');
    if (isStale(deps, sending)) return cancelAsStale(deps, sending);
  }
  return attempt(deps, sending);
};

export const sendReply =
  (deps: SendReplyDeps) =>
  async (address: ReplyAddress): Promise<Handled> => {
    const sending = await read(deps, address);
    if ('lost' in sending) return { then: 'bury', because: sending.lost };
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

/** On the last receive: nothing is sent again; a person gets the reply with what is known of it. */
export const parkReply =
  (deps: SendReplyDeps) =>
  async (address: ReplyAddress, because: string): Promise<boolean> => {
    const sending = await read(deps, address);
    if ('lost' in sending) return false;
    const { state } = sending.reply;
    if (state === 'intended' || state === 'attempted' || state === 'unknown') {
      const reason =
        because === 'access-denied'
          ? 'access_denied'
          : state === 'intended'
            ? 'send_rejected'
            : 'send_unknown';
      await reject(deps, sending, reason, because);
    }
    deps.count('Buried');
    deps.log('message-buried', { ...names(sending), because });
    return true;
  };
