/** A conversation as a person reads it: its turns with their translations, its case with the story and the clocks. */
import { failed, found, type Outcome } from '../domain/outcome.ts';
import type { DecisionRecord } from '../domain/decision-record.ts';
import type { BuyerMessage } from '../domain/message.ts';
import type { ConversationView } from '../ports/conversations.ts';
import type { DeskCaller, DeskDeps, DeskProblem } from './desk-caller.ts';
import { audited } from './desk-audit.ts';
import { findView, summaryFor } from './desk-inbox.ts';
import { maskedBecause, readerOf, type Reader } from './desk-reading.ts';
import { isSameLanguage, translateWords } from './translate-words.ts';

/** Turns that a person reads before answering. */
const wholeStory = 200;
/** The newest of them are translated: what is older stands in the summary. */
const mostTranslated = 12;

export type ShownTurn = {
  readonly at: Date;
  readonly from: 'buyer' | 'us' | 'seller';
  readonly id: string;
  readonly text: string;
  readonly state: string;
  readonly intent: string | null;
  /** In the reader's language; null: not asked for, not needed, or not to be had. */
  readonly translation: string | null;
  /** Why a buyer's words were answered as they were: what was decided, from which facts, by which model. */
  readonly decision: DecisionRecord | null;
};

export type Shown = {
  readonly view: ConversationView;
  readonly turns: readonly ShownTurn[];
  readonly summary: string | null;
  /** Why words are masked, and what to do about it; null: they are not. */
  readonly masked: string | null;
};

const translated = async (
  deps: DeskDeps,
  { conversation }: ConversationView,
  message: BuyerMessage,
  reader: Reader,
): Promise<string | null> => {
  const from = message.understanding?.language ?? message.detected?.language ?? 'unknown';
  if (from === 'unknown' || isSameLanguage(from, reader.locale)) return null;
  const { tenant, id, buyer } = conversation;
  const said = await translateWords(deps, {
    conversation: { tenant, conversation: id, buyer },
    // The masked form is the only one that a model or a service may see.
    text: message.maskedText,
    from,
    into: reader.locale,
    names: [],
    glossary: reader.settings.glossary,
  });
  return said.by === 'none' ? null : said.text;
};

const turnsOf = async (
  deps: DeskDeps,
  caller: DeskCaller,
  view: ConversationView,
  reader: Reader,
): Promise<readonly ShownTurn[]> => {
  const wanted = new Set(caller.locale === null ? [] : view.messages.slice(-mostTranslated));
  const messages = view.messages.map(async (message): Promise<ShownTurn> => ({
    at: message.at,
    from: 'buyer',
    id: message.message,
    text: reader.wordsOf(message),
    state: message.state,
    intent: message.understanding?.intent ?? null,
    translation: wanted.has(message) ? await translated(deps, view, message, reader) : null,
    decision: message.decision ?? null,
  }));
  const ours = view.replies.map((reply): ShownTurn => ({
    at: reply.createdAt,
    from: 'us',
    id: reply.id,
    text: reply.text,
    state: reply.state,
    intent: null,
    translation: null,
    decision: null,
  }));
  const elsewhere = view.outgoing.map((words): ShownTurn => ({
    at: words.at,
    from: 'seller',
    id: words.id,
    text: words.text,
    state: 'sent',
    intent: null,
    translation: null,
    decision: null,
  }));
  return [...(await Promise.all(messages)), ...ours, ...elsewhere].toSorted((one, other) =>
    one.at.toISOString().localeCompare(other.at.toISOString()),
  );
};

/** `unmask`: the words as the buyer wrote them, where a record allows it; written down, for this conversation alone. */
export const showConversation = async (
  deps: DeskDeps,
  caller: DeskCaller,
  conversation: string,
  unmask = false,
): Promise<Outcome<Shown, DeskProblem>> => {
  const view = await findView(deps, caller, conversation, wholeStory);
  const reader = view === null ? null : await readerOf(deps, caller, view, unmask);
  if (view === null || reader === null) return failed({ kind: 'no-such-conversation' });
  if (unmask && reader.reading.kind === 'masked')
    return failed({ kind: 'masked', says: reader.reading.says });
  const action = unmask ? 'shown-unmasked' : 'shown';
  await audited(deps, caller, view.conversation.tenant, action, view.conversation.id);
  return found({
    view,
    turns: await turnsOf(deps, caller, view, reader),
    summary: view.escalation === null ? null : summaryFor(deps, view, view.escalation, reader),
    masked: maskedBecause(reader, unmask),
  });
};
