/** What a turn asks, and what the facts say to it: the words first, then what the message was taken for. */
import type { Intent } from '../domain/intent.ts';
import type { BuyerMessage } from '../domain/message.ts';
import { isFragment } from './before.ts';
import { asksWhetherBot, grave, isWorded } from './evidence.ts';
import { orderNumberIn } from './order-numbers.ts';
import { itemAnswers } from './matters/item-answers.ts';
import { orderAnswers, type Answers } from './matters/order-answers.ts';
import { questionsIn } from './parts.ts';
import { policyKindsIn, type PolicyKind } from './policy-questions.ts';
import { plainWords, wording } from './plain-words.ts';
import { isWeak } from './quote.ts';
import { isAboutAnOrder, situationsFor } from './situations/for-question.ts';
import { coupon, couponIn, isCouponTalk } from './situations/price.ts';
import { situation, type Background, type Question, type Situation } from './situations/situation.ts';
import { greeting, isCourteous } from './situations/social.ts';
import { likelyConfidence } from './thresholds.ts';
import { heardOf, intentsOf, isSure, topicsOf } from './topics.ts';
import { backgroundOf, type Turn } from './turn.ts';

export type Reading = {
  /** What is to be said, most important first; empty: nobody can tell what is meant. */
  readonly situations: readonly Situation[];
  readonly intents: readonly Intent[];
  /** Questions that no fact answers: an article may. */
  readonly open: readonly string[];
};

type Words = {
  readonly text: string;
  readonly plain: string;
  readonly question: Question;
  /** Everything it was taken for, sure or not. */
  readonly intents: readonly Intent[];
};

const wordsOfTurn = ({ messages, before }: Turn): Words => {
  const text = messages.map((message) => message.text).join('\n');
  const heard = heardOf(messages);
  const earlier = before !== null && isFragment(text) ? before : null;
  const intents = [...heard.flatMap(intentsOf), ...(earlier?.intents ?? [])];
  return {
    text,
    plain: plainWords(text),
    intents,
    question: {
      intent: intents[0] ?? 'other_out_of_scope',
      text,
      entities: heard.flatMap(({ understanding }) => understanding.entities),
      attachments: messages.reduce((count, message) => count + message.attachments, 0),
      ...(earlier === null ? {} : { earlier: earlier.text }),
    },
  };
};

const nothing: Answers = { situations: [], settles: [] };

/** What went wrong is told in the same words that ask about stock: an item's facts are no answer to it. */
const isAboutTrouble = ({ plain, intents }: Words): boolean =>
  intents.slice(0, 1).some((intent) => grave.has(intent)) &&
  intents.some((one) => grave.has(one) && isWorded(one, plain));

/** A code that is asked about is a question for the articles, whatever else the words look like. */
const couponAnswer = ({ text, intents, question }: Words): Answers =>
  couponIn(text) !== null && (text.includes('?') || intents.includes('discount_coupon') || isCouponTalk(text))
    ? {
        situations: coupon(question),
        settles: ['discount_coupon', 'stock_availability', 'price_objection', 'product_question'],
      }
    : nothing;

/** What the facts say to the words themselves. */
const answersTo = (words: Words, background: Background): Answers => {
  const { order, item } = background.facts;
  const heard = { plain: words.plain, intents: words.intents };
  const ofOrder = order ? orderAnswers(order, words.question, heard, background) : nothing;
  const ofItem =
    item && !isAboutTrouble(words) ? itemAnswers(item, words.question, heard, background) : nothing;
  const ofCode = couponAnswer(words);
  const all = [ofCode, ofOrder, ofItem];
  return {
    situations: all.flatMap(({ situations }) => situations),
    settles: all.flatMap(({ settles }) => settles),
  };
};

