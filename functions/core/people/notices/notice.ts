/** What an agent is told outside a console: that a case waits, and how to open it; nothing of the buyer. */
import type { ChannelId, Market } from '../../domain/channel.ts';
import type { HandOverReason } from '../../domain/decision.ts';
import type { ConversationId } from '../../domain/ids.ts';
import type { Intent, Sentiment } from '../../domain/intent.ts';
import type { AgentLocale } from '../agent-locale.ts';

const notYet = (): never => {
  throw new Error('not built');
};

export const noticeKinds = ['assigned', 'reminder', 'raised', 'unassigned', 'overdue'] as const;
export type NoticeKind = (typeof noticeKinds)[number];

export type Notice = {
  readonly kind: NoticeKind;
  readonly conversation: ConversationId;
  readonly channel: ChannelId;
  readonly market: Market;
  readonly because: HandOverReason;
  readonly intent: Intent | null;
  readonly sentiment: Sentiment | null;
  readonly language: string;
  readonly promisedBy: Date | null;
  readonly at: Date;
};

/** How the reader opens it: an address of a console, or without one the command to run (`null`). */
export type Opening = { readonly console: string | null };

export type NoticeWords = {
  readonly title: string;
  readonly lines: readonly string[];
  readonly link: string | null;
};

/** One notice, or several as one digest. `timeZone` is the reader's. */
export const noticeWords: (
  notices: readonly Notice[],
  reader: { readonly locale: AgentLocale; readonly timeZone: string } & Opening,
) => NoticeWords = notYet;
