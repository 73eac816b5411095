/** Names the resources that break a rule; a rule expects none. */
import type { z } from 'zod';
import { nameOf } from '../template-rules.ts';
import type { Resource } from '../template-rules.ts';

export const breaking = (
  resources: readonly Resource[],
  holds: (resource: Resource) => boolean,
): readonly string[] => resources.filter((resource) => !holds(resource)).map(nameOf);

/** Those whose properties do not have the shape. */
export const misshapen = (resources: readonly Resource[], shape: z.ZodType): readonly string[] =>
  breaking(resources, ({ properties }) => shape.safeParse(properties).success);

export const inSameStack = (one: Resource, other: Resource): boolean => one.stack === other.stack;
