/** The whole pipeline in one process: real flows, entries and queue bodies over stores, queues and a shop in memory. */
import { writeBody } from '../../functions/core/aws/sqs/body.ts';
import { readArrival, readMessageAddress, readReplyAddress } from '../../functions/core/aws/sqs/wire.ts';
import type { ActionRules } from '../../functions/core/domain/action.ts';
import type { ChannelId } from '../../functions/core/domain/channel.ts';
import type { MessageState } from '../../functions/core/domain/message.ts';
import type { Understanding } from '../../functions/core/domain/intent.ts';
import { detectLanguage, parkArrival } from '../../functions/core/flows/detect-language.ts';
import { resolveConversation } from '../../functions/core/flows/desk.ts';
import type { ApproveActionDeps } from '../../functions/core/flows/approve-action.ts';
import { answerConversation, approveDraft } from '../../functions/core/flows/desk-answer.ts';
import type { DeskRows } from '../../functions/core/flows/desk-settings.ts';
import type { DeskCaller } from '../../functions/core/flows/desk-inbox.ts';
import { generateReply } from '../../functions/core/flows/generate-reply.ts';
import { putArrival } from '../../functions/core/flows/put-arrival.ts';
import { parkMessage } from '../../functions/core/flows/park-message.ts';
import { recognizeIntent } from '../../functions/core/flows/recognize-intent.ts';
import { parkReply, sendReply } from '../../functions/core/flows/send-reply.ts';
import { sweep } from '../../functions/core/flows/sweep.ts';
import type { InboundMessage, OutgoingMessage } from '../../functions/core/ports/channel.ts';
import type { ConversationStore, Inbox, OverdueIndex } from '../../functions/core/ports/conversations.ts';
import type { ArrivalQueue, QueuedArrival } from '../../functions/core/ports/queues.ts';
import type { Clock } from '../../functions/core/ports/tools.ts';
import { account, anInboundMessage, aQueuedArrival, tenant } from './builders.ts';
import type { CaseMachine } from '../../functions/core/ports/escalations.ts';
import { fakeCaseMachine } from './case-machine.ts';
import { caseSteps } from './case-steps.ts';
import { fakeDesk, memoryAudit } from './desk.ts';
import { memoryConversations } from './conversations.ts';
import { faultyProcess, Struck, type Strike } from './faults.ts';
import { messageStage, outboundStage, stageQueues, worker, type Stage } from './stages.ts';
import { fakeSellers, memoryPolled, type SellerRules } from './sellers.ts';
import { fakeShop, type ShopRules } from './shop.ts';
import { fakeTools, ids } from './tools.ts';
import { translationParts } from './translation.ts';
import { fakeDetector, fakeFirstTier, fakeIntentModel, fakeWriter } from './understanding.ts';

export type HouseRules = SellerRules & {
  readonly shop?: ShopRules;
  /** The region has a language service. */
  readonly detects?: true;
  readonly strike?: Strike;
  /** What tends cases; without it they are only remembered. */
  readonly machine?: (clock: Clock) => CaseMachine;
  /** How the seller's desk is set up. */
  readonly desk?: Partial<DeskRows>;
  /** What the seller lets be done with orders without a person. */
  readonly actions?: ActionRules;
  /** Another store than the one in memory; what a test reads of the memory is then empty. */
  readonly store?: (clock: Clock) => ConversationStore & Inbox & OverdueIndex;
};

const onlyStruck = (error: unknown): void => {
  if (!(error instanceof Struck)) throw error;
};

/** What a test says of a message: its meaning, and how it differs from the plain one. */
export type Said = Partial<InboundMessage> & { readonly means?: Partial<Understanding> };

/** The same shop plays every channel. */
const everywhere = <Shop>(shop: Shop): Readonly<Record<ChannelId, Shop>> => ({
  'mercado-libre': shop,
  rest: shop,
});

