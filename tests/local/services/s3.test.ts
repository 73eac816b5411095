/** The S3 stand-in against the real client: what it keeps, which writes it refuses, how it lists, when it lets go. */
import { Readable } from 'node:stream';
import {
  CopyObjectCommand,
  DeleteObjectCommand,
  DeleteObjectsCommand,
  GetObjectCommand,
  HeadBucketCommand,
  HeadObjectCommand,
  ListObjectsV2Command,
  PutObjectCommand,
  S3Client,
} from '@aws-sdk/client-s3';
import type { GetObjectCommandInput, PutObjectCommandInput } from '@aws-sdk/client-s3';
import * as fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { s3Service } from '../../../lib/local/services/s3.ts';
import type { S3Service } from '../../../lib/local/services/s3.ts';
import { refusal, testPlace } from './place.ts';
import type { TestPlace } from './place.ts';
import { credentials, serveService } from './serve.ts';
import type { Served } from './serve.ts';

const Bucket = 'evidence-bucket';
const keyArn = 'arn:aws:kms:sa-east-1:000000000000:key/data';
const day = 86_400_000;

let place: TestPlace;
let service: S3Service;
let served: Served;
let s3: S3Client;

const bucket = (properties: Record<string, unknown> = {}) =>
  service.provision({
    stack: 'test',
    logicalId: 'Bucket',
    type: 'AWS::S3::Bucket',
    properties: { BucketName: Bucket, ...properties },
  });

const encrypted = (BucketKeyEnabled: boolean) => ({
  BucketEncryption: {
    ServerSideEncryptionConfiguration: [
      {
        BucketKeyEnabled,
        ServerSideEncryptionByDefault: { SSEAlgorithm: 'aws:kms', KMSMasterKeyID: 'data' },
      },
    ],
  },
});

const start = async () => {
  service = s3Service(place, (reference) => keyArn.replace('data', reference));
  served = await serveService(service);
  s3 = new S3Client({ region: place.region, endpoint: served.endpoint, credentials, maxAttempts: 1 });
  await bucket();
};

const stop = async () => {
  s3.destroy();
  await served.close();
};

beforeEach(async () => {
  place = testPlace();
  await start();
});

afterEach(async () => {
  await stop();
  place.remove();
});

const put = (
  Key: string,
  Body: PutObjectCommandInput['Body'] = 'text',
  more: Partial<PutObjectCommandInput> = {},
) => s3.send(new PutObjectCommand({ Bucket, Key, Body, ...more }));
/** The object with its bytes read: an unread body would break when the server closes. */
const get = async (Key: string, more: Partial<GetObjectCommandInput> = {}) => {
  const object = await s3.send(new GetObjectCommand({ Bucket, Key, ...more }));
  return { ...object, bytes: (await object.Body?.transformToByteArray()) ?? new Uint8Array() };
};
const read = async (Key: string) => Buffer.from((await get(Key)).bytes).toString();

const keysOf = async (more: { Prefix?: string; MaxKeys?: number; ContinuationToken?: string } = {}) => {
  const page = await s3.send(new ListObjectsV2Command({ Bucket, ...more }));
  return { keys: (page.Contents ?? []).map(({ Key }) => Key), next: page.NextContinuationToken };
};

