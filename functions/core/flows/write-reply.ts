/** Words by a model where facts or passages are there and no fixed answer has the words: guarded, written anew once, or not sent. */
import { checkReply, type ReplyContext } from '../answering/guard.ts';
import { speaksToMachine } from '../answering/machine-talk.ts';
import { isByArticle } from '../answering/quote.ts';
import { isAboutHealth } from '../answering/situations/product.ts';
import { buyerTimeZone, voiceFor } from '../answering/voice.ts';
import { filled, shownFacts, type ShownFact } from '../answering/writing.ts';
import { threadRules } from '../channels/manifests.ts';
import type { Decision, Mode } from '../domain/decision.ts';
import type { Facts } from '../domain/facts.ts';
import type { Intent } from '../domain/intent.ts';
import { isAnsweredLanguage, type AnsweredLanguage } from '../domain/language.ts';
import type { UsageLine } from '../domain/usage.ts';
import type { Knowledge } from '../ports/knowledge.ts';
import type { ModelUse, ReplyRequest, ReplyWriter } from '../ports/understanding.ts';
import { intentPrompt } from '../prompts/intent.ts';
import { replyAgain, replyPrompt } from '../prompts/reply.ts';
import { lineOf, type Tools } from './kit.ts';
import { noWriting, type Writing } from './decision-record.ts';
import type { Turn } from './turn.ts';

export type WriteDeps = Tools & { readonly writer: ReplyWriter; readonly knowledge: Knowledge };

export type Written = {
  readonly decision: Decision;
  readonly lines: readonly UsageLine[];
  /** What a model was asked for it; none: nobody was. */
  readonly writing?: Writing;
};

const prompts = [replyPrompt.text, replyAgain(''), intentPrompt.text];

/** Passages: what speaks of less than this of the question does not answer it. */
const leastScore = 0.25;
const mostPassages = 2;
const longestEarlier = 4;

/** What an item's facts may answer. */
const aboutItems: ReadonlySet<Intent> = new Set<Intent>(['product_question', 'stock_availability']);

const wordsOf = ({ burst }: Turn, which: 'text' | 'maskedText'): string =>
  burst.map((message) => message[which]).join('\n');

/** The language that a model may answer this turn in; null: it is none for a model. */
const writableLanguage = (turn: Turn, decision: Decision, mode: Mode): AnsweredLanguage | null => {
  const isLeftOpen =
    (decision.kind === 'escalate' || decision.kind === 'draft') && decision.because === 'intent_needs_person';
  const { language = '', intent = 'other_out_of_scope' } = turn.message.understanding ?? {};
  const text = wordsOf(turn, 'text');
  // What may harm somebody's health is no question for a model; who talks to one gets none.
  if (!isLeftOpen || mode === 'human' || isAboutHealth(text) || speaksToMachine(text)) return null;
  return isByArticle(intent) && isAnsweredLanguage(language) ? language : null;
};

const passagesFor = async (
  { knowledge, clock }: WriteDeps,
  turn: Turn,
  language: AnsweredLanguage,
): Promise<ReplyRequest['passages']> => {
  const { tenant, market } = turn.view.conversation;
  const found = await knowledge.find({
    tenant,
    text: wordsOf(turn, 'maskedText'),
    language,
    market,
    reader: 'buyers',
    intent: turn.message.understanding?.intent ?? null,
    day: new Intl.DateTimeFormat('en-CA', { timeZone: buyerTimeZone(market), dateStyle: 'short' }).format(
      clock(),
    ),
    atMost: mostPassages,
  });
  return found
    .filter((one) => one.score >= leastScore && one.language.startsWith(language))
    .filter(({ text, title }) => !speaksToMachine(`${title} ${text}`))
    .map(({ article, text }) => ({ id: article, text }));
};

/** Of the model's tokens one line for the turn, however often it was asked: a repeat of the run books nothing twice. */
const tokensLine = (
  deps: Tools,
  turn: Turn,
  mode: Mode,
  { model, tokensIn, tokensOut }: ModelUse,
): UsageLine =>
  lineOf(deps, turn.view.conversation, {
    unit: 'model_tokens',
    source: `${turn.message.message}#reply`,
    quantity: tokensIn + tokensOut,
    language: turn.message.understanding?.language ?? 'unknown',
    intent: turn.message.understanding?.intent ?? null,
    mode,
    module: 'answering',
    occurredAt: turn.message.at,
    acceptedAt: turn.message.acceptedAt,
    detail: { model, in: tokensIn, out: tokensOut },
  });

const together = (one: ModelUse | null, other: ModelUse | undefined): ModelUse | null => {
  if (one === null || other === undefined) return one ?? other ?? null;
  return {
    model: other.model,
    tokensIn: one.tokensIn + other.tokensIn,
    tokensOut: one.tokensOut + other.tokensOut,
  };
};

type Basis = {
  readonly facts: readonly ShownFact[];
  readonly passages: ReplyRequest['passages'];
  readonly context: ReplyContext;
};

