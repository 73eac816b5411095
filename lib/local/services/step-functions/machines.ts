/** The state machines that the templates made: AWS::StepFunctions::StateMachine. */
import { z } from 'zod';
import { checkDefinition, everyState } from '../../../asl/check.ts';
import { physicalName } from '../../cloudformation/physical-name.ts';
import type { Place, Provisioned, Resource } from '../../service.ts';
import { readResource } from './resource.ts';

export type StateMachine = {
  readonly arn: string;
  readonly name: string;
  readonly roleArn: string;
  /** JSON text. */
  readonly definition: string;
  /** A whole execution, in seconds. */
  readonly timeoutSeconds: number | undefined;
  readonly createdAt: number;
  readonly logging: unknown;
  readonly tracing: unknown;
};

export type Machines = {
  readonly provision: (resource: Resource) => Provisioned;
  readonly find: (arn: string) => StateMachine | undefined;
  readonly all: () => readonly StateMachine[];
};

/** A substitution may be no text in a template; in the definition it is one. */
const substitution = z.union([z.string(), z.number(), z.boolean()]).transform(String);

const properties = z.strictObject({
  StateMachineName: z.string().optional(),
  StateMachineType: z.literal('STANDARD', { error: 'only STANDARD is imitated' }).default('STANDARD'),
  RoleArn: z.string(),
  DefinitionString: z.string().optional(),
  Definition: z.record(z.string(), z.unknown()).optional(),
  DefinitionSubstitutions: z.record(z.string(), substitution).default({}),
  LoggingConfiguration: z.unknown().optional(),
  TracingConfiguration: z.unknown().optional(),
  EncryptionConfiguration: z.unknown().optional(),
  Tags: z.unknown().optional(),
});

export const openMachines = (place: Place, trusts: (roleArn: string) => boolean): Machines => {
  const machines = new Map<string, StateMachine>();
  return {
    provision: (resource) => {
      const shape = properties.parse(resource.properties);
      const name = physicalName(resource, shape.StateMachineName, 80);
      const arn = `arn:aws:states:${place.region}:${place.account}:stateMachine:${name}`;
      if (!trusts(shape.RoleArn))
        throw new Error(
          'Neither the global service principal states.amazonaws.com, nor the regional one is authorized to assume the provided role.',
        );
      const definition = definitionText(shape);
      machines.set(arn, {
        arn,
        name,
        roleArn: shape.RoleArn,
        definition,
        timeoutSeconds: accepted(definition),
        createdAt: machines.get(arn)?.createdAt ?? place.clock(),
        logging: shape.LoggingConfiguration,
        tracing: shape.TracingConfiguration,
      });
      return { ref: arn, attributes: { Arn: arn, Name: name, StateMachineRevisionId: 'INITIAL' } };
    },
    find: (arn) => machines.get(arn),
    all: () => [...machines.values()],
  };
};

const definitionText = (shape: z.infer<typeof properties>): string => {
  const { DefinitionString, Definition, DefinitionSubstitutions } = shape;
  if ((DefinitionString === undefined) === (Definition === undefined))
    throw new Error('one of DefinitionString and Definition says what the machine does');
  return Object.entries(DefinitionSubstitutions).reduce(
    (text, [name, value]) => text.replaceAll(`\${${name}}`, () => value),
    DefinitionString ?? JSON.stringify(Definition),
  );
};

/** The time-out of a definition that AWS takes; throws with every reason why it does not. */
const accepted = (text: string): number | undefined => {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch (error) {
    throw new Error(`Invalid State Machine Definition: ${String(error)}`, { cause: error });
  }
  const checked = checkDefinition(value);
  if (!checked.ok) throw new Error(`Invalid State Machine Definition:\n${checked.faults.join('\n')}`);
  for (const [, state] of everyState(checked.definition))
    if (state.Type === 'Task') readResource(state.Resource);
  return checked.definition.TimeoutSeconds;
};
