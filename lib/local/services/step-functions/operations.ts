/** The operations of Step Functions on the wire: what each needs, and what it answers. */
import { z } from 'zod';
import { AwsError } from '../../service.ts';
import type { AwsRequest, Permission, Place } from '../../service.ts';
import { readInput } from '../aws-json.ts';
import type { Callbacks } from './callbacks.ts';
import { described, describedMachine, listed } from './describe.ts';
import { wireEvent } from './history.ts';
import { shapes } from './shapes.ts';
import { machineNamed, startExecution } from './start.ts';
import type { Starting } from './start.ts';
import { readToken } from './tokens.ts';

export type Desk = Starting & { readonly place: Place; readonly callbacks: Callbacks };

export type Operation = {
  permissions(request: AwsRequest): readonly Permission[];
  answer(request: AwsRequest): Promise<object>;
};

const operation = <Shape>(
  shape: z.ZodType<Shape>,
  resource: (input: Shape) => { readonly action: string; readonly on: string } | undefined,
  answer: (input: Shape) => object | Promise<object>,
): Operation => ({
  permissions: (request) => {
    const needed = resource(readInput(shape, request.body));
    return needed === undefined ? [] : [{ action: `states:${needed.action}`, resource: needed.on }];
  },
  answer: async (request) => answer(readInput(shape, request.body)),
});

export const operationsAt = (desk: Desk): Readonly<Record<string, Operation>> => ({
  ...executionOperations(desk),
  ...taskOperations(desk),
  ...machineOperations(desk),
});

/** @throws AwsError ExecutionDoesNotExist */
const executionNamed = ({ store }: Desk, arn: string) => {
  const found = store.find(arn);
  if (found !== undefined) return found;
  throw new AwsError('ExecutionDoesNotExist', `Execution Does Not Exist: '${arn}'`);
};

const executionOperations = (desk: Desk) => ({
  StartExecution: operation(
    shapes.StartExecution,
    ({ stateMachineArn: on }) => ({ action: 'StartExecution', on }),
    ({ stateMachineArn: machineArn, name, input }) => {
      const { arn, startedAt } = startExecution(desk, { machineArn, name, input });
      return { executionArn: arn, startDate: startedAt / 1000 };
    },
  ),

  StopExecution: operation(
    shapes.StopExecution,
    ({ executionArn: on }) => ({ action: 'StopExecution', on }),
    async ({ executionArn, error, cause }) => {
      executionNamed(desk, executionArn);
      await desk.engine.stop(executionArn, { error, cause });
      const { stoppedAt = desk.clock() } = executionNamed(desk, executionArn);
      return { stopDate: stoppedAt / 1000 };
    },
  ),

  DescribeExecution: operation(
    shapes.DescribeExecution,
    ({ executionArn: on }) => ({ action: 'DescribeExecution', on }),
    ({ executionArn, includedData }) =>
      described(executionNamed(desk, executionArn), includedData === 'ALL_DATA'),
  ),

  ListExecutions: operation(
    shapes.ListExecutions,
    ({ stateMachineArn: on }) => ({ action: 'ListExecutions', on }),
    ({ stateMachineArn, statusFilter, maxResults, nextToken }) => {
      const machine = machineNamed(desk.machines, stateMachineArn);
      const size = pageSize(maxResults);
      const before = nextToken === undefined ? Number.MAX_SAFE_INTEGER : placeIn(nextToken);
      const rows = desk.store.page(machine.arn, statusFilter, before, size);
      const last = rows.at(-1)?.sequence;
      return {
        executions: rows.map(({ record }) => listed(record)),
        ...(rows.length < size || last === undefined ? {} : { nextToken: tokenAt(last) }),
      };
    },
  ),

  GetExecutionHistory: operation(
    shapes.GetExecutionHistory,
    ({ executionArn: on }) => ({ action: 'GetExecutionHistory', on }),
    ({ executionArn, reverseOrder, includeExecutionData, maxResults, nextToken }) => {
      const { arn } = executionNamed(desk, executionArn);
      const size = pageSize(maxResults);
      const skip = nextToken === undefined ? 0 : placeIn(nextToken);
      const events = desk.store.events(arn, reverseOrder, skip, size + 1);
      return {
        events: events.slice(0, size).map((event) => wireEvent(event, includeExecutionData)),
        ...(events.length > size ? { nextToken: tokenAt(skip + size) } : {}),
      };
    },
  ),
});

/** The right to answer a token is a right on the machine; a text that is no token leads to none. */
const onMachineOf = (action: string) => (input: { readonly taskToken: string }) => {
  const on = readToken(input.taskToken)?.machineArn;
  return on === undefined ? undefined : { action, on };
};

const taskOperations = ({ callbacks }: Desk) => ({
  SendTaskSuccess: operation(
    shapes.SendTaskSuccess,
    onMachineOf('SendTaskSuccess'),
    ({ taskToken, output }) => {
      callbacks.answer(taskToken, { ok: true, output: jsonOf(output) });
      return {};
    },
  ),
  SendTaskFailure: operation(
    shapes.SendTaskFailure,
    onMachineOf('SendTaskFailure'),
    ({ taskToken, error, cause }) => {
      callbacks.answer(taskToken, { ok: false, error, cause });
      return {};
    },
  ),
  SendTaskHeartbeat: operation(
    shapes.SendTaskHeartbeat,
    onMachineOf('SendTaskHeartbeat'),
    ({ taskToken }) => {
      callbacks.beat(taskToken);
      return {};
    },
  ),
});

const machineOperations = (desk: Desk) => ({
  DescribeStateMachine: operation(
    shapes.DescribeStateMachine,
    ({ stateMachineArn: on }) => ({ action: 'DescribeStateMachine', on }),
    ({ stateMachineArn }) => describedMachine(machineNamed(desk.machines, stateMachineArn)),
  ),
  ListStateMachines: operation(
    shapes.ListStateMachines,
    () => ({ action: 'ListStateMachines', on: '*' }),
    ({ maxResults, nextToken }) => {
      const size = pageSize(maxResults);
      const skip = nextToken === undefined ? 0 : placeIn(nextToken);
      const all = desk.machines.all();
      return {
        stateMachines: all.slice(skip, skip + size).map(({ arn, name, createdAt }) => ({
          stateMachineArn: arn,
          name,
          type: 'STANDARD',
          creationDate: createdAt / 1000,
        })),
        ...(all.length > skip + size ? { nextToken: tokenAt(skip + size) } : {}),
      };
    },
  ),
});

const json = z.json();

const jsonOf = (text: string) => {
  try {
    return json.parse(JSON.parse(text));
  } catch (error) {
    throw new AwsError('InvalidOutput', `Invalid Output: '${String(error)}'`);
  }
};

const defaultPage = 100;
const pageSize = (asked: number): number => (asked === 0 ? defaultPage : asked);

const tokenAt = (place: number): string => Buffer.from(String(place)).toString('base64url');

/** @throws AwsError InvalidToken */
const placeIn = (token: string): number => {
  const place = Number(Buffer.from(token, 'base64url').toString());
  if (Number.isSafeInteger(place) && place >= 0) return place;
  throw new AwsError('InvalidToken', `Invalid Token: '${token}'`);
};
