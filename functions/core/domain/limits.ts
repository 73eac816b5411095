/** How much of a unit, or of our own cost, a tenant may use in a month: a soft limit warns, a hard one stops the models. */
import type { Month } from './billing-month.ts';
import { isUsageUnit, type UsageUnit } from './usage.ts';

/** `model_cost_usd`: what the tenant's model calls cost us. */
export type Limited = UsageUnit | 'model_cost_usd';
export const isLimited = (text: string): text is Limited => text === 'model_cost_usd' || isUsageUnit(text);

export type Limit = {
  readonly of: Limited;
  /** Null: none. */
  readonly soft: number | null;
  readonly hard: number | null;
};

export type Reached = {
  readonly of: Limited;
  readonly kind: 'soft' | 'hard';
  readonly used: number;
  readonly limit: number;
};

export type LimitState = {
  readonly month: Month;
  readonly asOf: Date;
  readonly reached: readonly Reached[];
  /** A hard limit is reached: no model is asked until the month ends or the limit is raised; fixed answers and people go on. */
  readonly stopped: boolean;
};

export const limitState = (
  limits: readonly Limit[],
  used: Readonly<Partial<Record<Limited, number>>>,
  month: Month,
  asOf: Date,
): LimitState => {
  const reached = limits.flatMap(({ of, soft, hard }): readonly Reached[] => {
    const amount = used[of] ?? 0;
    if (hard !== null && amount >= hard) return [{ of, kind: 'hard', used: amount, limit: hard }];
    return soft !== null && amount >= soft ? [{ of, kind: 'soft', used: amount, limit: soft }] : [];
  });
  return { month, asOf, reached, stopped: reached.some(({ kind }) => kind === 'hard') };
};

/** What is reached now and was not before: told once. */
export const newlyReached = (before: LimitState | null, now: LimitState): readonly Reached[] =>
  now.reached.filter(
    (one) =>
      before === null ||
      before.month !== now.month ||
      !before.reached.some(({ of, kind }) => of === one.of && kind === one.kind),
  );
