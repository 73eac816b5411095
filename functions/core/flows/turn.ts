/** Everything that one turn is decided from. */
import type { BuyerMessage } from '../domain/message.ts';
import type { Tenant } from '../domain/tenant.ts';
import type { ConversationView } from '../ports/conversations.ts';

export type Turn = {
  readonly view: ConversationView;
  readonly message: BuyerMessage;
  /** The unanswered messages up to and with this one, oldest first. */
  readonly burst: readonly BuyerMessage[];
  readonly tenant: Tenant;
};
