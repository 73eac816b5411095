/** An execution in memory while it runs: its frames, what it has yet to store, and the tools its states use. */
import type { Definition, State } from '../../../asl/definition.ts';
import type { Json } from '../../../asl/json.ts';
import type { Clock } from '../../service.ts';
import { regionOf } from './execution.ts';
import type { ExecutionRecord, Frame, Progress, Status, Step } from './execution.ts';
import { detailsNameOf, mostEvents } from './history.ts';
import type { Details, HistoryEvent } from './history.ts';
import type { Query, Scope } from './query.ts';

export type Tools = {
  readonly clock: Clock;
  readonly chance: () => number;
  readonly query: Query;
  /** A text that nobody can guess. */
  readonly newId: () => string;
};

export type Run = {
  record: ExecutionRecord;
  readonly definition: Definition;
  readonly frames: Map<string, Frame>;
  lastEvent: number;
  serial: number;
  /** Events that are not stored yet. */
  fresh: HistoryEvent[];
  /** Tokens of tasks that are over. */
  spent: string[];
  /** Frames whose task is to be called once the run is stored. */
  launches: string[];
  readonly tools: Tools;
};

export const progressOf = ({ frames, lastEvent, serial }: Run): Progress => ({
  frames: [...frames.values()],
  lastEvent,
  serial,
});

/** The history has as many events as AWS allows. */
export class HistoryFull extends Error {
  override readonly name = 'HistoryFull';
}

const append = (run: Run, previousEventId: number, type: string, details: Details | undefined): number => {
  run.lastEvent += 1;
  run.fresh.push({
    id: run.lastEvent,
    previousEventId,
    type,
    timestamp: run.tools.clock(),
    ...(details === undefined ? {} : { detailsName: detailsNameOf(type), details }),
  });
  return run.lastEvent;
};

/** Writes an event of a frame; answers the frame that remembers it. Throws HistoryFull. */
export const tell = (run: Run, frame: Frame, type: string, details?: Details): Frame => {
  if (run.lastEvent >= mostEvents - 1) throw new HistoryFull();
  const told = { ...frame, lastEvent: append(run, frame.lastEvent, type, details) };
  run.frames.set(told.id, told);
  return told;
};

export const put = (run: Run, frame: Frame, step: Step): void => {
  run.frames.set(frame.id, { ...frame, step });
};

export const stateOf = (run: Run, frame: Frame): State => {
  const state = regionOf(run.definition, frame).States[frame.state];
  if (state === undefined) throw new Error(`no state ${frame.state}`);
  return state;
};

/** Takes a frame and all inside it away; their tokens lead nowhere from then on. */
export const drop = (run: Run, frame: Frame): void => {
  dropInside(run, frame);
  spend(run, frame);
  run.frames.delete(frame.id);
};

export const dropInside = (run: Run, { id }: Frame): void => {
  for (const inner of run.frames.values()) if (inner.parent === id) drop(run, inner);
};

export const spend = (run: Run, { step }: Frame): void => {
  if (step.at === 'task' && step.task.token !== undefined) run.spent.push(step.task.token);
};

type Ended = {
  readonly output?: string;
  readonly error?: string | undefined;
  readonly cause?: string | undefined;
};

const endings = {
  SUCCEEDED: 'ExecutionSucceeded',
  FAILED: 'ExecutionFailed',
  TIMED_OUT: 'ExecutionTimedOut',
  ABORTED: 'ExecutionAborted',
} as const;

/** Ends the execution. */
export const close = (run: Run, status: Exclude<Status, 'RUNNING'>, ended: Ended): void => {
  for (const frame of run.frames.values()) spend(run, frame);
  run.frames.clear();
  const { output, error, cause } = ended;
  const told = Object.fromEntries(Object.entries(ended).filter(([, value]) => value !== undefined));
  append(run, run.lastEvent, endings[status], told);
  run.record = {
    ...run.record,
    status,
    stoppedAt: run.tools.clock(),
    ...(output === undefined ? {} : { output }),
    ...(error === undefined ? {} : { error }),
    ...(cause === undefined ? {} : { cause }),
  };
};

/** What the expressions of a state may read beyond its input. */
export type More = {
  readonly result?: Json;
  readonly errorOutput?: Json;
  readonly token?: string;
  readonly item?: { readonly Index: number; readonly Value: Json };
};

export const scopeOf = (run: Run, frame: Frame, { result, errorOutput, token, item }: More = {}): Scope => ({
  variables: variablesOf(run, frame),
  states: {
    input: frame.input,
    context: contextOf(run, frame, token, item ?? itemOf(run, frame)),
    ...(result === undefined ? {} : { result }),
    ...(errorOutput === undefined ? {} : { errorOutput }),
  },
});

const parentOf = (run: Run, frame: Frame): Frame | undefined =>
  frame.parent === null ? undefined : run.frames.get(frame.parent);

/** Inner states see the variables around them. */
const variablesOf = (run: Run, frame: Frame): Readonly<Record<string, Json>> => {
  const parent = parentOf(run, frame);
  return parent === undefined ? frame.variables : { ...variablesOf(run, parent), ...frame.variables };
};

const itemOf = (run: Run, frame: Frame): Frame['item'] => {
  const parent = parentOf(run, frame);
  return frame.item ?? (parent === undefined ? undefined : itemOf(run, parent));
};

// https://docs.aws.amazon.com/step-functions/latest/dg/input-output-contextobject.html
const contextOf = ({ record }: Run, frame: Frame, token: string | undefined, item: Frame['item']): Json => ({
  Execution: {
    Id: record.arn,
    Input: JSON.parse(record.input),
    Name: record.name,
    RoleArn: record.roleArn,
    StartTime: new Date(record.startedAt).toISOString(),
    RedriveCount: 0,
  },
  StateMachine: { Id: record.machineArn, Name: record.machineName },
  State: {
    Name: frame.state,
    EnteredTime: new Date(frame.enteredAt).toISOString(),
    RetryCount: frame.retries.reduce((sum, count) => sum + count, 0),
  },
  ...(token === undefined ? {} : { Task: { Token: token } }),
  ...(item === undefined ? {} : { Map: { Item: { Index: item.Index, Value: item.Value } } }),
});