export const house = (rules: HouseRules = {}) => {
  const { tools, logged, counted, pass } = fakeTools();
  const memory = memoryConversations(tools.clock);
  const store = rules.store?.(tools.clock) ?? memory;
  const sellers = fakeSellers(rules);
  const shop = fakeShop(rules.shop);
  const firstTier = fakeFirstTier();
  const model = fakeIntentModel();
  const writer = fakeWriter();
  const detector = fakeDetector();
  const queues = stageQueues(tools.clock);
  const machine = fakeCaseMachine();
  const played = rules.machine?.(tools.clock) ?? machine;
  const audit = memoryAudit();
  const failures: unknown[] = [];
  const process = faultyProcess(rules.strike ?? (() => null));

  const common = {
    ...tools,
    ids,
    machine: process.port('machine', played),
    desk: fakeDesk(rules.desk),
    audit,
    conversations: process.port('store', store),
    tenants: process.port('tenants', sellers.directory),
    access: process.port('access', sellers.access),
    pause: process.port('pause', sellers.pause),
  };
  const outbound = process.port('outbound', outboundStage(queues.outbound));
  const toDetected = process.port('detected', messageStage(queues.detected, 'detected'));
  const toRecognized = process.port('recognized', messageStage(queues.recognized, 'recognized'));
  const channel = process.port('shop', shop.channel);
  const detecting = {
    ...common,
    firstTier: firstTier.port,
    detector: rules.detects === true ? process.port('detector', detector.port) : null,
    next: toDetected,
  };
  const recognizing = {
    ...common,
    firstTier: firstTier.port,
    model: process.port('model', model.port),
    next: toRecognized,
  };
  const generating = {
    ...common,
    actionSettings: { rules: async () => rules.actions ?? {} },
    sources: everywhere(channel),
    writer: process.port('writer', writer.port),
    knowledge: { find: async () => [] },
    unanswered: { note: async () => undefined },
    outbound,
  };
  const polled = memoryPolled(store);
  const sending = { ...common, channels: everywhere(channel), polled: process.port('polled', polled) };

  const shared = { tools, failures, process };
  const workers: Readonly<Record<Stage, () => Promise<boolean>>> = {
    inbound: worker(shared, queues.inbound, 10, {
      read: async (text) => readArrival(text),
      handle: detectLanguage(detecting),
      park: async (arrival, because) => parkArrival(detecting, arrival, because),
    }),
    detected: worker(shared, queues.detected, 1, {
      read: async (text) => readMessageAddress(text),
      handle: recognizeIntent(recognizing),
      park: async (address, because) => parkMessage(recognizing, address, because),
    }),
    recognized: worker(shared, queues.recognized, 1, {
      read: async (text) => readMessageAddress(text),
      handle: generateReply(generating),
      park: async (address, because) => parkMessage(generating, address, because),
    }),
    outbound: worker(shared, queues.outbound, 1, {
      read: async (text) => readReplyAddress(text),
      handle: sendReply(sending),
      park: parkReply(sending),
    }),
  };
  const stages = Object.values(workers);

  /** Everything that can be done at this moment. */
  const now = async (): Promise<void> => {
    let busy = true;
    while (busy) {
      busy = false;
      for (const run of stages) while (await run()) busy = true;
    }
  };
  /** Until nothing waits in a queue; the clock is moved to whatever waits next. */
  const quiet = async (): Promise<void> => {
    for (;;) {
      await now();
      const next = Object.values(queues).flatMap((queue) => queue.nextAt() ?? []);
      if (next.length === 0) return;
      pass(Math.max(0, Math.min(...next) - tools.clock().getTime()) / 1000);
    }
  };

  let count = 0;
  const deliver = (arrival: QueuedArrival): void => {
    const inbound: ArrivalQueue = {
      put: async (queued, group, id) => {
        queues.inbound.send(writeBody(queued), group, id);
        return 'queued';
      },
    };
    void putArrival({ ids, inbound }, arrival);
  };
  const arrival = (text: string, { means, ...said }: Said = {}): QueuedArrival => {
    if (means !== undefined) firstTier.means(text, means);
    count += 1;
    const at = new Date(tools.clock().getTime() - 100);
    return aQueuedArrival(anInboundMessage({ text, message: `message-${String(count)}`, at, ...said }), {
      acceptedAt: tools.clock(),
    });
  };

  const inTurn = () => memory.everything().messages;
  const sweeping = sweep({
    ...common,
    overdue: process.port('overdue', store),
    toRecognize: toDetected,
    toGenerate: toRecognized,
    toSend: outbound,
  });

  const words = translationParts();
  const desk: ApproveActionDeps = {
    ...common,
    ...words,
    languages: {
      languageOf: (text: string, conversationLanguage: string | null) => {
        const told = firstTier.port.understand({ text, conversationLanguage });
        return { language: told.language, confidence: told.languageConfidence };
      },
    },
    inbox: store,
    outbound,
    sources: everywhere(channel),
  };
  const steps = caseSteps({ ...desk, ...common, sources: everywhere(channel), outbound });
  const agent: DeskCaller = { tenant: tenant.id, agent: 'Lin', country: 'BR', locale: null };

  return {
    tools,
    memory,
    machine,
    audit,
    tenants: sellers.directory,
    shop,
    model,
    writer,
    detector,
    queues,
    polled,
    counted,
    failures,
    flows: {
      detect: detectLanguage(detecting),
      recognize: recognizeIntent(recognizing),
      generate: generateReply(generating),
      send: sendReply(sending),
      parkReply: parkReply(sending),
    },
    desk,
    steps,
    translator: words.translator,
    agent,
    pass,
    /** One batch of one stage, now; false when there was nothing. */
    step: async (stage: Stage) => workers[stage](),
    now,
    quiet,
    /** The sweep of a minute; one that its process does not survive is done again by the next. */
    sweep: async () =>
      process.invocation(async () => {
        await sweeping().catch(onlyStruck);
      }),
    /** The buyer writes: what the webhook would queue. */
    says: (text: string, said: Said = {}) => {
      const queued = arrival(text, said);
      deliver(queued);
      return queued;
    },
    deliver,
    /** What the first tier makes of a text. */
    means: firstTier.means,
    /** Words leave the seller's side that are not ours, unless `reply` says so. */
    personWrites: (text: string, given: Partial<OutgoingMessage> = {}) => {
      count += 1;
      const message: OutgoingMessage = {
        account: null,
        conversation: 'conversation-1',
        message: `words-${String(count)}`,
        reply: null,
        text,
        at: tools.clock(),
        refused: null,
        ...given,
      };
      deliver({
        ...aQueuedArrival(anInboundMessage(), { acceptedAt: tools.clock() }),
        arrival: { kind: 'outgoing', message },
      });
    },
    /** A person closes every conversation. */
    resolveAll: async () => {
      for (const { id } of memory.everything().conversations) await resolveConversation(desk, agent, id);
    },
    /** A person sends a draft, or a reply that was refused, perhaps in other words. */
    approves: async (reply: string, text: string | null = null) =>
      approveDraft(desk, agent, reply, text, true),
    /** What a person does through a process that may end in the middle of it. */
    asPerson: async (act: () => Promise<void>) =>
      process.invocation(async () => {
        await act().catch(onlyStruck);
      }),
    /** A person answers the plain conversation. */
    answers: async (text: string) => answerConversation(desk, agent, plainConversation.conversation, text),
    /** What a polling shop would fetch. */
    listed: async () => polled.after({ ...account, account: account.id }, null, 100),
    pause: () => sellers.stop(true),
    resume: () => sellers.stop(false),
    reached: sellers.reached,
    /** What follows is what a buyer, an agent or an accountant sees. */
    sent: () => shop.shown.map(({ text }) => text),
    states: (): readonly MessageState[] => inTurn().map(({ state }) => state),
    replies: () => memory.everything().replies,
    replyStates: () => memory.everything().replies.map(({ state }) => state),
    tickets: () =>
      memory
        .everything()
        .escalations.filter(({ state }) => state !== 'resolved')
        .map(({ because }) => because),
    drafts: () =>
      memory
        .everything()
        .replies.filter(({ state }) => state === 'draft')
        .map(({ text }) => text),
    conversation: () => memory.everything().conversations[0] ?? null,
    messages: inTurn,
    lines: () => [...memory.lines.values()],
    /** Ledger lines by unit. */
    billed: () =>
      Object.fromEntries(
        [...Map.groupBy(memory.lines.values(), ({ unit }) => unit)].map(([unit, of]) => [unit, of.length]),
      ),
    logged: () => logged.map(({ name }) => name),
    logLines: logged,
  };
};
export type House = ReturnType<typeof house>;

/** The address of the account's plain conversation. */
export const plainConversation = {
  tenant: tenant.id,
  conversation: ids.conversation('rest', account.id, 'conversation-1'),
};
