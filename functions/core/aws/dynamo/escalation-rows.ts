/** A case as a row: the case itself, its care, and its summaries under seal. */
import * as z from 'zod/mini';
import { handOverReasons } from '../../domain/decision.ts';
import {
  agentLevels,
  escalationStates,
  groupCriteria,
  levelRules,
  openedCase,
  routingRules,
  type Care,
  type Escalation,
} from '../../domain/escalation.ts';
import { conversationId, escalationId, messageId, tenantId } from '../../domain/ids.ts';
import type { Opener } from './conversation-rows.ts';
import { dueKey, shardOf, shards } from './keys.ts';

const id = <Id>(make: (text: string) => Id) => z.pipe(z.string(), z.transform(make));
const date = z.pipe(
  z.string(),
  z.transform((text: string) => new Date(text)),
);
const nullish = <Schema extends z.ZodMiniType>(schema: Schema) => z._default(z.nullable(schema), null);

const routeReason = z.object({
  rule: z.enum(routingRules),
  group: z.string(),
  groupBy: z.array(z.enum(groupCriteria)),
  level: z.enum(agentLevels),
  levelRule: z.enum(levelRules),
  considered: z.number(),
  able: z.number(),
  unable: z.object({
    declined: z.number(),
    language: z.number(),
    outsideShift: z.number(),
    absent: z.number(),
    full: z.number(),
  }),
  speaks: z.nullable(z.boolean()),
  load: z.nullable(z.object({ open: z.number(), capacity: z.number() })),
});

const care = z.object({
  version: z.number(),
  run: z.number(),
  watchAt: nullish(date),
  token: nullish(z.string()),
  route: nullish(
    z.object({
      agent: z.nullable(z.string()),
      group: z.string(),
      level: z.enum(agentLevels),
      at: date,
      why: z.nullable(routeReason),
      again: z.nullable(date),
      declined: z.array(z.string()),
    }),
  ),
  routes: z.number(),
  waitingSince: nullish(date),
  promisedBy: nullish(date),
  moves: z.number(),
  answeredAt: nullish(date),
  reminders: z.number(),
  remindedAt: nullish(date),
  tellings: z.array(z.object({ sentence: z.string(), by: z.nullable(date), at: date })),
  noticed: nullish(z.string()),
  noticeAt: nullish(date),
  overdue: z.boolean(),
  rating: nullish(z.object({ askedAt: date, stars: z.nullable(z.number()) })),
});

const escalationRow = z.object({
  tenant: id(tenantId),
  conversation: id(conversationId),
  id: id(escalationId),
  state: z.enum(escalationStates),
  because: z.enum(handOverReasons),
  message: nullish(id(messageId)),
  openedAt: date,
  agent: nullish(z.string()),
  answerBy: nullish(date),
  claim: nullish(
    z.object({ claim: z.string(), stage: z.string(), reason: z.string(), actions: z.array(z.string()) }),
  ),
  care: z.optional(care),
  sealedSummaries: nullish(z.string()),
});
const summariesOf = z.record(z.string(), z.string());

/** A row of the release before has no care: nobody tends it, and the desk closes it as before. */
const untended = (row: z.output<typeof escalationRow>): Care => ({
  ...openedCase({ ...row, watchAt: row.openedAt }).care,
  watchAt: null,
});

export const openEscalation = async (row: unknown, open: Opener): Promise<Escalation> => {
  const stored = z.parse(escalationRow, row);
  const { answerBy, sealedSummaries, care: kept, ...escalation } = stored;
  const opened = sealedSummaries === null ? null : await open(sealedSummaries);
  return {
    ...escalation,
    dueAt: answerBy,
    summaries: opened === null ? {} : z.parse(summariesOf, JSON.parse(opened)),
    care: kept ?? untended(stored),
  };
};

/** Dates as text, all the way down. */
const plain = (value: Care): unknown => JSON.parse(JSON.stringify(value));

/** The care as attributes, with its place in the index of what must not be forgotten. */
export const careFields = (escalation: string, value: Care): Readonly<Record<string, unknown>> => ({
  care: plain(value),
  careVersion: value.version,
  dueShard: value.watchAt === null ? null : dueKey(shardOf(escalation, shards)),
  dueAt: value.watchAt?.toISOString() ?? null,
});
