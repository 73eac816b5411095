/** Names of resources: the template's own, or one made of stack and logical id that stays the same over restarts. */
import { createHash } from 'node:crypto';
import type { Resource } from '../service.ts';

/**
 * A name of at most `limit` characters. A made-up name that is longer is cut and told apart by a hash; a given one
 * is refused, as AWS does.
 */
export const physicalName = (
  { stack, logicalId, type }: Pick<Resource, 'stack' | 'logicalId' | 'type'>,
  given: string | undefined,
  limit: number,
): string => {
  const name = given ?? `${stack}-${logicalId}`;
  if (name.length <= limit) return name;
  if (given !== undefined)
    throw new Error(`${type} ${logicalId}: the name ${name} has over ${limit} characters`);
  const hash = createHash('sha256').update(name).digest('hex').slice(0, 8);
  return `${name.slice(0, limit - hash.length - 1)}-${hash}`;
};
