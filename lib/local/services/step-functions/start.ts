/** Starts executions: once for each name, as StartExecution and a schedule's target do. */
import { AwsError } from '../../service.ts';
import type { Clock } from '../../service.ts';
import type { Engine } from './engine.ts';
import type { ExecutionRecord } from './execution.ts';
import type { Machines, StateMachine } from './machines.ts';
import type { ExecutionStore } from './store.ts';
import { executionArn } from './tokens.ts';

export type Starting = {
  readonly machines: Machines;
  readonly store: ExecutionStore;
  readonly engine: Engine;
  readonly clock: Clock;
  readonly newId: () => string;
};

// https://docs.aws.amazon.com/step-functions/latest/apireference/API_StartExecution.html
const forbidden = /[\s<>{}[\]?*"#%\\^|~`$&,;:/\p{Cc}\uFFFE\uFFFF]/u;
const longestName = 80;

/** @throws AwsError InvalidArn, StateMachineDoesNotExist */
export const machineNamed = (machines: Machines, arn: string): StateMachine => {
  if (!/^arn:aws:states:[a-z0-9-]+:\d{12}:stateMachine:.+$/u.test(arn))
    throw new AwsError('InvalidArn', `Invalid Arn: '${arn}'`);
  const machine = machines.find(arn);
  if (machine !== undefined) return machine;
  throw new AwsError('StateMachineDoesNotExist', `State Machine Does Not Exist: '${arn}'`);
};

/** @throws AwsError as StartExecution answers it */
export const startExecution = (
  { machines, store, engine, clock, newId }: Starting,
  asked: { readonly machineArn: string; readonly name?: string | undefined; readonly input: string },
): ExecutionRecord => {
  const machine = machineNamed(machines, asked.machineArn);
  const name = asked.name ?? newId();
  if (name.length > longestName || forbidden.test(name))
    throw new AwsError('InvalidName', `Invalid Name: '${name}'`);
  demandJson(asked.input);
  const arn = executionArn(machine.arn, name);
  const known = store.find(arn);
  if (known !== undefined) {
    if (known.status === 'RUNNING' && known.input === asked.input) return known;
    throw new AwsError('ExecutionAlreadyExists', `Execution Already Exists: '${arn}'`);
  }
  const startedAt = clock();
  const record: ExecutionRecord = {
    arn,
    name,
    machineArn: machine.arn,
    machineName: machine.name,
    roleArn: machine.roleArn,
    definition: machine.definition,
    input: asked.input,
    startedAt,
    status: 'RUNNING',
    ...(machine.timeoutSeconds === undefined ? {} : { timeoutAt: startedAt + machine.timeoutSeconds * 1000 }),
  };
  engine.begin(record);
  return record;
};

const demandJson = (input: string): void => {
  try {
    JSON.parse(input);
  } catch (error) {
    throw new AwsError('InvalidExecutionInput', `Invalid State Machine Execution Input: '${String(error)}'`);
  }
};
