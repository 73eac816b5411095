/** Questions that nobody's article or fact answered, and answers that displeased: where each stands, never its words. */
import type { TenantId } from '../domain/ids.ts';
import type { MessageAddress } from '../domain/message.ts';

export type Unanswered = {
  readonly address: MessageAddress;
  /** Nobody answered it by itself, or the answer was no help. */
  readonly kind: 'unanswered' | 'disliked';
  /** Why the conversation went to a person. */
  readonly because: string;
};

export type UnansweredQuestions = {
  /** The same message twice is one. It is forgotten when its words are. */
  note(question: Unanswered): Promise<void>;
  /** Newest first, at most so many. */
  list(tenant: TenantId, atMost: number): Promise<readonly Unanswered[]>;
};