describe('an object', () => {
  it('comes back as it was put, whatever its key and bytes, also after a restart', async () => {
    const sample = fc.sample(
      fc.tuple(fc.string({ minLength: 1, maxLength: 60, unit: 'binary' }), fc.uint8Array()),
      {
        numRuns: 15,
        seed: 3,
      },
    );
    // Two keys that URL parsing would fold are not what this is about.
    const objects = sample.filter(([key]) => !/^\.{1,2}$|(^|\/)\.{1,2}(\/|$)/.test(key));
    for (const [key, body] of objects) await put(key, body);
    await stop();
    await start();
    for (const [key, body] of new Map(objects)) {
      expect((await get(key)).bytes).toEqual(Uint8Array.from(body));
    }
  });

  it('keeps its type, its encoding and its metadata', async () => {
    await put('a', 'text', {
      ContentType: 'application/json',
      ContentEncoding: 'gzip',
      CacheControl: 'no-store',
      Metadata: { tenant: 't1' },
    });
    expect(await get('a')).toMatchObject({
      ContentType: 'application/json',
      ContentEncoding: 'gzip',
      CacheControl: 'no-store',
      ContentLength: 4,
      Metadata: { tenant: 't1' },
      LastModified: new Date(place.clock()),
    });
    expect(await s3.send(new HeadObjectCommand({ Bucket, Key: 'a' }))).toMatchObject({ ContentLength: 4 });
  });

  it('arrives whole from a stream, which the client sends in chunks with a checksum behind them', async () => {
    const parts = ['first ', 'x'.repeat(100_000), ' last'];
    await put('streamed', Readable.from(parts.map((part) => Buffer.from(part))), {
      ContentLength: Buffer.byteLength(parts.join('')),
    });
    expect(await read('streamed')).toBe(parts.join(''));
    expect((await get('streamed')).ContentEncoding).toBeUndefined();
  });

  it('is not stored when its bytes are not the ones that the checksum was made of', async () => {
    expect(await refusal(put('bad', 'text', { ChecksumCRC32: 'AAAAAA==' }))).toBe('BadDigest');
    expect(await refusal(put('bad', 'text', { ContentMD5: 'AAAAAAAAAAAAAAAAAAAAAA==' }))).toBe('BadDigest');
    expect(await refusal(get('bad'))).toBe('NoSuchKey');
  });

  it('is gone after a delete, and deleting it again is no error', async () => {
    await put('a');
    await s3.send(new DeleteObjectCommand({ Bucket, Key: 'a' }));
    await s3.send(new DeleteObjectCommand({ Bucket, Key: 'a' }));
    expect(await refusal(get('a'))).toBe('NoSuchKey');
    expect(await refusal(s3.send(new HeadObjectCommand({ Bucket, Key: 'a' })))).toBe('NotFound');
  });

  it('takes a key of 1024 bytes and none longer', async () => {
    expect(await refusal(put('é'.repeat(512)))).toBe('accepted');
    expect(await refusal(put(`${'é'.repeat(512)}a`))).toBe('KeyTooLongError');
  });

  it('needs a bucket that a template made', async () => {
    expect(await refusal(s3.send(new PutObjectCommand({ Bucket: 'other', Key: 'a', Body: 'text' })))).toBe(
      'NoSuchBucket',
    );
    expect(await refusal(s3.send(new HeadBucketCommand({ Bucket: 'other' })))).toBe('NotFound');
    expect(await refusal(s3.send(new HeadBucketCommand({ Bucket })))).toBe('accepted');
  });

  it('is kept from a caller who expects the bucket to be of another account', async () => {
    await put('a');
    expect(await refusal(get('a', { ExpectedBucketOwner: '111111111111' }))).toBe('AccessDenied');
  });
});

describe('a conditional call', () => {
  it('creates a key once, however many try at the same time', async () => {
    const tries = Array.from({ length: 8 }, (_, n) => refusal(put('once', `${n}`, { IfNoneMatch: '*' })));
    expect((await Promise.all(tries)).toSorted()).toEqual([
      ...Array(7).fill('PreconditionFailed'),
      'accepted',
    ]);
  });

  it('replaces only what the caller has seen', async () => {
    const { ETag: IfMatch } = await put('head', 'one');
    expect(await refusal(put('head', 'two', { IfMatch }))).toBe('accepted');
    expect(await refusal(put('head', 'three', { IfMatch }))).toBe('PreconditionFailed');
    expect(await refusal(put('none', 'one', { IfMatch }))).toBe('NoSuchKey');
    expect(await read('head')).toBe('two');
  });

  it('deletes only what the caller has seen', async () => {
    const { ETag } = await put('a', 'one');
    await put('a', 'two');
    const stale = new DeleteObjectCommand({ Bucket, Key: 'a', IfMatch: ETag });
    expect(await refusal(s3.send(stale))).toBe('PreconditionFailed');
    expect(await read('a')).toBe('two');
  });

  it('does not send again what the caller has already', async () => {
    const { ETag } = await put('a');
    expect(await refusal(get('a', { IfNoneMatch: ETag }))).not.toBe('accepted');
    expect(await refusal(get('a', { IfNoneMatch: '"another"' }))).toBe('accepted');
  });
});

