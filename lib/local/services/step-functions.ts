/** Step Functions on this machine: standard workflows in JSONata, kept over a restart, by a clock that is handed in. */
import { randomUUID } from 'node:crypto';
import { join } from 'node:path';
import { AwsError } from '../service.ts';
import type { Place, Service } from '../service.ts';
import { imitated, jsonAnswer, targetOperation } from './aws-json.ts';
import type { MetricId } from './cloudwatch/series.ts';
import { openCallbacks } from './step-functions/callbacks.ts';
import type { CallAs } from './step-functions/caller.ts';
import { openEngine } from './step-functions/engine.ts';
import type { ExecutionRecord, Status } from './step-functions/execution.ts';
import { performTask } from './step-functions/integrations.ts';
import { openMachines } from './step-functions/machines.ts';
import { operationsAt } from './step-functions/operations.ts';
import { openQuery } from './step-functions/query.ts';
import { startExecution } from './step-functions/start.ts';
import { dataBytes } from './step-functions/state-error.ts';
import { executionStore } from './step-functions/store.ts';

/** State machines from within the process. */
export type ExecutionAccess = {
  has(machineArn: string): boolean;
  /** Starts an execution under a name of its own. `input` is JSON text. Throws as StartExecution answers. */
  start(machineArn: string, input: string): void;
};

export type StepFunctionsService = Service &
  ExecutionAccess & {
    /** Takes up what a restart cut, and everything due by the clock. To be called about every second. */
    readonly tick: () => void;
    /** When the next wait, back-off or time-out ends, in milliseconds since the epoch: for tests that move the clock. */
    readonly nextDue: () => number | undefined;
    /** Resolves when every execution waits or has ended, and no call of a task is under way. */
    readonly settled: () => Promise<void>;
    /** Takes in nothing more: what the end of the machine cuts has not failed, it is done again after the next start. */
    readonly halt: () => void;
  };

export type StepFunctionsParts = {
  /** Calls a service under the role of a machine. */
  readonly callAs: CallAs;
  /** Whether a role lets Step Functions assume it. */
  readonly trusts: (roleArn: string) => boolean;
  readonly measure: (metric: MetricId, value: number) => void;
  /** From 0 up to but not including 1: for jitter and `$random()`. */
  readonly chance: () => number;
};

/** Executions live in `${place.data}/states`. */
export const stepFunctionsService = (place: Place, parts: StepFunctionsParts): StepFunctionsService => {
  const { clock } = place;
  const store = executionStore(join(place.data, 'states'));
  store.forget(clock());
  const machines = openMachines(place, parts.trusts);
  const newId = randomUUID;
  const { chance } = parts;
  const engine = openEngine({
    store,
    clock,
    tools: { clock, chance, newId, query: openQuery({ clock, chance }) },
    perform: (roleArn, task) => performTask(parts.callAs, roleArn, task),
    onStatus: (record, status) => count(parts.measure, record, status),
  });
  const callbacks = openCallbacks({ store, engine, clock });
  const starting = { machines, store, engine, clock, newId };
  const operations = operationsAt({ ...starting, place, callbacks });

  return {
    name: 'states',
    types: ['AWS::StepFunctions::StateMachine'],
    provision: machines.provision,
    operation: targetOperation,
    permissions: (request) => imitated('states', operations, targetOperation(request)).permissions(request),
    answer: async (request) =>
      jsonAnswer(
        await imitated('states', operations, targetOperation(request)).answer(request),
        'application/x-amz-json-1.0',
      ),
    close: async () => {
      engine.halt();
      store.close();
    },
    has: (machineArn) => machines.find(machineArn) !== undefined,
    start: (machineArn, input) => {
      if (Buffer.byteLength(input) > dataBytes)
        throw new AwsError('ValidationException', `an input has at most ${dataBytes} bytes`);
      startExecution(starting, { machineArn, input });
    },
    tick: engine.tick,
    nextDue: engine.nextDue,
    settled: engine.settled,
    halt: engine.halt,
  };
};

const metrics: Readonly<Record<Status, string>> = {
  RUNNING: 'ExecutionsStarted',
  SUCCEEDED: 'ExecutionsSucceeded',
  FAILED: 'ExecutionsFailed',
  TIMED_OUT: 'ExecutionsTimedOut',
  ABORTED: 'ExecutionsAborted',
};

// https://docs.aws.amazon.com/step-functions/latest/dg/procedure-cw-metrics.html
const count = (measure: StepFunctionsParts['measure'], record: ExecutionRecord, status: Status): void => {
  const dimensions = { StateMachineArn: record.machineArn };
  measure({ namespace: 'AWS/States', name: metrics[status], dimensions }, 1);
  if (record.stoppedAt !== undefined)
    measure(
      { namespace: 'AWS/States', name: 'ExecutionTime', dimensions },
      record.stoppedAt - record.startedAt,
    );
};
