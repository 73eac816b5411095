/** Decides, once the buyer has been silent for three days, whether we solved it, with named evidence; a return takes it back. */
import type { Conversation } from '../domain/conversation.ts';
import type { UsageLine } from '../domain/usage.ts';
import { isBilled, type Evidence, type Resolution } from '../domain/resolution.ts';
import type { BuyerMessage } from '../domain/message.ts';
import { quietAt, returnableUntil } from '../policy/settling.ts';
import type {
  Change,
  ConversationAddress,
  ConversationStore,
  ConversationView,
} from '../ports/conversations.ts';
import type { Settling, SettlingRecord } from '../ports/settling.ts';
import { lineOf, type Tools } from './kit.ts';
import { reversalLine } from './ledger-lines.ts';
import { evidenceOf, isSameMatter, lastWish, unsettled } from './resolution-evidence.ts';

export type SettleResolutionsDeps = Tools & {
  readonly conversations: Pick<ConversationStore, 'view' | 'commit'>;
  readonly settling: Settling;
};

/** Turns that a judgement looks at. */
const turns = 60;
const atMost = 400;

type Case = {
  readonly address: ConversationAddress;
  readonly record: SettlingRecord;
  readonly view: ConversationView;
};

const open = async (deps: SettleResolutionsDeps, address: ConversationAddress): Promise<Case | null> => {
  // The record first: what is written after it makes the commit stale.
  const record = await deps.settling.record(address);
  const view = record === null ? null : await deps.conversations.view(address, null, turns);
  return record === null || view === null ? null : { address, record, view };
};

const resolvedLine = (
  deps: SettleResolutionsDeps,
  conversation: Conversation,
  resolution: Pick<Resolution, 'source' | 'acceptedAt' | 'intent' | 'language' | 'mode'>,
): UsageLine =>
  lineOf(deps, conversation, {
    unit: 'verified_resolution',
    source: resolution.source,
    quantity: 1,
    language: resolution.language,
    intent: resolution.intent,
    mode: resolution.mode,
    module: 'answering',
    occurredAt: resolution.acceptedAt,
    acceptedAt: resolution.acceptedAt,
  });

const takesBack = (
  deps: SettleResolutionsDeps,
  conversation: Conversation,
  resolution: Resolution,
  returned: BuyerMessage,
): Change => ({
  change: 'usage',
  line: reversalLine(resolvedLine(deps, conversation, resolution), {
    fact: returned.message,
    because: 'buyer_returned',
    occurredAt: returned.at,
    acceptedAt: returned.acceptedAt,
  }),
});

/** The first of some messages with which the buyer came back about what was resolved. */
const returnTo = (
  { view }: Pick<Case, 'view'>,
  resolution: Resolution,
  messages: readonly BuyerMessage[],
): BuyerMessage | undefined => {
  const covered = view.messages.filter(
    ({ buyerTurn }) => buyerTurn > resolution.after && buyerTurn <= resolution.turn,
  );
  return messages.find(
    (message) =>
      message.acceptedAt > resolution.acceptedAt &&
      message.acceptedAt <= resolution.until &&
      isSameMatter({ intent: resolution.intent, messages: covered }, message),
  );
};

/** The buyer may come back by another thread: what was resolved there is taken back there. */
const takeBackElsewhere = async (
  deps: SettleResolutionsDeps,
  { address, record, view }: Case,
): Promise<void> => {
  const messages = unsettled(view, record.settledTurn);
  if (messages.length === 0) return;
  for (const other of await deps.settling.others(address.tenant, record.buyer, address.conversation)) {
    const place = await open(deps, other);
    const resolution = place?.record.resolution ?? null;
    if (place === null || resolution === null) continue;
    const returned = returnTo(place, resolution, messages);
    if (returned === undefined) continue;
    const { conversation } = place.view;
    await deps.conversations.commit(conversation, [
      {
        change: 'settled',
        version: place.record.version,
        turn: place.record.settledTurn,
        resolution: null,
        dueAt: null,
      },
      takesBack(deps, conversation, resolution, returned),
    ]);
  }
};

type Judged = {
  readonly resolution: Resolution | null;
  readonly lines: readonly Change[];
  readonly evidence: Evidence;
};

const judge = (deps: SettleResolutionsDeps, { record, view }: Case, last: BuyerMessage): Judged | null => {
  const evidence = evidenceOf(view, record);
  if (evidence === null) return null;
  const wish = lastWish(unsettled(view, record.settledTurn));
  const approved = view.replies.some(
    ({ kind, buyerTurn }) => kind === 'approved' && buyerTurn > record.settledTurn,
  );
  const resolution: Resolution = {
    source: last.message,
    acceptedAt: quietAt(last.acceptedAt),
    until: returnableUntil(last.acceptedAt),
    after: record.settledTurn,
    turn: last.buyerTurn,
    intent: wish?.understanding?.intent ?? null,
    language: last.understanding?.language ?? view.conversation.language ?? 'unknown',
    mode: approved ? 'review' : 'automatic',
  };
  const billed = isBilled(evidence);
  // What is free stands in the ledger too, with nothing to pay and the reason why.
  const line = {
    ...resolvedLine(deps, view.conversation, resolution),
    quantity: billed ? 1 : 0,
    detail: { evidence },
  };
  return { resolution: billed ? resolution : null, lines: [{ change: 'usage', line }], evidence };
};

const settleOne = async (deps: SettleResolutionsDeps, place: Case): Promise<'done' | 'stale'> => {
  const { record, view } = place;
  const now = deps.clock();
  const messages = unsettled(view, record.settledTurn);
  const last = messages.at(-1);
  const returned = record.resolution === null ? undefined : returnTo(place, record.resolution, messages);
  const back =
    record.resolution === null || returned === undefined
      ? []
      : [takesBack(deps, view.conversation, record.resolution, returned)];
  const standing = returned === undefined ? record.resolution : null;
  const settled = (turn: number, resolution: Resolution | null, dueAt: Date | null): Change => ({
    change: 'settled',
    version: record.version,
    turn,
    resolution,
    dueAt,
  });
  if (last === undefined)
    return deps.conversations.commit(view.conversation, [
      settled(view.conversation.buyerTurn, standing, null),
    ]);
  const quiet = quietAt(last.acceptedAt);
  if (now < quiet) {
    const later = settled(record.settledTurn, standing, quiet);
    return deps.conversations.commit(view.conversation, [later, ...back]);
  }
  const judged = judge(deps, place, last);
  if (judged === null) return 'done';
  const changes = [
    // The one that stands is older: its own time to be taken back is nearly over, and its line keeps its name.
    settled(view.conversation.buyerTurn, judged.resolution ?? standing, null),
    ...back,
    ...judged.lines,
  ];
  const written = await deps.conversations.commit(view.conversation, changes);
  if (written === 'done')
    deps.log('resolution-settled', {
      tenant: place.address.tenant,
      conversation: place.address.conversation,
      because: judged.evidence,
    });
  return written;
};

/** How many were looked at. One that fails keeps no other waiting: the next round finds it again. */
export const settleResolutions = (deps: SettleResolutionsDeps) => async (): Promise<number> => {
  const due = await deps.settling.due(deps.clock(), atMost);
  for (const address of due) {
    try {
      const place = await open(deps, address);
      if (place === null) continue;
      await takeBackElsewhere(deps, place);
      await settleOne(deps, place);
    } catch (error) {
      deps.log('failed', {
        tenant: address.tenant,
        conversation: address.conversation,
        because: error instanceof Error ? error.name : 'unknown',
      });
    }
  }
  return due.length;
};
