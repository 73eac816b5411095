/** The whole story of a case for the person who takes it, composed from what is stored, without a model. */
import type { HandOverReason } from '../../domain/decision.ts';
import type { ClaimCase } from '../../domain/escalation.ts';
import type { Facts } from '../../domain/facts.ts';
import type { Intent } from '../../domain/intent.ts';
import type { BuyerMessage } from '../../domain/message.ts';
import type { Reply } from '../../domain/reply.ts';
import type { ConversationView } from '../../ports/conversations.ts';
import type { AgentLocale } from '../agent-locale.ts';
import { writtenMinute, writtenMoment } from '../written-moment.ts';
import { cut } from './cut.ts';
import { intentWords, reasonWords, sentimentWords } from './domain-words.ts';
import { factPieces } from './fact-lines.ts';
import { summaryWords, type SummaryWords } from './summary-words.ts';

export type SummaryInput = {
  readonly view: Pick<ConversationView, 'conversation' | 'messages' | 'replies' | 'outgoing'>;
  readonly because: HandOverReason;
  readonly facts: Facts;
  readonly claim: ClaimCase | null;
  /** By when a person was promised to the buyer; null: nobody promised a time. */
  readonly promisedBy: Date | null;
  /** By when the platform wants it solved. */
  readonly platformDue: Date | null;
  /** IANA zone of whoever reads it: its days and hours are written. */
  readonly timeZone: string;
  readonly locale: AgentLocale;
};

export const longestSummary = 900;

/** How much is told: tried from the fullest down until the summary fits. */
type Detail = { readonly quote: number; readonly replies: number; readonly facts: number };
const details: readonly Detail[] = [
  { quote: 160, replies: 3, facts: 12 },
  { quote: 120, replies: 2, facts: 10 },
  { quote: 80, replies: 2, facts: 8 },
  { quote: 60, replies: 1, facts: 6 },
  { quote: 40, replies: 1, facts: 4 },
];
const between = ' · ';

/** Words around a problem, not the problem. */
const sayLittle: ReadonlySet<Intent> = new Set(['human_agent', 'greeting_thanks', 'other_out_of_scope']);

/** The newest wish first; where it says little, the last one that said more stands in front. */
const wishes = (messages: readonly BuyerMessage[]): readonly Intent[] => {
  const told = messages.toReversed().flatMap(({ understanding }) => understanding ?? []);
  const newest = told
    .slice(0, 1)
    .flatMap(({ intent, secondaryIntent }) =>
      secondaryIntent === null ? [intent] : [intent, secondaryIntent],
    );
  const clear = told.map(({ intent }) => intent).find((intent) => !sayLittle.has(intent));
  const first = clear !== undefined && newest.every((intent) => sayLittle.has(intent)) ? [clear] : [];
  return [...new Set([...first, ...newest])];
};

const wantsLine = ({ view, locale }: SummaryInput, said: SummaryWords, { quote }: Detail): string => {
  const newest = view.messages.at(-1);
  const [first = 'other_out_of_scope', ...more] = wishes(view.messages);
  const rest = more.map((intent) => `${said.alsoWants}${intentWords[locale][intent]}`);
  const urgent = newest?.understanding?.urgent === true ? [said.urgent] : [];
  const words = cut(newest?.maskedText ?? '', quote);
  return [
    `${said.wants}${intentWords[locale][first]}`,
    ...rest,
    ...urgent,
    ...(words === '' ? [] : [`${said.says}«${words}»`]),
  ].join(between);
};

const moodLine = ({ view, locale }: SummaryInput, said: SummaryWords): string => {
  const sentiment = view.messages.findLast(({ understanding }) => understanding !== null)?.understanding
    ?.sentiment;
  const written = said.writes(view.conversation.language ?? '?', String(view.conversation.buyerTurn));
  return `${said.mood}${[sentimentWords[locale][sentiment ?? 'neutral'], written].join(between)}`;
};

const reached = ({ state }: Reply): boolean =>
  state === 'confirmed' || state === 'attempted' || state === 'unknown';

/** What a person wrote may name somebody: that it was answered is enough. */
const triedPiece = (reply: Reply, timeZone: string, said: SummaryWords, quote: number): string => {
  const at = writtenMinute(reply.createdAt, timeZone);
  if (reply.kind === 'person') return `${at} ${said.personAnswered}`;
  if (reply.asks !== null) return `${at} ${said.asked[reply.asks.asksFor]}`;
  return `${at} «${cut(reply.text, quote)}»`;
};

const triedLine = ({ view, timeZone }: SummaryInput, said: SummaryWords, detail: Detail): string => {
  const replies = view.replies.filter((reply) => reached(reply) && !reply.holding).slice(-detail.replies);
  const pieces = [
    ...replies.map((reply) => triedPiece(reply, timeZone, said, Math.min(80, detail.quote))),
    ...view.outgoing.slice(-1).map(({ at }) => `${writtenMinute(at, timeZone)} ${said.elsewhere}`),
  ];
  return `${said.tried}${pieces.length === 0 ? said.nothing : pieces.join(between)}`;
};

const promisedLine = ({ view, promisedBy, timeZone }: SummaryInput, said: SummaryWords): string => {
  const told = view.replies.findLast((reply) => reached(reply) && reply.holding);
  const pieces = [
    promisedBy === null ? said.noTime : `≤ ${writtenMoment(promisedBy, timeZone)}`,
    ...(told === undefined ? [] : [`${writtenMinute(told.createdAt, timeZone)} ${said.toldToWait}`]),
  ];
  return `${said.promised}${pieces.join(between)}`;
};

const mostActions = 6;
const platformLine = (
  { claim, platformDue, timeZone }: SummaryInput,
  said: SummaryWords,
): readonly string[] => {
  const due = platformDue === null ? [] : [`${said.platformDue} ${writtenMoment(platformDue, timeZone)}`];
  if (claim === null) return due;
  const actions = claim.actions.slice(0, mostActions).join(', ');
  const about = [
    `${claim.claim} ${cut(claim.reason, 40)}`,
    `${said.stage} ${cut(claim.stage, 30)}`,
    ...(actions === '' ? [] : [`${said.allowed}: ${cut(actions, 160)}`]),
    ...due,
  ];
  return [`${said.claim}${about.join(between)}`];
};

const factsLine = (input: SummaryInput, said: SummaryWords, { facts }: Detail): readonly string[] => {
  const pieces = factPieces(input.facts, input).slice(0, facts);
  return pieces.length === 0 ? [] : [`${said.facts}${pieces.join(between)}`];
};

const written = (input: SummaryInput, detail: Detail): string => {
  const said = summaryWords[input.locale];
  return [
    wantsLine(input, said, detail),
    moodLine(input, said),
    ...factsLine(input, said, detail),
    triedLine(input, said, detail),
    promisedLine(input, said),
    `${said.because}${reasonWords[input.locale][input.because]}`,
    ...platformLine(input, said),
  ].join('\n');
};

/**
 * What the buyer wants, mood, facts, what was tried, what was promised, why it was handed over, what the platform
 * allows: a line each, at most `longestSummary` characters. The buyer's words only as masked.
 */
export const composeSummary = (input: SummaryInput): string => {
  const tried = details.map((detail) => written(input, detail));
  const fitting = tried.find((text) => text.length <= longestSummary);
  if (fitting !== undefined) return fitting;
  const lines = tried.at(-1)?.split('\n') ?? [];
  // Facts of the shop are of any length: each line gets its share.
  const share = Math.floor(longestSummary / Math.max(1, lines.length)) - 1;
  return lines.map((line) => cut(line, share)).join('\n');
};
