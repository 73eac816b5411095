/** What the functions of a template may ask without any resource being made: parameters, mappings and conditions. */
import type { SynthesizedStack } from './assembly.ts';
import { noValue, resolve } from './resolve.ts';
import type { Scope } from './resolve.ts';

/** The scope of a stack; resources and imports are added by `deploy.ts`, which makes them. */
export const templateScope = (
  stack: Pick<SynthesizedStack, 'name' | 'template'>,
  { region, account }: { readonly region: string; readonly account: string },
): Scope => {
  const { template } = stack;
  const pseudo: Readonly<Record<string, unknown>> = {
    'AWS::AccountId': account,
    'AWS::NoValue': noValue,
    'AWS::Partition': 'aws',
    'AWS::Region': region,
    'AWS::StackId': `arn:aws:cloudformation:${region}:${account}:stack/${stack.name}/local`,
    'AWS::StackName': stack.name,
    'AWS::URLSuffix': 'amazonaws.com',
  };
  const scope: Scope = {
    ref: async (name) => {
      if (Object.hasOwn(pseudo, name)) return pseudo[name];
      const parameter = template.Parameters[name];
      if (parameter === undefined) throw new Error(`stack ${stack.name}: nothing is called ${name}`);
      if (parameter.Default === undefined || parameter.Type.startsWith('AWS::SSM::'))
        throw new Error(`stack ${stack.name}: parameter ${name} has no value on this machine`);
      return parameter.Default;
    },
    attribute: async (logicalId) => {
      throw new Error(`stack ${stack.name}: ${logicalId} cannot be asked here`);
    },
    imported: async (name) => {
      throw new Error(`stack ${stack.name}: the import ${name} cannot be asked here`);
    },
    condition: async (name) => {
      const condition = template.Conditions[name];
      if (condition === undefined) throw new Error(`stack ${stack.name} has no condition ${name}`);
      return (await resolve(condition, scope)) === true;
    },
    mapping: (map, first, second) => {
      const found = template.Mappings[map]?.[first]?.[second];
      if (found === undefined)
        throw new Error(`stack ${stack.name} has no mapping ${map}.${first}.${second}`);
      return found;
    },
  };
  return scope;
};