/** A matter on the side counts where the words say it, and where it is told or went wrong. */
const countsAside = (
  topic: Question,
  situations: readonly Situation[],
  isTold: boolean,
  plain: string,
): boolean => {
  if (!isWorded(topic.intent, plain)) return false;
  if (grave.has(topic.intent) || topic.intent === 'warranty_repair') return true;
  return isTold ? situations.every((one) => !one.person && one.asksFor !== 'order_number') : true;
};

const isTheirs = (messages: readonly BuyerMessage[], intent: Intent): boolean =>
  messages.some(({ understanding }) => understanding?.intent === intent);

/** What the sure intents want beyond what was told already. */
const ofTopics = (turn: Turn, words: Words, answers: Answers, background: Background) => {
  const isTold = answers.situations.length > 0;
  const goesOn = (turn.before?.intents.length ?? 0) > 0 && isFragment(words.text) && !isCourteous(words.text);
  return topicsOf(turn.messages, turn.asked, turn.thresholds.intent).flatMap((topic) => {
    // "And navy?" is none of ours alone, and a question about stock after one.
    if (topic.intent === 'other_out_of_scope' && goesOn) return [];
    const isMain =
      isTheirs(turn.messages, topic.intent) || turn.asked?.intents.includes(topic.intent) === true;
    const worded = isWorded(topic.intent, words.plain);
    if (answers.settles.includes(topic.intent) && !(grave.has(topic.intent) && worded)) return [];
    if (isTold && grave.has(topic.intent) && !worded) return [];
    const isHidden = turn.conversation.audience === 'public' && isAboutAnOrder(topic.intent);
    const situations = isHidden
      ? [situation('public.private', { person: true })]
      : situationsFor(topic, background);
    return isMain || countsAside(topic, situations, isTold, words.plain) ? [{ topic, situations }] : [];
  });
};

const isSettled = (situations: readonly Situation[]): boolean =>
  situations.length > 0 &&
  situations.every((one) => !one.person && (!isWeak(one) || one.asksFor === 'order_number'));

/** Nobody is sure, and little can go wrong: what the facts settle for the likely intent is said. */
const ofLikely = (turn: Turn, words: Words, background: Background): readonly Situation[] => {
  const isFollowing = turn.before !== null && isFragment(words.text);
  const named = orderNumberIn(turn.messages, turn.asked, background.facts.order?.id ?? null) !== null;
  const heard = heardOf(turn.messages)
    .filter(({ understanding }) => understanding.intentConfidence >= likelyConfidence)
    .map(({ understanding }) => understanding.intent);
  const candidates = [
    ...heard,
    ...(isFollowing ? (turn.before?.intents ?? []) : []),
    ...(named ? (['order_status'] as const) : []),
  ].filter((intent) => !grave.has(intent) && intent !== 'other_out_of_scope');
  for (const intent of new Set(candidates)) {
    const isFree = intent === 'order_status' || intent === 'shipping_delay' || intent === 'product_question';
    if (!isFree && !isFollowing && !isWorded(intent, words.plain)) continue;
    const situations = situationsFor({ ...words.question, intent }, background);
    if (isSettled(situations)) return situations;
  }
  return [];
};

/** What was told settles these kinds of questions about the shop's rules: by the keys' beginnings. */
const settledKinds: readonly (readonly [RegExp, readonly PolicyKind[]])[] = [
  [/^freight\./, ['freight']],
  [/^where\./, ['delivery-time']],
  [/^(?:return|exchange)\./, ['return-term']],
  [/^refund\./, ['refund-time']],
  [/^invoice\.issued/, ['invoice']],
  [/^coupon\.unlisted/, ['promotion', 'payment-means']],
  [/^order\.details/, ['refund-time', 'delivery-time', 'return-term']],
];

const tellsOfUse = wording(
  '(?:lave|lavei|lavado|lavada|washed|wash|use|usei|usado|usada|used|wore|worn|abri|abierto|aberto|opened|open|estrene|sin etiqueta\\S*|sem etiqueta\\S*|without tags?|no tags?)',
);

