/** How a frame goes on: out of a state into the next, to its end, and what its end means to the frame around it. */
import type { State } from '../../../asl/definition.ts';
import type { Json } from '../../../asl/json.ts';
import type { Frame } from './execution.ts';
import { close, drop, dropInside, put, scopeOf, spend, stateOf, tell } from './run.ts';
import type { More, Run } from './run.ts';
import { matches, StateError, withinLimit } from './state-error.ts';

export type Way = {
  readonly Output?: Json | undefined;
  readonly Assign?: Readonly<Record<string, Json>> | undefined;
  /** Undefined at the end of the region. */
  readonly Next?: string | undefined;
};

/** Does something for a frame; what a state reports as an error is handled as its Retry and Catch say. */
export const attempt = async (run: Run, frame: Frame, work: () => Promise<void>): Promise<void> => {
  try {
    await work();
  } catch (error) {
    if (!(error instanceof StateError)) throw error;
    await fail(run, run.frames.get(frame.id) ?? frame, error);
  }
};

/** Leaves the state: both Output and Assign read the variables as they were. `plain` is the output without an Output. */
export const leave = async (run: Run, frame: Frame, way: Way, more: More, plain: Json): Promise<void> => {
  const scope = scopeOf(run, frame, more);
  const { fill } = run.tools.query;
  const output = way.Output === undefined ? plain : await fill(way.Output, scope, `${frame.state}.Output`);
  const assigned: Record<string, Json> = {};
  for (const [name, value] of Object.entries(way.Assign ?? {}))
    assigned[name] = await fill(value, scope, `${frame.state}.Assign.${name}`);
  withinLimit(output, frame.state);
  withinLimit(assigned, frame.state);
  spend(run, frame);
  const left = tell(run, frame, `${stateOf(run, frame).Type}StateExited`, {
    name: frame.state,
    output: JSON.stringify(output),
    ...(way.Assign === undefined
      ? {}
      : {
          assignedVariables: Object.fromEntries(
            Object.entries(assigned).map(([name, value]) => [name, JSON.stringify(value)]),
          ),
        }),
  });
  const moved = { ...left, variables: { ...left.variables, ...assigned }, input: output, retries: [] };
  if (way.Next === undefined) return finish(run, moved, output);
  put(run, { ...moved, state: way.Next }, { at: 'ready' });
};

/** A region is at its end. */
export const finish = async (run: Run, frame: Frame, output: Json): Promise<void> => {
  const parent = frame.parent === null ? undefined : run.frames.get(frame.parent);
  if (parent === undefined) return close(run, 'SUCCEEDED', { output: JSON.stringify(output) });
  const { step } = parent;
  if (step.at !== 'children') throw new Error(`${parent.state} has no children`);
  const around = stateOf(run, parent);
  const told =
    around.Type === 'Map'
      ? tell(run, parent, 'MapIterationSucceeded', { name: parent.state, index: frame.index })
      : parent;
  drop(run, frame);
  const results: Readonly<Record<string, Json>> = { ...step.results, [String(frame.index)]: output };
  put(run, told, { ...step, results });
  const done = Object.keys(results).length;
  if (done < step.count) return startNext(run, parent.id);
  await attempt(run, told, async () => {
    const result = Array.from({ length: step.count }, (_, index) => results[String(index)] ?? null);
    const over = tell(run, { ...told, step: { ...step, results } }, `${around.Type}StateSucceeded`);
    withinLimit(result, over.state);
    await leave(run, over, wayOf(around), { result }, result);
  });
};

export const wayOf = (state: State): Way => ({
  Output: 'Output' in state ? state.Output : undefined,
  Assign: 'Assign' in state ? state.Assign : undefined,
  Next: 'Next' in state ? state.Next : undefined,
});

