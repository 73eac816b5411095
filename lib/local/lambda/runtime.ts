/** Everything that runs Lambdas, put together: the functions and all that invokes them. */
import { setTimeout as sleep } from 'node:timers/promises';
import type { Access } from '../iam/access.ts';
import type { Clock, Provider, Service } from '../service.ts';
import type { DynamoDbService } from '../services/dynamodb/index.ts';
import type { QueueAccess } from '../services/sqs/sqs.ts';
import { openBackground } from './background.ts';
import type { Background } from './background.ts';
import { openEventSources } from './event-sources.ts';
import { openFunctions } from './functions.ts';
import type { Functions, FunctionsOptions } from './functions.ts';
import { openHttpApis } from './http-api.ts';
import type { ServedApi } from './http-api.ts';
import { lambdaService } from './lambda-service.ts';
import { openInvokePermissions } from './permissions.ts';
import { openSchedules } from './schedule.ts';

export type Runtime = {
  readonly functions: Functions;
  readonly background: Background;
  /** Lambda on the wire. */
  readonly service: Service;
  readonly providers: readonly Provider[];
  readonly apis: () => readonly ServedApi[];
  /** Begins to poll queues and streams and to run schedules. */
  start(): void;
  /** Starts what is due by the clock: for tests after they moved it. */
  readonly tick: () => void;
  /** Lets running invocations end for a moment, then ends their processes. */
  close(): Promise<void>;
};

export type RuntimeOptions = FunctionsOptions & {
  readonly access: Access;
  readonly clock: Clock;
  readonly queues: QueueAccess | undefined;
  readonly streams: DynamoDbService | undefined;
  readonly scheduler: Provider | undefined;
  readonly apiPort: (logicalId: string) => number;
  readonly retryDelays: readonly number[];
  /** Told of what went wrong where nobody waits for an answer. */
  readonly onProblem: (problem: string) => void;
};

/** How long a clean stop waits for invocations that are under way. */
const graceMs = 3_000;

export const openRuntime = (options: RuntimeOptions): Runtime => {
  const { access, clock, region, account } = options;
  const functions = openFunctions(options);
  const permissions = openInvokePermissions((nameOrArn) => functions.find(nameOrArn)?.arn);
  const { find, invoke } = functions;
  const { permits } = permissions;
  const { allowed } = access;
  const background = openBackground({
    find,
    invoke,
    retryDelays: options.retryDelays,
    onGivenUp: (name, invoked) => options.onProblem(`${name} gave up an event: ${JSON.stringify(invoked)}`),
  });
  const apis = openHttpApis({ region, account, clock, find, invoke, permits, port: options.apiPort });
  const schedules = openSchedules({
    region,
    account,
    clock,
    find,
    invoke: background.invoke,
    scheduler: options.scheduler,
    allowed,
    permits,
    onProblem: options.onProblem,
  });
  const eventSources = openEventSources({
    queues: options.queues,
    streams: options.streams,
    find,
    invoke,
    allowed,
    clock,
  });
  const service = lambdaService(functions, background, { region, account });

  return {
    functions,
    background,
    service,
    providers: [functions, permissions, background, apis, schedules, eventSources, service],
    apis: apis.list,
    start: () => {
      eventSources.start();
      schedules.start();
    },
    tick: schedules.tick,
    close: async () => {
      schedules.close();
      background.close();
      await apis.close();
      const drained = eventSources.close();
      await Promise.race([drained, sleep(graceMs, undefined, { ref: false })]);
      await functions.close();
      await drained;
    },
  };
};
