/** Injected faults of an invocation: what a caller of Lambda must be ready for. */
import { setTimeout as sleep } from 'node:timers/promises';
import type { Fault } from '../faults.ts';
import { failed, throttled } from './invoked.ts';
import type { Invoked } from './invoked.ts';

/** Does to an invocation what the fault says: delay, then the effect if it is wanted, then the error. */
export const suffer = async (
  fault: Fault,
  timeoutSeconds: number,
  run: (crashAfter: boolean) => Promise<Invoked>,
): Promise<Invoked> => {
  if (fault.delayMs !== undefined) await sleep(fault.delayMs);
  const wantsEffect = fault.afterEffect === true || fault.error === undefined;
  const result = wantsEffect ? await run(fault.error === 'crash') : undefined;
  switch (fault.error) {
    case undefined:
      return fault.afterEffect === true || result === undefined
        ? failed('Runtime.ExitError', 'injected fault: the answer was lost')
        : result;
    case 'crash':
      return failed('Runtime.ExitError', 'injected fault: Runtime exited with error: signal: killed');
    case 'timeout':
      if (result === undefined) await sleep(timeoutSeconds * 1000);
      return failed('Sandbox.Timedout', `injected fault: Task timed out after ${timeoutSeconds}.00 seconds`);
    default:
      return /^Throttling|^TooManyRequests/u.test(fault.error)
        ? throttled()
        : failed(fault.error, `${fault.error}: injected fault`);
  }
};
