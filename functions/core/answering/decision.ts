/** What we do about a buyer's messages: answer, draft, or hand over, with the reason. Pure: the flow does it. */
import type { Conversation } from '../domain/conversation.ts';
import type { Ask, Decision, HandOverReason, Mode } from '../domain/decision.ts';
import type { Facts } from '../domain/facts.ts';
import { escalationReasons, type EscalationReason } from '../domain/intent.ts';
import { isAnsweredLanguage, type AnsweredLanguage } from '../domain/language.ts';
import type { BuyerMessage } from '../domain/message.ts';
import { compose, type Composed } from './compose.ts';
import { lacksFacts } from './fact-needs.ts';
import { checkReply } from './guard.ts';
import { holdingAnswer } from './holding.ts';
import type { ChannelRules } from './linter.ts';
import { quotable, quoteSituation, speaksAlone, withQuote, type Quote } from './quote.ts';
import { isPublicWord, situationsInPublic } from './public-thread.ts';
import { situationsFor } from './situations/for-question.ts';
import type { Background, Question, Situation } from './situations/situation.ts';
import { isYes } from './situations/social.ts';
import type { Thresholds } from './thresholds.ts';
import { leavesUnclear, topicsOf } from './topics.ts';
import { marketLanguage, voiceFor, type Mood, type Voice } from './voice.ts';

export type DecisionInput = {
  /** The unanswered burst, oldest first; the newest is the one that is answered. */
  readonly messages: readonly BuyerMessage[];
  readonly conversation: Pick<Conversation, 'state' | 'audience' | 'market' | 'language' | 'unsatisfied'>;
  readonly facts: Facts;
  /** What a seller's article says to it, or null: none was found, or none was looked for yet. */
  readonly quote: Quote | null;
  /** The facts could not be looked up: the platform asks us to come back, or no longer lets us in. */
  readonly factProblem: 'busy' | 'access-denied' | null;
  /** The seller's mode for this channel and intent. */
  readonly mode: Mode;
  /** What the channel allows: the most it may do by itself, and its rules for texts. */
  readonly channel: { readonly mode: Mode; readonly reply: ChannelRules };
  readonly thresholds: Thresholds;
  /** What our last answer asked the buyer for. */
  readonly asked: Ask | null;
  /** What the buyer was sent before in this conversation, newest last. */
  readonly previousTexts: readonly string[];
  /** A whole number that moves on with each answer, like the count of the buyer's messages. */
  readonly variantSeed: number;
  readonly now: Date;
  /** IANA zone of the buyer's days: see `buyerTimeZone`. */
  readonly timeZone: string;
};

/** Everything that follows from the input alone. */
type Turn = DecisionInput & {
  readonly language: AnsweredLanguage;
  readonly voice: Voice;
  readonly mood: Mood;
  readonly allowed: Mode;
  readonly topics: readonly Question[];
};

const strictness: readonly Mode[] = ['automatic', 'review', 'human'];
const stricter = (one: Mode, other: Mode): Mode =>
  strictness.indexOf(one) > strictness.indexOf(other) ? one : other;

/** The language that the buyer writes, from the newest message that tells one; null: none tells. */
const writtenLanguage = (messages: readonly BuyerMessage[]): string | null =>
  messages
    .map((message) => message.understanding?.language ?? message.detected?.language ?? 'unknown')
    .findLast((language) => language !== 'unknown') ?? null;

const moodOf = (messages: readonly BuyerMessage[]): Mood => {
  const sentiments = messages.flatMap((message) => message.understanding?.sentiment ?? []);
  if (sentiments.at(-1) === 'positive') return 'calm';
  return sentiments.some((sentiment) => sentiment === 'negative' || sentiment === 'angry') ? 'upset' : 'calm';
};

const turnOf = (input: DecisionInput): Turn => {
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
    quote: quotable(input.quote, input.channel.reply.maximumCharacters),
    topics: topicsOf(messages, input.asked, input.thresholds.intent),
  };
};

/** Escalation reasons of all messages in the burst; the weightiest is named. */
const riskIn = ({ messages, asked }: Turn): EscalationReason | null => {
  const reasons = messages.flatMap(({ understanding, text }): readonly EscalationReason[] => {
    if (asked?.asksFor === 'person' && isYes(text)) return ['human_requested'];
    if (understanding?.escalate) return [understanding.escalateReason ?? 'explicit_escalation'];
    const wishes = [understanding?.intent, understanding?.secondaryIntent];
    return wishes.includes('human_agent') ? ['human_requested'] : [];
  });
  return escalationReasons.find((reason) => reasons.includes(reason)) ?? null;
};

const writesUnsupported = ({ messages }: Turn): boolean => {
  const language = writtenLanguage(messages);
  return language !== null && !isAnsweredLanguage(language);
};

/** Words that leave by themselves: not in a public thread, not where a person already talks, not where people must see each word first. */
const maySpeak = ({ conversation, channel, mode }: Turn): boolean =>
  conversation.audience === 'private' &&
  conversation.state !== 'with-agent' &&
  channel.mode === 'automatic' &&
  mode !== 'review';

const escalate = (turn: Turn, because: HandOverReason, said: Composed | null = null): Decision => {
  const unavailable =
    turn.factProblem !== null && (because === 'missing_fact' || because === 'access_denied');
  const { voice, mood, variantSeed, previousTexts, channel } = turn;
  const holding = (): string | null =>
    holdingAnswer({
      because,
      unavailable,
      voice,
      mood,
      variantSeed,
      previousTexts,
      maximumCharacters: channel.reply.maximumCharacters,
    });
  const speaks = maySpeak(turn);
  return {
    kind: 'escalate',
    because,
    holding: speaks ? (said?.text ?? holding()) : null,
    language: turn.language,
    facts: speaks ? (said?.facts ?? []) : [],
  };
};

