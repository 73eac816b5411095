/** What stops the synth of a state machine: what AWS refuses, what could only fail, and a wait that could last for ever. */
import { checkDefinition, everyState } from '../asl/check.ts';
import { secondOpinion } from '../asl/second-opinion.ts';
import type { Definition, State } from '../asl/definition.ts';

/** What the CDK writes where a name or an ARN is not known yet. */
const token = /\$\{Token\[[^\]]*\]\}/gu;

/** The same machine is synthesized for each stage and region. */
const known = new Map<string, readonly string[]>();

/** Every fault of a definition, tokens of the CDK in it or not; empty when it may be deployed. */
export const machineFaults = (definition: object): readonly string[] => {
  const text = JSON.stringify(definition).replaceAll(token, 'token');
  const before = known.get(text);
  if (before !== undefined) return before;
  const faults = faultsOf(JSON.parse(text));
  known.set(text, faults);
  return faults;
};

const faultsOf = (definition: unknown): readonly string[] => {
  const checked = checkDefinition(definition);
  return checked.ok ? [...houseFaults(checked.definition), ...secondOpinion(definition)] : checked.faults;
};

const houseFaults = (definition: Definition): readonly string[] =>
  everyState(definition).flatMap(([name, state]) => taskFaults(state).map((fault) => `${name}: ${fault}`));

const taskFaults = (state: State): readonly string[] => {
  if (state.Type !== 'Task') return [];
  const waits = state.Resource.endsWith('.waitForTaskToken');
  return [
    ...(state.TimeoutSeconds === undefined ? ['has no TimeoutSeconds, so that it could wait for ever'] : []),
    ...(waits && state.HeartbeatSeconds === undefined
      ? ['waits for a token and has no HeartbeatSeconds, so that a lost token would be noticed late']
      : []),
  ];
};
