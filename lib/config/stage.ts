/** A stage: what a deployer states about one deployment, and what is refused, every fault at once. */
import { z } from 'zod';
import { manifests } from '../../functions/core/channels/manifests.ts';
import { mayUse } from '../../functions/core/policy/may-use.ts';
import { regions } from '../../functions/core/policy/regions.ts';

/** The days that CloudWatch Logs can keep a log group for (PutRetentionPolicy). */
const logRetentionDays = [
  1, 3, 5, 7, 14, 30, 60, 90, 120, 150, 180, 365, 400, 545, 731, 1096, 1827, 2192, 2557, 2922, 3288, 3653,
] as const;

const day = z.iso.date('must be a day like 2026-11-20');
const unique = (list: readonly string[]): boolean => new Set(list).size === list.length;
const channelIds = Object.keys(manifests);

const transfer = z.strictObject({
  tenant: z.string().regex(/^[a-z0-9]{10}$/, 'must be 10 characters of a-z and 0-9'),
  region: z.enum(regions),
  model: z.string().min(1),
  countries: z.array(z.string().regex(/^[A-Z]{2}$/, 'must be a two-letter country code')).min(1),
  mechanism: z.string().min(1),
  decidedOn: day,
  signedBy: z.string().min(1),
});

const shape = z.strictObject({
  account: z.string().regex(/^\d{12}$/, 'must be the 12 digits of an AWS account, in quotes'),
  regions: z.array(z.enum(regions)).min(1, 'must name a region').refine(unique, 'names a region twice'),
  channels: z
    .array(z.string().refine((id) => channelIds.includes(id), `must be one of ${channelIds.join(', ')}`))
    .min(1, 'must name a channel')
    .refine(unique, 'names a channel twice'),
  /** Mail addresses that every alarm is sent to. */
  alarmTo: z.array(z.email('must be a mail address')).refine(unique, 'names a receiver twice'),
  /** Webhooks are then served at `<region>.<domain>`; without it, at the API's own address. */
  domain: z.hostname('must be a host name').optional(),
  /** Whom notices to agents come from; without it agents are told by chat robots alone. */
  mailFrom: z.email('must be a mail address').optional(),
  /** Days that log lines are kept. Message text has its own retention, by tenant. */
  retentionDays: z
    .number()
    .refine((days) => logRetentionDays.some((known) => known === days), {
      error: `must be one of ${logRetentionDays.join(', ')}`,
    })
    .default(30),
  monthlyBudgetUsd: z.number().positive('must be more than 0'),
  messagesPerDay: z.int('must be a whole number').positive('must be more than 0'),
  production: z.boolean().default(false),
  aiServicesOptOut: z.literal('confirmed', 'must be "confirmed", or left out').optional(),
  transfers: z.array(transfer).default([]),
});

/** What the rules between fields look at; a field that is itself wrong is left to its own fault. */
const lenient = z.object({
  production: z.boolean().catch(false),
  alarmTo: z.array(z.unknown()).catch(['?']),
  transfers: z.array(transfer.nullable().catch(null)).catch([]),
});

const faultsBetween = (name: string, value: unknown): readonly string[] => {
  const read = lenient.safeParse(value);
  if (!read.success) return [];
  const { production, alarmTo, transfers } = read.data;
  const decided = transfers.filter((decision) => decision !== null);
  const unheard =
    production && alarmTo.length === 0 ? [`${name}.alarmTo: production needs a receiver of alarms`] : [];
  const unlawful = decided.flatMap(({ region, model }) => {
    const verdict = mayUse(region, { model }, { aiServicesOptOut: false, transfers: decided });
    return verdict.allowed ? [] : [`${name}.transfers: ${verdict.because}`];
  });
  return [...unheard, ...unlawful];
};

export type Stage = Readonly<z.output<typeof shape>> & { readonly name: string };
/** A stage as it is written in `cdk.json`. */
export type StageInput = z.input<typeof shape>;
export type ReadStages =
  | { readonly ok: true; readonly stages: readonly Stage[] }
  | { readonly ok: false; readonly faults: readonly string[] };

/** The name stands in stack names, and Lambda names take 64 characters. */
const nameShape = /^[a-z][a-z0-9-]{0,19}$/;

const faultsOf = (name: string, error: z.ZodError): readonly string[] =>
  error.issues.map((issue) => {
    const path = issue.path.map((step) => String(step)).join('.');
    return path === '' ? `${name}: ${issue.message}` : `${name}.${path}: ${issue.message}`;
  });

const readOne = (name: string, value: unknown): ReadStages => {
  const parsed = shape.safeParse(value);
  const misnamed = nameShape.test(name)
    ? []
    : [`${name}: a stage's name is 1 to 20 characters of a-z, 0-9 and -, and begins with a letter`];
  const faults = [
    ...misnamed,
    ...(parsed.success ? [] : faultsOf(name, parsed.error)),
    ...faultsBetween(name, value),
  ];
  return parsed.success && faults.length === 0
    ? { ok: true, stages: [{ ...parsed.data, name }] }
    : { ok: false, faults };
};

/** Reads the stages of `cdk.json` or of a file; `chosen` keeps one of them. A fault of any stage is a fault of the whole. */
export const readStages = (stages: unknown, chosen?: string): ReadStages => {
  const table = z.record(z.string(), z.unknown()).safeParse(stages);
  if (!table.success) return { ok: false, faults: ['stages: must be an object of stages by name'] };
  const names = Object.keys(table.data);
  if (chosen !== undefined && !names.includes(chosen))
    return { ok: false, faults: [`stage: ${chosen} is not one of ${names.join(', ')}`] };
  const read = names.map((name) => readOne(name, table.data[name]));
  const faults = read.flatMap((one) => (one.ok ? [] : one.faults));
  if (faults.length > 0) return { ok: false, faults };
  const all = read.flatMap((one) => (one.ok ? one.stages : []));
  return { ok: true, stages: chosen === undefined ? all : all.filter((stage) => stage.name === chosen) };
};
