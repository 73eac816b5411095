/** Which KMS key a resource is sealed with, and what its use by an AWS service asks of the caller. */
import type { Permission, Place } from '../service.ts';

/**
 * The ARN of the customer's own key behind a `KmsMasterKeyId` (an ARN, a key id or an alias); undefined for none and
 * for AWS's own key of the service, which asks no right of anybody.
 */
export const customerKeyArn = (
  id: string | undefined,
  service: string,
  { region, account }: Place,
): string | undefined => {
  if (id === undefined || id.endsWith(`alias/aws/${service}`)) return undefined;
  if (id.startsWith('arn:')) return id;
  return `arn:aws:kms:${region}:${account}:${id.startsWith('alias/') ? id : `key/${id}`}`;
};

/** The rights to `actions` on a key that a service uses in the name of the caller; none without a key. */
export const keyRights = (
  keyArn: string | undefined,
  service: string,
  region: string,
  actions: readonly ('GenerateDataKey' | 'Decrypt')[],
): readonly Permission[] => {
  if (keyArn === undefined) return [];
  const context = { 'kms:ViaService': [`${service}.${region}.amazonaws.com`] };
  return actions.map((action) => ({ action: `kms:${action}`, resource: keyArn, context }));
};
