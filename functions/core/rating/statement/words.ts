/** What a statement says in a language, beside figures and the card's own titles. */
import type { RatedUnit } from '../fact.ts';
import type { FreeReason, RatedGroup } from '../rated.ts';

export type StatementWords = {
  readonly statement: string;
  readonly creditNote: string;
  readonly notice: string;
  readonly provisional: string;
  readonly groups: Readonly<Record<RatedGroup, string>>;
  readonly units: Readonly<Record<RatedUnit, string>>;
  readonly modes: Readonly<Record<'automatic' | 'review' | 'human', string>>;
  readonly free: Readonly<Record<FreeReason, string>>;
  readonly included: string;
  readonly pack: string;
  readonly takenBack: string;
  /** `{from}` and `{to}` are filled in. */
  readonly tier: string;
  readonly lastTier: string;
  readonly commitment: string;
  readonly credit: string;
  readonly total: string;
  readonly columns: {
    readonly line: string;
    readonly group: string;
    readonly text: string;
    readonly quantity: string;
    readonly per: string;
    readonly unitPrice: string;
    readonly amount: string;
    readonly currency: string;
  };
};
