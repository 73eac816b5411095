/** A Task from its arguments to its end: called, handed on by a token, answered, or out of time. */
import { z } from 'zod';
import type { StateOf } from '../../../asl/definition.ts';
import { dueOf } from './execution.ts';
import type { Frame, Ongoing } from './execution.ts';
import { readResource } from './resource.ts';
import { attempt, fail, leave, wayOf } from './moves.ts';
import { put, scopeOf, stateOf, tell } from './run.ts';
import type { Run } from './run.ts';
import { StateError, withinLimit } from './state-error.ts';
import type { TaskOutcome } from './store.ts';
import { makeToken } from './tokens.ts';

const seconds = z.int().min(1).max(99_999_999);

export const startTask = async (run: Run, frame: Frame, state: StateOf<'Task'>): Promise<void> => {
  const { query, newId, clock } = run.tools;
  const resource = readResource(state.Resource);
  const nonce = newId();
  const { machineArn, name: executionName } = run.record;
  const token = resource.waits ? makeToken({ machineArn, executionName, frame: frame.id, nonce }) : undefined;
  const scope = scopeOf(run, frame, token === undefined ? {} : { token });
  const given =
    state.Arguments === undefined
      ? frame.input
      : await query.fill(state.Arguments, scope, `${frame.state}.Arguments`);
  const limitOf = async (template: number | string | undefined, name: string) =>
    template === undefined ? undefined : query.demand(seconds, template, scope, `${frame.state}.${name}`);
  const timeout = await limitOf(state.TimeoutSeconds, 'TimeoutSeconds');
  const heartbeat = await limitOf(state.HeartbeatSeconds, 'HeartbeatSeconds');
  withinLimit(given, frame.state);
  const told = tellTask(run, frame, state.Resource, 'Scheduled', {
    [resource.kind === 'function' ? 'input' : 'parameters']: JSON.stringify(given),
    timeoutInSeconds: timeout,
    heartbeatInSeconds: heartbeat,
  });
  const started = tellTask(run, told, state.Resource, 'Started', {});
  const now = clock();
  put(run, started, {
    at: 'task',
    task: {
      nonce,
      resource: state.Resource,
      arguments: given,
      startedAt: now,
      submitted: false,
      ...(token === undefined ? {} : { token }),
      ...(timeout === undefined ? {} : { timeoutAt: now + timeout * 1000 }),
      // Nobody beats for a call that is answered at once.
      ...(heartbeat === undefined || token === undefined ? {} : { heartbeatMs: heartbeat * 1000 }),
    },
  });
  run.launches.push(frame.id);
};

/** A Lambda named by its ARN has events of its own. */
const tellTask = (
  run: Run,
  frame: Frame,
  resource: string,
  what: string,
  details: Readonly<Record<string, unknown>>,
): Frame => {
  const { kind, type, action } = readResource(resource);
  if (kind === 'function')
    return tell(
      run,
      frame,
      `LambdaFunction${what}`,
      what === 'Scheduled' ? { resource, ...details } : details,
    );
  return tell(run, frame, `Task${what}`, { resourceType: type, resource: action, ...details });
};

/** The call of a task was answered; a task that waits for its token goes on waiting. */
export const called = async (run: Run, frame: Frame, task: Ongoing, outcome: TaskOutcome): Promise<void> => {
  if (task.token === undefined || !outcome.ok) return answered(run, frame, task, outcome);
  const told = tellTask(run, frame, task.resource, 'Submitted', { output: JSON.stringify(outcome.output) });
  put(run, told, { at: 'task', task: { ...task, submitted: true } });
};

/** The task is over, by its call or by its token. */
export const answered = async (
  run: Run,
  frame: Frame,
  task: Ongoing,
  outcome: TaskOutcome,
): Promise<void> => {
  if (!outcome.ok) {
    const { error, cause } = outcome;
    const told = tellTask(run, frame, task.resource, 'Failed', { error, cause });
    return fail(run, told, new StateError(error, cause));
  }
  await attempt(run, frame, async () => {
    const { output } = outcome;
    withinLimit(output, frame.state);
    const told = tellTask(run, frame, task.resource, 'Succeeded', { output: JSON.stringify(output) });
    await leave(run, told, wayOf(stateOf(run, frame)), { result: output }, output);
  });
};

/** The task was not done in time, or its holder was silent for too long. */
export const timedOut = async (
  run: Run,
  frame: Frame,
  task: Ongoing,
  beatAt: number | undefined,
): Promise<void> => {
  const now = run.tools.clock();
  const due = dueOf(frame, beatAt);
  if (due === undefined || due > now) return;
  const error = due === task.timeoutAt ? 'States.Timeout' : 'States.HeartbeatTimeout';
  const told = tellTask(run, frame, task.resource, 'TimedOut', { error });
  return fail(run, told, new StateError(error, undefined));
};
