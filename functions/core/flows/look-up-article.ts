/** Asks the seller's articles what the buyer asks us, and takes the words of the one that clearly says it. */
import type { Quote } from '../answering/quote.ts';
import { buyerTimeZone } from '../answering/voice.ts';
import { answerFromPassage } from '../knowledge/answer-from-passage.ts';
import type { Knowledge } from '../ports/knowledge.ts';
import type { Clock } from '../ports/tools.ts';
import type { Turn } from './turn.ts';

/** Characters: a question longer than this asks more than one article says. */
const longestQuestion = 600;

/** `YYYY-MM-DD` where the buyer is: an article is valid by days. */
const dayIn = (timeZone: string, now: Date): string =>
  new Intl.DateTimeFormat('en-CA', { timeZone, dateStyle: 'short' }).format(now);

/** Null: no article says it, or none in the buyer's language clearly enough. */
export const lookUpArticle = async (
  deps: { readonly knowledge: Knowledge; readonly clock: Clock },
  { burst, message, view }: Turn,
): Promise<Quote | null> => {
  const { tenant, market } = view.conversation;
  const text = burst
    .map(({ maskedText }) => maskedText)
    .join(' ')
    .slice(0, longestQuestion);
  const { understanding } = message;
  const language = understanding?.language ?? view.conversation.language ?? 'unknown';
  const passages = await deps.knowledge.find({
    tenant,
    text,
    language,
    market,
    reader: 'buyers',
    intent: understanding?.intent ?? null,
    day: dayIn(buyerTimeZone(market), deps.clock()),
  });
  const answer = answerFromPassage(passages, text, language);
  if (answer === null) return null;
  const { article, score } = answer.passage;
  return { article, text: answer.text, score };
};
