/** Runs executions side by side: each takes its messages one after the other, and is stored before it acts. */
import type { Clock } from '../../service.ts';
import { earliest, openAlarmClock } from './alarm-clock.ts';
import { dueOf } from './execution.ts';
import type { ExecutionRecord, Ongoing, Status } from './execution.ts';
import { beatOf, take } from './messages.ts';
import type { Ended, Message } from './messages.ts';
import { begun, takenUp } from './new-run.ts';
import { progressOf } from './run.ts';
import type { Run, Tools } from './run.ts';
import type { ExecutionStore, TaskOutcome } from './store.ts';

export type EngineParts = {
  readonly store: ExecutionStore;
  readonly tools: Tools;
  readonly clock: Clock;
  /** Carries out the call of a task; never rejects. */
  readonly perform: (roleArn: string, task: Ongoing) => Promise<TaskOutcome>;
  /** Told of each execution that began (RUNNING) or ended. */
  readonly onStatus: (record: ExecutionRecord, status: Status) => void;
};

export type Engine = {
  readonly begin: (record: ExecutionRecord) => void;
  /** The task of a frame, while it waits. */
  readonly taskOf: (arn: string, frame: string) => Ongoing | undefined;
  /** Tells an execution of an answer that lies in the store. */
  readonly answer: (arn: string, frame: string, token: string) => void;
  readonly stop: (arn: string, ended: Ended) => Promise<void>;
  /** Takes up what a restart cut, and everything that is due by the clock. */
  readonly tick: () => void;
  readonly nextDue: () => number | undefined;
  /** Resolves when nothing goes on but waiting: no step, no call. */
  readonly settled: () => Promise<void>;
  readonly halt: () => void;
};

type Actor = { readonly run: Run; readonly mailbox: Message[]; busy: boolean; due: number | undefined };

export const openEngine = ({ store, tools, clock, perform, onStatus }: EngineParts): Engine => {
  const actors = new Map<string, Actor>();
  const work = countedWork();
  let resumed = false;
  let halted = false;

  const post = (actor: Actor, message: Message) => {
    if (halted) return;
    actor.mailbox.push(message);
    if (!actor.busy) void work.count(serve(actor));
  };

  const serve = async (actor: Actor) => {
    actor.busy = true;
    for (let next = actor.mailbox.shift(); next !== undefined; next = actor.mailbox.shift()) {
      if (actor.run.record.status === 'RUNNING') {
        await take({ store, clock, halted: () => halted }, actor.run, next);
        if (!halted) settle(actor);
      }
      if (next.kind === 'stop') next.done();
    }
    actor.busy = false;
  };

  /** Stores the run, then begins the calls that it asks for. */
  const settle = (actor: Actor) => {
    const { run } = actor;
    const { record, fresh: events, spent, launches } = run;
    store.save({ record, progress: progressOf(run), events, spent });
    run.fresh = [];
    run.spent = [];
    run.launches = [];
    if (record.status !== 'RUNNING') {
      actors.delete(record.arn);
      onStatus(record, record.status);
      return;
    }
    const dues = run.frames.values().map((frame) => dueOf(frame, beatOf({ store }, frame)));
    actor.due = earliest([record.timeoutAt, ...dues]);
    alarm.set(actor.due);
    for (const id of launches) launch(actor, id);
  };

  const launch = (actor: Actor, id: string) => {
    const step = actor.run.frames.get(id)?.step;
    if (step?.at !== 'task') return;
    const { task } = step;
    const call = async () => {
      const outcome = await perform(actor.run.record.roleArn, task);
      post(actor, { kind: 'called', frame: id, nonce: task.nonce, outcome });
    };
    void work.count(call());
  };

  const wake = () => {
    const now = clock();
    for (const actor of actors.values()) {
      if (actor.due === undefined || actor.due > now) continue;
      actor.due = undefined;
      post(actor, { kind: 'due' });
    }
  };

  const nextDue = () => earliest(actors.values().map(({ due }) => due));
  const alarm = openAlarmClock(clock, wake, nextDue);

  const add = (run: Run, message: Message) => {
    const actor: Actor = { run, mailbox: [], busy: false, due: undefined };
    actors.set(run.record.arn, actor);
    post(actor, message);
  };

  /** Before anything else, and not when the store is opened: by then no service may be called yet. */
  const takeUp = () => {
    if (resumed) return;
    resumed = true;
    for (const { record, progress } of store.running())
      if (!actors.has(record.arn)) add(takenUp(record, progress, tools), { kind: 'resume' });
  };

  return {
    begin: (record) => {
      takeUp();
      const run = begun(record, tools);
      store.add({ record, progress: progressOf(run), events: run.fresh, spent: [] });
      run.fresh = [];
      onStatus(record, 'RUNNING');
      add(run, { kind: 'begin' });
    },
    taskOf: (arn, frame) => {
      takeUp();
      const step = actors.get(arn)?.run.frames.get(frame)?.step;
      return step?.at === 'task' ? step.task : undefined;
    },
    answer: (arn, frame, token) => {
      const actor = actors.get(arn);
      if (actor !== undefined) post(actor, { kind: 'answered', token, frame });
    },
    stop: (arn, ended) =>
      new Promise((done) => {
        takeUp();
        const actor = actors.get(arn);
        if (actor === undefined) done();
        else post(actor, { kind: 'stop', ended, done });
      }),
    tick: () => {
      takeUp();
      wake();
    },
    nextDue,
    settled: work.over,
    halt: () => {
      halted = true;
      alarm.off();
      for (const { mailbox } of actors.values()) mailbox.length = 0;
    },
  };
};

/** Counts what is under way, for those who wait until nothing is. */
const countedWork = () => {
  const waiters: (() => void)[] = [];
  let open = 0;
  return {
    count: async (doing: Promise<void>): Promise<void> => {
      open += 1;
      await doing;
      open -= 1;
      if (open === 0) for (const waiter of waiters.splice(0)) waiter();
    },
    over: (): Promise<void> =>
      open === 0 ? Promise.resolve() : new Promise((resolve) => waiters.push(resolve)),
  };
};
