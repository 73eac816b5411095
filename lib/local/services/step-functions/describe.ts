/** Executions and machines as Step Functions describes them. Times on the wire are seconds since the epoch. */
import type { ExecutionRecord } from './execution.ts';
import type { StateMachine } from './machines.ts';

export const listed = ({ arn, machineArn, name, status, startedAt, stoppedAt }: ExecutionRecord): object => ({
  executionArn: arn,
  stateMachineArn: machineArn,
  name,
  status,
  startDate: startedAt / 1000,
  ...(stoppedAt === undefined ? {} : { stopDate: stoppedAt / 1000 }),
  redriveCount: 0,
});

export const described = (record: ExecutionRecord, withData: boolean): object => {
  const { input, output, error, cause } = record;
  return {
    ...listed(record),
    redriveStatus: 'NOT_REDRIVABLE',
    ...(withData ? { input, inputDetails: { included: true } } : {}),
    ...(withData && output !== undefined ? { output, outputDetails: { included: true } } : {}),
    ...(error === undefined ? {} : { error }),
    ...(cause === undefined ? {} : { cause }),
  };
};

export const describedMachine = (machine: StateMachine): object => ({
  stateMachineArn: machine.arn,
  name: machine.name,
  status: 'ACTIVE',
  type: 'STANDARD',
  definition: machine.definition,
  roleArn: machine.roleArn,
  creationDate: machine.createdAt / 1000,
  loggingConfiguration: { level: levelOf(machine.logging), includeExecutionData: false },
});

const levelOf = (logging: unknown): string =>
  typeof logging === 'object' && logging !== null && 'Level' in logging ? String(logging.Level) : 'OFF';
