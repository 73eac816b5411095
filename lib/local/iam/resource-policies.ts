/**
 * Policies that stand on a resource. Within one account they matter in two ways here: explicit denies of queues,
 * buckets, topics and keys hold, and the policy of a KMS key, as the trust policy of a role, decides whether identity
 * policies count for it at all. What they allow to other accounts or to AWS services is not modelled.
 */
import { z } from 'zod';
import type { Provisioned, Resource } from '../service.ts';
import { applies, readPolicy } from './policy.ts';
import type { PolicyKind, Question, Statement } from './policy.ts';
import { any } from './truth.ts';

export type ResourceVerdict =
  /** The identity policies decide. */
  | 'no-say'
  | 'explicit-deny'
  /** A key or role whose policy does not leave the decision to identity policies. */
  | 'not-delegated'
  /** The policy of the key or role names the caller itself. */
  | 'allowed';

export type ResourcePolicies = {
  /** Called for each resource that was made; those without a policy of their own are passed over. */
  add(resource: Resource, made: Provisioned): void;
  decide(principalArn: string, question: Question): ResourceVerdict;
};

const documentHolders = new Set(['AWS::SQS::QueuePolicy', 'AWS::S3::BucketPolicy', 'AWS::SNS::TopicPolicy']);
const holder = z.object({ PolicyDocument: z.unknown() });
const keyHolder = z.object({ KeyPolicy: z.unknown() });
const roleHolder = z.object({ AssumeRolePolicyDocument: z.unknown() });

/** A resource to which nobody has access but through its own policy. */
type Guarded = {
  readonly arn: string;
  /** Prefix of the actions that it guards: to pass a role on is not to assume it. */
  readonly actions: 'kms:' | 'sts:';
  readonly statements: readonly Statement[];
};

export const openResourcePolicies = (account: string): ResourcePolicies => {
  const statements: Statement[] = [];
  const guarded: Guarded[] = [];
  const root = [`arn:aws:iam::${account}:root`, account];

  const names = (statement: Statement, arns: readonly string[]) =>
    statement.principals.some((principal) => principal === '*' || arns.includes(principal));

  const isAbout = (statement: Statement, principalArn: string, question: Question) =>
    names(statement, [principalArn, ...root]) ? applies(statement, question) : false;

  const denies = (list: readonly Statement[], principalArn: string, question: Question) =>
    any(list.filter(({ effect }) => effect === 'Deny').map((one) => isAbout(one, principalArn, question))) !==
    false;

  const allows = (list: readonly Statement[], arns: readonly string[], question: Question) =>
    list.some((one) => one.effect === 'Allow' && names(one, arns) && applies(one, question) === true);

  const ofGuarded = (
    { statements: own }: Guarded,
    principalArn: string,
    question: Question,
  ): ResourceVerdict => {
    if (denies(own, principalArn, question)) return 'explicit-deny';
    if (allows(own, [principalArn], question)) return 'allowed';
    return allows(own, root, question) ? 'no-say' : 'not-delegated';
  };

  const guard = (
    { type, logicalId }: Resource,
    { attributes, ref }: Provisioned,
    document: unknown,
    kind: PolicyKind,
  ) => {
    if (document === undefined) return;
    const own = readPolicy(document, `${type} ${logicalId}`, kind);
    guarded.push({
      arn: attributes['Arn'] ?? ref,
      actions: kind === 'trust' ? 'sts:' : 'kms:',
      statements: own,
    });
  };

  return {
    add: (resource, made) => {
      const { type, properties } = resource;
      // In the policy of a key `*` means this key; a trust policy names no resource at all.
      if (type === 'AWS::KMS::Key') guard(resource, made, keyHolder.parse(properties).KeyPolicy, 'resource');
      if (type === 'AWS::IAM::Role')
        guard(resource, made, roleHolder.parse(properties).AssumeRolePolicyDocument, 'trust');
      if (documentHolders.has(type)) {
        const { PolicyDocument: document } = holder.parse(properties);
        statements.push(...readPolicy(document, `${type} ${resource.logicalId}`, 'resource'));
      }
    },
    decide: (principalArn, question) => {
      const found = guarded.find(
        ({ arn, actions }) => arn === question.resource && question.action.startsWith(actions),
      );
      if (found !== undefined) return ofGuarded(found, principalArn, question);
      return denies(statements, principalArn, question) ? 'explicit-deny' : 'no-say';
    },
  };
};
