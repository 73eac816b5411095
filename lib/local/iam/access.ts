/** Whether a caller may do what a request needs, in the words AWS uses to refuse, and which grants were ever used. */
import type { Clock, Permission, Principal } from '../service.ts';
import type { Caller } from './callers.ts';
import { contextOf } from './context.ts';
import type { Context } from './context.ts';
import { openGrants } from './grants.ts';
import type { GrantReport } from './grants.ts';
import { decide } from './policy.ts';
import type { Question, Statement, Verdict } from './policy.ts';
import type { ResourcePolicies } from './resource-policies.ts';
import type { Roles } from './roles.ts';

export type Access = {
  /** Undefined when the caller may; otherwise why not, in the words of AWS. */
  readonly refuse: (caller: Caller, permission: Permission) => string | undefined;
  /** The same for what AWS does under a role by itself: polling a queue, a schedule's target. */
  readonly allowed: (roleArn: string, permission: Permission) => boolean;
  /** Whether a role exists and its trust policy lets the principal assume it with these session tags. */
  readonly trusts: (roleArn: string, principal: Principal, tags: Readonly<Record<string, string>>) => boolean;
  /** Whether a role lets a service of AWS (`states.amazonaws.com`) assume it on behalf of this account. */
  readonly trustsService: (roleArn: string, service: string) => boolean;
  /** What roles were granted for these services, used and not used so far. */
  readonly report: (services: readonly string[]) => GrantReport;
};

/** One kind of policies, as AWS names it, and what they say. */
type Layer = { readonly name: string; readonly verdict: Verdict };

const refusal = (caller: Caller, { action, resource }: Permission, because: string) =>
  `User: ${caller.userArn} is not authorized to perform: ${action} on resource: ${resource} ${because}`;

const denies = ({ verdict }: Layer) => !verdict.allowed && verdict.explicitly;

/** Why not, if not: an explicit deny is named before a missing allow. */
const reason = (layers: readonly Layer[], action: string): string | undefined => {
  const denying = layers.find(denies);
  if (denying !== undefined)
    return `with an explicit deny in ${/^[aeiou]/u.test(denying.name) ? 'an' : 'a'} ${denying.name}`;
  const silent = layers.find(({ verdict }) => !verdict.allowed);
  return silent && `because no ${silent.name} allows the ${action} action`;
};

export const openAccess = (deps: {
  readonly roles: Roles;
  readonly resourcePolicies: ResourcePolicies;
  readonly account: string;
  readonly region: string;
  readonly clock: Clock;
}): Access => {
  const grants = openGrants(deps.roles);

  const contextFor = (caller: Principal, permission: Permission): Context =>
    contextOf(
      {
        'aws:PrincipalArn': [caller.arn],
        'aws:PrincipalAccount': [deps.account],
        'aws:PrincipalIsAWSService': ['false'],
        'aws:RequestedRegion': [deps.region],
        'aws:ResourceAccount': [deps.account],
        // On AWS every call of an SDK travels by TLS; that this machine does without must not change a policy.
        'aws:SecureTransport': ['true'],
        's3:TlsVersion': ['1.3'],
        'aws:ViaAWSService': ['false'],
        'aws:CurrentTime': [new Date(deps.clock()).toISOString()],
        'aws:EpochTime': [String(Math.floor(deps.clock() / 1000))],
      },
      Object.fromEntries(
        Object.entries(caller.sessionTags).map(([tag, value]) => [`aws:PrincipalTag/${tag}`, [value]]),
      ),
      permission.context ?? {},
    );

  /** What grants, then everything that limits it. */
  const layers = (caller: Caller, question: Question): readonly [Layer, ...Layer[]] => {
    const role = deps.roles.find(caller.arn);
    const layer = (name: string, statements: readonly Statement[]) => ({
      name,
      verdict: decide(statements, question),
    });
    return [
      layer('identity-based policy', role?.identity ?? []),
      ...(role?.boundary === undefined ? [] : [layer('permissions boundary', role.boundary)]),
      ...caller.sessionPolicies.map((statements) => layer('session policy', statements)),
    ];
  };

  const refuse = (caller: Caller, permission: Permission): string | undefined => {
    if (caller.kind === 'administrator') return undefined;
    const question = { ...permission, context: contextFor(caller, permission) };
    const onResource = deps.resourcePolicies.decide(caller.arn, question);
    if (onResource === 'explicit-deny')
      return refusal(caller, permission, 'with an explicit deny in a resource-based policy');
    if (onResource === 'not-delegated')
      return refusal(
        caller,
        permission,
        `because no resource-based policy allows the ${permission.action} action`,
      );
    const [identity, ...limits] = layers(caller, question);
    // A key that names the caller itself needs no identity policy, but a deny or a boundary still holds.
    const needed = onResource === 'allowed' && !denies(identity) ? limits : [identity, ...limits];
    const because = reason(needed, permission.action);
    if (because !== undefined) return refusal(caller, permission, because);
    if (identity.verdict.allowed) grants.used(caller.arn, permission, identity.verdict.by);
    return undefined;
  };

  return {
    refuse,
    allowed: (roleArn, permission) => {
      const caller: Caller = {
        arn: roleArn,
        userArn: roleArn,
        kind: 'role',
        sessionTags: {},
        sessionPolicies: [],
        function: undefined,
        expiresAt: Number.POSITIVE_INFINITY,
      };
      return refuse(caller, permission) === undefined;
    },
    trusts: (roleArn, principal, tags) => {
      const tagged = Object.entries(tags).map(([tag, value]) => [`aws:RequestTag/${tag}`, [value]]);
      const actions = tagged.length > 0 ? ['sts:AssumeRole', 'sts:TagSession'] : ['sts:AssumeRole'];
      return actions.every((action) => {
        const permission = { action, resource: roleArn, context: Object.fromEntries(tagged) };
        const question = { ...permission, context: contextFor(principal, permission) };
        const verdict = deps.resourcePolicies.decide(principal.arn, question);
        return deps.roles.find(roleArn) !== undefined && (verdict === 'allowed' || verdict === 'no-say');
      });
    },
    trustsService: (roleArn, service) => {
      const principal = { arn: service, sessionTags: {} };
      const context = { 'aws:SourceAccount': [deps.account], 'aws:PrincipalIsAWSService': ['true'] };
      const permission = { action: 'sts:AssumeRole', resource: roleArn, context };
      const question = { ...permission, context: contextFor(principal, permission) };
      return deps.resourcePolicies.decide(service, question) === 'allowed';
    },
    report: (services) => grants.report(services),
  };
};
