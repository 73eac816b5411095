/** The queues between the stages; sending the same thing twice within minutes is one. */
import type { ChannelId } from '../domain/channel.ts';
import type { ConversationId, MessageId, RegistrationId } from '../domain/ids.ts';
import type { MessageAddress } from '../domain/message.ts';
import type { Claim, InboundMessage, OutgoingMessage, Pointer } from './channel.ts';
import type { ReplyAddress } from './conversations.ts';

/** One arrival as the webhook queues it. */
export type QueuedArrival = {
  readonly channel: ChannelId;
  readonly registration: RegistrationId;
  /** As the platform spells it; whether anyone connected it is found later. */
  readonly account: string;
  readonly acceptedAt: Date;
  readonly arrival:
    | { readonly kind: 'message'; readonly message: InboundMessage }
    | { readonly kind: 'outgoing'; readonly message: OutgoingMessage }
    | { readonly kind: 'claim'; readonly claim: Claim };
};

export type ArrivalQueue = {
  /** `refused`: the queue did not take it, and the platform must call again. */
  put(arrival: QueuedArrival, group: ConversationId, id: MessageId): Promise<'queued' | 'refused'>;
};

/** A notice as the webhook, or catching up, queues it: what it points at is fetched behind the queue. */
export type QueuedPointer = {
  readonly channel: ChannelId;
  readonly registration: RegistrationId;
  /** As the platform spells it; whether anyone connected it is found later. */
  readonly account: string;
  readonly acceptedAt: Date;
  readonly pointer: Pointer;
};

/** Grouped by account and resource; the same notice within minutes is one. */
export type PointerQueue = { put(queued: QueuedPointer): Promise<'queued' | 'refused'> };

/** Keeps what was genuine and could not be read, for a person to look at. */
export type UnreadableQueue = {
  put(call: {
    readonly channel: ChannelId;
    readonly registration: RegistrationId;
    readonly body: Uint8Array;
    readonly because: string;
  }): Promise<'queued' | 'refused'>;
};

/** A later attempt is a deliberate repeat: it gets through the queue's own memory. */
export type NextStage = { forward(address: MessageAddress, attempt: number): Promise<void> };
export type OutboundStage = { forward(address: ReplyAddress, attempt: number): Promise<void> };
