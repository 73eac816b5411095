/** Conditions of IAM policies: every operator, and the pitfalls of keys that are missing or have several values. */
import { describe, expect, it } from 'vitest';
import { condition } from '../../../lib/local/iam/conditions.ts';
import { contextOf } from '../../../lib/local/iam/context.ts';
import { decide, readPolicy } from '../../../lib/local/iam/policy.ts';

const key = 'dynamodb:LeadingKeys';
const meets = (
  operator: string,
  expected: string | readonly string[],
  values: readonly string[] | undefined,
) => condition(operator, key, [expected].flat())(contextOf(values === undefined ? {} : { [key]: values }));

describe('one value', () => {
  it.each([
    ['StringEquals', 'acme', 'acme', true],
    ['StringEquals', 'acme', 'Acme', false],
    ['StringEquals', ['other', 'acme'], 'acme', true],
    ['StringEquals', 'ac*', 'acme', false],
    ['StringEquals', 'ac*', 'ac*', true],
    ['StringNotEquals', 'acme', 'acme', false],
    ['StringNotEquals', 'acme', 'other', true],
    ['StringNotEquals', ['acme', 'other'], 'other', false],
    ['StringEqualsIgnoreCase', 'acme', 'ACME', true],
    ['StringNotEqualsIgnoreCase', 'acme', 'ACME', false],
    ['StringLike', 'acme#*', 'acme#1', true],
    ['StringLike', 'acme#*', 'other#1', false],
    ['StringLike', 'acme#?', 'acme#12', false],
    ['StringNotLike', 'acme#*', 'other#1', true],
    ['StringNotLike', 'acme#*', 'acme#1', false],
    ['ArnEquals', 'arn:aws:sqs:*:*:orders', 'arn:aws:sqs:sa-east-1:0:orders', true],
    ['ArnLike', 'arn:aws:sqs:*:*:ord*', 'arn:aws:sqs:sa-east-1:0:orders', true],
    ['ArnLike', 'arn:aws:*:orders', 'arn:aws:sqs:sa-east-1:0:orders', false],
    ['ArnNotEquals', 'arn:aws:sqs:*:*:orders', 'arn:aws:sqs:sa-east-1:0:orders', false],
    ['ArnNotLike', 'arn:aws:sqs:*:*:orders', 'arn:aws:sqs:sa-east-1:0:other', true],
    ['Bool', 'true', 'true', true],
    ['Bool', 'true', 'TRUE', true],
    ['Bool', 'false', 'true', false],
    ['NumericEquals', '10', '10.0', true],
    ['NumericNotEquals', '10', '11', true],
    ['NumericLessThan', '10', '9', true],
    ['NumericLessThan', '10', '10', false],
    ['NumericLessThan', '9', '10', false],
    ['NumericLessThanEquals', '10', '10', true],
    ['NumericGreaterThan', '10', '9', false],
    ['NumericGreaterThanEquals', '10', '10', true],
    ['NumericLessThan', '10', 'nine', false],
    ['NumericLessThan', '10', '', false],
    ['DateLessThan', '2026-11-20T00:00:00Z', '2026-11-19T23:59:59Z', true],
    ['DateGreaterThan', '2026-11-20T00:00:00Z', '2026-11-19T23:59:59Z', false],
    ['DateGreaterThan', '1', '1970-01-01T00:00:02Z', true],
  ])('%s %j of %s', (operator, expected, value, result) =>
    expect(meets(operator, expected, [value])).toBe(result),
  );
});

describe('a key that the request does not carry', () => {
  it.each([
    ['StringEquals', 'acme', false],
    ['StringLike', '*', false],
    ['StringNotEquals', 'acme', true],
    ['StringNotLike', '*', true],
    ['ArnNotLike', 'arn:aws:sqs:*:*:*', true],
    ['NumericLessThan', '10', false],
    ['Bool', 'false', false],
    ['StringEqualsIfExists', 'acme', true],
    ['StringLikeIfExists', 'acme', true],
    ['BoolIfExists', 'false', true],
    ['ForAnyValue:StringLike', '*', false],
    ['ForAnyValue:StringNotLike', 'acme', false],
    ['ForAnyValue:StringEqualsIfExists', 'acme', true],
    ['Null', 'true', true],
    ['Null', 'false', false],
  ])('%s %s', (operator, expected, result) => {
    expect(meets(operator, expected, undefined)).toBe(result);
    expect(meets(operator, expected, [])).toBe(result);
  });

  it('is what ForAllValues is true of: the reason for a Null beside it', () => {
    expect(meets('ForAllValues:StringLike', 'acme#*', undefined)).toBe(true);
    const scan = {
      action: 'dynamodb:Scan',
      resource: 'arn:aws:dynamodb:sa-east-1:0:table/t',
      context: contextOf({}),
    };
    const statement = (extra: object) =>
      readPolicy(
        {
          Version: '2012-10-17',
          Statement: {
            Effect: 'Allow',
            Action: 'dynamodb:*',
            Resource: '*',
            Condition: { 'ForAllValues:StringLike': { [key]: ['acme#*'] }, ...extra },
          },
        },
        'tenant',
      );
    expect(decide(statement({}), scan).allowed).toBe(true);
    expect(decide(statement({ Null: { [key]: 'false' } }), scan).allowed).toBe(false);
  });
});

