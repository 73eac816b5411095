/** Asynchronous invocations: tried again, given up, and limited. */
import { describe, expect, it } from 'vitest';
import { openBackground } from '../../../lib/local/lambda/background.ts';
import { readFunction } from '../../../lib/local/lambda/function-config.ts';
import { failed, throttled } from '../../../lib/local/lambda/invoked.ts';
import type { Invoked } from '../../../lib/local/lambda/invoked.ts';

const config = readFunction(
  {
    stack: 'app',
    logicalId: 'Sweep',
    type: 'AWS::Lambda::Function',
    properties: { Code: { S3Key: 'x.zip' }, Handler: 'index.handler', Role: 'role', Runtime: 'nodejs24.x' },
  },
  { region: 'sa-east-1', account: '000000000000' },
);
const returned: Invoked = { kind: 'returned', payload: 'null' };
const broken = failed('Error', 'no');

const openHouse = (answers: readonly Invoked[], delay = 0) => {
  const attempts: string[] = [];
  const givenUp: Invoked[] = [];
  const background = openBackground({
    find: (name) => (name === config.name || name === config.arn ? config : undefined),
    invoke: async (_, payload) => {
      attempts.push(payload);
      return answers[attempts.length - 1] ?? broken;
    },
    retryDelays: [delay, delay],
    onGivenUp: (_, invoked) => givenUp.push(invoked),
  });
  const run = async (payload = '{}') => {
    const accepted = background.invoke(config.arn, payload);
    if (accepted.kind === 'accepted') await accepted.done;
    return accepted.kind;
  };
  return { background, attempts, givenUp, run };
};

describe('an event', () => {
  it.each([
    ['that works', [returned], 1, 0],
    ['that fails once', [broken, returned], 2, 0],
    ['that is throttled, then fails, then works', [throttled(), broken, returned], 3, 0],
    ['that always fails', [broken, broken, broken, returned], 3, 1],
  ])('%s', async (_, answers, attempts, givenUp) => {
    const house = openHouse(answers);
    expect(await house.run('{"a":1}')).toBe('accepted');
    expect([house.attempts, house.givenUp.length]).toEqual([
      Array.from({ length: attempts }, () => '{"a":1}'),
      givenUp,
    ]);
  });

  it('is tried as often as the template says', async () => {
    const house = openHouse([]);
    await house.background.provision({
      stack: 'app',
      logicalId: 'Config',
      type: 'AWS::Lambda::EventInvokeConfig',
      properties: { FunctionName: config.name, Qualifier: '$LATEST', MaximumRetryAttempts: 0 },
    });
    await house.run();
    expect([house.attempts.length, house.givenUp]).toEqual([1, [broken]]);
  });

  it('may have 1 MB', async () => {
    const house = openHouse([returned, returned]);
    const megabyte = 1024 * 1024;
    expect(await house.run(`"${'x'.repeat(megabyte - 2)}"`)).toBe('accepted');
    expect(await house.run(`"${'x'.repeat(megabyte - 1)}"`)).toBe('refused');
  });

  it('waits no longer when the machine stops', async () => {
    const house = openHouse([broken], 60_000);
    const running = house.run();
    await new Promise((resolve) => setImmediate(resolve));
    house.background.close();
    await running;
    expect([house.attempts.length, house.givenUp]).toEqual([1, []]);
  });
});
