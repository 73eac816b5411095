/** Step Functions under test: served to the real client, its tasks answered by functions, its clock moved by hand. */
import {
  DescribeExecutionCommand,
  GetExecutionHistoryCommand,
  SFNClient,
  StartExecutionCommand,
} from '@aws-sdk/client-sfn';
import type { DescribeExecutionCommandOutput, HistoryEvent } from '@aws-sdk/client-sfn';
import { onTestFinished } from 'vitest';
import { stepFunctionsService } from '../../../../lib/local/services/step-functions.ts';
import type { StepFunctionsService } from '../../../../lib/local/services/step-functions.ts';
import type { AwsCall, AwsReply } from '../../../../lib/local/services/step-functions/caller.ts';
import { testPlace } from '../place.ts';
import type { TestPlace } from '../place.ts';
import { credentials, serveService } from '../serve.ts';
import type { Served } from '../serve.ts';

export const role = 'arn:aws:iam::000000000000:role/machine';
export const machineArn = 'arn:aws:states:sa-east-1:000000000000:stateMachine:under-test';
export const lambdaArn = (name: string): string => `arn:aws:lambda:sa-east-1:000000000000:function:${name}`;

/** Throw one of these for a function that fails, or for a service that answers an error. */
export class FunctionError extends Error {
  readonly reply: AwsReply;
  constructor(errorType: string | undefined, errorMessage = 'went wrong') {
    super(errorMessage);
    this.reply = {
      status: 200,
      headers: { 'x-amz-function-error': 'Unhandled' },
      body: JSON.stringify({ errorMessage, ...(errorType === undefined ? {} : { errorType }) }),
    };
  }
}

export const apiError = (status: number, code: string, message: string): AwsReply => ({
  status,
  headers: { 'x-amzn-errortype': code },
  body: JSON.stringify({ __type: code, message }),
});

/** Functions by name; each gets its payload. A reply is taken as it is, anything else is what the function returned. */
export type Functions = Readonly<Record<string, (payload: unknown) => unknown>>;

const isReply = (value: unknown): value is AwsReply =>
  typeof value === 'object' && value !== null && 'status' in value && 'headers' in value && 'body' in value;

export type Measured = { readonly name: string; readonly value: number };

export type House = {
  readonly place: TestPlace;
  readonly service: () => StepFunctionsService;
  readonly served: () => Served;
  readonly client: () => SFNClient;
  /** Every call of a task, oldest first. */
  readonly calls: (AwsCall & { readonly role: string })[];
  readonly measured: Measured[];
  /** Makes the machine `under-test` of these states, whose first comes first. */
  define: (states: object, more?: object) => void;
  /** Starts an execution; answers its ARN. */
  start: (input?: unknown, name?: string) => Promise<string>;
  describe: (arn: string) => Promise<DescribeExecutionCommandOutput>;
  /** Starts an execution and answers what became of it, with every wait passed over in no time. */
  outcome: (input?: unknown) => Promise<DescribeExecutionCommandOutput>;
  /** Output of an execution that must succeed. */
  output: (input?: unknown) => Promise<unknown>;
  /** Moves the clock and lets everything due happen. */
  after: (milliseconds: number) => Promise<void>;
  /** Moves the clock from one event to the next until nothing is due any more. */
  runOut: () => Promise<void>;
  history: (arn: string) => Promise<readonly HistoryEvent[]>;
  /** Ends the service and opens it again; without a look at the clock, the first call finds it so. */
  restart: (look?: boolean) => Promise<void>;
};

