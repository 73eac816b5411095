/** Everything that one turn is decided from. */
import type { BuyerMessage } from '../domain/message.ts';
import type { Reply } from '../domain/reply.ts';
import type { Tenant } from '../domain/tenant.ts';
import type { ConversationView } from '../ports/conversations.ts';
import type { BurstRule } from './burst.ts';

export type Turn = {
  readonly view: ConversationView;
  readonly message: BuyerMessage;
  /** The messages that this one's answer is for, oldest first, and itself. */
  readonly burst: readonly BuyerMessage[];
  /** Our replies that have not left, and that this one's answer stands in for. */
  readonly replaced: readonly Reply[];
  /** The channel's: what belongs to a burst at all. */
  readonly rule: BurstRule;
  readonly tenant: Tenant;
};
