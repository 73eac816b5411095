/** Which permissions that roles were granted have ever been used: a grant that no journey uses is one too many. */
import type { Permission } from '../service.ts';
import type { Statement } from './policy.ts';
import type { Roles } from './roles.ts';

export type Grant = { readonly role: string; readonly action: string; readonly resources: readonly string[] };
export type Use = {
  readonly role: string;
  readonly action: string;
  readonly resource: string;
  count: number;
};

export type GrantReport = {
  readonly used: readonly Use[];
  readonly unused: readonly Grant[];
  /** Granted for services that this machine does not play, such as logs: nobody can tell whether they are used. */
  readonly unplayed: readonly Grant[];
};

export type Grants = {
  used(roleArn: string, permission: Permission, by: readonly Statement[]): void;
  report(services: readonly string[]): GrantReport;
};

/** Prefix of actions where it is not the signing name of the service. */
const prefixes: Readonly<Record<string, string>> = { monitoring: 'cloudwatch' };

export const openGrants = (roles: Roles): Grants => {
  const uses = new Map<string, Use>();
  const usedActions = new Map<Statement, Set<number>>();

  const matches = (statement: Statement, index: number, action: string) =>
    statement.actions.patterns[index]?.(action, { values: () => 'unknown' }) === true;

  const markUsed = (statement: Statement, action: string) => {
    const indexes = usedActions.get(statement) ?? new Set();
    statement.actions.texts.forEach((_, index) => {
      if (statement.actions.negated || matches(statement, index, action)) indexes.add(index);
    });
    usedActions.set(statement, indexes);
  };

  const unusedOf = (role: string, statement: Statement): readonly Grant[] =>
    statement.actions.texts
      .filter((_, index) => !usedActions.get(statement)?.has(index))
      .map((text) => ({
        role,
        action: statement.actions.negated ? `not ${text}` : text,
        resources: statement.resources.texts,
      }));

  return {
    used: (roleArn, { action, resource }, by) => {
      const key = JSON.stringify([roleArn, action, resource]);
      const use = uses.get(key) ?? { role: roleArn, action, resource, count: 0 };
      use.count += 1;
      uses.set(key, use);
      for (const statement of by) markUsed(statement, action);
    },
    report: (services) => {
      const played = new Set(services.map((service) => prefixes[service] ?? service));
      const grants = roles
        .list()
        .flatMap(({ arn, identity }) =>
          identity
            .filter(({ effect }) => effect === 'Allow')
            .flatMap((statement) => unusedOf(arn, statement)),
        );
      const isPlayed = ({ action }: Grant) => played.has(action.split(':')[0] ?? '');
      return {
        used: [...uses.values()],
        unused: grants.filter(isPlayed),
        unplayed: grants.filter((grant) => !isPlayed(grant)),
      };
    },
  };
};
