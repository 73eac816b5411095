/** The synthesized machine by its own text: every task has a time-out, every wait with a token a heartbeat; nothing costs while idle. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import * as z from 'zod';
import { atLeast, exactly, type Figure, type Scope } from '../figure.ts';

const resource = z.object({ Type: z.string(), Properties: z.record(z.string(), z.unknown()).optional() });
const template = z.object({ Resources: z.record(z.string(), resource) });
const states = z.object({ States: z.record(z.string(), z.record(z.string(), z.unknown())) });

/** A definition is text with references inside: those stand for ARNs, and are written as one. */
const joined = z.object({ 'Fn::Join': z.tuple([z.string(), z.array(z.unknown())]) });
const textOf = (value: unknown): string => {
  if (typeof value === 'string') return value;
  const parts = joined.safeParse(value);
  return parts.success
    ? parts.data['Fn::Join'][1].map((part) => (typeof part === 'string' ? part : 'arn')).join('')
    : '';
};

/** AWS asks money for these while nobody writes; alarms and keys are counted for the region as a whole. */
const costsIdle = /Schedule|ProvisionedConcurrency|NatGateway|VPCEndpoint|::Instance|Cluster/;

export const machineRules = (scope: Scope): readonly Figure[] => {
  const files = readdirSync(scope.assembly).filter((file) => file.endsWith('-escalation.template.json'));
  const resources = files.flatMap((file) =>
    Object.values(template.parse(JSON.parse(readFileSync(join(scope.assembly, file), 'utf8'))).Resources),
  );
  const machines = resources
    .filter(({ Type }) => Type === 'AWS::StepFunctions::StateMachine')
    .map(({ Properties }) => states.parse(JSON.parse(textOf(Properties?.['DefinitionString']))));
  const tasks = machines.flatMap(({ States }) =>
    Object.entries(States).filter(([, state]) => state['Type'] === 'Task'),
  );
  const waits = tasks.filter(([, state]) => String(state['Resource']).endsWith('.waitForTaskToken'));
  return [
    atLeast('escalation.machine-tasks', tasks.length, 1),
    exactly(
      'escalation.machine-tasks-without-time-out',
      tasks.filter(([, state]) => state['TimeoutSeconds'] === undefined).length,
      0,
    ),
    exactly(
      'escalation.machine-waits-without-heartbeat',
      waits.filter(([, state]) => state['HeartbeatSeconds'] === undefined).length,
      0,
    ),
    exactly(
      'escalation.machine-tasks-without-catch',
      tasks.filter(([, state]) => state['Catch'] === undefined).length,
      0,
    ),
    exactly(
      'escalation.idle-cost-of-the-stack',
      resources.filter(({ Type }) => costsIdle.test(Type)).length,
      0,
    ),
  ];
};
