/** Routing of generated situations: never to someone unable, evenly among equals, for the reason that is given. */
import { route } from '../../../functions/core/people/routing/route.ts';
import { atMost, exactly, scaled, type Figure, type Scope } from '../figure.ts';
import { equalCases, routingCases } from './routing-cases.ts';
import { routingFaults } from './routing-judge.ts';

const equals = 5;

/** The farthest that an agent's share of the cases lies from an even share, in percent of it. */
export const spread = (seed: number, count: number): number => {
  const cases = new Map<string, number>();
  for (const situation of equalCases(seed, count, equals)) {
    const routed = route(situation);
    if (!routed.ok || routed.value.kind !== 'assigned') return Infinity;
    cases.set(routed.value.agent, (cases.get(routed.value.agent) ?? 0) + 1);
  }
  const even = count / equals;
  const counts = Array.from({ length: equals }, (_, index) => cases.get(`agent-${String(index)}`) ?? 0);
  return Math.max(...counts.map((one) => (100 * Math.abs(one - even)) / even));
};

/** The faults of each generated situation that has one. */
export const routingMistakes = (seed: number, count: number): readonly (readonly string[])[] =>
  routingCases(seed, count)
    .map((situation) => {
      const routed = route(situation);
      return routed.ok ? routingFaults(situation, routed.value) : [routed.problem.kind];
    })
    .filter((faults) => faults.length > 0);

export const routingFigures = (scope: Scope): readonly Figure[] => {
  const count = scaled(scope, 10_000);
  const mistakes = routingMistakes(scope.seed, count);
  const unable = mistakes.filter((faults) => faults.includes('unable'));
  return [
    exactly(`escalation.routed-to-unable-of-${String(count)}`, unable.length, 0),
    exactly('escalation.routing-reasons-untrue', mistakes.length - unable.length, 0),
    // A share wanders by chance: a hundredth of the cases shows nothing, so these are always all.
    atMost('escalation.spread-among-equals', spread(scope.seed, 10_000), 10, '%'),
  ];
};
