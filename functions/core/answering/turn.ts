/** One turn as the decision sees it: what the buyer wrote, what is known, and all that follows from it alone. */
import type { Conversation } from '../domain/conversation.ts';
import type { Ask, Mode } from '../domain/decision.ts';
import type { Facts } from '../domain/facts.ts';
import { isAnsweredLanguage, type AnsweredLanguage } from '../domain/language.ts';
import type { BuyerMessage } from '../domain/message.ts';
import type { TenantTone } from '../domain/tenant.ts';
import type { Before } from './before.ts';
import type { ChannelRules } from './linter.ts';
import { quotable, type Quote } from './quote.ts';
import type { Background } from './situations/situation.ts';
import type { Thresholds } from './thresholds.ts';
import { marketLanguage, voiceFor, type Mood, type Voice } from './voice.ts';

export type DecisionInput = {
  /** The unanswered burst, oldest first; the newest is the one that is answered. */
  readonly messages: readonly BuyerMessage[];
  readonly conversation: Pick<Conversation, 'state' | 'audience' | 'market' | 'language' | 'unsatisfied'>;
  readonly facts: Facts;
  /** What the seller's articles say to what no fact answers; none: nothing was found, or not looked for yet. */
  readonly quotes: readonly Quote[];
  /** The facts could not be looked up: the platform asks us to come back, or no longer lets us in. */
  readonly factProblem: 'busy' | 'access-denied' | null;
  /** The seller's mode for this channel and intent. */
  readonly mode: Mode;
  /** What the channel allows: the most it may do by itself, and its rules for texts. */
  readonly channel: { readonly mode: Mode; readonly reply: ChannelRules };
  readonly thresholds: Thresholds;
  /** The seller's own; none: as the market's sheet says. */
  readonly tone?: TenantTone | undefined;
  /** What our last answer asked the buyer for. */
  readonly asked: Ask | null;
  /** What the buyer wrote last before this burst: a fragment is about the same. */
  readonly before: Before | null;
  /** What the buyer was sent before in this conversation, newest last. */
  readonly previousTexts: readonly string[];
  /** A whole number that moves on with each answer, like the count of the buyer's messages. */
  readonly variantSeed: number;
  readonly now: Date;
  /** IANA zone of the buyer's days: see `buyerTimeZone`. */
  readonly timeZone: string;
};

/** Everything that follows from the input alone. */
export type Turn = DecisionInput & {
  readonly language: AnsweredLanguage;
  readonly voice: Voice;
  readonly mood: Mood;
  /** The strictest of what the seller and the channel let us do. */
  readonly allowed: Mode;
};

const strictness: readonly Mode[] = ['automatic', 'review', 'human'];
const stricter = (one: Mode, other: Mode): Mode =>
  strictness.indexOf(one) > strictness.indexOf(other) ? one : other;

/** The language that the buyer writes, from the newest message that tells one; null: none tells. */
export const writtenLanguage = (messages: readonly BuyerMessage[]): string | null =>
  messages
    .map((message) => message.understanding?.language ?? message.detected?.language ?? 'unknown')
    .findLast((language) => language !== 'unknown') ?? null;

const moodOf = (messages: readonly BuyerMessage[]): Mood => {
  const sentiments = messages.flatMap((message) => message.understanding?.sentiment ?? []);
  if (sentiments.at(-1) === 'positive') return 'calm';
  return sentiments.some((sentiment) => sentiment === 'negative' || sentiment === 'angry') ? 'upset' : 'calm';
};

export const turnOf = (input: DecisionInput): Turn => {
  const { messages, conversation } = input;
  const candidates = [writtenLanguage(messages), conversation.language];
  const language = candidates.find((one) => one !== null && isAnsweredLanguage(one)) ?? null;
  const answered =
    language !== null && isAnsweredLanguage(language) ? language : marketLanguage(conversation.market);
  const variant =
    messages.findLast((message) => message.understanding?.languageVariant)?.understanding?.languageVariant ??
    null;
  return {
    ...input,
    language: answered,
    voice: voiceFor(answered, variant, conversation.market),
    mood: moodOf(messages),
    allowed: stricter(input.mode, input.channel.mode),
    quotes: input.quotes.flatMap((quote) => quotable(quote, input.channel.reply.maximumCharacters) ?? []),
  };
};

/** Of a purchase nothing is known where everyone reads. */
export const visibleFacts = ({ conversation, facts }: Turn): Facts =>
  conversation.audience === 'private' ? facts : facts.item === undefined ? {} : { item: facts.item };

export const backgroundOf = (turn: Turn): Background => ({
  facts: visibleFacts(turn),
  language: turn.language,
  market: turn.conversation.market,
  now: turn.now,
  timeZone: turn.timeZone,
  upset: turn.mood === 'upset',
});
