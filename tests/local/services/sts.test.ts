/** The STS stand-in against the real client: who may become which role, with which tags, for how long. */
import { AssumeRoleCommand, GetCallerIdentityCommand, STSClient } from '@aws-sdk/client-sts';
import type { AssumeRoleCommandInput } from '@aws-sdk/client-sts';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Principal } from '../../../lib/local/service.ts';
import { stsService } from '../../../lib/local/services/sts.ts';
import type { Session } from '../../../lib/local/services/sts.ts';
import { complaint, refusal, testPlace } from './place.ts';
import type { TestPlace } from './place.ts';
import { credentials, serveService } from './serve.ts';
import type { Served } from './serve.ts';

const tenantRole = 'arn:aws:iam::000000000000:role/tenant-reads';
const lambda: Principal = { arn: 'arn:aws:iam::000000000000:role/desk-api', sessionTags: {} };

let place: TestPlace;
let sessions: Session[];
let served: Served;
let sts: STSClient;

beforeEach(async () => {
  place = testPlace();
  sessions = [];
  const service = stsService(place, {
    trusts: (roleArn, principal, tags) =>
      roleArn === tenantRole && principal === lambda && tags['tenant'] !== 'forbidden',
    assume: (session) => {
      sessions.push(session);
      return { accessKeyId: 'ASIATEST', secretAccessKey: 'secret', sessionToken: 'to<k>en' };
    },
  });
  served = await serveService(service, lambda);
  sts = new STSClient({ region: place.region, endpoint: served.endpoint, credentials, maxAttempts: 1 });
});

afterEach(async () => {
  sts.destroy();
  await served.close();
  place.remove();
});

const assume = (more: Partial<AssumeRoleCommandInput> = {}) =>
  sts.send(new AssumeRoleCommand({ RoleArn: tenantRole, RoleSessionName: 'desk', ...more }));

describe('assuming a role', () => {
  it('hands out the keys of a session that carries its tags, its policy and its end', async () => {
    const Policy = JSON.stringify({ Version: '2012-10-17', Statement: [] });
    const answer = await assume({ Tags: [{ Key: 'tenant', Value: 'a b' }], Policy, DurationSeconds: 900 });
    expect(answer.Credentials).toEqual({
      AccessKeyId: 'ASIATEST',
      SecretAccessKey: 'secret',
      SessionToken: 'to<k>en',
      Expiration: new Date(place.clock() + 900_000),
    });
    expect(answer.AssumedRoleUser?.Arn).toBe('arn:aws:sts::000000000000:assumed-role/tenant-reads/desk');
    expect(sessions).toEqual([
      {
        caller: lambda,
        roleArn: tenantRole,
        sessionName: 'desk',
        tags: { tenant: 'a b' },
        policy: Policy,
        expiresAt: place.clock() + 900_000,
      },
    ]);
  });

  it('is refused where the trust policy does not know the caller or its tags', async () => {
    expect(await refusal(assume({ RoleArn: `${tenantRole}-other` }))).toBe('AccessDenied');
    expect(await refusal(assume({ Tags: [{ Key: 'tenant', Value: 'forbidden' }] }))).toBe('AccessDenied');
    expect(sessions).toEqual([]);
  });

  it('needs the right to assume the role, and to tag the session when there are tags', async () => {
    await assume();
    await assume({ Tags: [{ Key: 'tenant', Value: 'a' }] });
    const context = {
      'sts:RoleSessionName': ['desk'],
      'aws:RequestTag/tenant': ['a'],
      'aws:TagKeys': ['tenant'],
    };
    expect(served.asked.flatMap((one) => one.permissions)).toEqual([
      { action: 'sts:AssumeRole', resource: tenantRole, context: { 'sts:RoleSessionName': ['desk'] } },
      { action: 'sts:AssumeRole', resource: tenantRole, context },
      { action: 'sts:TagSession', resource: tenantRole, context },
    ]);
  });

  it('lasts an hour at most when a role assumes it', async () => {
    expect(await complaint(assume({ DurationSeconds: 3601 }))).toMatch(/role chaining/);
    expect(await complaint(assume({ DurationSeconds: 899 }))).toMatch(/DurationSeconds/);
    expect(await refusal(assume({ DurationSeconds: 3600 }))).toBe('accepted');
  });

  it.each([
    ['a session name with a space', { RoleSessionName: 'a b' }, 'ValidationError'],
    ['a tag value of 257 characters', { Tags: [{ Key: 'k', Value: 'x'.repeat(257) }] }, 'ValidationError'],
    ['a tag value that could be a wildcard', { Tags: [{ Key: 'k', Value: '*' }] }, 'ValidationError'],
    [
      '51 tags',
      { Tags: Array.from({ length: 51 }, (_, n) => ({ Key: `k${n}`, Value: '' })) },
      'ValidationError',
    ],
    [
      'tags that differ in case alone',
      {
        Tags: [
          { Key: 'tenant', Value: 'a' },
          { Key: 'Tenant', Value: 'b' },
        ],
      },
      'InvalidParameterValue',
    ],
    ['a session policy that is no JSON', { Policy: '{' }, 'MalformedPolicyDocumentException'],
    ['a session policy over 2048 characters', { Policy: ' '.repeat(2049) }, 'ValidationError'],
    ['tags for the next role', { TransitiveTagKeys: ['tenant'] }, 'ValidationError'],
  ])('refuses %s', async (_, more, code) => {
    expect(await refusal(assume(more))).toBe(code);
    expect(sessions).toEqual([]);
  });
});

describe('who am I', () => {
  it('tells the caller, and needs no right', async () => {
    expect(await sts.send(new GetCallerIdentityCommand())).toMatchObject({
      Arn: lambda.arn,
      Account: '000000000000',
    });
    expect(served.asked[0]?.permissions).toEqual([]);
  });
});
