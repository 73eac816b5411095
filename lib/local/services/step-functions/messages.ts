/** What may happen to an execution from outside, one message at a time, and how far it goes on from there by itself. */
import type { Clock } from '../../service.ts';
import { dueOf } from './execution.ts';
import type { Frame, Ongoing } from './execution.ts';
import { mostEvents } from './history.ts';
import { close, HistoryFull } from './run.ts';
import type { Run } from './run.ts';
import { advance, endPause } from './states.ts';
import type { ExecutionStore, TaskOutcome } from './store.ts';
import { answered, called, timedOut } from './task.ts';

export type Ended = { readonly error?: string | undefined; readonly cause?: string | undefined };

export type Message =
  | { readonly kind: 'begin' | 'resume' | 'due' }
  /** The call of a task was answered. */
  | {
      readonly kind: 'called';
      readonly frame: string;
      readonly nonce: string;
      readonly outcome: TaskOutcome;
    }
  /** An answer to a token lies in the store. */
  | { readonly kind: 'answered'; readonly token: string; readonly frame: string }
  | { readonly kind: 'stop'; readonly ended: Ended; readonly done: () => void };

export type Handling = {
  readonly store: ExecutionStore;
  readonly clock: Clock;
  /** True once the machine stops: nothing that happens from then on is stored. */
  readonly halted: () => boolean;
};

/** Takes a message and goes on until every frame waits. */
export const take = async (parts: Handling, run: Run, message: Message): Promise<void> => {
  try {
    await handle(parts, run, message);
    await drain(parts, run);
  } catch (error) {
    const cause =
      error instanceof HistoryFull
        ? `The execution reached the maximum number of history events (${mostEvents}).`
        : `the local machine cannot go on: ${String(error)}`;
    close(run, 'FAILED', { error: 'States.Runtime', cause });
  }
};

const handle = async (parts: Handling, run: Run, message: Message): Promise<void> => {
  switch (message.kind) {
    case 'begin':
      return;
    case 'resume':
      return resume(parts, run);
    case 'due':
      return due(parts, run);
    case 'called':
      return withTask(run, message.frame, async (frame, task) => {
        if (task.nonce === message.nonce) await called(run, frame, task, message.outcome);
      });
    case 'answered':
      return withTask(run, message.frame, async (frame, task) => {
        const outcome = outcomeOf(parts, task);
        if (task.token === message.token && outcome !== undefined) await answered(run, frame, task, outcome);
      });
    case 'stop':
      return close(run, 'ABORTED', message.ended);
    default:
      return message satisfies never;
  }
};

const withTask = async (run: Run, id: string, act: (frame: Frame, task: Ongoing) => Promise<void>) => {
  const frame = run.frames.get(id);
  if (frame?.step.at === 'task') await act(frame, frame.step.task);
};

const outcomeOf = ({ store }: Handling, { token }: Ongoing): TaskOutcome | undefined =>
  token === undefined ? undefined : (store.tokenState(token)?.outcome ?? undefined);

/** The last heartbeat for a frame's task. */
export const beatOf = ({ store }: Pick<Handling, 'store'>, { step }: Frame): number | undefined =>
  step.at === 'task' && step.task.token !== undefined && step.task.heartbeatMs !== undefined
    ? (store.tokenState(step.task.token)?.beatAt ?? undefined)
    : undefined;

/** After a restart: answers that came meanwhile count, and a call that nobody answered is made again. */
const resume = async (parts: Handling, run: Run): Promise<void> => {
  for (const frame of run.frames.values()) {
    if (frame.step.at !== 'task') continue;
    const { task } = frame.step;
    const outcome = outcomeOf(parts, task);
    if (outcome !== undefined) await answered(run, frame, task, outcome);
    else if (!task.submitted) run.launches.push(frame.id);
  }
  await due(parts, run);
};

const due = async (parts: Handling, run: Run): Promise<void> => {
  const now = parts.clock();
  if (run.record.timeoutAt !== undefined && run.record.timeoutAt <= now)
    return close(run, 'TIMED_OUT', { error: 'States.Timeout' });
  for (const id of run.frames.keys().toArray()) {
    const frame = run.frames.get(id);
    if (frame === undefined) continue;
    const beatAt = beatOf(parts, frame);
    const at = dueOf(frame, beatAt);
    if (at === undefined || at > now) continue;
    if (frame.step.at === 'pause') await endPause(run, frame);
    // An answer that was taken in time counts, although its message comes after this one.
    else if (frame.step.at === 'task' && outcomeOf(parts, frame.step.task) === undefined)
      await timedOut(run, frame, frame.step.task, beatAt);
  }
};

const drain = async ({ halted }: Handling, run: Run): Promise<void> => {
  for (let steps = 1; ; steps += 1) {
    const ready = run.frames.values().find(({ step }) => step.at === 'ready' || step.at === 'again');
    if (ready === undefined || halted()) return;
    await advance(run, ready);
    // A machine that never waits must not keep everybody else from running.
    if (steps % 50 === 0) await new Promise((resolve) => setImmediate(resolve));
  }
};
