/** Lambdas in processes: what a handler sees, how it can end, and how processes come and go. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import {
  eventually,
  openFunctionHouse,
  payloadOf,
  scripted,
  sharedFunctionHouse,
} from './functions-house.ts';

const esm = (body: string) => ({
  'index.mjs': `export const handler = async (event, context) => { ${body} };`,
});

describe('a handler', () => {
  const shared = sharedFunctionHouse({ files: scripted });
  const run = async (body: string, event: object = {}) =>
    payloadOf(await shared().invoke({ ...event, run: body }));

  it('gets the event and answers JSON', async () => {
    expect(await run('return { got: event.text, at: new Date(0) };', { text: 'olá' })).toEqual({
      got: 'olá',
      at: '1970-01-01T00:00:00.000Z',
    });
  });

  it('answers null when it answers nothing', async () => {
    expect(await run('')).toBeNull();
  });

  it('outlives the Ctrl-C that is meant for the machine', async () => {
    const body =
      "process.kill(process.pid, 'SIGINT'); await new Promise((resolve) => setTimeout(resolve, 20)); return 1;";
    expect(await run(body)).toBe(1);
  });

  it('sees its own environment and nothing of the machine', async () => {
    const house = await openFunctionHouse({
      files: esm('return process.env;'),
      properties: { Environment: { Variables: { TABLE: 'conversations', LIMIT: 3 } }, MemorySize: 256 },
    });
    const environment = payloadOf(await house.invoke({}));
    expect(environment).toEqual({
      AWS_ACCESS_KEY_ID: 'key-1',
      AWS_CONFIG_FILE: '/dev/null',
      AWS_DEFAULT_REGION: 'sa-east-1',
      AWS_EC2_METADATA_DISABLED: 'true',
      AWS_ENDPOINT_URL: 'http://127.0.0.1:1',
      AWS_EXECUTION_ENV: 'AWS_Lambda_nodejs24.x',
      AWS_LAMBDA_FUNCTION_MEMORY_SIZE: '256',
      AWS_LAMBDA_FUNCTION_NAME: 'app-WorkFunction1A2B3C4D',
      AWS_LAMBDA_FUNCTION_VERSION: '$LATEST',
      AWS_LAMBDA_INITIALIZATION_TYPE: 'on-demand',
      AWS_LAMBDA_LOG_GROUP_NAME: '/aws/lambda/app-WorkFunction1A2B3C4D',
      AWS_LAMBDA_LOG_STREAM_NAME: 'local',
      AWS_REGION: 'sa-east-1',
      AWS_SECRET_ACCESS_KEY: 'secret',
      AWS_SESSION_TOKEN: 'token',
      AWS_SHARED_CREDENTIALS_FILE: '/dev/null',
      EXTRA: 'of the machine',
      LAMBDA_TASK_ROOT: join(house.folder, 'asset'),
      LANG: 'en_US.UTF-8',
      LIMIT: '3',
      TABLE: 'conversations',
      TZ: 'UTC',
      _HANDLER: 'index.handler',
    });
  });

  it('sees a context that counts down', async () => {
    expect(await run('return { ...context, left: context.getRemainingTimeInMillis() };')).toEqual({
      awsRequestId: expect.stringMatching(/^[0-9a-f-]{36}$/u),
      callbackWaitsForEmptyEventLoop: true,
      functionName: 'app-WorkFunction1A2B3C4D',
      functionVersion: '$LATEST',
      invokedFunctionArn: 'arn:aws:lambda:sa-east-1:000000000000:function:app-WorkFunction1A2B3C4D',
      left: expect.toSatisfy((left: number) => left > 0 && left <= 10_000),
      logGroupName: '/aws/lambda/app-WorkFunction1A2B3C4D',
      logStreamName: 'local',
      memoryLimitInMB: '128',
    });
  });

  it.each([
    [
      'a CommonJS bundle',
      {
        'index.js': "exports.handler = async () => require('./other.js').name;",
        'other.js': "exports.name = 'cjs';",
      },
      'cjs',
    ],
    [
      'a CommonJS bundle below a package of modules',
      {
        '../package.json': '{"type":"module"}',
        'index.js': "module.exports = { handler: async () => 'cjs' };",
      },
      'cjs',
    ],
    [
      'a bundle that says itself what it is',
      { 'package.json': '{"type":"module"}', 'index.js': "export const handler = async () => 'esm';" },
      'esm',
    ],
    ['a .cjs bundle', { 'index.cjs': "exports.handler = () => 'plain';" }, 'plain'],
  ])('may come as %s', async (_, files, answer) => {
    const house = await openFunctionHouse({ files });
    expect(payloadOf(await house.invoke({}))).toBe(answer);
  });

  it('may lie deeper in the bundle and in an object', async () => {
    const house = await openFunctionHouse({
      files: { 'dist/entry.mjs': "export const api = { main: async () => 'deep' };" },
      properties: { Handler: 'dist/entry.api.main' },
    });
    expect(payloadOf(await house.invoke({}))).toBe('deep');
  });
});

describe('what goes wrong', () => {
  const shared = sharedFunctionHouse({ files: scripted });

  it.each([
    ['throws', "throw new TypeError('no order');", { errorType: 'TypeError', errorMessage: 'no order' }],
    ['throws a text', "throw 'oops';", { errorType: 'string', errorMessage: 'oops' }],
    [
      'exits',
      'process.exit(3);',
      { errorType: 'Runtime.ExitError', errorMessage: expect.stringContaining('exit status 3') },
    ],
    [
      'exits as if well',
      'process.exit(0);',
      { errorType: 'Runtime.ExitError', errorMessage: expect.stringContaining('without providing a reason') },
    ],
    [
      'is killed',
      "process.kill(process.pid, 'SIGKILL');",
      { errorType: 'Runtime.ExitError', errorMessage: expect.stringContaining('signal: killed') },
    ],
    [
      'forgets a rejection',
      "Promise.reject(new Error('lost')); await new Promise(() => setInterval(() => {}, 1000));",
      { errorType: 'Runtime.ExitError' },
    ],
    [
      'answers what is no JSON',
      'const circle = {}; circle.circle = circle; return circle;',
      { errorType: 'TypeError' },
    ],
  ])('a handler that %s', async (_, body, error) => {
    expect(await shared().invoke({ run: body })).toMatchObject({ kind: 'failed', error });
  });

  it.each([
    [
      'throws while it loads',
      { files: { 'index.mjs': "throw new Error('no table');" } },
      { errorType: 'Error', errorMessage: 'no table' },
    ],
    ['has no file', { files: { 'other.mjs': '' } }, { errorType: 'Runtime.ImportModuleError' }],
    [
      'has no handler',
      { files: { 'index.mjs': 'export const other = 1;' } },
      { errorType: 'Runtime.HandlerNotFound' },
    ],
    [
      'has a malformed handler',
      { files: esm(''), properties: { Handler: 'index' } },
      { errorType: 'Runtime.MalformedHandlerName' },
    ],
    [
      'wants a callback',
      { files: { 'index.mjs': 'export const handler = (event, context, callback) => callback();' } },
      { errorType: 'Runtime.CallbackHandlerDeprecated' },
    ],
    [
      'exits while it loads',
      { files: { 'index.mjs': 'process.exit(1);' } },
      { errorType: 'Runtime.ExitError' },
    ],
  ])('a bundle that %s', async (_, options, error) => {
    const house = await openFunctionHouse(options);
    expect(await house.invoke({})).toMatchObject({ kind: 'failed', error });
  });

  it('a bundle that does not load is loaded anew for the next event', async () => {
    const house = await openFunctionHouse({
      files: {
        'index.mjs': `import { existsSync, writeFileSync } from 'node:fs';
          if (!existsSync('seen')) { writeFileSync('seen', ''); throw new Error('first time'); }
          export const handler = async () => 'second time';`,
      },
    });
    expect((await house.invoke({})).kind).toBe('failed');
    expect(payloadOf(await house.invoke({}))).toBe('second time');
  });

  it('a handler that takes too long is killed, and a new process takes the next event', async () => {
    const house = await openFunctionHouse({
      files: esm('if (event.hang) for (;;); return process.pid;'),
      properties: { Timeout: 1 },
    });
    const before = payloadOf(await house.invoke({}));
    expect(await house.invoke({ hang: true })).toMatchObject({
      kind: 'failed',
      error: {
        errorType: 'Sandbox.Timedout',
        errorMessage: expect.stringMatching(/Task timed out after 1\.00 seconds$/u),
      },
    });
    expect(payloadOf(await house.invoke({}))).not.toBe(before);
  });

  it('a payload of over 6 MB is refused, an answer of over 6 MB is an error', async () => {
    const megabytes = 1024 * 1024;
    expect(await shared().invoke({ run: '', text: 'x'.repeat(6 * megabytes) })).toMatchObject({
      kind: 'refused',
      code: 'RequestTooLargeException',
      status: 413,
    });
    const answer = (characters: number) => shared().invoke({ run: `return 'x'.repeat(${characters});` });
    expect(await answer(6 * megabytes + 200)).toMatchObject({
      kind: 'failed',
      error: { errorType: 'Function.ResponseSizeTooLarge' },
    });
    expect((await answer(6 * megabytes - 2)).kind).toBe('returned');
  });

  it('more than the reserved concurrency is throttled', async () => {
    const house = await openFunctionHouse({
      files: esm('await new Promise((resolve) => setTimeout(resolve, 100));'),
      properties: { ReservedConcurrentExecutions: 1 },
    });
    const both = await Promise.all([house.invoke({}), house.invoke({})]);
    expect(both.map((invoked) => (invoked.kind === 'refused' ? invoked.code : invoked.kind))).toEqual([
      'returned',
      'TooManyRequestsException',
    ]);
  });
});

describe('processes', () => {
  it('are used again, and keep what the module remembers', async () => {
    const house = await openFunctionHouse({
      files: { 'index.mjs': 'let calls = 0; export const handler = async () => ++calls;' },
    });
    expect([payloadOf(await house.invoke({})), payloadOf(await house.invoke({}))]).toEqual([1, 2]);
    expect(house.keys.given).toEqual(['key-1']);
  });

  it('handle one event at a time, and wait for one another beyond their number', async () => {
    const house = await openFunctionHouse({
      processes: 2,
      files: {
        'index.mjs': `let busy = 0; export const handler = async () => {
          busy += 1; const most = busy; await new Promise((resolve) => setTimeout(resolve, 20)); busy -= 1;
          return { most, pid: process.pid }; };`,
      },
    });
    const answers = await Promise.all(
      Array.from({ length: 8 }, async () => payloadOf(await house.invoke({}))),
    );
    expect(answers).toEqual(answers.map(() => ({ most: 1, pid: expect.any(Number) })));
    expect(house.keys.given.length).toBeLessThanOrEqual(2);
  });

  it('end when they were idle for long, and give their keys back', async () => {
    const house = await openFunctionHouse({ files: esm(''), idleMilliseconds: 10 });
    await house.invoke({});
    await eventually(() => house.keys.taken.length === 1);
    expect((await house.invoke({})).kind).toBe('returned');
    expect(house.keys.given).toEqual(['key-1', 'key-2']);
  });

  it('may be started ahead', async () => {
    const house = await openFunctionHouse({
      files: { 'index.mjs': "console.log('up'); export const handler = () => 1;" },
    });
    house.functions.warm();
    await eventually(() => house.lines.length > 0);
    expect(payloadOf(await house.invoke({}))).toBe(1);
    expect(house.keys.given).toEqual(['key-1']);
  });

  it('all end at the stop, even one that does not listen', async () => {
    const house = await openFunctionHouse({
      files: esm("console.log('in'); await new Promise(() => setInterval(() => {}, 1e6));"),
    });
    const running = house.invoke({});
    await eventually(() => house.lines.length > 0);
    await house.functions.close();
    expect(await running).toMatchObject({ kind: 'failed', error: { errorType: 'Runtime.ExitError' } });
    expect(await house.invoke({})).toMatchObject({ kind: 'failed' });
    expect(house.keys.taken).toEqual(['key-1']);
  });
});

describe('log lines', () => {
  it('are kept in a file named after the Lambda, as JSON', async () => {
    const house = await openFunctionHouse({
      files: esm(`console.log(JSON.stringify({ name: 'began' })); console.error('plain {text}');`),
    });
    await house.invoke({});
    await eventually(() => house.lines.length === 2);
    const kept = readFileSync(join(house.folder, 'logs', 'work.jsonl'), 'utf8')
      .trim()
      .split('\n');
    expect(kept.map((line): unknown => JSON.parse(line))).toEqual(
      expect.arrayContaining([
        { name: 'began' },
        { timestamp: '1970-01-01T00:00:00.000Z', message: 'plain {text}' },
      ]),
    );
    expect(house.lines.toSorted()).toEqual(kept.toSorted());
  });
});

describe('injected faults', () => {
  const shared = sharedFunctionHouse({ files: scripted });
  const effect = { run: "console.log('effect'); return 1;" };

  it.each([
    [{ error: 'TooManyRequestsException' }, { kind: 'refused', status: 429 }, 0],
    [{ error: 'OrderNotFound' }, { kind: 'failed', error: { errorType: 'OrderNotFound' } }, 0],
    [
      { error: 'OrderNotFound', afterEffect: true },
      { kind: 'failed', error: { errorType: 'OrderNotFound' } },
      1,
    ],
    [{ error: 'crash' }, { kind: 'failed', error: { errorType: 'Runtime.ExitError' } }, 0],
    [{ error: 'crash', afterEffect: true }, { kind: 'failed', error: { errorType: 'Runtime.ExitError' } }, 1],
    [
      { error: 'timeout', afterEffect: true },
      { kind: 'failed', error: { errorType: 'Sandbox.Timedout' } },
      1,
    ],
    [{ afterEffect: true }, { kind: 'failed' }, 1],
    [{ delayMs: 1 }, { kind: 'returned', payload: '1' }, 1],
  ])('%j', async (fault, outcome, effects) => {
    const house = shared();
    house.lines.length = 0;
    house.fault({ function: 'work', ...fault });
    expect(await house.invoke(effect)).toMatchObject(outcome);
    expect((await house.invoke(effect)).kind).toBe('returned');
    await eventually(() => house.lines.length >= effects + 1);
    expect(house.lines).toHaveLength(effects + 1);
  });

  it('are only for the function that they name', async () => {
    shared().fault({ function: 'other', error: 'crash' });
    expect((await shared().invoke(effect)).kind).toBe('returned');
  });
});

describe('a template that AWS would refuse', () => {
  const files = esm('');
  it.each([
    ['a time-out over 900 seconds', { Timeout: 901 }, /900 seconds/u],
    [
      'an environment over 4 KB',
      { Environment: { Variables: { LONG: 'x'.repeat(4_093) } } },
      /4097 bytes, Lambda takes 4096/u,
    ],
    ['a reserved variable', { Environment: { Variables: { AWS_REGION: 'x' } } }, /AWS_REGION is a reserved/u],
    ['a variable that is no name', { Environment: { Variables: { 'a-b': 'x' } } }, /a-b is no name/u],
    ['memory of 64 MB', { MemorySize: 64 }, /MemorySize/u],
    ['inline code', { Code: { ZipFile: 'x' } }, /only a bundle/u],
    ['a missing role', { Role: 'nobody' }, /no role nobody/u],
    ['another runtime', { Runtime: 'python3.13' }, /only Node\.js/u],
    ['a long name', { FunctionName: 'x'.repeat(65) }, /over 64 characters/u],
  ])('%s', async (_, properties, because) => {
    await expect(openFunctionHouse({ files, properties })).rejects.toThrow(because);
  });

  it('but an environment of 4 KB is fine', async () => {
    const properties = { Environment: { Variables: { LONG: 'x'.repeat(4_092) } } };
    await expect(openFunctionHouse({ files, properties })).resolves.toBeDefined();
  });
});

it('finds a function by name, ARN, partial ARN and with a qualifier', async () => {
  const { functions } = await openFunctionHouse({ files: esm('') });
  const name = 'app-WorkFunction1A2B3C4D';
  const arn = `arn:aws:lambda:sa-east-1:000000000000:function:${name}`;
  const api = `arn:aws:apigateway:sa-east-1:lambda:path/2015-03-31/functions/${arn}/invocations`;
  for (const reference of [name, arn, `${arn}:live`, `${name}:1`, api])
    expect([reference, functions.find(reference)?.names]).toEqual([
      reference,
      ['work', name, 'WorkFunction1A2B3C4D', 'WorkFunction'],
    ]);
  expect(functions.find(`${arn}x`)).toBeUndefined();
});
