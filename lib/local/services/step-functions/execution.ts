/** An execution as it is kept: what it was started with, and a frame for each region of its machine that is under way. */
import { z } from 'zod';
import type { Definition, Region } from '../../../asl/definition.ts';

export const json = z.json();

export const statuses = ['RUNNING', 'SUCCEEDED', 'FAILED', 'TIMED_OUT', 'ABORTED'] as const;
export type Status = (typeof statuses)[number];

/** All times in milliseconds since the epoch. */
export const executionRecord = z.object({
  arn: z.string(),
  name: z.string(),
  machineArn: z.string(),
  machineName: z.string(),
  roleArn: z.string(),
  /** JSON text of the definition that it was started with: a later one does not change what runs. */
  definition: z.string(),
  /** JSON text as it was sent. */
  input: z.string(),
  startedAt: z.number(),
  timeoutAt: z.number().optional(),
  status: z.enum(statuses),
  stoppedAt: z.number().optional(),
  /** JSON text. */
  output: z.string().optional(),
  error: z.string().optional(),
  cause: z.string().optional(),
});

const ongoing = z.object({
  /** Tells the attempts of a task apart. */
  nonce: z.string(),
  resource: z.string(),
  arguments: json,
  token: z.string().optional(),
  startedAt: z.number(),
  timeoutAt: z.number().optional(),
  heartbeatMs: z.number().optional(),
  /** The call that hands out the token has been answered. */
  submitted: z.boolean(),
});

const step = z.discriminatedUnion('at', [
  /** Its state is about to be entered. */
  z.object({ at: z.literal('ready') }),
  /** Its state is tried again. */
  z.object({ at: z.literal('again') }),
  z.object({ at: z.literal('pause'), until: z.number(), then: z.enum(['leave', 'again']) }),
  z.object({ at: z.literal('task'), task: ongoing }),
  z.object({
    at: z.literal('children'),
    /** Of a Map; the inputs of a Parallel's branches are in their frames. */
    items: z.array(json),
    count: z.number(),
    next: z.number(),
    results: z.record(z.string(), json),
  }),
]);

export const frame = z.object({
  id: z.string(),
  parent: z.string().nullable(),
  /** Which branch or item of its parent. */
  index: z.number(),
  /** The way from the machine to its region: states that hold regions, and which of them. */
  region: z.array(z.object({ state: z.string(), branch: z.number() })),
  state: z.string(),
  input: json,
  variables: z.record(z.string(), json),
  enteredAt: z.number(),
  /** Of each retrier of the state, how often it was used. */
  retries: z.array(z.number()),
  item: z.object({ Index: z.number(), Value: json }).optional(),
  lastEvent: z.number(),
  step,
});

/** What changes while an execution runs. */
export const progress = z.object({ frames: z.array(frame), lastEvent: z.number(), serial: z.number() });

export type ExecutionRecord = Readonly<z.infer<typeof executionRecord>>;
export type Ongoing = Readonly<z.infer<typeof ongoing>>;
export type Step = Readonly<z.infer<typeof step>>;
export type Frame = Readonly<z.infer<typeof frame>>;
export type Progress = z.infer<typeof progress>;

export const regionOf = (definition: Definition, { region }: Pick<Frame, 'region'>): Region =>
  region.reduce<Region>((around, { state: name, branch }) => {
    const state = around.States[name];
    const inner = state?.Type === 'Parallel' ? state.Branches[branch] : undefined;
    const found = state?.Type === 'Map' ? state.ItemProcessor : inner;
    if (found === undefined) throw new Error(`no region ${name}/${branch}`);
    return found;
  }, definition);

/** When something happens to a frame by itself; `beatAt` is the last heartbeat of its task, if there was one. */
export const dueOf = ({ step: now }: Frame, beatAt: number | undefined): number | undefined => {
  if (now.at === 'pause') return now.until;
  if (now.at !== 'task') return undefined;
  const { timeoutAt, heartbeatMs, startedAt } = now.task;
  const silence = heartbeatMs === undefined ? undefined : Math.max(startedAt, beatAt ?? 0) + heartbeatMs;
  return timeoutAt === undefined || silence === undefined
    ? (timeoutAt ?? silence)
    : Math.min(timeoutAt, silence);
};
