/** Whether the states of a machine hang together: every way leads somewhere, every state is reached, names are unique. */
import { regionsIn } from './definition.ts';
import type { Region, State } from './definition.ts';

/** The states that a state may hand over to. */
const nextOf = (state: State): readonly string[] => [
  ...('Next' in state && state.Next !== undefined ? [state.Next] : []),
  ...('Catch' in state ? state.Catch.map(({ Next }) => Next) : []),
  ...(state.Type === 'Choice' ? state.Choices.map(({ Next }) => Next) : []),
  ...(state.Type === 'Choice' && state.Default !== undefined ? [state.Default] : []),
];

/** A Choice, a Succeed and a Fail say by themselves what comes after them. */
const wayOut = (state: State): readonly string[] => {
  if (!('End' in state || 'Next' in state) && ['Choice', 'Succeed', 'Fail'].includes(state.Type)) return [];
  const { Next, End } = { Next: undefined, End: undefined, ...state };
  return (Next === undefined) === (End === undefined) ? ['needs one of Next and End'] : [];
};

const waitFaults = (state: State): readonly string[] =>
  state.Type === 'Wait' && (state.Seconds === undefined) === (state.Timestamp === undefined)
    ? ['needs one of Seconds and Timestamp']
    : [];

const reached = (region: Region): ReadonlySet<string> => {
  const found = new Set<string>();
  const follow = (name: string) => {
    const state = region.States[name];
    if (state === undefined || found.has(name)) return;
    found.add(name);
    nextOf(state).forEach(follow);
  };
  follow(region.StartAt);
  return found;
};

/** Each fault begins with the state that it is about. */
export const transitionFaults = (region: Region, names: Set<string> = new Set()): readonly string[] => {
  const { StartAt, States } = region;
  const known = reached(region);
  const start = Object.hasOwn(States, StartAt) ? [] : [`StartAt: no state ${StartAt}`];
  const faults = Object.entries(States).flatMap(([name, state]) => {
    const twice = names.has(name) ? ['has the name of another state'] : [];
    names.add(name);
    const own = [
      ...twice,
      ...(known.has(name) ? [] : ['is not reachable']),
      ...nextOf(state).flatMap((next) =>
        Object.hasOwn(States, next) ? [] : [`leads to ${next}, which does not exist here`],
      ),
      ...wayOut(state),
      ...waitFaults(state),
    ];
    return [
      ...own.map((fault) => `${name}: ${fault}`),
      ...regionsIn(state).flatMap((inner) => transitionFaults(inner, names)),
    ];
  });
  return [...start, ...faults];
};
