/** What S3 keeps and tells of an object beside its bytes: type, metadata, checksum, tag, encryption. */
import { createHash } from 'node:crypto';
import type { AwsRequest, Place } from '../../service.ts';
import type { Bucket } from './buckets.ts';
import type { StoredObject } from './objects.ts';

/** One call on a bucket that exists. */
export type BucketCall = {
  readonly place: Place;
  readonly request: AwsRequest;
  readonly bucket: Bucket;
  readonly key: string;
};

const kept = /^(content-type|content-disposition|content-language|cache-control|expires|x-amz-meta-.*)$/;

/** The object that an upload makes. */
export const describe = (
  call: BucketCall,
  body: Buffer,
  checksums: Readonly<Record<string, string>>,
): StoredObject => {
  const { request, bucket, place } = call;
  const kmsKeyArn = bucket.kmsKeyArn;
  const encoding = (request.headers['content-encoding'] ?? '')
    .split(',')
    .map((one) => one.trim())
    .filter((one) => one !== '' && one !== 'aws-chunked')
    .join(',');
  const tagged = createHash('md5').update(body);
  // Under a customer key a tag is no MD5 of the bytes: equal bytes written twice have two tags.
  if (kmsKeyArn !== undefined)
    tagged.update(`${kmsKeyArn} ${place.clock()} ${bucket.objects.get(call.key)?.etag}`);
  return {
    key: call.key,
    etag: `"${tagged.digest('hex')}"`,
    size: body.length,
    modifiedAt: place.clock(),
    headers: {
      'content-type': 'application/octet-stream',
      ...Object.fromEntries(Object.entries(request.headers).filter(([name]) => kept.test(name))),
      ...(encoding === '' ? {} : { 'content-encoding': encoding }),
      ...checksums,
    },
    ...(kmsKeyArn === undefined ? {} : { kmsKeyArn }),
  };
};

/** Headers of a read; a checksum only when it was asked for. */
export const headersOf = ({ request }: BucketCall, object: StoredObject): Record<string, string> => {
  const asked = request.headers['x-amz-checksum-mode'] === 'ENABLED';
  const shown = Object.entries(object.headers).filter(
    ([name]) => asked || !name.startsWith('x-amz-checksum-'),
  );
  return {
    ...Object.fromEntries(shown),
    ...encryptionOf(object),
    etag: object.etag,
    'last-modified': new Date(object.modifiedAt).toUTCString(),
    'content-length': String(object.size),
  };
};

/** How the object is protected, as S3 says it on writes and reads. */
export const encryptionOf = ({ kmsKeyArn }: StoredObject): Record<string, string> =>
  kmsKeyArn === undefined
    ? { 'x-amz-server-side-encryption': 'AES256' }
    : { 'x-amz-server-side-encryption': 'aws:kms', 'x-amz-server-side-encryption-aws-kms-key-id': kmsKeyArn };
