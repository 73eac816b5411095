/** One conversation, turn by turn, through the flows that decide: what is done, because of what, with which words. */
import { threadRules } from '../../../functions/core/channels/manifests.ts';
import { derivedIds, opaqueIds } from '../../../functions/core/aws/opaque-ids.ts';
import type { Conversation } from '../../../functions/core/domain/conversation.ts';
import type { Decision } from '../../../functions/core/domain/decision.ts';
import type { BuyerMessage, MessageState } from '../../../functions/core/domain/message.ts';
import type { Account, Tenant } from '../../../functions/core/domain/tenant.ts';
import { compose, modeOf } from '../../../functions/core/flows/compose-reply.ts';
import { plan, type Planned } from '../../../functions/core/flows/plan-reply.ts';
import { recognize } from '../../../functions/core/flows/recognize-intent.ts';
import { newMessage } from '../../../functions/core/flows/store-message.ts';
import type { Turn } from '../../../functions/core/flows/turn.ts';
import type { Region } from '../../../functions/core/policy/regions.ts';
import type { ConversationView } from '../../../functions/core/ports/conversations.ts';
import type { Clock } from '../../../functions/core/ports/tools.ts';
import type { FirstTier } from '../../../functions/core/ports/understanding.ts';
import type { UsageLine } from '../../../functions/core/domain/usage.ts';
import type { Conversation as Case } from './cases.ts';
import { playedModels, type Call, type PlayedModels, type Plays } from './model.ts';
import type { Shop } from './shop.ts';

export type PlayedTurn = {
  readonly decision: Decision;
  readonly calls: readonly Call[];
  /** What the turn books for its answer. */
  readonly lines: readonly UsageLine[];
};

export type World = {
  readonly shop: Shop;
  readonly firstTier: FirstTier;
  readonly plays: Plays;
  /** Other models than those that play. */
  readonly models?: (region: Region, clock: Clock) => PlayedModels;
  /** For conversations that do not say when they were. */
  readonly startedAt: Date;
};

const ids = opaqueIds('an evaluation keeps nothing: any key will do');
const minuteMs = 60_000;

/** Brazilians' messages are handled nowhere else. */
const regionOf = ({ market }: Account): Region => (market === 'BR' ? 'sa-east-1' : 'us-east-1');

const opened = (one: Case, account: Account, at: Date): Conversation => ({
  tenant: account.tenant,
  id: ids.conversation(one.channel, account.id, one.id),
  state: 'open',
  channel: one.channel,
  account: account.id,
  market: account.market,
  audience: one.thread,
  buyer: ids.buyer(one.channel, account.id, one.buyer),
  version: 1,
  buyerTurn: 0,
  language: null,
  session: { id: 'evaluation', startedAt: at },
  unsatisfied: 0,
  lastBuyerAt: at,
  returns: 0,
  returnedAt: null,
  rates: null,
});

type Stage = {
  readonly world: World;
  readonly one: Case;
  readonly tenant: Tenant;
  readonly account: Account;
  readonly region: Region;
  readonly models: PlayedModels;
};

const tools = ({ region }: Stage, at: Date) => ({
  clock: () => at,
  log: () => undefined,
  count: () => undefined,
  derive: derivedIds,
  region,
});

/** The buyer's words as they stand after the first two stages. */
const heard = async (stage: Stage, view: ConversationView, text: string, at: Date): Promise<BuyerMessage> => {
  const { one, account, world, models } = stage;
  const deps = {
    ...tools(stage, at),
    ids,
    firstTier: world.firstTier,
    detector: null,
    conversations: { language: async () => view.conversation.language, view: async () => view },
  };
  const turn = view.messages.length + 1;
  const inbound = {
    account: account.id,
    conversation: one.id,
    message: `${one.id}-${String(turn)}`,
    buyer: { id: one.buyer, name: null, email: null },
    text,
    locale: one.locale ?? null,
    order: one.order ?? null,
    item: one.item ?? null,
    at,
    attachments: 0,
    audience: one.thread,
  };
  const stored = await newMessage(deps, account, { channel: one.channel, acceptedAt: at }, inbound);
  const message: BuyerMessage = {
    ...stored,
    state: 'recognized',
    buyerTurn: turn,
    session: 'evaluation',
    understanding: null,
    reply: null,
    attempt: 0,
  };
  const place = { conversation: view.conversation, message };
  const earlier = async () => view.messages.map(({ maskedText }) => maskedText);
  const { understanding } = await recognize({ ...deps, model: models.intent }, place, earlier);
  return { ...message, understanding };
};

