/** What we do about a buyer's messages: answer, draft, or hand over, with the reason. Pure: the flow does it. */
import type { Decision, HandOverReason } from '../domain/decision.ts';
import { escalationReasons, type EscalationReason } from '../domain/intent.ts';
import { isAnsweredLanguage } from '../domain/language.ts';
import { compose, type Composed } from './compose.ts';
import { asksWhetherBot, isWorded } from './evidence.ts';
import { lacksFacts } from './fact-needs.ts';
import { checkReply } from './guard.ts';
import { holdingAnswer } from './holding.ts';
import { plainWords } from './plain-words.ts';
import { isPublicWord, inPublicWords } from './public-thread.ts';
import { isByArticle, isWeak, quoteSituation, speaksAlone, withQuotes } from './quote.ts';
import { readTurn, type Reading } from './reading.ts';
import { situation, type Situation } from './situations/situation.ts';
import { isYes } from './situations/social.ts';
import { likelyConfidence } from './thresholds.ts';
import { leavesUnclear, topicsOf } from './topics.ts';
import { turnOf, visibleFacts, writtenLanguage, type DecisionInput, type Turn } from './turn.ts';

export type { DecisionInput } from './turn.ts';

/** Escalation reasons of all messages in the burst; the weightiest is named. */
const riskIn = ({ messages, asked, thresholds }: Turn): EscalationReason | null => {
  const reasons = messages.flatMap(({ understanding, text }): readonly EscalationReason[] => {
    if (asked?.asksFor === 'person' && isYes(text)) return ['human_requested'];
    if (understanding === null) return [];
    const plain = plainWords(text);
    const { escalate, escalateReason, intent, intentConfidence, answered, secondaryIntent } = understanding;
    if (escalate && escalateReason !== 'human_requested') return [escalateReason ?? 'explicit_escalation'];
    if (asksWhetherBot(plain)) return [];
    const isSure = answered || intentConfidence >= thresholds.intent;
    if (intent === 'human_agent' && (isSure || escalate)) return ['human_requested'];
    // Not the matter itself: then the words must speak of a person.
    const wished = escalate || [intent, secondaryIntent].includes('human_agent');
    return wished && isWorded('human_agent', plain) ? ['human_requested'] : [];
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
  const { voice, mood, variantSeed, previousTexts, channel, tone } = turn;
  const holding = (): string | null =>
    holdingAnswer({
      because,
      unavailable,
      voice,
      mood,
      variantSeed,
      previousTexts,
      maximumCharacters: channel.reply.maximumCharacters,
      tone,
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

const passes = (turn: Turn, text: string): boolean =>
  checkReply(text, {
    facts: visibleFacts(turn),
    language: turn.language,
    market: turn.conversation.market,
    audience: turn.conversation.audience,
    quotes: turn.quotes.map(({ text }) => text),
    rules: turn.channel.reply,
    now: turn.now,
    timeZone: turn.timeZone,
    forbidden: turn.tone?.forbidden ?? [],
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
    tone: turn.tone,
  });
  return composed !== null && passes(turn, composed.text) ? composed : null;
};

const spoken = (
  turn: Turn,
  { intents }: Reading,
  kind: 'reply' | 'draft',
  { text, facts, asksFor, because }: Composed,
  why: string = because,
): Decision => ({
  kind,
  because: why,
  text,
  facts,
  language: turn.language,
  intents,
  asksFor,
});

/** Questions that neither a fact nor an article answers. */
const unanswered = ({ quotes }: Turn, { open }: Reading): readonly string[] =>
  open.filter((question) => !quotes.some(({ asked }) => asked === question || asked.includes(question)));

/** A public thread takes no holding answer: what we cannot answer waits as a draft, begun and for a person to finish. */
const inPublic = (turn: Turn, reading: Reading, unanswerable: HandOverReason | null): Decision => {
  if (turn.allowed === 'human') return escalate(turn, 'human_mode');
  if (unanswerable === 'unsupported_language') return escalate(turn, unanswerable);
  const situations = inPublicWords(turn, reading);
  const isPartly = unanswered(turn, reading).length > 0;
  const needsPerson =
    unanswerable ?? (isPartly || situations.some(({ person }) => person) ? 'intent_needs_person' : null);
  const written = write(
    turn,
    situations.filter(({ key }) => isPublicWord(key)),
    false,
  );
  if (written === null) return escalate(turn, 'guard_held_twice');
  if (needsPerson !== null) return spoken(turn, reading, 'draft', written, needsPerson);
  return spoken(turn, reading, turn.allowed === 'automatic' ? 'reply' : 'draft', written);
};

/** The datum that is missing was asked for once already, or is none that the buyer could give. */
const cannotAsk = ({ asked, messages }: Turn, situations: readonly Situation[]): boolean =>
  situations.some(({ asksFor }) => asksFor === 'order_number') &&
  (asked?.asksFor === 'order_number' || messages.some(({ order }) => order !== null));

/** Facts first, then what the seller wrote about the rest, then that the rest is not known here. */
const allToSay = (turn: Turn, reading: Reading): readonly Situation[] => {
  const { situations } = reading;
  if (situations.length === 0) return turn.quotes.length > 0 ? [quoteSituation(turn.quotes)] : [];
  const said = withQuotes(situations, turn.quotes, reading.open);
  const rest =
    situations.every(({ person, asksFor }) => !person && asksFor !== 'order_number') &&
    unanswered(turn, reading).length > 0;
  return rest ? [...said, situation('rest.unknown', { asksFor: 'person' })] : said;
};

const inPrivate = (turn: Turn, reading: Reading): Decision => {
  const situations = allToSay(turn, reading);
  if (cannotAsk(turn, situations)) {
    const told = situations.filter(({ asksFor }) => asksFor !== 'order_number');
    return escalate(turn, 'missing_fact', write(turn, told, true));
  }
  if (turn.allowed === 'human') return escalate(turn, 'human_mode');
  if (situations.some(({ person }) => person))
    return escalate(turn, 'intent_needs_person', write(turn, situations, true));
  const written = write(turn, situations, false);
  if (written === null) return escalate(turn, 'guard_held_twice');
  return spoken(turn, reading, turn.allowed === 'automatic' ? 'reply' : 'draft', written);
};

/** Whether the seller's articles settle what nobody is sure of: clearly, or in a matter that is theirs to settle. */
const articlesSettle = ({ quotes, messages }: Turn, { intents }: Reading): boolean =>
  speaksAlone(quotes) ||
  (quotes.length > 0 &&
    intents.some(isByArticle) &&
    messages.every(({ understanding }) => (understanding?.intentConfidence ?? 0) >= likelyConfidence));

/** Reasons to hand over that do not depend on what could be said. */
const beforeWords = (turn: Turn, reading: Reading): HandOverReason | null => {
  const { conversation, thresholds, facts, factProblem, messages, asked } = turn;
  if (writesUnsupported(turn)) return 'unsupported_language';
  const skips = messages.length > 1 && leavesUnclear(messages, asked, thresholds.intent);
  if ((reading.situations.length === 0 || skips) && !articlesSettle(turn, reading)) return 'low_confidence';
  if (conversation.unsatisfied >= thresholds.unsatisfied) return 'unsatisfied_three_times';
  const intents = topicsOf(messages, asked, thresholds.intent).map(({ intent }) => intent);
  if (factProblem !== null && lacksFacts(intents, facts))
    return factProblem === 'busy' ? 'missing_fact' : 'access_denied';
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
  const reading = readTurn(turn);
  const reason = beforeWords(turn, reading);
  if (conversation.audience === 'public') return inPublic(turn, reading, reason);
  return reason === null ? inPrivate(turn, reading) : escalate(turn, reason);
};

/** Decisions that an article could make better ones. */
const mayChange: ReadonlySet<string> = new Set(['intent_needs_person', 'low_confidence', 'missing_fact']);

/** The questions to look up in the seller's articles before this decision stands; none: no article could better it. */
export const questionsForArticles = (input: DecisionInput, decision: Decision): readonly string[] => {
  if (decision.kind === 'ignore') return [];
  if (decision.kind === 'escalate' && !mayChange.has(decision.because)) return [];
  const { situations, open } = readTurn(turnOf(input));
  if (open.length > 0) return open.slice(0, mostQuestions);
  return situations.some(isWeak) ? [input.messages.map(({ text }) => text).join(' ')] : [];
};
const mostQuestions = 3;
