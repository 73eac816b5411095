/** Who may do what on the local machine: roles, boundaries, sessions, keys that guard themselves, and unused grants. */
import { describe, expect, it } from 'vitest';
import { openIdentity } from '../../../lib/local/iam/identity.ts';
import type { Identity } from '../../../lib/local/iam/identity.ts';
import type { Permission } from '../../../lib/local/service.ts';

const account = '000000000000';
const region = 'sa-east-1';
const queue = `arn:aws:sqs:${region}:${account}:orders`;
const key = `arn:aws:kms:${region}:${account}:key/data`;
const send: Permission = { action: 'sqs:SendMessage', resource: queue };
const read: Permission = { action: 'sqs:ReceiveMessage', resource: queue };

const document = (...statements: readonly object[]) => ({ Version: '2012-10-17', Statement: statements });
const allow = (
  action: string | readonly string[],
  resource: string | readonly string[] = '*',
  more: object = {},
) => ({
  Effect: 'Allow',
  Action: action,
  Resource: resource,
  ...more,
});
const deny = (action: string, resource = '*', more: object = {}) => ({
  ...allow(action, resource, more),
  Effect: 'Deny',
});
const lambdaTrust = document({
  Effect: 'Allow',
  Action: 'sts:AssumeRole',
  Principal: { Service: 'lambda.amazonaws.com' },
});
const root = { AWS: `arn:aws:iam::${account}:root` };

/** Provisions resources as a deployment does, and answers the identity that came of it. */
const house = async (resources: Readonly<Record<string, readonly [type: string, properties: object]>>) => {
  let now = 0;
  const identity = openIdentity(account, region, () => now);
  for (const [logicalId, [type, properties]] of Object.entries(resources)) {
    const resource = { stack: 'app', logicalId, type, properties: { ...properties } };
    const made = type.startsWith('AWS::IAM::')
      ? await identity.roles.provision(resource)
      : { ref: logicalId, attributes: { Arn: type === 'AWS::KMS::Key' ? key : logicalId } };
    identity.resourcePolicies.add(resource, made);
  }
  return { ...identity, advance: (milliseconds: number) => (now += milliseconds) };
};

const role = (properties: object = {}): readonly [string, object] => [
  'AWS::IAM::Role',
  { AssumeRolePolicyDocument: lambdaTrust, ...properties },
];
const inline = (...statements: readonly object[]) => ({
  Policies: [{ PolicyName: 'own', PolicyDocument: document(...statements) }],
});

const arnOf = (logicalId: string) => `arn:aws:iam::${account}:role/app-${logicalId}`;

/** Why the function with this role may not, or undefined. */
const refusal = (
  { callers, access }: Pick<Identity, 'callers' | 'access'>,
  permission: Permission,
  logicalId = 'Worker',
): string | undefined => {
  const { accessKeyId } = callers.ofFunction(arnOf(logicalId), {
    name: 'work',
    names: ['work'],
    crash: () => undefined,
  });
  const caller = callers.find(accessKeyId);
  if (typeof caller === 'string') throw new Error(caller);
  return access.refuse(caller, permission);
};

const because = (permission: Permission, why: string) =>
  `User: arn:aws:sts::${account}:assumed-role/app-Worker/work is not authorized to perform: ${permission.action} on resource: ${permission.resource} ${why}`;

