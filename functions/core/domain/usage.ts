/** A billable fact as finance reads it: quantities and opaque ids, no money and nothing personal. */
import type { ConversationId, TenantId } from './ids.ts';
import type { ChannelId, Market } from './channel.ts';
import type { Mode } from './decision.ts';
import type { Intent } from './intent.ts';

export const usageUnits = [
  'session',
  'message',
  'intent_call',
  'generated_reply',
  'model_tokens',
  'escalation',
] as const;
export type UsageUnit = (typeof usageUnits)[number];

export type UsageLine = {
  readonly tenant: TenantId;
  readonly region: string;
  readonly unit: UsageUnit;
  /** The fact that is billed, e.g. the message id: tenant + unit + source is the line's identity. */
  readonly source: string;
  readonly quantity: number;
  readonly channel: ChannelId;
  readonly market: Market;
  readonly language: string;
  readonly intent: Intent | null;
  readonly mode: Mode;
  /** The part of the product that the fact belongs to. */
  readonly module: 'conversation' | 'understanding' | 'answering' | 'escalation';
  readonly conversation: ConversationId;
  /** The platform's time. */
  readonly occurredAt: Date;
  /** When we accepted it: decides day and month. */
  readonly acceptedAt: Date;
  readonly detail?: Readonly<Record<string, string | number>>;
};
