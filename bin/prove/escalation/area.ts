/** Every figure of people and promises, at the scope's scale. */
import type { Figure, Scope } from '../figure.ts';
import { calendarFigures } from './calendar.ts';
import { routingFigures } from './routing.ts';

export const proveEscalation = (scope: Scope, tell: (figures: readonly Figure[]) => void): Promise<void> => {
  tell(calendarFigures(scope));
  tell(routingFigures(scope));
  return Promise.resolve();
};
