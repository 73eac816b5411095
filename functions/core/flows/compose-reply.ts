/** Facts, decision and words of one turn: fixed answers first, the reply model where facts are there and words are not. */
import { isFragment } from '../answering/before.ts';
import { decide, questionsForArticles, type DecisionInput } from '../answering/decision.ts';
import { checkReply } from '../answering/guard.ts';
import type { Quote } from '../answering/quote.ts';
import { isAboutHealth } from '../answering/situations/product.ts';
import { defaultThresholds, type Thresholds } from '../answering/thresholds.ts';
import { topicsOf } from '../answering/topics.ts';
import { buyerTimeZone } from '../answering/voice.ts';
import { threadRules } from '../channels/manifests.ts';
import type { Decision, Mode } from '../domain/decision.ts';
import type { Facts, Item } from '../domain/facts.ts';
import { isAnsweredLanguage } from '../domain/language.ts';
import { modeFor } from '../domain/tenant.ts';
import type { UsageLine } from '../domain/usage.ts';
import type { Knowledge } from '../ports/knowledge.ts';
import type { ReplyWriter } from '../ports/understanding.ts';
import { isAnswering } from './burst.ts';
import { lineOf } from './kit.ts';
import { lookUpArticle } from './look-up-article.ts';
import { knownBefore, lookUp, type LookUpDeps } from './look-up.ts';
import type { Turn } from './turn.ts';

export type ComposeDeps = LookUpDeps & { readonly writer: ReplyWriter; readonly knowledge: Knowledge };

export type ComposedTurn = { readonly decision: Decision; readonly lines: readonly UsageLine[] };

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

const itemFacts = (item: Item): readonly { readonly name: string; readonly value: string }[] => [
  { name: 'title', value: item.title },
  { name: 'price', value: `${item.price} ${item.currency}` },
  { name: 'stock', value: String(item.stock) },
  ...Object.entries(item.attributes).map(([name, value]) => ({ name, value })),
  ...(item.freight === undefined ? [] : [{ name: 'freight', value: item.freight }]),
];

/** A question about a product whose facts are there, and whose words no fixed answer has. */
const worthWriting = (
  turn: Turn,
  decision: Decision,
  facts: Facts,
): facts is Facts & { readonly item: Item } =>
  decision.kind === 'escalate' &&
  decision.because === 'intent_needs_person' &&
  turn.message.understanding?.intent === 'product_question' &&
  turn.burst.length === 1 &&
  // What may harm somebody's health is no question for a model.
  !isAboutHealth(turn.message.text) &&
  facts.item !== undefined &&
  facts.item !== null;

const tokensLine = (
  deps: ComposeDeps,
  turn: Turn,
  mode: Mode,
  use: { model: string; tokensIn: number; tokensOut: number },
): UsageLine =>
  lineOf(deps, turn.view.conversation, {
    unit: 'model_tokens',
    source: `${turn.message.message}#reply`,
    quantity: use.tokensIn + use.tokensOut,
    language: turn.message.understanding?.language ?? 'unknown',
    intent: turn.message.understanding?.intent ?? null,
    mode,
    module: 'answering',
    occurredAt: turn.message.at,
    acceptedAt: turn.message.acceptedAt,
    detail: { model: use.model, in: use.tokensIn, out: use.tokensOut },
  });

/** The model's words pass the same gate as every reply; what does not stays with a person. */
const written = async (
  deps: ComposeDeps,
  turn: Turn,
  decision: Decision,
  facts: Facts & { readonly item: Item },
  mode: Mode,
): Promise<ComposedTurn> => {
  const language = turn.message.understanding?.language ?? '';
  if (mode === 'human' || !isAnsweredLanguage(language)) return { decision, lines: [] };
  const asked = await deps.writer.write({
    tenant: turn.message.tenant,
    maskedText: turn.message.maskedText,
    language,
    facts: itemFacts(facts.item),
    tone: turn.message.understanding?.sentiment === 'neutral' ? 'calm' : 'upset',
    draft: '',
  });
  if (!asked.ok) {
    deps.log('model-unavailable', {
      tenant: turn.message.tenant,
      conversation: turn.message.conversation,
      message: turn.message.message,
      because: asked.problem.because,
    });
    return { decision, lines: [] };
  }
  const lines = [tokensLine(deps, turn, mode, asked.value.use)];
  const { channel, market, audience } = turn.view.conversation;
  const rules = threadRules(channel, audience);
  const checked = checkReply(asked.value.text, {
    facts: audience === 'public' ? { item: facts.item } : facts,
    quotes: [],
    language,
    market,
    audience,
    rules,
    now: deps.clock(),
    timeZone: buyerTimeZone(market),
  });
  if (!checked.ok) return { decision, lines };
  const automatic = mode === 'automatic' && rules.mode === 'automatic';
  return {
    decision: {
      kind: automatic ? 'reply' : 'draft',
      because: 'model',
      text: asked.value.text,
      language,
      facts: ['item'],
      intents: ['product_question'],
      asksFor: null,
    },
    lines,
  };
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
  const found = await Promise.all(
    questionsForArticles(given, decision).map(async (asked) => {
      const goesOn = before !== null && isFragment(asked);
      const alone = await lookUpArticle(deps, turn, { asked, earlier: '', intent });
      if (alone !== null || !goesOn) return alone;
      return lookUpArticle(deps, turn, { asked, earlier: before.text, intent: before.intents[0] ?? intent });
    }),
  );
  return found.filter((quote) => quote !== null);
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
  return worthWriting(turn, decision, facts)
    ? written(deps, turn, decision, facts, mode)
    : { decision, lines: [] };
};
