/** The roles of the deployed stacks with what is attached to them: AWS::IAM::Role, Policy and ManagedPolicy. */
import { z } from 'zod';
import { physicalName } from '../cloudformation/physical-name.ts';
import type { Provider, Provisioned, Resource } from '../service.ts';
import { managedByAws } from './managed-policies.ts';
import { readPolicy } from './policy.ts';
import type { Statement } from './policy.ts';

export type Role = {
  readonly arn: string;
  readonly name: string;
  /** Statements of its inline and managed policies, those that came later included. */
  readonly identity: Statement[];
  /** What its permissions boundary allows at most. */
  readonly boundary: readonly Statement[] | undefined;
};

export type Roles = Provider & {
  find(arn: string): Role | undefined;
  list(): readonly Role[];
};

const inlinePolicy = z.object({ PolicyName: z.string(), PolicyDocument: z.unknown() });

const roleShape = z.object({
  RoleName: z.string().optional(),
  Path: z.string().default('/'),
  Policies: z.array(inlinePolicy).default([]),
  ManagedPolicyArns: z.array(z.string()).default([]),
  PermissionsBoundary: z.string().optional(),
});

const policyShape = inlinePolicy.extend({ Roles: z.array(z.string()).default([]) });

const managedPolicyShape = z.object({
  ManagedPolicyName: z.string().optional(),
  PolicyDocument: z.unknown(),
  Roles: z.array(z.string()).default([]),
});

/** IAM quotas: characters of all inline policies of a role together, and of one managed policy, without spaces. */
const inlineCharacters = 10_240;
const managedCharacters = 6_144;

const checkSize = (characters: number, limit: number) => {
  if (characters > limit) throw new Error(`the policies have ${characters} characters, IAM takes ${limit}`);
};

const sizeOf = (document: unknown) => JSON.stringify(document)?.length ?? 0;

/** Each role has statements of its own, so that one can tell which role used them. */
const copies = (statements: readonly Statement[]) => statements.map((statement) => ({ ...statement }));

export const openRoles = (account: string): Roles => {
  const roles = new Map<string, Role>();
  const inlineSizes = new Map<string, number>();
  const managed = new Map<string, readonly Statement[]>();

  const managedPolicy = (arn: string): readonly Statement[] => {
    const statements = managed.get(arn) ?? managedByAws(arn);
    if (statements === undefined) throw new Error(`no managed policy ${arn} on this machine`);
    return copies(statements);
  };

  const named = (name: string): Role => {
    const found = [...roles.values()].find((role) => role.name === name);
    if (found === undefined) throw new Error(`no role ${name}`);
    return found;
  };

  const addInline = (role: Role, documents: readonly z.infer<typeof inlinePolicy>[]) => {
    for (const { PolicyName, PolicyDocument } of documents)
      role.identity.push(...readPolicy(PolicyDocument, PolicyName));
    const before = inlineSizes.get(role.arn) ?? 0;
    const size = documents.reduce((sum, { PolicyDocument }) => sum + sizeOf(PolicyDocument), before);
    checkSize(size, inlineCharacters);
    inlineSizes.set(role.arn, size);
  };

  const makeRole = (resource: Resource): Provisioned => {
    const shape = roleShape.parse(resource.properties);
    const name = physicalName(resource, shape.RoleName, 64);
    const boundary = shape.PermissionsBoundary;
    const role: Role = {
      arn: `arn:aws:iam::${account}:role${shape.Path}${name}`,
      name,
      identity: shape.ManagedPolicyArns.flatMap(managedPolicy),
      boundary: boundary === undefined ? undefined : managedPolicy(boundary),
    };
    roles.set(role.arn, role);
    addInline(role, shape.Policies);
    return { ref: name, attributes: { Arn: role.arn, RoleId: `AROA${name}` } };
  };

  const makePolicy = (resource: Resource): Provisioned => {
    const shape = policyShape.parse(resource.properties);
    for (const name of shape.Roles) addInline(named(name), [shape]);
    return { ref: shape.PolicyName, attributes: { Id: shape.PolicyName } };
  };

  const makeManagedPolicy = (resource: Resource): Provisioned => {
    const shape = managedPolicyShape.parse(resource.properties);
    checkSize(sizeOf(shape.PolicyDocument), managedCharacters);
    const statements = readPolicy(shape.PolicyDocument, resource.logicalId);
    const arn = `arn:aws:iam::${account}:policy/${physicalName(resource, shape.ManagedPolicyName, 128)}`;
    managed.set(arn, statements);
    for (const name of shape.Roles) named(name).identity.push(...copies(statements));
    return { ref: arn, attributes: { PolicyArn: arn } };
  };

  const makers = new Map([
    ['AWS::IAM::Role', makeRole],
    ['AWS::IAM::Policy', makePolicy],
    ['AWS::IAM::ManagedPolicy', makeManagedPolicy],
  ]);

  return {
    types: [...makers.keys()],
    provision: (resource) => {
      const make = makers.get(resource.type);
      if (make === undefined) throw new Error(`IAM makes no ${resource.type}`);
      return make(resource);
    },
    find: (arn) => roles.get(arn),
    list: () => [...roles.values()],
  };
};
