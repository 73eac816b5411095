/** Rates a tenant's month with the card that was in force, as its lines are read. */
import type { AssignedCard } from '../../functions/core/rating/card/agreement.ts';
import { cardFor } from '../../functions/core/rating/card/read-agreement.ts';
import type { FactSource } from '../../functions/core/rating/fact.ts';
import { openRating } from '../../functions/core/rating/rate.ts';
import type { RatedMonth } from '../../functions/core/rating/rated.ts';
import { CommandFault } from '../operate/connection.ts';

export type MonthRating = {
  readonly tenant: string;
  readonly timeZone: string;
  readonly cards: readonly AssignedCard[];
  readonly facts: (month: string) => FactSource;
};

/** Null when no card was in force. Throws a CommandFault when nobody booked the exchange rate. */
export const rateMonth = async (
  { tenant, timeZone, cards, facts }: MonthRating,
  month: string,
): Promise<RatedMonth | null> => {
  const assigned = cardFor(cards, tenant, month);
  if (assigned === null) return null;
  const { card, agreement } = assigned;
  const rating = openRating(card, { tenant, month, timeZone, agreement });
  if (!rating.ok) {
    const { from, to } = rating.problem;
    throw new CommandFault(`no exchange rate from ${from} to ${to} is booked for ${month}`);
  }
  for await (const fact of facts(month)) rating.value.add(fact);
  return rating.value.rated();
};