const leavesKind = (part: string, situations: readonly Situation[]): boolean => {
  const settled = settledKinds.flatMap(([key, kinds]) =>
    situations.some((one) => key.test(one.key)) ? kinds : [],
  );
  const listed = situations.flatMap(({ details = [] }) => details.map(({ fact }) => fact));
  const isListed = (kind: PolicyKind): boolean =>
    kind === 'instalments' && listed.includes('order.payment.instalments');
  // A date alone misleads who tells that it was used: the rule's own words say what still goes back.
  const isUsed = (kind: PolicyKind): boolean => kind === 'return-term' && tellsOfUse.test(plainWords(part));
  return policyKindsIn(part).some((kind) => isUsed(kind) || (!settled.includes(kind) && !isListed(kind)));
};

/** The questions that nothing above answers: by the facts for each, and by what the shop's rules must say to it. */
const openQuestions = (
  words: Words,
  situations: readonly Situation[],
  isTold: boolean,
  isTopicTold: boolean,
  background: Background,
): readonly string[] => {
  const parts = questionsIn(words.text);
  const isAnswered = !situations.some(isWeak);
  if (parts.length <= 1) {
    // What a person must do is not made clearer by what an article says of something near it.
    const wantsPerson = situations.some((one) => one.person && !isWeak(one));
    const isOpen =
      (!wantsPerson && leavesKind(words.text, situations)) || !(isTold || (isTopicTold && isAnswered));
    return isOpen ? [words.text] : [];
  }
  const open = parts.filter((part) => {
    const own = {
      ...words,
      text: part,
      plain: plainWords(part),
      question: { ...words.question, text: part },
    };
    const told = answersTo(own, background).situations;
    return told.length === 0 || leavesKind(part, told);
  });
  // What the intent was answered with belongs to one of them.
  return isTopicTold && isAnswered ? open.slice(1) : open;
};

export const readTurn = (turn: Turn): Reading => {
  const background = backgroundOf(turn);
  const words = wordsOfTurn(turn);
  if (asksWhetherBot(words.plain))
    return {
      situations: [situation('greeting.bot', { asksFor: 'person' })],
      intents: ['greeting_thanks'],
      open: [],
    };
  const answers = answersTo(words, background);
  const topics = ofTopics(turn, words, answers, background);
  // Thanks with a word about what comes next want a short word back, whatever was asked before them.
  const isThanks =
    answers.situations.length === 0 &&
    topics.every(
      ({ topic }) => topic.intent === 'other_out_of_scope' || topic.intent === 'greeting_thanks',
    ) &&
    isCourteous(words.text) &&
    orderNumberIn(turn.messages, turn.asked, null) === null;
  const isBareWord = topics.length > 0 && plainWords(words.text).trim().split(' ').length <= 1;
  if (isThanks && !isBareWord)
    return { situations: [greeting(words.question)], intents: ['greeting_thanks'], open: [] };
  const main = topics.flatMap((one) => one.situations);
  const isTold = answers.situations.length > 0;
  const wants = main.some(({ person }) => person);
  const told = wants ? [...main, ...answers.situations] : [...answers.situations, ...main];
  const unsure = heardOf(turn.messages).every((message) => !isSure(message, turn.thresholds.intent));
  const likely =
    told.length === 0 || (unsure && !isTold && told.every(isWeak)) ? ofLikely(turn, words, background) : [];
  const courteous =
    told.length === 0 && likely.length === 0 && isCourteous(words.text) ? [greeting(words.question)] : [];
  const situations = [...(likely.length > 0 ? likely : told), ...courteous];
  const isTopicTold = likely.length > 0 || courteous.length > 0 || main.length > 0;
  const sure = topics.map(({ topic }) => topic.intent);
  return {
    situations,
    intents: sure.length > 0 ? sure : words.intents.slice(0, 1),
    open: openQuestions(words, situations, isTold, isTopicTold, background),
  };
};
