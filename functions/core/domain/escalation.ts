/** A case that a person has: opened with its reason, taken, resolved; and how it is cared for meanwhile. */
import type { ConversationId, EscalationId, MessageId, TenantId } from './ids.ts';
import type { HandOverReason } from './decision.ts';

export const escalationStates = ['waiting', 'taken', 'resolved'] as const;
export type EscalationState = (typeof escalationStates)[number];

export const nextEscalationStates = {
  waiting: ['taken', 'resolved'],
  taken: ['waiting', 'resolved'],
  resolved: [],
} as const satisfies Record<EscalationState, readonly EscalationState[]>;

/** What the platform says of a claim that a case is about: ids and codes, no words of people. */
export type ClaimCase = {
  readonly claim: string;
  readonly stage: string;
  readonly reason: string;
  /** What the platform lets the seller do about it, in its own words. */
  readonly actions: readonly string[];
};

/** How experienced a person is; a case is raised from one to the next. */
export const agentLevels = ['front-line', 'senior', 'supervisor'] as const;
export type AgentLevel = (typeof agentLevels)[number];

/** The rule that decided who gets a case. */
export const routingRules = [
  'returning-buyer',
  'only-one-able',
  'speaks-the-language',
  'least-loaded',
  'equal-share',
  'nobody-able',
] as const;
export type RoutingRule = (typeof routingRules)[number];

/** What a group asks for of a case. */
export const groupCriteria = ['reason', 'intent', 'channel', 'language', 'vip'] as const;
/** Why a level was asked. */
export const levelRules = ['asked', 'vip', 'grave-reason', 'group', 'first', 'highest-there'] as const;

/** Why somebody has a case, with what was counted: codes and numbers, no words of people. */
export type RouteReason = {
  readonly rule: RoutingRule;
  readonly group: string;
  readonly groupBy: readonly (typeof groupCriteria)[number][];
  readonly level: AgentLevel;
  readonly levelRule: (typeof levelRules)[number];
  /** Agents of the group and level, and how many of them were able. */
  readonly considered: number;
  readonly able: number;
  /** Agents who were not able: each is counted once, under the first that holds. */
  readonly unable: {
    readonly declined: number;
    readonly language: number;
    readonly outsideShift: number;
    readonly absent: number;
    readonly full: number;
  };
  /** Whether whoever has it speaks the buyer's language; null: nobody has it, or the language is not known. */
  readonly speaks: boolean | null;
  readonly load: { readonly open: number; readonly capacity: number } | null;
};

export type CaseRoute = {
  /** Null: nobody able is there. */
  readonly agent: string | null;
  readonly group: string;
  readonly level: AgentLevel;
  readonly at: Date;
  /** Null: a person gave it to somebody, or took it. */
  readonly why: RouteReason | null;
  /** When to look for somebody again; null: somebody has it. */
  readonly again: Date | null;
  /** Who had it and did not answer it, or gave it back. */
  readonly declined: readonly string[];
};

/** A sentence that the buyer was told about the wait: never twice the same. */
export type Telling = {
  readonly sentence: string;
  /** The time that it names; null: none. */
  readonly by: Date | null;
  readonly at: Date;
};

export type CaseRating = { readonly askedAt: Date; readonly stars: number | null };

/** What the machine that tends the case knows and has done: times, counters, names of sentences. */
export type Care = {
  /** Raised by every write; a writer that saw an older one is stale. */
  readonly version: number;
  /** Which execution tends it, from 1: an older one stops by itself. */
  readonly run: number;
  /** When the sweep looks whether an execution still tends it; null: nothing is left to do. */
  readonly watchAt: Date | null;
  /** Wakes the execution that waits; null: none waits. */
  readonly token: string | null;
  readonly route: CaseRoute | null;
  /** How often it was given to somebody: the first time, each raise, each transfer. */
  readonly routes: number;
  /** Since when the buyer waits for the promise that stands. */
  readonly waitingSince: Date | null;
  readonly promisedBy: Date | null;
  /** How often the promise was not kept and moved. */
  readonly moves: number;
  /** A person's first words to the buyer. */
  readonly answeredAt: Date | null;
  readonly reminders: number;
  readonly remindedAt: Date | null;
  readonly tellings: readonly Telling[];
  /** What people were told of last: one notice for each route and reminder. */
  readonly noticed: string | null;
  /** When they may be told of what they were not told yet: quiet hours, or many at once; null: at once. */
  readonly noticeAt: Date | null;
  /** Every level has let its promise pass. */
  readonly overdue: boolean;
  readonly rating: CaseRating | null;
};

export type Escalation = {
  readonly tenant: TenantId;
  readonly conversation: ConversationId;
  readonly id: EscalationId;
  readonly state: EscalationState;
  readonly because: HandOverReason;
  readonly message: MessageId | null;
  readonly openedAt: Date;
  readonly agent: string | null;
  /** By when somebody outside wants it answered; null: nobody set a time. */
  readonly dueAt: Date | null;
  readonly claim: ClaimCase | null;
  /** The story so far by locale of who reads it (`zh-CN`). Holds what a buyer wrote: sealed where it is stored. */
  readonly summaries: Readonly<Record<string, string>>;
  readonly care: Care;
};

/** What the buyer is told as the case is opened. */
export type ToldPromise = { readonly since: Date; readonly telling: Telling };

/** A case as it is opened: nobody has tended it yet. `watchAt`: when the sweep begins it if nobody did. */
export const openedCase = (
  given: Pick<Escalation, 'tenant' | 'conversation' | 'id' | 'state' | 'because' | 'message' | 'agent'> & {
    readonly openedAt: Date;
    readonly watchAt: Date;
    readonly about?: Pick<Escalation, 'claim' | 'dueAt'> | undefined;
    readonly promise?: ToldPromise | undefined;
  },
): Escalation => {
  const { watchAt, about, promise, ...rest } = given;
  return {
    ...rest,
    dueAt: about?.dueAt ?? null,
    claim: about?.claim ?? null,
    summaries: {},
    care: {
      version: 0,
      run: 1,
      watchAt,
      token: null,
      route: null,
      routes: 0,
      waitingSince: promise?.since ?? null,
      promisedBy: promise?.telling.by ?? null,
      moves: 0,
      answeredAt: null,
      reminders: 0,
      remindedAt: null,
      tellings: promise === undefined ? [] : [promise.telling],
      noticed: null,
      noticeAt: null,
      overdue: false,
      rating: null,
    },
  };
};

/** The states of the machine that do something; each is a branch of its choice. */
export const caseSteps = [
  'look',
  'summarise',
  'route',
  'tell',
  'notify',
  'remind',
  'wait',
  'close',
  'rate',
  'ended',
] as const;
export type CaseStep = (typeof caseSteps)[number];
