/** Lambdas of small handlers, run by real processes: for tests of the runtime. */
import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, onTestFinished } from 'vitest';
import { openFaults } from '../../../lib/local/faults.ts';
import { openFunctions } from '../../../lib/local/lambda/functions.ts';
import type { Invoked } from '../../../lib/local/lambda/invoked.ts';
import { openLogs } from '../../../lib/local/lambda/logs.ts';
import { temporaryFolder } from '../assembly.ts';
import type { WhenDone } from '../assembly.ts';

export type FunctionHouseOptions = {
  /** Files of the bundle; the handler is `index.handler`. */
  readonly files: Readonly<Record<string, string>>;
  readonly properties?: Readonly<Record<string, unknown>>;
  readonly processes?: number;
  readonly idleMilliseconds?: number;
  readonly whenDone?: WhenDone;
};

export type FunctionHouse = Awaited<ReturnType<typeof openFunctionHouse>>;

/** One house for all tests of a file or a group: a process costs more than most of what is tested with it. */
export const sharedFunctionHouse = (options: FunctionHouseOptions): (() => FunctionHouse) => {
  const cleanups: (() => void | Promise<void>)[] = [];
  let house: FunctionHouse | undefined;
  beforeAll(async () => {
    house = await openFunctionHouse({ ...options, whenDone: (cleanup) => cleanups.push(cleanup) });
  });
  afterAll(async () => {
    for (const cleanup of cleanups.toReversed()) await cleanup();
  });
  return () => {
    if (house === undefined) throw new Error('the house is not open yet');
    return house;
  };
};

/** A handler that does what its event says in `run`, the body of an async function of event and context. */
export const scripted = {
  'index.mjs': `const Script = (async () => {}).constructor;
    export const handler = async (event, context) => new Script('event', 'context', event.run)(event, context);`,
};

export const openFunctionHouse = async (options: FunctionHouseOptions) => {
  const { files, properties, processes, idleMilliseconds, whenDone = onTestFinished } = options;
  const folder = temporaryFolder(whenDone);
  for (const [file, text] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, 'asset', file)), { recursive: true });
    writeFileSync(join(folder, 'asset', file), text);
  }
  const lines: string[] = [];
  const given: string[] = [];
  const taken: string[] = [];
  const measured: (readonly [name: string, of: string, value: number])[] = [];
  const faults = openFaults(['lambda']);
  const logs = openLogs(
    join(folder, 'logs'),
    () => 0,
    ({ text }) => lines.push(text),
  );
  const functions = openFunctions({
    region: 'sa-east-1',
    account: '000000000000',
    endpoint: () => 'http://127.0.0.1:1',
    assetFolder: () => join(folder, 'asset'),
    credentials: {
      ofFunction: () => {
        given.push(`key-${given.length + 1}`);
        return { accessKeyId: given.at(-1) ?? '', secretAccessKey: 'secret', sessionToken: 'token' };
      },
      forget: ({ accessKeyId }) => void taken.push(accessKeyId),
    },
    roleExists: (arn) => arn === 'role',
    faults,
    logs,
    extraEnvironment: { EXTRA: 'of the machine' },
    measure: ({ name, dimensions }, value) => measured.push([name, Object.values(dimensions).join(), value]),
    processesPerFunction: processes ?? 4,
    idleMilliseconds: idleMilliseconds ?? 60_000,
  });
  await functions.provision({
    stack: 'app',
    logicalId: 'WorkFunction1A2B3C4D',
    type: 'AWS::Lambda::Function',
    properties: {
      Code: { S3Bucket: 'assets', S3Key: 'x.zip' },
      Handler: 'index.handler',
      Role: 'role',
      Runtime: 'nodejs24.x',
      Timeout: 10,
      ...properties,
    },
  });
  whenDone(async () => {
    await functions.close();
    logs.close();
  });
  return {
    functions,
    lines,
    folder,
    measured,
    /** Keys handed to processes, and taken back. */
    keys: { given, taken },
    fault: (fault: object) => faults.add({ service: 'lambda', operation: 'Invoke', ...fault }),
    invoke: (event: unknown): Promise<Invoked> =>
      functions.invoke('app-WorkFunction1A2B3C4D', JSON.stringify(event)),
  };
};

/** The parsed answer of an invocation that returned; anything else as it is. */
export const payloadOf = (invoked: Invoked): unknown =>
  invoked.kind === 'returned' ? JSON.parse(invoked.payload) : invoked;

/** Waits until it holds, for things that other processes do. */
export const eventually = async (holds: () => boolean): Promise<void> => {
  while (!holds()) await new Promise((resolve) => setTimeout(resolve, 5));
};
