/** What the gateway's port answers: the machine's own addresses, and AWS behind them. */
import { openCalls } from './calls.ts';
import { openDispatch } from './dispatch.ts';
import type { Dispatch, DispatchParts } from './dispatch.ts';
import { plainEndpoints } from './plain.ts';

export type FrontParts = Omit<DispatchParts, 'calls'> & {
  /** Mails, notices and alarms with a number greater than `after`. */
  readonly sent: (after: number) => readonly unknown[];
};

export const openFront = (parts: FrontParts): Dispatch => {
  const calls = openCalls();
  const dispatch = openDispatch({ ...parts, calls });
  const plain = plainEndpoints({
    faults: parts.faults,
    sent: parts.sent,
    permissions: () => parts.access.report(parts.services.map(({ name }) => name)),
    calls: calls.list,
  });
  return async (request) => {
    const answer = plain(request);
    return answer === undefined ? dispatch(request) : { kind: 'answer', answer };
  };
};
