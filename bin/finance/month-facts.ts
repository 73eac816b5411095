/** The lines that count in a tenant's month, read day by day: memory holds one day. */
import type { Calendar, Month } from '../../functions/core/domain/billing-month.ts';
import type { TenantId } from '../../functions/core/domain/ids.ts';
import type { StandingLine } from '../../functions/core/domain/reconciliation.ts';
import { daysBetween, type BookedLine } from '../../functions/core/domain/usage.ts';
import type { Ledger } from '../../functions/core/ports/ledger.ts';
import { factOf, type RatedFact } from '../../functions/core/rating/fact.ts';
import { CommandFault } from '../operate/connection.ts';

const lineIn = ({ at, line }: StandingLine): BookedLine => {
  if (line === null)
    throw new CommandFault(
      `the ledger holds no line where one should stand (${at.replace('\n', ' ')}): reconcile first`,
    );
  return line;
};

/** Up to `until`: what is written after that is left for the next reading, so that two readings agree. */
export const monthFacts = async function* (
  ledger: Ledger,
  tenant: TenantId,
  calendar: Calendar,
  month: Month,
  until: Date,
): AsyncGenerator<RatedFact> {
  const start = calendar.start(month);
  const cut = calendar.cut(month);
  const days = daysBetween(start, until < cut ? until : cut);
  const first = days[0] ?? '';
  for (const day of days) {
    const accepted = (await ledger.day(tenant, day)).map(lineIn);
    // Those accepted on a day of the range stand there as well: each is read once.
    const late = (await ledger.late(tenant, day))
      .map(lineIn)
      .filter((line) => line.acceptedAt.toISOString().slice(0, 10) < first);
    for (const line of [...accepted, ...late]) {
      if (line.bookedAt >= until) continue;
      const fact = factOf(line, calendar);
      if (fact.month === month) yield fact;
    }
  }
};