export const openHouse = async (
  functions: Functions = {},
  chance: () => number = () => 0.5,
): Promise<House> => {
  const place = testPlace();
  const calls: (AwsCall & { readonly role: string })[] = [];
  const measured: Measured[] = [];
  let definition: object = {};
  let service: StepFunctionsService;
  let served: Served;
  let client: SFNClient;

  const callAs = async (roleArn: string, call: AwsCall): Promise<AwsReply> => {
    calls.push({ ...call, role: roleArn });
    const name =
      call.service === 'lambda'
        ? (decodeURIComponent(call.path).split('/functions/')[1]?.split('/')[0]?.split(':').at(-1) ?? '')
        : call.service;
    const run = functions[name];
    if (run === undefined) return apiError(404, 'ResourceNotFoundException', `Function not found: ${name}`);
    try {
      const returned = await run(call.body === '' ? undefined : JSON.parse(call.body));
      if (isReply(returned)) return returned;
      return { status: 200, headers: {}, body: JSON.stringify(returned ?? null) };
    } catch (error) {
      if (error instanceof FunctionError) return error.reply;
      throw error;
    }
  };

  const open = async () => {
    service = stepFunctionsService(place, {
      callAs,
      chance,
      trusts: (arn) => arn === role,
      measure: ({ name }, value) => measured.push({ name, value }),
    });
    served = await serveService(service);
    client = new SFNClient({
      region: place.region,
      endpoint: served.endpoint,
      credentials,
      maxAttempts: 1,
    });
  };
  await open();
  onTestFinished(async () => {
    client.destroy();
    await served.close();
    place.remove();
  });

  const provision = () =>
    void service.provision({
      stack: 'test',
      logicalId: 'Machine',
      type: 'AWS::StepFunctions::StateMachine',
      properties: {
        StateMachineName: 'under-test',
        RoleArn: role,
        DefinitionString: JSON.stringify(definition),
      },
    });

  const house: House = {
    place,
    service: () => service,
    served: () => served,
    client: () => client,
    calls,
    measured,
    define: (states, more = {}) => {
      definition = { QueryLanguage: 'JSONata', StartAt: Object.keys(states)[0], States: states, ...more };
      provision();
    },
    start: async (input = {}, name) => {
      const asked = { stateMachineArn: machineArn, input: JSON.stringify(input), name };
      const { executionArn = '' } = await client.send(new StartExecutionCommand(asked));
      return executionArn;
    },
    describe: (executionArn) => client.send(new DescribeExecutionCommand({ executionArn })),
    outcome: async (input) => {
      const arn = await house.start(input);
      await house.runOut();
      return house.describe(arn);
    },
    output: async (input) => {
      const { status, output, error, cause } = await house.outcome(input);
      if (status !== 'SUCCEEDED') throw new Error(`${status} ${error}: ${cause}`);
      return JSON.parse(output ?? '');
    },
    after: async (milliseconds) => {
      place.pass(milliseconds);
      service.tick();
      await service.settled();
    },
    runOut: async () => {
      await service.settled();
      for (let due = service.nextDue(); due !== undefined; due = service.nextDue())
        await house.after(Math.max(0, due - place.clock()));
    },
    history: async (executionArn) => {
      const { events = [] } = await client.send(
        new GetExecutionHistoryCommand({ executionArn, maxResults: 1000 }),
      );
      return events;
    },
    restart: async (look = true) => {
      client.destroy();
      await served.close();
      await open();
      provision();
      if (look) service.tick();
      await service.settled();
    },
  };
  return house;
};

/** A Task that invokes a function with its input as payload. */
export const invoke = (name: string, more: object = {}): object => ({
  Type: 'Task',
  Resource: 'arn:aws:states:::lambda:invoke',
  Arguments: { FunctionName: lambdaArn(name), Payload: '{% $states.input %}' },
  Output: '{% $states.result.Payload %}',
  End: true,
  ...more,
});

/** A Task that hands its token to a function and waits. */
export const waitForToken = (name: string, more: object = {}): object => ({
  Type: 'Task',
  Resource: 'arn:aws:states:::lambda:invoke.waitForTaskToken',
  Arguments: {
    FunctionName: lambdaArn(name),
    Payload: { token: '{% $states.context.Task.Token %}', input: '{% $states.input %}' },
  },
  End: true,
  ...more,
});

/** Functions that keep the tokens that they get. */
export const tokenTaker = (): { readonly tokens: string[]; readonly functions: Functions } => {
  const tokens: string[] = [];
  return {
    tokens,
    functions: {
      take: (payload) => {
        if (typeof payload === 'object' && payload !== null && 'token' in payload)
          tokens.push(String(payload.token));
        return { taken: true };
      },
    },
  };
};
