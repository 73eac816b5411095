/** All Lambdas of the machine: makes them from the template and invokes them, with quotas, throttles and faults. */
import { randomUUID } from 'node:crypto';
import type { Faults } from '../faults.ts';
import type { Callers } from '../iam/callers.ts';
import type { Provider, Resource } from '../service.ts';
import { environmentOf } from './environment.ts';
import { readFunction } from './function-config.ts';
import type { FunctionConfig, ShortName } from './function-config.ts';
import { suffer } from './invoke-faults.ts';
import { failed, refused, throttled } from './invoked.ts';
import type { Invoked } from './invoked.ts';
import type { Logs } from './logs.ts';
import { measureInvocation, measureLine } from './metrics.ts';
import type { Measure } from './metrics.ts';
import { openPool } from './pool.ts';
import type { Pool } from './pool.ts';
import { startProcess } from './process.ts';
import type { LambdaProcess } from './process.ts';

export type Functions = Provider & {
  /** By physical name or by ARN, with or without a qualifier. */
  readonly find: (nameOrArn: string) => FunctionConfig | undefined;
  readonly list: () => readonly FunctionConfig[];
  /** `payload` is JSON text. The function must exist. */
  readonly invoke: (name: string, payload: string) => Promise<Invoked>;
  warm(): void;
  close(): Promise<void>;
};

export type FunctionsOptions = {
  readonly region: string;
  readonly account: string;
  readonly endpoint: () => string;
  readonly assetFolder: (stack: string, key: string) => string;
  readonly credentials: Pick<Callers, 'ofFunction' | 'forget'>;
  readonly roleExists: (arn: string) => boolean;
  readonly faults: Pick<Faults, 'take'>;
  readonly logs: Logs;
  /** Further variables of every Lambda, over those of the template. */
  readonly extraEnvironment: Readonly<Record<string, string>>;
  readonly shortName?: ShortName;
  readonly measure: Measure;
  readonly processesPerFunction: number;
  readonly idleMilliseconds: number;
};

type Running = { readonly config: FunctionConfig; readonly pool: Pool; busy: number };

/** Lambda quotas, in bytes: a request's payload, and a response's (AWS counts 100 bytes more for it). */
const requestBytes = 6 * 1024 * 1024;
const responseBytes = requestBytes + 100;

export const openFunctions = (options: FunctionsOptions): Functions => {
  const functions = new Map<string, Running>();

  const make = (resource: Resource) => {
    const config = readFunction(resource, options);
    const folder = options.assetFolder(resource.stack, config.assetKey);
    if (!options.roleExists(config.roleArn)) throw new Error(`no role ${config.roleArn}`);
    const pool = openPool({
      start: () => startUnderRole(config, folder, options),
      limit: options.processesPerFunction,
      idleMilliseconds: options.idleMilliseconds,
    });
    functions.set(config.name, { config, pool, busy: 0 });
    return { ref: config.name, attributes: { Arn: config.arn } };
  };

  const running = (nameOrArn: string): Running | undefined =>
    functions.get(nameOrArn) ?? functions.get(nameInArn.exec(nameOrArn)?.[1] ?? '');

  const run = async (target: Running, payload: string, crashAfter: boolean): Promise<Invoked> => {
    const { config, pool } = target;
    if (config.reserved !== undefined && target.busy >= config.reserved) return throttled();
    target.busy += 1;
    const result = await pool.run(payload, randomUUID(), crashAfter);
    target.busy -= 1;
    if (result.kind !== 'returned' || Buffer.byteLength(result.payload) <= responseBytes) return result;
    return failed(
      'Function.ResponseSizeTooLarge',
      `Response payload size exceeded maximum allowed payload size (${responseBytes} bytes).`,
    );
  };

  const take = async (target: Running, payload: string): Promise<Invoked> => {
    if (Buffer.byteLength(payload) > requestBytes)
      return refused(413, 'RequestTooLargeException', `Request must be smaller than ${requestBytes} bytes`);
    const { names, timeoutSeconds } = target.config;
    const fault = options.faults.take({ service: 'lambda', operation: 'Invoke', functionNames: names });
    if (fault === undefined) return run(target, payload, false);
    return suffer(fault, timeoutSeconds, (crashAfter) => run(target, payload, crashAfter));
  };

  return {
    types: ['AWS::Lambda::Function'],
    provision: make,
    find: (nameOrArn) => running(nameOrArn)?.config,
    list: () => [...functions.values()].map(({ config }) => config),
    invoke: async (name, payload) => {
      const target = running(name);
      if (target === undefined) throw new Error(`no function ${name}`);
      const began = performance.now();
      const invoked = await take(target, payload);
      measureInvocation(options.measure, target.config.name, invoked, performance.now() - began);
      return invoked;
    },
    warm: () => {
      for (const { pool } of functions.values()) pool.warm();
    },
    close: async () => {
      await Promise.all([...functions.values()].map(({ pool }) => pool.close()));
    },
  };
};

/** The name in an ARN or in the address that API Gateway makes of one, without a version or alias. */
const nameInArn = /(?:^|:function:)([A-Za-z0-9-_]+)(?::[A-Za-z0-9-_$]+)?(?:\/invocations)?$/u;

const startUnderRole = (config: FunctionConfig, folder: string, options: FunctionsOptions): LambdaProcess => {
  const calling = { name: config.name, names: config.names, crash: () => process.crash() };
  const credentials = options.credentials.ofFunction(config.roleArn, calling);
  const [shortName = config.name] = config.names;
  const process = startProcess({
    folder,
    handler: config.handler,
    functionArn: config.arn,
    timeoutSeconds: config.timeoutSeconds,
    memoryMb: config.memoryMb,
    environment: environmentOf({
      config,
      folder,
      region: options.region,
      endpoint: options.endpoint(),
      credentials,
      extra: options.extraEnvironment,
    }),
    onLine: (line) => {
      options.logs.write(shortName, line);
      measureLine(options.measure, line);
    },
  });
  void process.exited.then(() => options.credentials.forget(credentials));
  return process;
};
