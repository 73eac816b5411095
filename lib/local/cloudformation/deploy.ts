/** Makes the resources of the stacks through their providers, each after those it refers to. */
import { z } from 'zod';
import type { Provider, Provisioned, Resource } from '../service.ts';
import type { SynthesizedStack } from './assembly.ts';
import { noValue, resolve } from './resolve.ts';
import type { Scope } from './resolve.ts';
import { templateScope } from './scope.ts';
import type { TemplateResource } from './template.ts';

export type Deployed = { readonly resource: Resource; readonly made: Provisioned };

export type Deployment = {
  /** In the order in which they were made. */
  readonly resources: readonly Deployed[];
  /** Values by stack and output name. */
  readonly outputs: Readonly<Record<string, Readonly<Record<string, string>>>>;
};

export type DeployOptions = {
  readonly stacks: readonly SynthesizedStack[];
  /** The first that knows a type makes it. */
  readonly providers: readonly Provider[];
  readonly region: string;
  readonly account: string;
  readonly onMade?: (deployed: Deployed) => void;
};

type Making = 'making' | Provisioned;

export const deploy = async (options: DeployOptions): Promise<Deployment> => {
  const known = new Map<string, Making>();
  const resources: Deployed[] = [];
  const exports = await exportsOf(options);

  /** One after the other, so that a resource that is still being made when it is asked for refers to itself. */
  const make = async (stack: SynthesizedStack, logicalId: string): Promise<Provisioned> => {
    const key = `${stack.name}/${logicalId}`;
    const before = known.get(key);
    if (before === 'making') throw new Error(`${key} depends on itself`);
    if (before !== undefined) return before;
    known.set(key, 'making');
    const template = stack.template.Resources[logicalId];
    if (template === undefined) throw new Error(`stack ${stack.name} has no resource ${logicalId}`);
    const resource = await plain(stack, logicalId, template);
    const made = await provision(resource, options.providers);
    known.set(key, made);
    resources.push({ resource, made });
    options.onMade?.({ resource, made });
    return made;
  };

  const plain = async (
    stack: SynthesizedStack,
    logicalId: string,
    template: TemplateResource,
  ): Promise<Resource> => {
    if (!(await exists(stack, template)))
      throw new Error(`${stack.name}/${logicalId} does not exist: its condition is false`);
    for (const other of [template.DependsOn ?? []].flat())
      if (await exists(stack, stack.template.Resources[other])) await make(stack, other);
    const properties: Record<string, unknown> = {};
    for (const [name, value] of Object.entries(template.Properties)) {
      const resolved = await resolve(value, scopeOf(stack));
      if (resolved !== noValue) properties[name] = resolved;
    }
    refuseDynamicReferences(properties, `${stack.name}/${logicalId}`);
    return { stack: stack.name, logicalId, type: template.Type, properties };
  };

  const exists = async (stack: SynthesizedStack, { Condition }: { Condition?: string | undefined } = {}) =>
    Condition === undefined || scopeOf(stack).condition(Condition);

  const scopeOf = (stack: SynthesizedStack): Scope => ({
    ...templateScope(stack, options),
    ref: async (name) => {
      if (Object.hasOwn(stack.template.Resources, name)) return (await make(stack, name)).ref;
      return templateScope(stack, options).ref(name);
    },
    attribute: async (logicalId, name) => {
      const { attributes } = await make(stack, logicalId);
      if (!Object.hasOwn(attributes, name))
        throw new Error(`${stack.name}/${logicalId} has no attribute ${name}`);
      return attributes[name];
    },
    imported: async (name) => {
      const found = exports.get(name);
      if (found === undefined) throw new Error(`stack ${stack.name}: no stack here exports ${name}`);
      return resolve(found.value, scopeOf(found.stack));
    },
  });

  const outputs: Record<string, Record<string, string>> = {};
  for (const stack of options.stacks) {
    for (const [logicalId, template] of Object.entries(stack.template.Resources))
      if (await exists(stack, template)) await make(stack, logicalId);
    const values: [string, string][] = [];
    for (const [name, output] of Object.entries(stack.template.Outputs))
      if (await exists(stack, output))
        values.push([name, String(await resolve(output.Value, scopeOf(stack)))]);
    outputs[stack.name] = Object.fromEntries(values);
  }
  return { resources, outputs };
};

type Exported = { readonly stack: SynthesizedStack; readonly value: unknown };

/** Names of exports are made of parameters alone, so they are known before anything is made. */
const exportsOf = async (options: DeployOptions): Promise<ReadonlyMap<string, Exported>> => {
  const exports = new Map<string, Exported>();
  for (const stack of options.stacks)
    for (const output of Object.values(stack.template.Outputs)) {
      if (output.Export === undefined) continue;
      const name = await resolve(output.Export.Name, templateScope(stack, options));
      exports.set(String(name), { stack, value: output.Value });
    }
  return exports;
};

const provision = async (resource: Resource, providers: readonly Provider[]): Promise<Provisioned> => {
  const where = `${resource.stack}/${resource.logicalId}, ${resource.type}`;
  const provider = providers.find(({ types }) => types.includes(resource.type));
  if (provider === undefined) throw new Error(`${where}: the local machine does not know this resource type`);
  try {
    return await provider.provision(resource);
  } catch (error) {
    throw new Error(`${where}: ${describe(error)}`, { cause: error });
  }
};

const describe = (error: unknown): string => {
  if (error instanceof z.ZodError) return z.prettifyError(error);
  return error instanceof Error ? error.message : String(error);
};

const refuseDynamicReferences = (properties: unknown, where: string) => {
  const reference = /\{\{resolve:[^}]*\}\}/u.exec(JSON.stringify(properties))?.[0];
  if (reference !== undefined) throw new Error(`${where}: this machine fills no ${reference}`);
};
