/** The machine of cases, played: it remembers what was begun and woken, and can be told to refuse. */
import type { CaseMachine } from '../../functions/core/ports/escalations.ts';
import type { EscalationAddress } from '../../functions/core/ports/conversations.ts';

export type FakeCaseMachine = CaseMachine & {
  readonly begun: readonly { readonly address: EscalationAddress; readonly run: number }[];
  readonly woken: readonly string[];
  /** Step Functions is away. */
  refuses(refusing: boolean): void;
};

export const fakeCaseMachine = (): FakeCaseMachine => {
  const begun: { readonly address: EscalationAddress; readonly run: number }[] = [];
  const woken: string[] = [];
  let away = false;
  return {
    begun,
    woken,
    refuses: (refusing) => {
      away = refusing;
    },
    begin: async (address, run) => {
      if (away) return 'refused';
      begun.push({ address, run });
      return 'begun';
    },
    wake: async (token) => {
      if (away) return 'refused';
      woken.push(token);
      return 'woken';
    },
  };
};