const ends = {
  reply: 'replied',
  draft: 'drafted',
  escalate: 'escalated',
  ignore: 'ignored',
} as const satisfies Readonly<Record<Decision['kind'], MessageState>>;

/** The conversation as the next message finds it: what was decided is written, what left has arrived. */
const after = (
  { view, message }: Turn,
  decision: Decision,
  { changes, reply }: Planned,
): ConversationView => {
  const turned = changes.flatMap((change) => (change.change === 'conversation' ? [change] : []));
  return {
    ...view,
    conversation: turned.reduce<Conversation>(
      (conversation, { to, fields = {} }) => ({
        ...conversation,
        state: to ?? conversation.state,
        unsatisfied: fields.unsatisfied ?? conversation.unsatisfied,
      }),
      view.conversation,
    ),
    messages: view.messages.map((one) =>
      one.message === message.message ? { ...one, state: ends[decision.kind] } : one,
    ),
    replies: reply === null ? view.replies : [...view.replies, { ...reply, state: 'confirmed', attempts: 1 }],
  };
};

const answered = async (stage: Stage, view: ConversationView, message: BuyerMessage) => {
  const { world, one, tenant, account, models } = stage;
  const deps = {
    ...tools(stage, message.at),
    conversations: {
      platformNames: async () => ({ conversation: one.id, buyer: one.buyer, message: message.message }),
    },
    tenants: { account: async () => account },
    access: { access: async () => world.shop.access(account), renew: async () => null },
    sources: world.shop.sources,
    writer: models.writer,
    knowledge: world.shop.knowledge,
  };
  const { burst: rule } = threadRules(one.channel, one.thread);
  const turn: Turn = { view, message, burst: [message], replaced: [], rule, tenant };
  const { decision, lines } = await compose(deps, turn, modeOf(turn));
  return { decision, lines, view: after(turn, decision, plan(deps, turn, decision)) };
};

/** What a seed lacks is named: a conversation of an account that nobody has cannot be played. */
export const play = async (world: World, one: Case): Promise<readonly PlayedTurn[] | string> => {
  const tenant = world.shop.tenant(one.tenant);
  if (tenant === null) return `the seeds have no tenant ${one.tenant}`;
  const account = world.shop.account(one.channel, one.account);
  if (account === null || account.tenant !== tenant.id)
    return `the seeds have no ${one.channel} account ${one.account} of ${one.tenant}`;
  const region = regionOf(account);
  let now = one.now === undefined ? world.startedAt : new Date(one.now);
  const models = world.models?.(region, () => now) ?? playedModels(region, () => now, world.plays);
  const stage: Stage = { world, one, tenant, account, region, models };
  let view: ConversationView = {
    conversation: opened(one, account, now),
    messages: [],
    replies: [],
    outgoing: [],
    escalation: null,
  };
  const turns: PlayedTurn[] = [];
  for (const { text } of one.turns) {
    const message = await heard(stage, view, text, now);
    const { language } = message.understanding ?? { language: 'unknown' };
    const conversation = {
      ...view.conversation,
      buyerTurn: message.buyerTurn,
      language: language === 'unknown' ? view.conversation.language : language,
      lastBuyerAt: now,
    };
    const next = await answered(
      stage,
      { ...view, conversation, messages: [...view.messages, message] },
      message,
    );
    turns.push({ decision: next.decision, calls: models.calls(), lines: next.lines });
    view = next.view;
    now = new Date(now.getTime() + minuteMs);
  }
  return turns;
};
