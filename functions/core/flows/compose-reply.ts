/** Facts, decision and words of one turn: fixed answers first, the reply model where facts are there and words are not. */
import { isFragment } from '../answering/before.ts';
import { decide, questionsForArticles, type DecisionInput } from '../answering/decision.ts';
import { withDisclosure } from '../answering/disclosure.ts';
import type { Quote } from '../answering/quote.ts';
import { defaultThresholds, type Thresholds } from '../answering/thresholds.ts';
import { topicsOf } from '../answering/topics.ts';
import { buyerTimeZone } from '../answering/voice.ts';
import { threadRules } from '../channels/manifests.ts';
import type { Decision, Mode } from '../domain/decision.ts';
import type { DecisionRecord } from '../domain/decision-record.ts';
import { modeFor } from '../domain/tenant.ts';
import { isAnswering } from './burst.ts';
import { recordOf } from './decision-record.ts';
import { lookUpArticle } from './look-up-article.ts';
import { knownBefore, lookUp, type LookUpDeps } from './look-up.ts';
import type { Turn } from './turn.ts';
import { writeReply, type WriteDeps, type Written } from './write-reply.ts';

export type ComposeDeps = LookUpDeps & WriteDeps;

export type ComposedTurn = Written & {
  /** Why, to be kept with the message. */
  readonly record?: DecisionRecord;
};

const thresholdsOf = (turn: Turn): Thresholds => ({
  intent: turn.tenant.thresholds['intent'] ?? defaultThresholds.intent,
  unsatisfied: defaultThresholds.unsatisfied,
});

const strictness: readonly Mode[] = ['automatic', 'review', 'human'];

/** The strictest mode of all that the burst is about: thanks that follow a question set no rule of it aside. */
export const modeOf = (turn: Turn): Mode => {
  const { asked } = knownBefore(turn.view, turn.burst);
  const topics = topicsOf(turn.burst, asked, thresholdsOf(turn).intent).map(({ intent }) => intent);
  const intents = [...topics, turn.message.understanding?.intent ?? 'other_out_of_scope'];
  const modes = intents.map((intent) => modeFor(turn.tenant.modes, turn.view.conversation.channel, intent));
  return strictness.findLast((mode) => modes.includes(mode)) ?? 'automatic';
};

/** What the seller's articles say to the questions that the facts leave open. */
const quotesFor = async (
  deps: ComposeDeps,
  turn: Turn,
  given: DecisionInput,
  decision: Decision,
): Promise<readonly Quote[]> => {
  const { before } = given;
  const intent = turn.message.understanding?.intent ?? null;
  const item = given.facts.item ?? null;
  const found = await Promise.all(
    questionsForArticles(given, decision).map(async (asked) => {
      const alone = await lookUpArticle(deps, turn, { asked, earlier: '', item, intent });
      if (alone.length > 0 || before === null || !isFragment(asked)) return alone;
      const [first = intent] = before.intents;
      return lookUpArticle(deps, turn, { asked, earlier: before.text, item, intent: first });
    }),
  );
  return found.flat();
};

export const compose = async (deps: ComposeDeps, turn: Turn, mode: Mode): Promise<ComposedTurn> => {
  const { conversation, replies } = turn.view;
  const known = knownBefore(turn.view, turn.burst);
  const thresholds = thresholdsOf(turn);
  const { facts, problem } = await lookUp(deps, turn.view, turn.burst, known, thresholds.intent);
  const rules = threadRules(conversation.channel, conversation.audience);
  const given: DecisionInput = {
    messages: turn.burst,
    conversation,
    facts,
    quotes: [],
    factProblem: problem,
    mode,
    channel: { mode: rules.mode, reply: rules },
    thresholds,
    tone: turn.tenant.tone,
    asked: known.asked,
    before: known.before,
    previousTexts: replies
      .filter((reply) => isAnswering(reply) && !turn.replaced.includes(reply))
      .map((reply) => reply.text),
    variantSeed: turn.message.buyerTurn,
    now: deps.clock(),
    timeZone: buyerTimeZone(conversation.market),
  };
  const first = decide(given);
  const quotes = await quotesFor(deps, turn, given, first);
  const decision = quotes.length === 0 ? first : decide({ ...given, quotes });
  const written = await writeReply(deps, turn, decision, facts, mode);
  return {
    ...written,
    decision: withDisclosure(written.decision, given),
    record: recordOf({ ...given, quotes }, written.decision, written.writing),
  };
};
