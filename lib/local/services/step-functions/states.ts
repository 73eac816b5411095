/** What each type of state does when a frame comes to it. */
import { z } from 'zod';
import type { State, StateOf } from '../../../asl/definition.ts';
import type { Json } from '../../../asl/json.ts';
import { json } from './execution.ts';
import type { Frame } from './execution.ts';
import { addChild, attempt, fail, leave, startNext, wayOf } from './moves.ts';
import { put, scopeOf, stateOf, tell } from './run.ts';
import type { Run } from './run.ts';
import { isList } from './query.ts';
import { queryFailed, StateError, withinLimit } from './state-error.ts';
import { startTask } from './task.ts';

/** Takes a frame that is ready one state further. */
export const advance = async (run: Run, frame: Frame): Promise<void> => {
  const state = stateOf(run, frame);
  const entered = frame.step.at === 'again' ? frame : enter(run, frame, state);
  await attempt(run, entered, () => work(run, entered, state));
};

const enter = (run: Run, frame: Frame, { Type }: State): Frame =>
  tell(
    run,
    {
      ...frame,
      enteredAt: run.tools.clock(),
      retries: [],
    },
    `${Type}StateEntered`,
    { name: frame.state, input: JSON.stringify(frame.input) },
  );

const work = async (run: Run, frame: Frame, state: State): Promise<void> => {
  switch (state.Type) {
    case 'Pass':
      return leave(run, frame, wayOf(state), {}, frame.input);
    case 'Succeed':
      return leave(run, frame, wayOf(state), {}, frame.input);
    case 'Fail':
      return report(run, frame, state);
    case 'Choice':
      return choose(run, frame, state);
    case 'Wait':
      return wait(run, frame, state);
    case 'Task':
      return startTask(run, frame, state);
    case 'Parallel':
      return fork(run, frame, state);
    case 'Map':
      return iterate(run, frame, state);
    default:
      return state satisfies never;
  }
};

const report = async (run: Run, frame: Frame, state: StateOf<'Fail'>): Promise<void> => {
  const text = async (template: string | undefined, name: string) =>
    template === undefined
      ? undefined
      : run.tools.query.demand(z.string(), template, scopeOf(run, frame), `${frame.state}.${name}`);
  const error = new StateError(await text(state.Error, 'Error'), await text(state.Cause, 'Cause'));
  return fail(run, frame, error);
};

const choose = async (run: Run, frame: Frame, state: StateOf<'Choice'>): Promise<void> => {
  for (const [index, rule] of state.Choices.entries()) {
    const where = `${frame.state}.Choices[${index}].Condition`;
    const holds = await run.tools.query.demand(z.boolean(), rule.Condition, scopeOf(run, frame), where);
    if (holds) return leave(run, frame, rule, {}, frame.input);
  }
  if (state.Default === undefined)
    throw new StateError(
      'States.NoChoiceMatched',
      `No rule of ${frame.state} matched, and it has no Default`,
    );
  return leave(run, frame, { ...wayOf(state), Next: state.Default }, {}, frame.input);
};

const waitSeconds = z.number().min(0).max(99_999_999);
const moment = z.iso.datetime({ offset: true });

const wait = async (run: Run, frame: Frame, { Seconds, Timestamp }: StateOf<'Wait'>): Promise<void> => {
  const { demand } = run.tools.query;
  const scope = scopeOf(run, frame);
  const until =
    Timestamp === undefined
      ? run.tools.clock() + 1000 * (await demand(waitSeconds, Seconds ?? 0, scope, `${frame.state}.Seconds`))
      : Date.parse(await demand(moment, Timestamp, scope, `${frame.state}.Timestamp`));
  put(run, frame, { at: 'pause', until, then: 'leave' });
};

const fork = async (run: Run, frame: Frame, state: StateOf<'Parallel'>): Promise<void> => {
  const { Arguments, Branches } = state;
  const input: Json =
    Arguments === undefined
      ? frame.input
      : await run.tools.query.fill(Arguments, scopeOf(run, frame), `${frame.state}.Arguments`);
  withinLimit(input, frame.state);
  const told = tell(run, frame, 'ParallelStateStarted');
  const count = Branches.length;
  put(run, told, { at: 'children', items: [], count, next: count, results: {} });
  for (const [index, { StartAt }] of Branches.entries())
    addChild(run, told, { index, branch: index, start: StartAt, input });
};

/** An inline Map runs at most so many items at a time. */
const mostAtOnce = 40;

const iterate = async (run: Run, frame: Frame, state: StateOf<'Map'>): Promise<void> => {
  const { demand } = run.tools.query;
  const scope = scopeOf(run, frame);
  // Without Items the input is the list, as it is: data that looks like an expression is no expression.
  const items =
    state.Items === undefined
      ? listOf(frame)
      : await demand(z.array(json), state.Items, scope, `${frame.state}.Items`);
  const asked = await demand(
    z.int().min(0),
    state.MaxConcurrency ?? 0,
    scope,
    `${frame.state}.MaxConcurrency`,
  );
  const limit = asked === 0 ? mostAtOnce : Math.min(asked, mostAtOnce);
  const count = items.length;
  const told = tell(run, frame, 'MapStateStarted', { length: count });
  if (count === 0) {
    const over = tell(run, told, 'MapStateSucceeded');
    return leave(run, over, wayOf(state), { result: [] }, []);
  }
  put(run, told, { at: 'children', items, count, next: 0, results: {} });
  for (let begun = 0; begun < Math.min(limit, count); begun += 1) await startNext(run, frame.id);
};

const listOf = ({ state, input }: Frame): Json[] => {
  if (isList(input)) return input;
  throw queryFailed(`${state}.Items: the input is no array, and there are no Items`);
};

/** A Wait is over, or it is time to try again. */
export const endPause = async (run: Run, frame: Frame): Promise<void> => {
  if (frame.step.at !== 'pause') return;
  if (frame.step.then === 'again') return put(run, frame, { at: 'again' });
  await attempt(run, frame, () => leave(run, frame, wayOf(stateOf(run, frame)), {}, frame.input));
};