describe('the policies of a role', () => {
  it('allow what an inline policy, an attached policy and a managed policy allow', async () => {
    const identity = await house({
      Worker: role(inline(allow('sqs:SendMessage', queue))),
      Attached: [
        'AWS::IAM::Policy',
        {
          PolicyName: 'p',
          PolicyDocument: document(allow('sqs:ReceiveMessage', queue)),
          Roles: ['app-Worker'],
        },
      ],
      Managed: [
        'AWS::IAM::ManagedPolicy',
        { PolicyDocument: document(allow('sqs:DeleteMessage', queue)), Roles: ['app-Worker'] },
      ],
    });
    const actions = ['SendMessage', 'ReceiveMessage', 'DeleteMessage', 'PurgeQueue'];
    expect(
      actions.filter((name) => refusal(identity, { action: `sqs:${name}`, resource: queue }) === undefined),
    ).toEqual(['SendMessage', 'ReceiveMessage', 'DeleteMessage']);
  });

  it('refuse in the words of AWS', async () => {
    const identity = await house({ Worker: role(inline(allow('sqs:*', queue), deny('sqs:Receive*'))) });
    expect(refusal(identity, { action: 'sns:Publish', resource: '*' })).toBe(
      because(
        { action: 'sns:Publish', resource: '*' },
        'because no identity-based policy allows the sns:Publish action',
      ),
    );
    expect(refusal(identity, read)).toBe(because(read, 'with an explicit deny in an identity-based policy'));
  });

  it('know the region that a request is for', async () => {
    const elsewhere = { Condition: { StringEquals: { 'aws:RequestedRegion': 'us-east-1' } } };
    const identity = await house({ Worker: role(inline(allow('sqs:*', '*', elsewhere))) });
    expect(refusal(identity, send)).toContain('no identity-based policy');
  });

  it('carry the managed policies of AWS for logs and traces, and no other', async () => {
    const managed = (name: string) => role({ ManagedPolicyArns: [`arn:aws:iam::aws:policy/${name}`] });
    const identity = await house({ Worker: managed('service-role/AWSLambdaBasicExecutionRole') });
    expect(refusal(identity, { action: 'logs:PutLogEvents', resource: '*' })).toBeUndefined();
    await expect(house({ Worker: managed('AdministratorAccess') })).rejects.toThrow('no managed policy');
  });

  it('may not be longer than IAM takes', async () => {
    const long = Array.from({ length: 200 }, (_, n) => allow('sqs:SendMessage', `${queue}-${n}`));
    await expect(house({ Worker: role(inline(...long)) })).rejects.toThrow('IAM takes 10240');
  });
});

describe('a permissions boundary', () => {
  const bounded = (...statements: readonly object[]) =>
    house({
      Boundary: [
        'AWS::IAM::ManagedPolicy',
        { ManagedPolicyName: 'boundary', PolicyDocument: document(...statements) },
      ],
      Worker: role({
        ...inline(allow('sqs:*')),
        PermissionsBoundary: `arn:aws:iam::${account}:policy/boundary`,
      }),
    });

  it('takes away what it does not allow', async () => {
    const identity = await bounded(allow('sqs:SendMessage'));
    expect(refusal(identity, send)).toBeUndefined();
    expect(refusal(identity, read)).toBe(
      because(read, 'because no permissions boundary allows the sqs:ReceiveMessage action'),
    );
  });

  it('grants nothing by itself', async () => {
    const identity = await bounded(allow('*'));
    expect(refusal(identity, { action: 'sns:Publish', resource: '*' })).toContain('no identity-based policy');
  });

  it('denies another region', async () => {
    const elsewhere = { Condition: { StringNotEquals: { 'aws:RequestedRegion': 'us-east-1' } } };
    const identity = await bounded(allow('*'), deny('*', '*', elsewhere));
    expect(refusal(identity, send)).toBe(because(send, 'with an explicit deny in a permissions boundary'));
  });
});