describe('listing', () => {
  it('shows every key that begins with the prefix once, in byte order, page by page', async () => {
    const names = ['b/2', 'a/1', 'b/10', 'b/\u{1F600}', 'b/\uFF5E', 'b/<&>"', 'c'];
    for (const name of names) await put(name);
    const seen: (string | undefined)[] = [];
    for (let token: string | undefined, first = true; first || token !== undefined; first = false) {
      const { keys, next } = await keysOf({
        Prefix: 'b/',
        MaxKeys: 2,
        ...(token === undefined ? {} : { ContinuationToken: token }),
      });
      seen.push(...keys);
      token = next;
    }
    expect(seen).toEqual(['b/10', 'b/2', 'b/<&>"', 'b/\uFF5E', 'b/\u{1F600}']);
  });

  it('folds what is common up to the delimiter', async () => {
    for (const name of ['a/1', 'a/2', 'b', 'c/1']) await put(name);
    const page = await s3.send(new ListObjectsV2Command({ Bucket, Delimiter: '/', MaxKeys: 2 }));
    expect(page.CommonPrefixes).toEqual([{ Prefix: 'a/' }]);
    expect(page.Contents?.map(({ Key }) => Key)).toEqual(['b']);
    expect(page.KeyCount).toBe(2);
    expect(page.IsTruncated).toBe(true);
  });

  it('starts after a key, and refuses a token that it did not give', async () => {
    for (const name of ['a', 'b', 'c']) await put(name);
    const after = await s3.send(new ListObjectsV2Command({ Bucket, StartAfter: 'a' }));
    expect(after.Contents?.map(({ Key }) => Key)).toEqual(['b', 'c']);
    expect(await refusal(keysOf({ ContinuationToken: '%%%' }))).toBe('InvalidArgument');
  });

  it('deletes many at once and names them, and refuses an empty list', async () => {
    for (const name of ['a', 'b&c', 'd']) await put(name);
    const many = new DeleteObjectsCommand({ Bucket, Delete: { Objects: [{ Key: 'a' }, { Key: 'b&c' }] } });
    expect((await s3.send(many)).Deleted).toEqual([{ Key: 'a' }, { Key: 'b&c' }]);
    expect((await keysOf()).keys).toEqual(['d']);
    expect(await refusal(s3.send(new DeleteObjectsCommand({ Bucket, Delete: { Objects: [] } })))).toBe(
      'MalformedXML',
    );
  });
});

describe('expiry', () => {
  it('lets an object go at the midnight after its days, and only under the rule’s prefix', async () => {
    await bucket({
      LifecycleConfiguration: { Rules: [{ Status: 'Enabled', Prefix: 'raw/', ExpirationInDays: 14 }] },
    });
    await put('raw/body');
    await put('kept/body');
    place.pass(14 * day);
    expect(service.sweepExpired()).toBe(0);
    place.pass(14 * 3_600_000);
    expect(service.sweepExpired()).toBe(1);
    expect((await keysOf()).keys).toEqual(['kept/body']);
  });

  it('ignores a rule that is switched off, and refuses one that would delete by tag', async () => {
    await bucket({ LifecycleConfiguration: { Rules: [{ Status: 'Disabled', ExpirationInDays: 1 }] } });
    await put('a');
    place.pass(9 * day);
    expect(service.sweepExpired()).toBe(0);
    const rule = { Status: 'Enabled', ExpirationInDays: 1, TagFilters: [{ Key: 'k', Value: 'v' }] };
    expect(() => bucket({ LifecycleConfiguration: { Rules: [rule] } })).toThrow(/not imitated/);
  });
});

