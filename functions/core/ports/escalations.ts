/** The machine that tends a case: started once for each run, woken by a token, never relied on. Neither call ever throws. */
import type { EscalationAddress } from './conversations.ts';

export type CaseMachine = {
  /** Starting a run twice is one. `refused`: not started now; the sweep finds the case. */
  begin(address: EscalationAddress, run: number): Promise<'begun' | 'refused'>;
  /** Ends a wait early. `gone`: nobody waits with this token any more, which is no loss. */
  wake(token: string): Promise<'woken' | 'gone' | 'refused'>;
};
