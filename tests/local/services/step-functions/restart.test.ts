/** What an execution remembers when the machine under it stops, is killed, and starts again. */
import { spawn } from 'node:child_process';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import {
  ListExecutionsCommand,
  SendTaskHeartbeatCommand,
  SendTaskSuccessCommand,
  SFNClient,
  StopExecutionCommand,
} from '@aws-sdk/client-sfn';
import { describe, expect, it, onTestFinished } from 'vitest';
import { z } from 'zod';
import { stepFunctionsService } from '../../../../lib/local/services/step-functions.ts';
import { refusal, testPlace } from '../place.ts';
import { credentials, serveService } from '../serve.ts';
import { FunctionError, invoke, openHouse, tokenTaker, waitForToken } from './house.ts';
import { killedMachine } from './killed-machine.ts';

describe('over a restart', () => {
  it('a wait goes on, and ends at its time or at once when that has passed', async () => {
    const house = await openHouse();
    house.define({ Rest: { Type: 'Wait', Seconds: 3600, End: true } });
    const arn = await house.start();
    await house.service().settled();
    house.place.pass(3_599_000);
    await house.restart();
    expect((await house.describe(arn)).status).toBe('RUNNING');
    house.place.pass(1000);
    await house.restart();
    expect((await house.describe(arn)).status).toBe('SUCCEEDED');
  });

  it('a token stays good, with its heartbeats, and its task is not handed out again', async () => {
    const { tokens, functions } = tokenTaker();
    const house = await openHouse(functions);
    house.define({ Ask: waitForToken('take', { HeartbeatSeconds: 60, TimeoutSeconds: 600 }) });
    const arn = await house.start();
    await house.service().settled();
    const [taskToken] = tokens;
    await house.after(50_000);
    await house.client().send(new SendTaskHeartbeatCommand({ taskToken }));
    await house.restart();
    await house.after(59_999);
    await house.client().send(new SendTaskSuccessCommand({ taskToken, output: '"late but good"' }));
    await house.service().settled();
    expect((await house.describe(arn)).output).toBe('"late but good"');
    expect(tokens).toHaveLength(1);
  });

  it('the first call may be an answer or a stop: nobody must look at the clock before', async () => {
    const { tokens, functions } = tokenTaker();
    const house = await openHouse(functions);
    house.define({ Ask: waitForToken('take') });
    const [answered, stopped] = [await house.start(), await house.start()];
    await house.service().settled();
    await house.restart(false);
    await house.client().send(new SendTaskSuccessCommand({ taskToken: tokens[0], output: '1' }));
    await house.restart(false);
    await house.client().send(new StopExecutionCommand({ executionArn: stopped }));
    await house.service().settled();
    expect((await house.describe(answered)).output).toBe('1');
    expect((await house.describe(stopped)).status).toBe('ABORTED');
  });

  it('an answer that was acknowledged counts, even when nothing happened after it', async () => {
    const { tokens, functions } = tokenTaker();
    const house = await openHouse(functions);
    house.define({ Ask: waitForToken('take') });
    const arn = await house.start();
    await house.service().settled();
    const answered = house.client().send(new SendTaskSuccessCommand({ taskToken: tokens[0], output: '1' }));
    // The machine takes in nothing more, as if it were killed right after it acknowledged.
    house.service().halt();
    await answered;
    await house.restart();
    expect((await house.describe(arn)).output).toBe('1');
    const again = new SendTaskSuccessCommand({ taskToken: tokens[0], output: '2' });
    expect(await refusal(house.client().send(again))).toBe('TaskTimedOut');
  });

  it('a call that was cut is made again and has not failed', async () => {
    let cut = true;
    const house = await openHouse({
      work: async () => {
        if (!cut) return 'done';
        house.service().halt();
        throw new FunctionError('Runtime.ExitError');
      },
    });
    house.define({ Work: invoke('work') });
    const arn = await house.start();
    await expect.poll(() => house.calls.length).toBe(1);
    cut = false;
    await house.restart();
    expect((await house.describe(arn)).output).toBe('"done"');
    expect(house.calls).toHaveLength(2);
  });

  it('variables, retries and items are where they were', async () => {
    let failures = 2;
    const house = await openHouse({
      work: (payload) => {
        failures -= 1;
        if (failures >= 0) throw new FunctionError('Busy');
        return payload;
      },
    });
    house.define({
      Set: { Type: 'Pass', Assign: { factor: 10 }, Next: 'Each' },
      Each: {
        Type: 'Map',
        MaxConcurrency: 1,
        ItemProcessor: {
          StartAt: 'Work',
          States: {
            Work: invoke('work', {
              Retry: [{ ErrorEquals: ['Busy'], IntervalSeconds: 60, BackoffRate: 1, MaxAttempts: 2 }],
              Output: '{% $factor * $states.result.Payload + $states.context.Map.Item.Index %}',
            }),
          },
        },
        End: true,
      },
    });
    const arn = await house.start([1, 2]);
    await house.service().settled();
    await house.restart();
    await house.after(60_000);
    await house.restart();
    await house.after(60_000);
    expect((await house.describe(arn)).output).toBe('[10,21]');
  });
});

const called = z.object({ name: z.string(), n: z.number(), token: z.string().optional() });

describe('a kill in the middle of twenty executions', () => {
  it('loses none: tokens are good, cut calls are made again, waits go on', async () => {
    const place = testPlace();
    onTestFinished(() => place.remove());
    const host = spawn(
      process.execPath,
      [fileURLToPath(new URL('kill-host.ts', import.meta.url)), place.data],
      { stdio: ['ignore', 'pipe', 'inherit'] },
    );
    const tokens: string[] = [];
    let slow = 0;
    for await (const line of createInterface({ input: host.stdout })) {
      const { token } = called.parse(JSON.parse(line));
      if (token === undefined) slow += 1;
      else tokens.push(token);
      if (tokens.length === 20 && slow === 20) break;
    }
    host.kill('SIGKILL');
    await new Promise((resolve) => host.once('exit', resolve));

    let ahead = 0;
    const again: number[] = [];
    const service = stepFunctionsService(
      { ...place, clock: () => Date.now() + ahead },
      {
        trusts: () => true,
        measure: () => undefined,
        chance: () => 0.5,
        callAs: async (_, { body }) => {
          again.push(called.parse(JSON.parse(body)).n);
          return { status: 200, headers: {}, body: '{}' };
        },
      },
    );
    const served = await serveService(service);
    const client = new SFNClient({ region: place.region, endpoint: served.endpoint, credentials });
    onTestFinished(async () => {
      client.destroy();
      await served.close();
    });
    await service.provision(killedMachine);
    service.tick();
    for (const taskToken of tokens)
      await client.send(new SendTaskSuccessCommand({ taskToken, output: '"answered"' }));
    await service.settled();
    ahead = 3_600_000;
    service.tick();
    await service.settled();
    const { executions = [] } = await client.send(
      new ListExecutionsCommand({ stateMachineArn: killedMachine.arn }),
    );
    expect(executions.filter(({ status }) => status === 'SUCCEEDED')).toHaveLength(20);
    expect(new Set(again).size).toBe(20);
  });
});
