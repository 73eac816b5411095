/** Answers to task tokens: taken once, and only while their task waits. */
import { AwsError } from '../../service.ts';
import type { Clock } from '../../service.ts';
import type { Engine } from './engine.ts';
import { taskOutcome } from './store.ts';
import type { ExecutionStore, TaskOutcome } from './store.ts';
import { executionArn, readToken } from './tokens.ts';

export type Callbacks = {
  /** @throws AwsError InvalidToken, TaskDoesNotExist, TaskTimedOut */
  answer(token: string, outcome: TaskOutcome): void;
  beat(token: string): void;
};

type Parts = { readonly store: ExecutionStore; readonly engine: Engine; readonly clock: Clock };

/** AWS says the same of a task that is over for whatever reason, an earlier answer among them. */
const over = () => new AwsError('TaskTimedOut', "Task Timed Out: 'Provided task does not exist anymore'");

export const openCallbacks = ({ store, engine, clock }: Parts): Callbacks => {
  /** The waiting task behind a token. */
  const behind = (token: string) => {
    const named = readToken(token);
    if (named === undefined) throw new AwsError('InvalidToken', "Invalid Token: 'Invalid token'");
    const arn = executionArn(named.machineArn, named.executionName);
    if (store.find(arn) === undefined)
      throw new AwsError('TaskDoesNotExist', `Task does not exist: no execution ${arn}`);
    const task = engine.taskOf(arn, named.frame);
    const state = store.tokenState(token);
    if (task?.token !== token || (state?.outcome ?? null) !== null) throw over();
    const now = clock();
    const silentSince = Math.max(task.startedAt, state?.beatAt ?? 0);
    if (task.timeoutAt !== undefined && task.timeoutAt <= now) throw over();
    if (task.heartbeatMs !== undefined && silentSince + task.heartbeatMs <= now) throw over();
    return { arn, frame: named.frame };
  };

  return {
    answer: (token, outcome) => {
      const { arn, frame } = behind(token);
      // Kept before it is acknowledged: a kill right after loses no answer.
      store.answer(token, taskOutcome.parse(outcome));
      engine.answer(arn, frame, token);
    },
    beat: (token) => {
      behind(token);
      store.beat(token, clock());
    },
  };
};
