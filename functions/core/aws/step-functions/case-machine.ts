/** The machine of cases by signed calls: two small ones are no reason for a client in every bundle. */
import type { EscalationAddress } from '../../ports/conversations.ts';
import type { CaseMachine } from '../../ports/escalations.ts';
import { AwsCallFailed, type SignedCalls } from '../signed/client.ts';

/** Executions are named by their case, so that each run starts once: AWS keeps names for 90 days. */
export const executionName = ({ escalation }: EscalationAddress, run: number): string =>
  run === 1 ? escalation : `${escalation}-${String(run)}`;

/** Ids alone: histories can be read by whoever operates the account. */
export const executionInput = (address: EscalationAddress, run: number): string => {
  const { tenant, conversation, escalation } = address;
  return JSON.stringify({ tenant, conversation, escalation, run });
};

/** The wait had ended: answered, out of time, or never there. */
const gone = new Set(['TaskTimedOut', 'TaskDoesNotExist', 'InvalidToken']);
const standing = new Set(['ExecutionAlreadyExists']);

/** `told`: of a call that failed, for the log. */
export const signedCaseMachine = (
  calls: Pick<SignedCalls, 'json'>,
  machineArn: string,
  told: (error: unknown) => void,
): CaseMachine => ({
  async begin(address, run) {
    try {
      await calls.json('states', 'AWSStepFunctions.StartExecution', {
        stateMachineArn: machineArn,
        name: executionName(address, run),
        input: executionInput(address, run),
      });
      return 'begun';
    } catch (error) {
      if (error instanceof AwsCallFailed && standing.has(error.code)) return 'begun';
      told(error);
      return 'refused';
    }
  },
  async wake(token) {
    try {
      await calls.json('states', 'AWSStepFunctions.SendTaskSuccess', { taskToken: token, output: '{}' });
      return 'woken';
    } catch (error) {
      if (error instanceof AwsCallFailed && gone.has(error.code)) return 'gone';
      told(error);
      return 'refused';
    }
  },
});
