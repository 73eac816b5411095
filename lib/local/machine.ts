/** The local machine: runs the stacks of a cloud assembly for one region on 127.0.0.1, each resource on a stand-in. */
import { join } from 'node:path';
import { assetFolder } from './cloudformation/assembly.ts';
import { accountOf, stackNamed, stacksOf } from './cloudformation/chosen-stacks.ts';
import type { Choice } from './cloudformation/chosen-stacks.ts';
import { deploy } from './cloudformation/deploy.ts';
import type { Deployment } from './cloudformation/deploy.ts';
import { inertResources } from './cloudformation/inert.ts';
import { openFaults } from './faults.ts';
import { openGateway } from './gateway.ts';
import type { Credentials } from './iam/callers.ts';
import { openIdentity } from './iam/identity.ts';
import type { FunctionConfig, ShortName } from './lambda/function-config.ts';
import type { ServedApi } from './lambda/http-api.ts';
import type { Invoked } from './lambda/invoked.ts';
import { openLogs } from './lambda/logs.ts';
import type { LogLine } from './lambda/logs.ts';
import { openRuntime } from './lambda/runtime.ts';
import type { Clock, Place } from './service.ts';
import type { Host, Played } from './stand-ins.ts';
import { invokeTarget } from './targets.ts';
import type { Dispatch } from './wire/dispatch.ts';
import { openFront } from './wire/front.ts';

export type MachineOptions = Choice & {
  /** Folder that survives a restart. */
  readonly data: string;
  readonly services: (host: Host) => Played;
  /** Port of the gateway; any free one without it. */
  readonly port?: number;
  /** Port of an HTTP API by logical id; any free one for 0 or without it. */
  readonly apiPort?: (logicalId: string) => number;
  /** Twelve digits; without it the account of the stacks, or zeros where they leave it open. */
  readonly account?: string;
  readonly clock?: Clock;
  /** Further variables of every Lambda, over those of its template. */
  readonly extraEnvironment?: Readonly<Record<string, string>>;
  /** Short name of a Lambda, for log files and faults; made of the logical id without it. */
  readonly shortName?: ShortName;
  readonly onLog?: (line: LogLine) => void;
  /** Told of what went wrong where nobody waits for an answer, bugs of a stand-in among it. */
  readonly onProblem?: (problem: string) => void;
  /** Starts one process of each Lambda at once. */
  readonly warm?: boolean;
  readonly processesPerFunction?: number;
  /** Milliseconds before the second and third attempt of an asynchronous invocation; a minute and two on AWS. */
  readonly retryDelays?: readonly number[];
};

export type Machine = {
  /** Address of the gateway. */
  readonly aws: string;
  readonly apis: readonly ServedApi[];
  readonly functions: readonly FunctionConfig[];
  readonly resources: Deployment['resources'];
  readonly outputs: Deployment['outputs'];
  /** Keys that may do everything. */
  readonly administrator: Credentials;
  /** Invokes a Lambda by physical name, ARN or short name. */
  invoke(name: string, event: unknown): Promise<Invoked>;
  /** Looks at the clock now: for tests that moved it. */
  tick(): void;
  stop(): Promise<void>;
};

const tickMs = 1_000;
const minuteMs = 60_000;

/** Starts everything; a template that AWS would refuse rejects with the reason, and nothing keeps running. */
export const startMachine = async (options: MachineOptions): Promise<Machine> => {
  const cleanups: (() => Promise<void> | void)[] = [];
  const stop = async () => {
    for (const cleanup of cleanups.splice(0).toReversed()) await cleanup();
  };
  try {
    return await build(options, stop, (cleanup) => cleanups.push(cleanup));
  } catch (error) {
    await stop();
    throw error;
  }
};

const build = async (
  options: MachineOptions,
  stop: () => Promise<void>,
  onStop: (cleanup: () => Promise<void> | void) => void,
): Promise<Machine> => {
  const { region, data, clock = Date.now, onProblem = () => undefined } = options;
  const stacks = stacksOf(options);
  const account = options.account ?? accountOf(stacks);
  const place: Place = { region, account, data, clock };

  const { roles, resourcePolicies, access, callers } = openIdentity(account, region, clock);
  const logs = openLogs(join(data, 'logs'), clock, options.onLog);
  onStop(() => logs.close());

  // The port is known before anything else: addresses of queues carry it.
  const handling = Promise.withResolvers<Dispatch>();
  const gateway = await openGateway(async (request) => (await handling.promise)(request), options.port);
  onStop(() => gateway.close());

  const played = options.services({
    place,
    endpoint: gateway.url,
    trusts: access.trusts,
    trustsService: access.trustsService,
    assume: callers.assume,
    allowed: access.allowed,
    invokeTarget: (...event) =>
      invokeTarget(
        {
          allowed: access.allowed,
          background: runtime.background,
          queues: played.queues,
          executions: played.executions,
        },
        ...event,
      ),
  });
  onStop(async () => {
    // No request may reach a service that is closed.
    await gateway.close();
    for (const service of played.services) await service.close();
  });

  const faults = openFaults([...played.services.map(({ name }) => name), 'lambda']);
  const runtime = openRuntime({
    region,
    account,
    clock,
    access,
    faults,
    logs,
    credentials: callers,
    roleExists: (arn) => roles.find(arn) !== undefined,
    endpoint: () => gateway.url,
    assetFolder: (stackName, key) => assetFolder(stackNamed(stacks, stackName), key),
    extraEnvironment: options.extraEnvironment ?? {},
    ...(options.shortName === undefined ? {} : { shortName: options.shortName }),
    processesPerFunction: options.processesPerFunction ?? 8,
    idleMilliseconds: 5 * minuteMs,
    measure: played.measure ?? (() => undefined),
    queues: played.queues,
    streams: played.streams,
    scheduler: played.scheduler,
    apiPort: options.apiPort ?? (() => 0),
    retryDelays: options.retryDelays ?? [minuteMs, 2 * minuteMs],
    onProblem,
  });
  onStop(() => runtime.close());

  const { resources, outputs } = await deploy({
    stacks,
    providers: [roles, ...runtime.providers, ...played.services, inertResources(region, account)],
    region,
    account,
    onMade: ({ resource, made }) => resourcePolicies.add(resource, made),
  });

  handling.resolve(
    openFront({
      services: [...played.services, runtime.service],
      region,
      access,
      callers,
      faults,
      sent: played.sent ?? (() => []),
      onBug: (error) => onProblem(error instanceof Error ? (error.stack ?? error.message) : String(error)),
    }),
  );

  runtime.start();
  if (options.warm === true) runtime.functions.warm();
  const tick = () => {
    runtime.tick();
    played.tick?.();
  };
  const timer = setInterval(tick, tickMs);
  onStop(() => clearInterval(timer));
  onStop(() => played.halt?.());

  return {
    aws: gateway.url,
    apis: runtime.apis(),
    functions: runtime.functions.list(),
    resources,
    outputs,
    administrator: callers.administrator,
    invoke: async (name, event) =>
      runtime.functions.invoke(physicalNameOf(runtime.functions.list(), name), JSON.stringify(event)),
    tick,
    stop,
  };
};

const physicalNameOf = (functions: readonly FunctionConfig[], name: string): string =>
  functions.find(({ names, arn }) => names.includes(name) || arn === name)?.name ?? name;
