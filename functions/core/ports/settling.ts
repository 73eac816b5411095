/** Conversations whose silence is to be judged, with what the judgement needs besides their turns. */
import type { BuyerId, ConversationId, TenantId } from '../domain/ids.ts';
import type { Resolution } from '../domain/resolution.ts';
import type { ConversationAddress } from './conversations.ts';

export type SettlingRecord = {
  readonly version: number;
  readonly buyer: BuyerId;
  /** The buyer's turns up to here are judged. */
  readonly settledTurn: number;
  readonly resolution: Resolution | null;
  /** The conversation's cases: when each was opened, and the stars that the buyer gave. */
  readonly cases: readonly { readonly openedAt: Date; readonly stars: number | null }[];
};

export type Settling = {
  /** The longest due first. */
  due(now: Date, atMost: number): Promise<readonly ConversationAddress[]>;
  record(address: ConversationAddress): Promise<SettlingRecord | null>;
  /** The buyer's other conversations with this tenant, some at the most. */
  others(tenant: TenantId, buyer: BuyerId, but: ConversationId): Promise<readonly ConversationAddress[]>;
};
