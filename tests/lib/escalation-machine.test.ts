/** The machine of a case as AWS will read it: no fault in it, every task ends in time, every wait with a token has a heartbeat. */
import { expect, it } from 'vitest';
import { caseSteps } from '../../functions/core/domain/escalation.ts';
import { checkDefinition } from '../../lib/asl/check.ts';
import { escalationMachine } from '../../lib/stacks/escalation-machine.ts';

const arn = (name: string): string => `arn:aws:lambda:sa-east-1:000000000000:function:${name}`;
const definition = {
  ...escalationMachine({ open: arn('open'), close: arn('close'), notify: arn('notify') }),
  QueryLanguage: 'JSONata',
};
const tasks = Object.entries(definition.States).filter(([, state]) => state['Type'] === 'Task');

it('is taken by AWS as it is', () => {
  const checked = checkDefinition(definition);
  expect(checked.ok ? [] : checked.faults).toEqual([]);
});

it('ends every task in time, and goes on from every failure', () => {
  expect(tasks.length).toBeGreaterThan(5);
  expect(tasks.filter(([, state]) => state['TimeoutSeconds'] === undefined).map(([name]) => name)).toEqual(
    [],
  );
  expect(tasks.filter(([, state]) => state['Catch'] === undefined).map(([name]) => name)).toEqual([]);
});

it('has a heartbeat on every wait for a token', () => {
  const waits = tasks.filter(([, state]) => String(state['Resource']).endsWith('.waitForTaskToken'));
  expect(waits.map(([name, state]) => [name, state['HeartbeatSeconds']])).toEqual([
    ['Wait', '{% $seconds %}'],
  ]);
});

it('hands ids, names of steps and counters to its steps, and knows every step there is', () => {
  const payloads = tasks.map(([, state]) => JSON.stringify(state['Arguments']));
  expect(
    payloads.filter((text) => /\btext\b|words|summary|sealed/.test(text.replace('"summarise"', ''))),
  ).toEqual([]);
  const branches = JSON.stringify(definition.States['Choose']);
  const unknown = caseSteps.filter((step) => step !== 'look' && !branches.includes(`'${step}'`));
  expect(unknown).toEqual([]);
});
