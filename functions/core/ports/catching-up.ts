/** What catching up on a platform needs: which accounts there are, where the last look ended, and what is known already. */
import type { ChannelId } from '../domain/channel.ts';
import type { AccountId, ConversationId, MessageId, TenantId } from '../domain/ids.ts';
import type { Account } from '../domain/tenant.ts';

/** Every connected account of the deployment: for scheduled work and operators, never for tenants. */
export type AccountDirectory = { accounts(): Promise<readonly Account[]> };

export type PullCursor = {
  /** The channel's own, opaque; `null`: no look has succeeded yet. */
  readonly cursor: string | null;
  /** When the look that it came from began, or the first look that failed. */
  readonly at: Date;
  /** When something was last found that no notification had told. */
  readonly lastGapAt: Date | null;
};

/** One for each topic of an account. */
export type PullCursors = {
  read(channel: ChannelId, account: AccountId, topic: string): Promise<PullCursor | null>;
  keep(channel: ChannelId, account: AccountId, topic: string, cursor: PullCursor): Promise<void>;
};

export type KnownTurns = {
  /** Whether the message, or with `null` the conversation, was ever stored. */
  known(tenant: TenantId, conversation: ConversationId, message: MessageId | null): Promise<boolean>;
};