describe('a session of an assumed role', () => {
  const tenantTable = `arn:aws:dynamodb:${region}:${account}:table/conversations`;
  const ofTenant = allow('dynamodb:Query', tenantTable, {
    Condition: {
      'ForAllValues:StringLike': { 'dynamodb:LeadingKeys': ['${aws:PrincipalTag/tenant}#*'] },
      Null: { 'dynamodb:LeadingKeys': 'false' },
    },
  });
  const query = (...leading: readonly string[]): Permission => ({
    action: 'dynamodb:Query',
    resource: tenantTable,
    context: { 'dynamodb:LeadingKeys': leading },
  });
  const tenants = () =>
    house({
      Worker: role(inline(allow(['sts:AssumeRole', 'sts:TagSession'], arnOf('Reader')))),
      Reader: role({
        AssumeRolePolicyDocument: document({
          Effect: 'Allow',
          Action: ['sts:AssumeRole', 'sts:TagSession'],
          Principal: { AWS: arnOf('Worker') },
          Condition: { StringLike: { 'aws:RequestTag/tenant': '*' } },
        }),
        ...inline(ofTenant),
      }),
    });
  const caller = ({ callers }: Identity, tags: Record<string, string>, policy?: string) => {
    const worker = callers.find(
      callers.ofFunction(arnOf('Worker'), { name: 'work', names: ['work'], crash: () => undefined })
        .accessKeyId,
    );
    if (typeof worker === 'string') throw new Error(worker);
    const { accessKeyId } = callers.assume({
      caller: worker,
      roleArn: arnOf('Reader'),
      sessionName: 'reading',
      tags,
      policy,
      expiresAt: 900_000,
    });
    return { accessKeyId, found: callers.find(accessKeyId) };
  };
  const sessionRefusal = (identity: Identity, permission: Permission, policy?: string) => {
    const { found } = caller(identity, { tenant: 'acme' }, policy);
    return typeof found === 'string' ? found : identity.access.refuse(found, permission);
  };

  it('reads the rows of its tenant and of nobody else', async () => {
    const identity = await tenants();
    expect(sessionRefusal(identity, query('acme#1', 'acme#2'))).toBeUndefined();
    expect(sessionRefusal(identity, query('acme#1', 'other#1'))).toContain('assumed-role/app-Reader/reading');
    expect(sessionRefusal(identity, query())).toContain('is not authorized');
  });

  it('may do no more than its session policy', async () => {
    const identity = await tenants();
    const policy = JSON.stringify(document(allow('dynamodb:GetItem')));
    expect(sessionRefusal(identity, query('acme#1'), policy)).toContain('because no session policy allows');
  });

  it('keeps the Lambda that assumed it, so that a fault finds its process', async () => {
    const { found } = caller(await tenants(), { tenant: 'acme' });
    expect(found).toMatchObject({ arn: arnOf('Reader'), function: { name: 'work' } });
  });

  it('ends', async () => {
    const identity = await tenants();
    const { accessKeyId } = caller(identity, { tenant: 'acme' });
    identity.advance(900_000);
    expect(identity.callers.find(accessKeyId)).toBe('expired');
  });

  it('refuses a session policy that is none', async () => {
    const identity = await tenants();
    expect(() => caller(identity, {}, '{}')).toThrow(
      expect.objectContaining({ code: 'MalformedPolicyDocument' }),
    );
  });

  it('begins only where the trust policy lets the caller, with the tags it asks for', async () => {
    const { access } = await tenants();
    const worker = { arn: arnOf('Worker'), sessionTags: {} };
    expect(access.trusts(arnOf('Reader'), worker, { tenant: 'acme' })).toBe(true);
    expect(access.trusts(arnOf('Reader'), worker, {})).toBe(false);
    expect(access.trusts(arnOf('Reader'), { ...worker, arn: arnOf('Reader') }, { tenant: 'acme' })).toBe(
      false,
    );
    expect(access.trusts(arnOf('Worker'), worker, {})).toBe(false);
    expect(access.trusts(arnOf('Nobody'), worker, {})).toBe(false);
  });
});

