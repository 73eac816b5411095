/** Everything that one send needs, read fresh. */
import type { Account } from '../domain/tenant.ts';
import type { Reply } from '../domain/reply.ts';
import type { Access } from '../ports/channel.ts';
import type { ConversationView, ReplyAddress } from '../ports/conversations.ts';

export type Sending = {
  readonly view: ConversationView;
  readonly reply: Reply;
  readonly address: ReplyAddress;
  /** Null: nobody has the account connected any more. */
  readonly account: Account | null;
  /** Null: nothing is stored to call the platform with. */
  readonly access: Access | null;
};

/** The ids that every log line of a send carries. */
export const names = (sending: Sending) => ({
  tenant: sending.address.tenant,
  conversation: sending.address.conversation,
  message: sending.reply.inReplyTo,
  reply: sending.reply.id,
});

/** The place of the message that a reply answers: a view that must hold it includes it. */
export const answeredBy = ({ inReplyTo, inReplyToAt }: Reply) => ({ message: inReplyTo, at: inReplyToAt });
