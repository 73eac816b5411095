/** The queues between the stages; sending the same thing twice within minutes is one. */
import type { MessageAddress } from '../domain/message.ts';
import type { ReplyAddress } from './conversations.ts';

/** A later attempt is a deliberate repeat: it gets through the queue's own memory. */
export type NextStage = { forward(address: MessageAddress, attempt: number): Promise<void> };
export type OutboundStage = { forward(address: ReplyAddress, attempt: number): Promise<void> };