/** Begins the next item of a Map that has one left. */
export const startNext = async (run: Run, id: string): Promise<void> => {
  const parent = run.frames.get(id);
  if (parent?.step.at !== 'children' || parent.step.next >= parent.step.count) return;
  const state = stateOf(run, parent);
  if (state.Type !== 'Map') return;
  const { step } = parent;
  const index = step.next;
  await attempt(run, parent, async () => {
    const item = { Index: index, Value: step.items[index] ?? null };
    const input =
      state.ItemSelector === undefined
        ? item.Value
        : await run.tools.query.fill(
            state.ItemSelector,
            scopeOf(run, parent, { item }),
            `${parent.state}.ItemSelector`,
          );
    withinLimit(input, parent.state);
    const told = tell(run, parent, 'MapIterationStarted', { name: parent.state, index });
    put(run, told, { ...step, next: index + 1 });
    addChild(run, told, { index, branch: 0, start: state.ItemProcessor.StartAt, input, item });
  });
};

type Child = {
  readonly index: number;
  readonly branch: number;
  readonly start: string;
  readonly input: Json;
  readonly item?: Frame['item'];
};

export const addChild = (run: Run, parent: Frame, { index, branch, start, input, item }: Child): void => {
  run.serial += 1;
  const id = String(run.serial);
  run.frames.set(id, {
    id,
    parent: parent.id,
    index,
    region: [...parent.region, { state: parent.state, branch }],
    state: start,
    input,
    variables: {},
    enteredAt: run.tools.clock(),
    retries: [],
    ...(item === undefined ? {} : { item }),
    lastEvent: parent.lastEvent,
    step: { at: 'ready' },
  });
};

/** The state of a frame reports an error: it is tried again, caught, or the region ends with it. */
export const fail = async (run: Run, frame: Frame, error: StateError): Promise<void> => {
  dropInside(run, frame);
  spend(run, frame);
  if (error.error === 'States.QueryEvaluationError')
    tell(run, frame, 'EvaluationFailed', { error: error.error, cause: error.reason, state: frame.state });
  const now = run.frames.get(frame.id) ?? frame;
  const state = stateOf(run, frame);
  if ('Retry' in state) {
    const index = state.Retry.findIndex(({ ErrorEquals }) => matches(ErrorEquals, error.error));
    const delay = retryDelay(run, now, index);
    if (delay !== undefined) {
      const retries = state.Retry.map((_, one) => (now.retries[one] ?? 0) + (one === index ? 1 : 0));
      return put(run, { ...now, retries }, { at: 'pause', until: run.tools.clock() + delay, then: 'again' });
    }
    const catcher = state.Catch.find(({ ErrorEquals }) => matches(ErrorEquals, error.error));
    if (catcher !== undefined) {
      const errorOutput = { Error: error.error ?? '', Cause: error.reason ?? '' };
      try {
        return await leave(run, { ...now, step: { at: 'ready' } }, catcher, { errorOutput }, errorOutput);
      } catch (second) {
        if (!(second instanceof StateError)) throw second;
        return giveUp(run, now, second);
      }
    }
  }
  return giveUp(run, now, error);
};

/** Milliseconds until the next attempt; undefined when no retrier has one left. */
const retryDelay = (run: Run, frame: Frame, index: number): number | undefined => {
  const state = stateOf(run, frame);
  const retrier = 'Retry' in state ? state.Retry[index] : undefined;
  const used = frame.retries[index] ?? 0;
  if (retrier === undefined || used >= retrier.MaxAttempts) return undefined;
  const { IntervalSeconds, BackoffRate, MaxDelaySeconds, JitterStrategy } = retrier;
  const seconds = Math.min(
    IntervalSeconds * BackoffRate ** used,
    MaxDelaySeconds ?? Number.POSITIVE_INFINITY,
  );
  return Math.round(seconds * 1000 * (JitterStrategy === 'FULL' ? run.tools.chance() : 1));
};

/** Nobody handled it here. */
const giveUp = async (run: Run, frame: Frame, { error, reason }: StateError): Promise<void> => {
  const parent = frame.parent === null ? undefined : run.frames.get(frame.parent);
  if (parent === undefined) return close(run, 'FAILED', { error, cause: reason });
  const around = stateOf(run, parent);
  const told =
    around.Type === 'Map'
      ? tell(run, parent, 'MapIterationFailed', { name: parent.state, index: frame.index })
      : parent;
  drop(run, frame);
  const over = tell(run, told, `${around.Type}StateFailed`, { error, cause: reason });
  return fail(run, over, new StateError(error, reason));
};
