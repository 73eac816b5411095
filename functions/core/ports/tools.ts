/** What every flow is handed: time, chance, words for DevOps, opaque ids. */
import type { ChannelId } from '../domain/channel.ts';
import type { OrderAction } from '../domain/action.ts';
import type {
  AccountId,
  ActionId,
  BuyerId,
  ConversationId,
  EscalationId,
  MessageId,
  ReplyId,
} from '../domain/ids.ts';

export type Clock = () => Date;

/** Opaque ids by HMAC under the region's id key: the same platform id gives the same opaque id, for ever. */
export type OpaqueIds = {
  conversation(channel: ChannelId, account: AccountId, platformId: string): ConversationId;
  buyer(channel: ChannelId, account: AccountId, platformId: string): BuyerId;
  message(channel: ChannelId, account: AccountId, platformId: string): MessageId;
  /** The queue's group: the opaque conversation id, whether or not anyone connected the account. */
  group(channel: ChannelId, account: string, platformId: string): ConversationId;
  /** The message of an account that nobody connected, whatever its name looks like. */
  unknown(channel: ChannelId, account: string, platformId: string): MessageId;
};

/** Ids that follow from others, so that a stage that runs twice makes the same ones. */
export type DerivedIds = {
  reply(message: MessageId, purpose: string): ReplyId;
  escalation(message: string): EscalationId;
  action(message: MessageId, kind: OrderAction): ActionId;
};

/** The typed list of log lines (docs/operate.md). */
export const logNames = [
  'webhook-accepted',
  'webhook-refused',
  'message-collected',
  'message-stored',
  'message-duplicate',
  'message-dropped',
  'language-detected',
  'intent-recognized',
  'model-unavailable',
  'reply-decided',
  'reply-sent',
  'reply-unknown',
  'reply-rejected',
  'reply-cancelled',
  'facts-unavailable',
  'knowledge-indexed',
  'knowledge-unavailable',
  'conversation-escalated',
  'escalation-begun',
  'escalation-tended',
  'escalation-overdue',
  'person-told',
  'translation-unavailable',
  'agent-heard',
  'message-buried',
  'message-requeued',
  'usage-recorded',
  'hour-closed',
  'month-closed',
  'ledger-difference',
  'totals-made',
  'resolution-settled',
  'limit-reached',
  'access-denied',
  'access-refreshed',
  'gap-found',
  'pull-failed',
  'order-action',
  'paused',
  'began',
  'ended',
  'failed',
] as const;
export type LogName = (typeof logNames)[number];

/** Ids, names and numbers only: never a text, a header, a platform id. */
export type LogFields = Readonly<
  Partial<
    Record<
      | 'tenant'
      | 'conversation'
      | 'message'
      | 'reply'
      | 'channel'
      | 'because'
      | 'language'
      | 'intent'
      | 'state'
      | 'by'
      | 'action'
      | 'status'
      | 'count'
      | 'durationMs'
      | 'attempt'
      | 'hour'
      | 'line'
      | 'unit',
      string | number | boolean
    >
  >
>;

export type Log = (name: LogName, fields: LogFields) => void;

/** Counts something DevOps watch; no tenant ever becomes a dimension. */
export type Count = (metric: CountName, value?: number) => void;
export const countNames = [
  'UnknownAccount',
  'Unreadable',
  'Buried',
  'Refused',
  'ModelUnavailable',
  'Requeued',
  'LinesRepeated',
  'AccessLost',
  'GapFound',
  'PullOverdue',
  'LedgerDifference',
  'SoftLimit',
  'HardLimit',
  'ModelTokens',
  'EscalationOverdue',
  'HolidayDataMissing',
  'NoticeFailed',
] as const;
export type CountName = (typeof countNames)[number];
