/** How a seller's desk is set up, as rows of the tenants table under `DESK#`; each row is JSON as it stands. */
import { PutCommand, QueryCommand, type DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import * as z from 'zod/mini';
import { channelIds } from '../../domain/channel.ts';
import { handOverReasons } from '../../domain/decision.ts';
import { agentLevels } from '../../domain/escalation.ts';
import { tenantId, type TenantId } from '../../domain/ids.ts';
import { intents } from '../../domain/intent.ts';
import { campaignIds } from '../../policy/campaigns.ts';
import { brazilianStates, holidayCountries } from '../../policy/holiday-regions.ts';
import type { Clock } from '../../ports/tools.ts';
import { kept } from './kept.ts';

const level = z.enum(agentLevels);
const tenant = z.pipe(z.string(), z.transform(tenantId));
const minutes = z.number().check(z.minimum(1), z.maximum(100_000));
const holidayRegions = [...holidayCountries, ...brazilianStates.map((state) => `BR-${state}` as const)];
const shifts = z.array(z.object({ from: z.string(), to: z.string() }));

export const deskCalendar = z.object({
  timeZone: z.string(),
  week: z.object({
    mon: shifts,
    tue: shifts,
    wed: shifts,
    thu: shifts,
    fri: shifts,
    sat: shifts,
    sun: shifts,
  }),
  holidays: z.array(z.enum(holidayRegions)),
  campaigns: z.array(z.object({ campaign: z.enum(campaignIds), shifts })),
  days: z.array(
    z.union([
      z.object({ day: z.string(), opens: z.literal('closed') }),
      z.object({ day: z.string(), opens: z.enum(['instead', 'also']), shifts }),
    ]),
  ),
});

/** https in any case: what is told is no secret, and yet nobody else's. A machine of one's own may be told in the clear. */
const robotAddress = z.string().check(z.regex(/^(https:\/\/|http:\/\/127\.0\.0\.1[:/])/));
export const noticePlace = z.union([
  z.object({ by: z.literal('mail'), to: z.string().check(z.regex(/^[^\s@]+@[^\s@]+$/)) }),
  z.object({ by: z.enum(['wecom', 'feishu', 'dingtalk']), to: robotAddress }),
]);

export const deskSeat = z.object({
  profile: z.object({
    tenant,
    name: z.string().check(z.minLength(1), z.maxLength(80)),
    level,
    languages: z.array(z.string()),
    skills: z.array(z.string()),
    capacity: z.number().check(z.minimum(1)),
    calendar: z.nullable(deskCalendar),
  }),
  presence: z.enum(['online', 'away', 'offline']),
  notices: z.array(noticePlace),
});

export const deskGroup = z.object({
  tenant,
  id: z.string(),
  reasons: z.array(z.enum(handOverReasons)),
  intents: z.array(z.enum(intents)),
  channels: z.array(z.enum(channelIds)),
  languages: z.array(z.string()),
  vipOnly: z.boolean(),
  level,
  calendar: deskCalendar,
});

export const deskPromise = z.object({
  plan: z.string(),
  level: z.enum([...agentLevels, '*']),
  answerMinutes: minutes,
  remindMinutes: minutes,
  raiseMinutes: minutes,
});

export const deskTransfer = z.object({
  countries: z.array(z.string().check(z.regex(/^[A-Z]{2}$/))),
  mechanism: z.string(),
  date: z.string(),
  signer: z.string(),
});

export const deskTerm = z.object({ term: z.string(), in: z.record(z.string(), z.string()) });

export const deskSettings = z.object({
  plan: z.string(),
  quietMinutes: minutes,
  asksForRating: z.boolean(),
  notices: z.array(noticePlace),
});

const rowName = z.object({ sk: z.string() });
const prefix = 'DESK#';
/** Seconds that a setting is believed. */
const believedSeconds = 10;

export type DeskDirectoryParts = {
  readonly dynamo: DynamoDBDocumentClient;
  readonly table: string;
  readonly clock: Clock;
};

const rowsOf = async (
  { dynamo, table }: DeskDirectoryParts,
  owner: TenantId,
): Promise<readonly unknown[]> => {
  const rows: unknown[] = [];
  let from: Record<string, unknown> | undefined;
  do {
    const page = await dynamo.send(
      new QueryCommand({
        TableName: table,
        KeyConditionExpression: 'pk = :pk AND begins_with(sk, :prefix)',
        ExpressionAttributeValues: { ':pk': owner, ':prefix': prefix },
        ...(from === undefined ? {} : { ExclusiveStartKey: from }),
      }),
    );
    rows.push(...(page.Items ?? []));
    from = page.LastEvaluatedKey;
  } while (from !== undefined);
  return rows;
};

const read = (rows: readonly unknown[]) => {
  const under = <Schema extends z.ZodMiniType>(kind: string, schema: Schema): z.output<Schema>[] =>
    rows
      .filter((row) => z.parse(rowName, row).sk.startsWith(`${prefix}${kind}`))
      .map((row) => z.parse(schema, row));
  return {
    seats: under('AGENT#', deskSeat),
    groups: under('GROUP#', deskGroup),
    calendar: under('CALENDAR', deskCalendar)[0] ?? null,
    promises: under('PROMISE#', deskPromise),
    transfer: under('TRANSFER', deskTransfer)[0] ?? null,
    glossary: under('TERM#', deskTerm),
    settings: under('SETTINGS', deskSettings)[0] ?? null,
  };
};
export type StoredDesk = ReturnType<typeof read>;

export const dynamoDesk = (parts: DeskDirectoryParts) => {
  const desks = kept<StoredDesk>(parts.clock, believedSeconds);
  return { desk: async (owner: TenantId) => desks(owner, async () => read(await rowsOf(parts, owner))) };
};

/** What operators write: each row stands for itself, so that one changes without the others. Throws for what is none. */
export const deskWriter = ({ dynamo, table }: Pick<DeskDirectoryParts, 'dynamo' | 'table'>) => {
  const put = async (owner: TenantId, sk: string, row: Readonly<Record<string, unknown>>): Promise<void> => {
    await dynamo.send(
      new PutCommand({ TableName: table, Item: { pk: owner, sk: `${prefix}${sk}`, ...row } }),
    );
  };
  const writes =
    <Schema extends z.ZodMiniType<Record<string, unknown>>>(
      schema: Schema,
      sortOf: (row: z.output<Schema>) => string,
    ) =>
    async (owner: TenantId, given: unknown): Promise<void> => {
      const row = z.parse(schema, given);
      await put(owner, sortOf(row), row);
    };
  return {
    seat: writes(deskSeat, ({ profile }) => `AGENT#${encodeURIComponent(profile.name)}`),
    group: writes(deskGroup, ({ id }) => `GROUP#${encodeURIComponent(id)}`),
    calendar: writes(deskCalendar, () => 'CALENDAR'),
    promise: writes(deskPromise, ({ plan, level: of }) => `PROMISE#${encodeURIComponent(plan)}#${of}`),
    transfer: writes(deskTransfer, () => 'TRANSFER'),
    term: writes(deskTerm, ({ term }) => `TERM#${encodeURIComponent(term)}`),
    settings: writes(deskSettings, () => 'SETTINGS'),
  };
};