const visibleFacts = ({ conversation, facts }: Turn): Facts =>
  conversation.audience === 'private' ? facts : facts.item === undefined ? {} : { item: facts.item };

const backgroundOf = (turn: Turn): Background => ({
  facts: visibleFacts(turn),
  language: turn.language,
  market: turn.conversation.market,
  now: turn.now,
  timeZone: turn.timeZone,
  upset: turn.mood === 'upset',
});

const passes = (turn: Turn, text: string): boolean =>
  checkReply(text, {
    facts: visibleFacts(turn),
    language: turn.language,
    market: turn.conversation.market,
    audience: turn.conversation.audience,
    quotes: turn.quote === null ? [] : [turn.quote.text],
    rules: turn.channel.reply,
    now: turn.now,
    timeZone: turn.timeZone,
  }).ok;

const write = (turn: Turn, situations: readonly Situation[], handsOver: boolean): Composed | null => {
  const [first, ...rest] = situations;
  if (first === undefined) return null;
  const composed = compose({
    situations: [first, ...rest],
    voice: turn.voice,
    mood: turn.mood,
    handsOver,
    audience: turn.conversation.audience,
    maximumCharacters: turn.channel.reply.maximumCharacters,
    variantSeed: turn.variantSeed,
    previousTexts: turn.previousTexts,
  });
  return composed !== null && passes(turn, composed.text) ? composed : null;
};

const spoken = (
  turn: Turn,
  kind: 'reply' | 'draft',
  { text, facts, asksFor, because }: Composed,
  why: string = because,
): Decision => ({
  kind,
  because: why,
  text,
  facts,
  language: turn.language,
  intents: turn.topics.map(({ intent }) => intent),
  asksFor,
});

/** A public thread takes no holding answer: what we cannot answer waits as a draft, begun and for a person to finish. */
const inPublic = (turn: Turn, unanswerable: HandOverReason | null): Decision => {
  if (turn.allowed === 'human') return escalate(turn, 'human_mode');
  if (unanswerable === 'unsupported_language') return escalate(turn, unanswerable);
  const background = backgroundOf(turn);
  const alone = unanswerable === 'low_confidence' && speaksAlone(turn.quote);
  const situations = alone
    ? [quoteSituation(turn.quote)]
    : situationsInPublic(turn.topics, background, turn.quote);
  const needsPerson =
    (alone ? null : unanswerable) ?? (situations.some(({ person }) => person) ? 'intent_needs_person' : null);
  const written = write(
    turn,
    situations.filter(({ key }) => isPublicWord(key)),
    false,
  );
  if (written === null) return escalate(turn, 'guard_held_twice');
  if (needsPerson !== null) return spoken(turn, 'draft', written, needsPerson);
  return spoken(turn, turn.allowed === 'automatic' ? 'reply' : 'draft', written);
};

/** The datum that is missing was asked for once already, or is none that the buyer could give. */
const cannotAsk = ({ asked, messages }: Turn, situations: readonly Situation[]): boolean =>
  situations.some(({ asksFor }) => asksFor === 'order_number') &&
  (asked?.asksFor === 'order_number' || messages.some(({ order }) => order !== null));

const inPrivate = (turn: Turn): Decision => {
  const background = backgroundOf(turn);
  const situations =
    turn.topics.length === 0 && turn.quote !== null
      ? [quoteSituation(turn.quote)]
      : turn.topics.flatMap((question) =>
          withQuote(question.intent, situationsFor(question, background), turn.quote),
        );
  if (cannotAsk(turn, situations)) {
    const told = situations.filter(({ asksFor }) => asksFor !== 'order_number');
    return escalate(turn, 'missing_fact', write(turn, told, true));
  }
  if (turn.allowed === 'human') return escalate(turn, 'human_mode');
  if (situations.some(({ person }) => person))
    return escalate(turn, 'intent_needs_person', write(turn, situations, true));
  const written = write(turn, situations, false);
  if (written === null) return escalate(turn, 'guard_held_twice');
  return spoken(turn, turn.allowed === 'automatic' ? 'reply' : 'draft', written);
};

/** Reasons to hand over that do not depend on what could be said. */
const beforeWords = (turn: Turn): HandOverReason | null => {
  const { topics, conversation, thresholds, facts, factProblem, messages, asked } = turn;
  if (writesUnsupported(turn)) return 'unsupported_language';
  const isUnclear = topics.length === 0 || leavesUnclear(messages, asked, thresholds.intent);
  if (isUnclear && !speaksAlone(turn.quote)) return 'low_confidence';
  if (conversation.unsatisfied >= thresholds.unsatisfied) return 'unsatisfied_three_times';
  if (
    factProblem !== null &&
    lacksFacts(
      topics.map(({ intent }) => intent),
      facts,
    )
  ) {
    return factProblem === 'busy' ? 'missing_fact' : 'access_denied';
  }
  return null;
};

/** The one place that decides. Order of the reasons: the buyer's safety and wishes, then what we do not know, then what we may do. */
export const decide = (input: DecisionInput): Decision => {
  const turn = turnOf(input);
  const { messages, conversation } = turn;
  if (messages.every(({ text }) => text.trim() === '')) {
    return messages.some(({ attachments }) => attachments > 0)
      ? escalate(turn, 'attachment_only')
      : { kind: 'ignore', because: 'empty' };
  }
  const risk = riskIn(turn);
  if (risk !== null) return escalate(turn, risk);
  if (conversation.state === 'with-agent') return escalate(turn, 'with_agent');
  const reason = beforeWords(turn);
  if (conversation.audience === 'public') return inPublic(turn, reason);
  return reason === null ? inPrivate(turn) : escalate(turn, reason);
};
