/** What IAM policies allow on the local machine: actions, resources, effects, variables. */
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { contextOf } from '../../../lib/local/iam/context.ts';
import { decide, readPolicy } from '../../../lib/local/iam/policy.ts';

const policy = (...statements: readonly object[]) =>
  readPolicy({ Version: '2012-10-17', Statement: statements }, 'policy');

const allow = (parts: object = {}) => ({ Effect: 'Allow', Action: '*', Resource: '*', ...parts });
const deny = (parts: object = {}) => ({ ...allow(parts), Effect: 'Deny' });

type Asked = {
  readonly action?: string;
  readonly resource?: string;
  readonly keys?: Readonly<Record<string, readonly string[]>>;
};

const may = (statements: readonly object[], asked: Asked = {}): boolean =>
  decide(policy(...statements), {
    action: asked.action ?? 'sqs:SendMessage',
    resource: asked.resource ?? queue,
    context: contextOf(asked.keys ?? {}),
  }).allowed;

const queue = 'arn:aws:sqs:sa-east-1:000000000000:orders';
const table = 'arn:aws:dynamodb:sa-east-1:000000000000:table/conversations';

describe('effects', () => {
  it('denies what nothing allows', () => expect(may([])).toBe(false));
  it('allows what one statement allows', () => expect(may([allow()])).toBe(true));
  it('lets a deny win over an allow, in any order', () => {
    expect(may([deny(), allow()])).toBe(false);
    expect(may([allow(), deny()])).toBe(false);
  });
  it('passes over a deny that is about something else', () =>
    expect(may([allow(), deny({ Action: 'sqs:DeleteMessage' })])).toBe(true));
});

describe('actions', () => {
  it.each([
    ['sqs:SendMessage', true],
    ['sqs:sendmessage', true],
    ['SQS:Send*', true],
    ['sqs:*', true],
    ['*', true],
    ['sqs:SendMessag?', true],
    ['sqs:Send', false],
    ['sqs:SendMessageBatch', false],
    ['sns:*', false],
  ])('%s', (action, expected) => expect(may([allow({ Action: action })])).toBe(expected));

  it.each(['sqs', '', 's?s:SendMessage', 'sqs:', 'sqs:Send-Message'])('refuses %j', (action) =>
    expect(() => may([allow({ Action: action })])).toThrow(/malformed Action/u),
  );

  it('excepts the actions of a NotAction', () => {
    expect(may([allow({ Action: undefined, NotAction: ['sqs:*'] })])).toBe(false);
    expect(may([allow({ Action: undefined, NotAction: ['sns:*'] })])).toBe(true);
  });
});

describe('resources', () => {
  it.each([
    ['*', queue, true],
    [queue, queue, true],
    ['arn:aws:sqs:sa-east-1:000000000000:*', queue, true],
    ['arn:aws:sqs:*:*:ord?rs', queue, true],
    ['arn:aws:sqs:sa-east-1:000000000000:Orders', queue, false],
    ['arn:aws:sqs:us-east-1:000000000000:orders', queue, false],
    // A wildcard stays within its part.
    ['arn:aws:*:orders', queue, false],
    ['arn:aws:sqs:*', queue, true],
    [`${table}/index/*`, `${table}/index/due`, true],
    [`${table}/index/*`, table, false],
    [`${table}*`, `${table}/index/due`, true],
    ['arn:aws:s3:::archive/*', 'arn:aws:s3:::archive/a/b:c', true],
    ['arn:aws:s3:::archive/*', 'arn:aws:s3:::archive', false],
    // Characters with a meaning in patterns stand for themselves.
    ['arn:aws:s3:::a.b/(x)', 'arn:aws:s3:::a.b/(x)', true],
    ['arn:aws:s3:::a.b', 'arn:aws:s3:::axb', false],
    // Actions that know no resource ask for `*`.
    [queue, '*', false],
    ['arn:*', '*', false],
  ])('%s on %s', (pattern, resource, expected) =>
    expect(may([allow({ Resource: pattern })], { resource })).toBe(expected),
  );

  it('excepts the resources of a NotResource', () => {
    expect(may([allow({ Resource: undefined, NotResource: queue })])).toBe(false);
    expect(may([deny({ Resource: undefined, NotResource: queue }), allow()])).toBe(true);
    expect(may([deny({ Resource: undefined, NotResource: queue }), allow()], { resource: table })).toBe(
      false,
    );
  });
});

describe('policy variables', () => {
  const ofTenant = allow({ Resource: 'arn:aws:s3:::archive/${aws:PrincipalTag/tenant}/*' });
  const tagged = (tenant: string) => ({ 'aws:PrincipalTag/tenant': [tenant] });

  it('stands for the tag of the session', () => {
    const resource = 'arn:aws:s3:::archive/acme/one';
    expect(may([ofTenant], { resource, keys: tagged('acme') })).toBe(true);
    expect(may([ofTenant], { resource, keys: tagged('other') })).toBe(false);
  });

  it('allows nothing to a session without the tag', () =>
    expect(may([ofTenant], { resource: 'arn:aws:s3:::archive//one' })).toBe(false));

  it('still denies a session without the tag', () => {
    const locked = deny({ Resource: 'arn:aws:s3:::archive/${aws:PrincipalTag/tenant}/*' });
    expect(may([allow(), locked], { resource: 'arn:aws:s3:::archive/acme/one' })).toBe(false);
  });

  it('takes the default of a variable', () => {
    const withDefault = allow({ Resource: "arn:aws:s3:::archive/${aws:PrincipalTag/tenant, 'shared'}/*" });
    expect(may([withDefault], { resource: 'arn:aws:s3:::archive/shared/one' })).toBe(true);
  });

  it.each(['*', 'a*', 'ac?e', '.*', '*/../acme'])('is no wildcard when the tag is %s', (tag) =>
    expect(may([ofTenant], { resource: 'arn:aws:s3:::archive/acme/one', keys: tagged(tag) })).toBe(false),
  );

  it('never lets a tenant reach another, whatever the tags are made of', () => {
    const tenant = fc.string({ minLength: 1, maxLength: 12 });
    fc.assert(
      fc.property(tenant, tenant, (own, other) => {
        fc.pre(!`${other}/one`.startsWith(`${own}/`));
        const resource = `arn:aws:s3:::archive/${other}/one`;
        expect(may([ofTenant], { resource, keys: tagged(own) })).toBe(false);
      }),
      { seed: 20_261_120, numRuns: 500 },
    );
  });
});

describe('malformed documents', () => {
  it.each([
    [{ Version: '2008-10-17', Statement: [allow()] }],
    [{ Statement: [allow()] }],
    [{ Version: '2012-10-17', Statement: [allow({ Effect: 'Permit' })] }],
    [{ Version: '2012-10-17', Statement: [allow({ Action: undefined })] }],
    [{ Version: '2012-10-17', Statement: [allow({ Resource: undefined })] }],
    [{ Version: '2012-10-17', Statement: [allow({ Resource: 'orders' })] }],
    [{ Version: '2012-10-17', Statement: [allow({ NotAction: 'sqs:*' })] }],
    [{ Version: '2012-10-17', Statement: [allow({ Conditions: {} })] }],
  ])('%j', (document) => expect(() => readPolicy(document, 'Policy X')).toThrow(/^Policy X: /u));
});
