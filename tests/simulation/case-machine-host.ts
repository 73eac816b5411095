/** The deployed state machine over the flows of a house: real definition, real interpreter, a clock that is moved by hand. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { AwsCallFailed, type SignedCalls } from '../../functions/core/aws/signed/client.ts';
import { signedCaseMachine } from '../../functions/core/aws/step-functions/case-machine.ts';
import { readVisit } from '../../functions/core/aws/step-functions/visit.ts';
import type { Clock } from '../../functions/core/ports/tools.ts';
import type { CaseMachine } from '../../functions/core/ports/escalations.ts';
import { AwsError } from '../../lib/local/service.ts';
import { stepFunctionsService, type StepFunctionsService } from '../../lib/local/services/step-functions.ts';
import type { AwsCall, AwsReply } from '../../lib/local/services/step-functions/caller.ts';
import { escalationMachine } from '../../lib/stacks/escalation-machine.ts';
import type { CaseSteps } from '../fakes/case-steps.ts';

const region = 'sa-east-1';
const account = '000000000000';
const role = `arn:aws:iam::${account}:role/machine`;
const machineArn = `arn:aws:states:${region}:${account}:stateMachine:escalation`;
const lambdaArn = (name: string): string => `arn:aws:lambda:${region}:${account}:function:${name}`;

export type MachineHost = {
  readonly machine: CaseMachine;
  /** How executions ended: `ExecutionsSucceeded` and so on. */
  readonly ended: ReadonlyMap<string, number>;
  /** Steps that were done, for the measure of a circle. */
  readonly visits: () => number;
  /** Milliseconds since the epoch. */
  nextDue(): number | undefined;
  /** Lets all that is due by the clock happen, to its end. */
  settle(): Promise<void>;
  /** Ends as a kill would, and starts again from what is kept. */
  restart(): Promise<void>;
  close(): Promise<void>;
};

/** `strikes`: whether a call of a step fails before, or after, its effect. */
export const machineHost = (
  clock: Clock,
  stepsOf: () => CaseSteps,
  strikes: (step: string) => 'before' | 'after' | null,
): MachineHost => {
  const data = mkdtempSync(join(tmpdir(), 'recado-cases-'));
  const ended = new Map<string, number>();
  let visits = 0;

  const visit = async (name: string, payload: unknown): Promise<unknown> => {
    const { token, ...asked } = readVisit(payload);
    const steps = stepsOf();
    if (name === 'open') return steps.open(asked);
    if (name === 'notify') return steps.notify(asked);
    if (token === null) return steps.close.tend(asked);
    await steps.close.wait(asked, token);
    return null;
  };
  const failed: AwsReply = {
    status: 200,
    headers: { 'x-amz-function-error': 'Unhandled' },
    body: JSON.stringify({ errorType: 'Error', errorMessage: 'struck' }),
  };
  const callAs = async (_: string, call: AwsCall): Promise<AwsReply> => {
    const name =
      decodeURIComponent(call.path).split('/functions/')[1]?.split('/')[0]?.split(':').at(-1) ?? '';
    visits += 1;
    const strike = strikes(name);
    if (strike === 'before') return failed;
    try {
      const returned = await visit(name, JSON.parse(call.body));
      return strike === 'after' ? failed : { status: 200, headers: {}, body: JSON.stringify(returned) };
    } catch {
      return failed;
    }
  };

  const open = (): StepFunctionsService => {
    const service = stepFunctionsService(
      { region, account, data, clock: () => clock().getTime() },
      {
        callAs,
        chance: () => 0.5,
        trusts: () => true,
        measure: ({ name }, value) => {
          if (name !== 'ExecutionTime') ended.set(name, (ended.get(name) ?? 0) + value);
        },
      },
    );
    const definition = escalationMachine({
      open: lambdaArn('open'),
      close: lambdaArn('close'),
      notify: lambdaArn('notify'),
    });
    void service.provision({
      stack: 'escalation',
      logicalId: 'Machine',
      type: 'AWS::StepFunctions::StateMachine',
      properties: {
        StateMachineName: 'escalation',
        RoleArn: role,
        DefinitionString: JSON.stringify({ ...definition, QueryLanguage: 'JSONata' }),
      },
    });
    return service;
  };
  let service = open();

  const calls: Pick<SignedCalls, 'json'> = {
    json: async (_, target, body) => {
      try {
        const answer = await service.answer({
          principal: { arn: role, sessionTags: {} },
          method: 'POST',
          path: '/',
          query: new URLSearchParams(),
          headers: { 'x-amz-target': target },
          body: Buffer.from(JSON.stringify(body)),
        });
        return JSON.parse(String(answer.body));
      } catch (error) {
        if (error instanceof AwsError) throw new AwsCallFailed(error.code, error.status, error.code);
        throw error;
      }
    },
  };
  return {
    machine: signedCaseMachine(calls, machineArn, () => undefined),
    ended,
    visits: () => visits,
    nextDue: () => service.nextDue(),
    settle: async () => {
      service.tick();
      await service.settled();
    },
    restart: async () => {
      await service.close();
      service = open();
      service.tick();
      await service.settled();
    },
    close: async () => {
      await service.close();
      rmSync(data, { recursive: true, force: true });
    },
  };
};
