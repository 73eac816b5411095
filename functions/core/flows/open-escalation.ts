/** Gives a case its story, its person and an honest word to the buyer: the first steps of its machine, and each raise. */
import { routeCase, type RouteDeps } from './route-case.ts';
import { summariseCase, type SummariseDeps } from './summarise-case.ts';
import { tellBuyer, type TellDeps } from './tell-buyer.ts';
import { tendCase } from './tend-case.ts';

export type OpenEscalationDeps = SummariseDeps & RouteDeps & TellDeps;

export const openEscalation = (deps: OpenEscalationDeps) =>
  tendCase(deps, { summarise: summariseCase(deps), route: routeCase(deps), tell: tellBuyer(deps) });