describe('several values', () => {
  it.each([
    ['ForAllValues:StringLike', 'acme#*', ['acme#1', 'acme#2'], true],
    ['ForAllValues:StringLike', 'acme#*', ['acme#1', 'other#1'], false],
    ['ForAllValues:StringEquals', ['a', 'b'], ['a', 'b', 'a'], true],
    ['ForAllValues:StringNotEquals', ['a', 'b'], ['c', 'd'], true],
    ['ForAllValues:StringNotEquals', ['a', 'b'], ['c', 'a'], false],
    ['ForAnyValue:StringLike', 'acme#*', ['acme#1', 'other#1'], true],
    ['ForAnyValue:StringLike', 'acme#*', ['other#1', 'other#2'], false],
    ['ForAnyValue:StringNotLike', 'acme#*', ['acme#1', 'other#1'], true],
    ['ForAnyValue:StringNotLike', 'acme#*', ['acme#1', 'acme#2'], false],
    ['Null', 'false', ['a', 'b'], true],
    // Without a set operator nothing is promised, so nothing is opened.
    ['StringEquals', ['a', 'b'], ['a', 'b'], 'unknown'],
    ['StringNotEquals', 'c', ['a', 'b'], 'unknown'],
  ])('%s %j of %j', (operator, expected, values, result) =>
    expect(meets(operator, expected, values)).toBe(result),
  );
});

describe('what this machine does not know', () => {
  const unknown = [
    [{ IpAddress: { 'aws:RequestedRegion': '10.0.0.0/8' } }],
    [{ StringEqualz: { 'aws:RequestedRegion': 'sa-east-1' } }],
    [{ 'ForSomeValues:StringEquals': { 'aws:RequestedRegion': 'sa-east-1' } }],
    [{ StringEquals: { 'aws:SourceVpc': 'vpc-1' } }],
    [{ StringNotEquals: { 'aws:SourceVpc': 'vpc-1' } }],
    [{ StringEqualsIfExists: { 'aws:SourceVpc': 'vpc-1' } }],
    [{ Null: { 'aws:SourceVpc': 'true' } }],
    [{ StringEquals: { 'aws:RequestedRegion': '${aws:SourceVpc}' } }],
  ] as const;
  const question = {
    action: 'sqs:SendMessage',
    resource: 'arn:aws:sqs:sa-east-1:0:q',
    context: contextOf({ 'aws:RequestedRegion': ['sa-east-1'] }),
  };
  const statement = (effect: string, conditions: object) => ({
    Effect: effect,
    Action: '*',
    Resource: '*',
    Condition: conditions,
  });
  const read = (...statements: readonly object[]) =>
    readPolicy({ Version: '2012-10-17', Statement: statements }, 'policy');

  it.each(unknown)('never allows: %j', (conditions) =>
    expect(decide(read(statement('Allow', conditions)), question).allowed).toBe(false),
  );

  it.each(unknown)('always denies: %j', (conditions) =>
    expect(decide(read(statement('Allow', {}), statement('Deny', conditions)), question).allowed).toBe(false),
  );

  it('does not deny when another condition of the statement is plainly not met', () => {
    const elsewhere = {
      StringEquals: { 'aws:RequestedRegion': 'us-east-1' },
      IpAddress: { 'aws:SourceIp': '10.0.0.0/8' },
    };
    expect(decide(read(statement('Allow', {}), statement('Deny', elsewhere)), question).allowed).toBe(true);
  });
});

describe('keys', () => {
  it('are read in any case', () => {
    const holds = condition('StringEquals', 'AWS:requestedregion', ['sa-east-1']);
    expect(holds(contextOf({ 'aws:RequestedRegion': ['sa-east-1'] }))).toBe(true);
  });

  it('are all joined by and', () => {
    const statements = readPolicy(
      {
        Version: '2012-10-17',
        Statement: {
          Effect: 'Allow',
          Action: '*',
          Resource: '*',
          Condition: {
            StringEquals: { 'aws:RequestedRegion': 'sa-east-1', 'aws:PrincipalAccount': '1' },
            Bool: { 'aws:SecureTransport': true },
          },
        },
      },
      'policy',
    );
    const ask = (account: string) =>
      decide(statements, {
        action: 'sqs:SendMessage',
        resource: '*',
        context: contextOf({
          'aws:RequestedRegion': ['sa-east-1'],
          'aws:PrincipalAccount': [account],
          'aws:SecureTransport': ['true'],
        }),
      }).allowed;
    expect([ask('1'), ask('2')]).toEqual([true, false]);
  });
});
