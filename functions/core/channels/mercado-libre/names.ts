/**
 * How conversations and messages of this platform are named towards everybody else. A name is all that a reply brings
 * back, so it also tells whether the seller is one of Global Selling.
 */

export type Place =
  | { readonly kind: 'question'; readonly id: string }
  | { readonly kind: 'pack'; readonly id: string }
  | { readonly kind: 'claim'; readonly id: string };

export const conversationName = ({ kind, id }: Place): string => `${kind}:${id}`;

export const placeOf = (conversation: string): Place | null => {
  const [, kind, id = ''] = /^(question|pack|claim):(.+)$/s.exec(conversation) ?? [];
  return kind === 'question' || kind === 'pack' || kind === 'claim' ? { kind, id } : null;
};

const globalPrefix = 'global:';
export const messageName = (id: string, global: boolean): string => (global ? `${globalPrefix}${id}` : id);
export const isGlobal = (message: string): boolean => message.startsWith(globalPrefix);
export const messageIdOf = (message: string): string =>
  isGlobal(message) ? message.slice(globalPrefix.length) : message;

/** Of the one answer that a question takes: the platform gives it no id. */
export const answerName = (question: string): string => `answer:${question}`;

/** The same words, however the platform spaced them. */
export const sameWords = (one: string, other: string): boolean => plain(one) === plain(other);
const plain = (text: string): string => text.normalize('NFC').replace(/\s+/g, ' ').trim();
