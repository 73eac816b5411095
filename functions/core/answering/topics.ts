/** What a burst of messages wants: each intent once, with all the words that belong to it. */
import type { Ask } from '../domain/decision.ts';
import type { Intent, Understanding } from '../domain/intent.ts';
import type { BuyerMessage } from '../domain/message.ts';
import type { Question } from './situations/situation.ts';
import { orderNumberIn } from './order-numbers.ts';
import { wordsOf } from './text.ts';

export type HeardMessage = BuyerMessage & { readonly understanding: Understanding };

/** Courtesy, and what is none of ours: answered only when nothing else was said. */
const aside: ReadonlySet<Intent> = new Set<Intent>(['greeting_thanks', 'other_out_of_scope']);

/** An unsure message of more words than this says something of its own; a shorter one belongs to its neighbours. */
const fragmentWords = 4;

export const heardOf = (messages: readonly BuyerMessage[]): readonly HeardMessage[] =>
  messages.flatMap((message) =>
    message.understanding === null ? [] : [{ ...message, understanding: message.understanding }],
  );

export const isSure = ({ understanding }: HeardMessage, leastConfidence: number): boolean =>
  understanding.answered || understanding.intentConfidence >= leastConfidence;

export const intentsOf = ({ understanding }: HeardMessage): readonly Intent[] =>
  understanding.secondaryIntent === null
    ? [understanding.intent]
    : [understanding.intent, understanding.secondaryIntent];

/** Intents of the sure messages, newest message first, each once; courtesy only when there is nothing else. */
const intentsIn = (
  sure: readonly HeardMessage[],
  numberNamed: boolean,
  asked: Ask | null,
): readonly Intent[] => {
  const all = [...new Set(sure.toReversed().flatMap(intentsOf))];
  const matters = all.filter((intent) => !aside.has(intent));
  if (matters.length > 0) return matters;
  // Nothing but a number: the answer to our question, or an order whose state is wanted.
  if (numberNamed) return asked?.asksFor === 'order_number' ? asked.intents : ['order_status'];
  return all.slice(0, 1);
};

/** The buyer's questions, most recent first. Empty when nothing in the burst is understood well enough. */
export const topicsOf = (
  messages: readonly BuyerMessage[],
  asked: Ask | null,
  leastConfidence: number,
): readonly Question[] => {
  const heard = heardOf(messages);
  const sure = heard.filter((message) => isSure(message, leastConfidence));
  const fragments = heard.filter((message) => !sure.includes(message));
  const attachments = messages.reduce((count, message) => count + message.attachments, 0);
  return intentsIn(sure, orderNumberIn(messages, asked) !== null, asked).map((intent) => {
    const said = heard.filter(
      (message) => fragments.includes(message) || intentsOf(message).includes(intent),
    );
    return {
      intent,
      text: said.map(({ text }) => text).join(' '),
      entities: said.flatMap(({ understanding }) => understanding.entities),
      attachments,
    };
  });
};

/** True when a part of the burst that says something of its own was not understood: answering the rest would skip it. */
export const leavesUnclear = (
  messages: readonly BuyerMessage[],
  asked: Ask | null,
  leastConfidence: number,
): boolean =>
  messages.some((message) => {
    const words = wordsOf(message.text).length;
    if (message.understanding === null) return words > 0;
    if (isSure({ ...message, understanding: message.understanding }, leastConfidence)) return false;
    return words > fragmentWords && orderNumberIn([message], asked) === null;
  });