/** Asks, checks, and asks once more where the guard held the text. */
const attempts = async (
  deps: WriteDeps,
  turn: Turn,
  request: ReplyRequest,
  { facts, passages, context }: Basis,
): Promise<Writing> => {
  const asked = await deps.writer.write(request);
  const before = {
    ...noWriting,
    passages: passages.map(({ id }) => id),
    facts: facts.map(({ name }) => name),
  };
  if (!asked.ok) {
    const { because, use } = asked.problem;
    deps.log('model-unavailable', {
      tenant: turn.message.tenant,
      conversation: turn.message.conversation,
      message: turn.message.message,
      because,
    });
    return { ...before, unavailable: because, use: use ?? null };
  }
  const { text: raw, prompt, use, passages: used, asksForPerson } = asked.value;
  if (asksForPerson) return { ...before, prompt, use, held: ['person'] };
  const text = filled(raw, facts, request.emoji);
  const checked = checkReply(text, context);
  if (!checked.ok) return { ...before, prompt, use, held: [checked.because] };
  const named = used.filter((id) => passages.some((passage) => passage.id === id));
  return { ...before, prompt, use, text, passages: named.length > 0 ? named : before.passages };
};

const twice = async (deps: WriteDeps, turn: Turn, request: ReplyRequest, basis: Basis): Promise<Writing> => {
  const first = await attempts(deps, turn, request, basis);
  const [held] = first.held;
  if (held === undefined || held === 'person') return first;
  const second = await attempts(deps, turn, { ...request, held }, basis);
  return {
    ...second,
    prompt: second.prompt ?? first.prompt,
    held: [...first.held, ...second.held],
    use: together(first.use, second.use ?? undefined),
  };
};

const contextFor = (
  deps: WriteDeps,
  turn: Turn,
  facts: Facts,
  language: AnsweredLanguage,
  passages: ReplyRequest['passages'],
): ReplyContext => {
  const { channel, market, audience } = turn.view.conversation;
  return {
    // Of a purchase a model is told nothing, and may tell nothing.
    facts: facts.item === undefined ? {} : { item: facts.item },
    quotes: passages.map(({ text }) => text),
    language,
    market,
    audience,
    rules: threadRules(channel, audience),
    now: deps.clock(),
    timeZone: buyerTimeZone(market),
    author: 'model',
    asked: turn.view.messages.map(({ text }) => text).join('\n'),
    prompts,
    forbidden: turn.tenant.tone?.forbidden ?? [],
  };
};

const said = (
  turn: Turn,
  mode: Mode,
  language: AnsweredLanguage,
  writing: Writing,
  text: string,
): Decision => {
  const { channel, audience } = turn.view.conversation;
  const isAutomatic = mode === 'automatic' && threadRules(channel, audience).mode === 'automatic';
  const intent = turn.message.understanding?.intent ?? 'product_question';
  return {
    kind: isAutomatic ? 'reply' : 'draft',
    because: 'model',
    text,
    language,
    facts: [...(writing.facts.length > 0 ? ['item'] : []), ...writing.passages.map((id) => `articles.${id}`)],
    intents: [intent],
    asksFor: null,
  };
};

/** Held twice, and a person hears why. */
const fallback = (decision: Decision, writing: Writing): Decision =>
  decision.kind === 'escalate' && writing.held.filter((one) => one !== 'person').length > 1
    ? { ...decision, because: 'guard_held_twice' }
    : decision;

/** The decision as it was, or with a model's words that passed the guard. */
export const writeReply = async (
  deps: WriteDeps,
  turn: Turn,
  decision: Decision,
  facts: Facts,
  mode: Mode,
): Promise<Written> => {
  const asItWas: Written = { decision, lines: [] };
  const language = writableLanguage(turn, decision, mode);
  if (language === null) return asItWas;
  const { market } = turn.view.conversation;
  const understood = turn.message.understanding;
  const item = understood !== null && aboutItems.has(understood.intent) ? facts.item : null;
  const shown = item ? shownFacts(item, { language, market }) : [];
  const passages = await passagesFor(deps, turn, language);
  if (shown.length === 0 && passages.length === 0) return asItWas;
  const calm = understood?.sentiment === 'neutral' || understood?.sentiment === 'positive';
  const request: ReplyRequest = {
    tenant: turn.message.tenant,
    maskedText: wordsOf(turn, 'maskedText'),
    earlier: turn.view.messages
      .filter((message) => !turn.burst.includes(message))
      .slice(-longestEarlier)
      .map(({ maskedText }) => maskedText),
    language: voiceFor(language, understood?.languageVariant ?? null, market),
    tone: calm ? 'calm' : 'upset',
    emoji: calm && turn.tenant.tone?.emoji !== 'none',
    intents: understood === null ? [] : [understood.intent],
    facts: shown,
    passages,
    held: null,
  };
  const context = contextFor(deps, turn, item ? { item } : {}, language, passages);
  const writing = await twice(deps, turn, request, { facts: shown, passages, context });
  const lines = writing.use === null ? [] : [tokensLine(deps, turn, mode, writing.use)];
  return writing.text === null
    ? { decision: fallback(decision, writing), lines, writing }
    : { decision: said(turn, mode, language, writing, writing.text), lines, writing };
};