describe('policies on resources', () => {
  const decrypt: Permission = { action: 'kms:Decrypt', resource: key };
  const keyPolicy = (...statements: readonly object[]): readonly [string, object] => [
    'AWS::KMS::Key',
    { KeyPolicy: document(...statements) },
  ];

  it('leave a key to identity policies when its policy names the account', async () => {
    const identity = await house({
      Data: keyPolicy(allow('kms:*', '*', { Principal: root })),
      Worker: role(inline(allow('kms:Decrypt', key))),
      Idle: role(),
    });
    expect(refusal(identity, decrypt)).toBeUndefined();
    expect(refusal(identity, decrypt, 'Idle')).toContain('no identity-based policy');
  });

  it('keep everybody off a key whose policy does not name the account', async () => {
    const identity = await house({
      Data: keyPolicy(allow('kms:*', '*', { Principal: { AWS: arnOf('Other') } })),
      Worker: role(inline(allow('kms:*'))),
    });
    expect(refusal(identity, decrypt)).toBe(
      because(decrypt, 'because no resource-based policy allows the kms:Decrypt action'),
    );
  });

  it('let in a role that the key names itself, unless its boundary does not', async () => {
    const resources = {
      Data: keyPolicy(allow('kms:Decrypt', '*', { Principal: { AWS: arnOf('Worker') } })),
      Boundary: [
        'AWS::IAM::ManagedPolicy',
        { ManagedPolicyName: 'boundary', PolicyDocument: document(allow('sqs:*')) },
      ] as const,
    };
    const free = await house({ ...resources, Worker: role() });
    const bounded = await house({
      ...resources,
      Worker: role({ PermissionsBoundary: `arn:aws:iam::${account}:policy/boundary` }),
    });
    expect(refusal(free, decrypt)).toBeUndefined();
    expect(refusal(bounded, decrypt)).toContain('no permissions boundary');
  });

  it('do not keep anybody from handing a role to AWS', async () => {
    const pass: Permission = { action: 'iam:PassRole', resource: arnOf('Worker') };
    const identity = await house({ Worker: role(inline(allow('iam:PassRole', arnOf('Worker')))) });
    expect(refusal(identity, pass)).toBeUndefined();
  });

  it('take a call of this machine for one over TLS, as every call on AWS is', async () => {
    const old = deny('s3:*', 'arn:aws:s3:::bodies/*', {
      Principal: '*',
      Condition: { NumericLessThan: { 's3:TlsVersion': 1.2 } },
    });
    const identity = await house({
      Policy: ['AWS::S3::BucketPolicy', { PolicyDocument: document(old), Bucket: 'bodies' }],
      Worker: role(inline(allow('s3:GetObject'))),
    });
    expect(
      refusal(identity, { action: 's3:GetObject', resource: 'arn:aws:s3:::bodies/one' }),
    ).toBeUndefined();
  });

  it('deny what a queue policy denies', async () => {
    const insecure = deny('sqs:*', queue, {
      Principal: '*',
      Condition: { Bool: { 'aws:SecureTransport': 'false' } },
    });
    const receiving = deny('sqs:ReceiveMessage', queue, { Principal: '*' });
    const identity = await house({
      Policy: ['AWS::SQS::QueuePolicy', { PolicyDocument: document(insecure, receiving), Queues: [queue] }],
      Worker: role(inline(allow('sqs:*'))),
    });
    expect(refusal(identity, send)).toBeUndefined();
    expect(refusal(identity, read)).toBe(because(read, 'with an explicit deny in a resource-based policy'));
  });
});

describe('grants', () => {
  it('are listed until they are used, apart from those that nobody here can use', async () => {
    const identity = await house({
      Worker: role(inline(allow(['sqs:SendMessage', 'sqs:GetQueueUrl'], queue), allow('xray:Put*'))),
    });
    refusal(identity, send);
    refusal(identity, send);
    refusal(identity, read);
    const worker = arnOf('Worker');
    expect(identity.access.report(['sqs'])).toEqual({
      used: [{ role: worker, action: 'sqs:SendMessage', resource: queue, count: 2 }],
      unused: [{ role: worker, action: 'sqs:GetQueueUrl', resources: [queue] }],
      unplayed: [{ role: worker, action: 'xray:Put*', resources: ['*'] }],
    });
  });

  it('count what AWS does in the name of a role', async () => {
    const identity = await house({ Worker: role(inline(allow('sqs:ReceiveMessage', queue))) });
    expect(identity.access.allowed(arnOf('Worker'), read)).toBe(true);
    expect(identity.access.allowed(arnOf('Worker'), send)).toBe(false);
    expect(identity.access.report(['sqs']).unused).toEqual([]);
  });
});

describe('the administrator', () => {
  it('may do everything', async () => {
    const { callers, access } = await house({});
    const caller = callers.find(callers.administrator.accessKeyId);
    expect(typeof caller === 'string' ? caller : access.refuse(caller, send)).toBeUndefined();
  });
});