describe('the caller', () => {
  const permissions = () =>
    served.asked.at(-1)?.permissions.map(({ action, resource }) => `${action} ${resource}`);
  const object = `arn:aws:s3:::${Bucket}/a`;

  it('needs the object to write and read, and the bucket to list', async () => {
    await put('a');
    expect(permissions()).toEqual([`s3:PutObject ${object}`]);
    await get('a');
    expect(permissions()).toEqual([`s3:GetObject ${object}`]);
    await keysOf({ Prefix: 'tenant/' });
    expect(served.asked.at(-1)?.permissions).toEqual([
      { action: 's3:ListBucket', resource: `arn:aws:s3:::${Bucket}`, context: { 's3:prefix': ['tenant/'] } },
    ]);
    await s3.send(new DeleteObjectsCommand({ Bucket, Delete: { Objects: [{ Key: 'a' }, { Key: 'b' }] } }));
    expect(permissions()).toEqual([`s3:DeleteObject ${object}`, `s3:DeleteObject arn:aws:s3:::${Bucket}/b`]);
  });

  it('learns that a key is missing only with the right to list', async () => {
    await refusal(get('a'));
    expect(permissions()).toEqual([`s3:GetObject ${object}`, `s3:ListBucket arn:aws:s3:::${Bucket}`]);
  });

  it('needs to read what it replaces by its tag', async () => {
    const { ETag: IfMatch } = await put('a');
    await put('a', 'two', { IfMatch });
    expect(permissions()).toEqual([`s3:PutObject ${object}`, `s3:GetObject ${object}`]);
  });

  it('needs the key of an encrypted bucket through S3, for that object alone', async () => {
    await bucket(encrypted(false));
    expect(await put('a')).toMatchObject({ ServerSideEncryption: 'aws:kms', SSEKMSKeyId: keyArn });
    const context = {
      'kms:EncryptionContext:aws:s3:arn': [object],
      'kms:EncryptionContextKeys': ['aws:s3:arn'],
      'kms:ViaService': ['s3.sa-east-1.amazonaws.com'],
      'kms:CallerAccount': ['000000000000'],
    };
    expect(served.asked.at(-1)?.permissions[1]).toEqual({
      action: 'kms:GenerateDataKey',
      resource: keyArn,
      context,
    });
    await get('a');
    expect(served.asked.at(-1)?.permissions[1]).toEqual({ action: 'kms:Decrypt', resource: keyArn, context });
  });

  it('needs to open a bucket key as well when it writes', async () => {
    await bucket(encrypted(true));
    await put('a');
    expect(permissions()?.slice(1)).toEqual([`kms:GenerateDataKey ${keyArn}`, `kms:Decrypt ${keyArn}`]);
  });
});

describe('what is not imitated', () => {
  it('is refused: copies, versions, ranges and encryption chosen by the caller', async () => {
    await put('a');
    const copy = new CopyObjectCommand({ Bucket, Key: 'b', CopySource: `${Bucket}/a` });
    expect(await refusal(s3.send(copy))).toBe('NotImplemented');
    expect(await refusal(get('a', { VersionId: '1' }))).toBe('NotImplemented');
    expect(await refusal(get('a', { Range: 'bytes=0-1' }))).toBe('NotImplemented');
    expect(await refusal(put('b', 'text', { ServerSideEncryption: 'aws:kms' }))).toBe('NotImplemented');
    expect(await refusal(put('b', 'text', { IfNoneMatch: '"tag"' }))).toBe('NotImplemented');
  });

  it('names a bucket as CloudFormation would, and refuses a name that S3 would refuse', () => {
    const made = (properties: Record<string, unknown>) =>
      service.provision({ stack: 'Recado-dev', logicalId: 'RawBodies', type: 'AWS::S3::Bucket', properties });
    expect(made({})).toMatchObject({ ref: 'recado-dev-rawbodies' });
    expect(() => made({ BucketName: 'Has_Capitals' })).toThrow(/not valid/);
  });
});
