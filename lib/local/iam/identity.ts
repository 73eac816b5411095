/** Identity and access of the machine, put together: roles, their policies, and whose key is whose. */
import type { Clock } from '../service.ts';
import { openAccess } from './access.ts';
import type { Access } from './access.ts';
import { openCallers } from './callers.ts';
import type { Callers } from './callers.ts';
import { openResourcePolicies } from './resource-policies.ts';
import type { ResourcePolicies } from './resource-policies.ts';
import { openRoles } from './roles.ts';
import type { Roles } from './roles.ts';

export type Identity = {
  readonly roles: Roles;
  readonly resourcePolicies: ResourcePolicies;
  readonly access: Access;
  readonly callers: Callers;
};

export const openIdentity = (account: string, region: string, clock: Clock): Identity => {
  const roles = openRoles(account);
  const resourcePolicies = openResourcePolicies(account);
  return {
    roles,
    resourcePolicies,
    access: openAccess({ roles, resourcePolicies, account, region, clock }),
    callers: openCallers(account, roles, clock),
  };
};
