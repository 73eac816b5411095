/** Promises against an independent oracle: over two years, changes of clocks, half days, holidays of seven countries. */
import {
  addBusinessTime,
  businessTimeBetween,
  isOpen,
  nextOpening,
} from '../../../functions/core/people/calendar/business-time.ts';
import { exactly, scaled, type Figure, type Scope } from '../figure.ts';
import { calendarCases, type CalendarCase } from './calendar-cases.ts';
import { oracleOf, promisedByOracle } from './calendar-oracle.ts';

/** What differs from the oracle: the promise, the time counted back from it, whether it is open, when it opens. */
export const differences = ({ calendar, from, minutes }: CalendarCase): readonly string[] => {
  const openAt = oracleOf(calendar);
  const start = from.getTime();
  const expected = promisedByOracle(openAt, start, minutes);
  const promised = addBusinessTime(calendar, from, minutes);
  const opening = nextOpening(calendar, from);
  const open = isOpen(calendar, from);
  // A desk that is never open, by our word and by that of the oracle.
  if (expected === null) return promised.ok ? ['promise'] : [];
  const between = promised.ok ? businessTimeBetween(calendar, from, promised.value) : promised;
  const checks: readonly (readonly [string, boolean])[] = [
    ['promise', promised.ok && promised.value.getTime() === expected],
    ['between', between.ok && between.value === minutes],
    ['open', open.ok && open.value === openAt(start)],
    ['opening', opening.ok && opensAt(openAt, start, opening.value.getTime())],
  ];
  return checks.filter(([, same]) => !same).map(([what]) => what);
};

const opensAt = (openAt: (instant: number) => boolean, from: number, told: number): boolean => {
  let instant = from;
  while (instant < told && !openAt(instant)) instant += 60_000;
  return instant === told && openAt(told);
};

export const calendarFigures = (scope: Scope): readonly Figure[] => {
  const cases = calendarCases(scope.seed, scaled(scope, 500));
  const wrong = cases.filter((one) => differences(one).length > 0);
  return [exactly(`escalation.calendar-differences-of-${String(cases.length)}`, wrong.length, 0)];
};
