/** Which stacks of an assembly the machine runs, and whose account they are for. */
import { readAssembly } from './assembly.ts';
import type { SynthesizedStack } from './assembly.ts';

export type Choice = {
  /** Folder of the cloud assembly (cdk.out). */
  readonly assembly: string;
  readonly region: string;
  /** Only stacks whose name begins so; all stacks of the region without it. */
  readonly stackPrefix?: string;
};

/** The stacks of the region; throws when there is none, since nothing would ever answer. */
export const stacksOf = ({ assembly, region, stackPrefix = '' }: Choice): readonly SynthesizedStack[] => {
  const all = readAssembly(assembly);
  const chosen = all.filter((stack) => stack.region === region && stack.name.startsWith(stackPrefix));
  if (chosen.length > 0) return chosen;
  const found = all.map((stack) => `${stack.name} (${stack.region})`).join(', ');
  throw new Error(`no stack ${stackPrefix}* for ${region} in ${assembly}, only: ${found}`);
};

const noAccount = '000000000000';

/** The account that the stacks name; zeros where they leave it open. */
export const accountOf = (stacks: readonly SynthesizedStack[]): string =>
  stacks.map(({ account }) => account).find((account) => /^\d{12}$/u.test(account)) ?? noAccount;

export const stackNamed = (stacks: readonly SynthesizedStack[], name: string): SynthesizedStack => {
  const found = stacks.find((stack) => stack.name === name);
  if (found === undefined) throw new Error(`no stack ${name}`);
  return found;
};
