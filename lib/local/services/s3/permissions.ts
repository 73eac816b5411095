/**
 * What a caller of S3 must hold, the rights on the key that S3 uses on its behalf included.
 * Sources: the permissions section of each operation in the S3 API reference; "Using SSE-KMS"; "S3 Bucket Keys".
 */
import type { AwsRequest, Permission, Place } from '../../service.ts';
import { onBehalf } from '../kms/on-behalf.ts';
import type { Bucket } from './buckets.ts';
import type { S3Call, S3Operation } from './call.ts';
import { keysToDelete } from './operations.ts';

type Asked = {
  readonly place: Place;
  readonly request: AwsRequest;
  readonly key: string;
  /** Undefined when there is no such bucket: the answer will say so. */
  readonly bucket: Bucket | undefined;
  readonly bucketArn: string;
  readonly arn: string;
};

export const permissionsOf = (
  place: Place,
  request: AwsRequest,
  { operation, key, bucket: name }: S3Call,
  bucket: Bucket | undefined,
): readonly Permission[] => {
  const bucketArn = `arn:aws:s3:::${name}`;
  return needed[operation]({ place, request, key, bucket, bucketArn, arn: `${bucketArn}/${key}` });
};

const needed: Readonly<Record<S3Operation, (asked: Asked) => readonly Permission[]>> = {
  PutObject: (asked) => [
    { action: 's3:PutObject', resource: asked.arn, context: writeContext(asked.request) },
    ...(asked.request.headers['if-match'] === undefined
      ? []
      : [{ action: 's3:GetObject', resource: asked.arn }]),
    ...sealing(asked),
  ],
  GetObject: (asked) => [...reading(asked), ...opening(asked)],
  // Only the checksum of an encrypted object needs the key.
  HeadObject: (asked) =>
    asked.request.headers['x-amz-checksum-mode'] === 'ENABLED'
      ? [...reading(asked), ...opening(asked)]
      : reading(asked),
  DeleteObject: ({ arn }) => [{ action: 's3:DeleteObject', resource: arn }],
  DeleteObjects: ({ request, bucketArn }) =>
    keysToDelete(request).map((key) => ({ action: 's3:DeleteObject', resource: `${bucketArn}/${key}` })),
  ListObjectsV2: (asked) => [{ ...listing(asked), context: listContext(asked.request) }],
  HeadBucket: (asked) => [listing(asked)],
  NotImplemented: () => [],
};

const listing = ({ bucketArn }: Asked): Permission => ({ action: 's3:ListBucket', resource: bucketArn });

/** Whoever may not list the bucket is told "access denied" of a key that does not exist, not that it is missing. */
const reading = (asked: Asked): readonly Permission[] => {
  const get = { action: 's3:GetObject', resource: asked.arn };
  return asked.bucket?.objects.get(asked.key) === undefined ? [get, listing(asked)] : [get];
};

const writeContext = ({ headers }: AwsRequest): Record<string, readonly string[]> => {
  const context: Record<string, readonly string[]> = {};
  for (const name of ['if-match', 'if-none-match']) {
    const value = headers[name];
    if (value !== undefined) context[`s3:${name}`] = [value];
  }
  return context;
};

const listContext = ({ query }: AwsRequest): Record<string, readonly string[]> => {
  const context: Record<string, readonly string[]> = {};
  for (const name of ['prefix', 'delimiter', 'max-keys']) {
    const value = query.get(name);
    if (value !== null) context[`s3:${name}`] = [value];
  }
  return context;
};

/** The key's context is the object, or the whole bucket when one data key serves many objects. */
const keyContext = (asked: Asked) => ({
  'aws:s3:arn': asked.bucket?.bucketKey === true ? asked.bucketArn : asked.arn,
});

const sealing = (asked: Asked): readonly Permission[] => {
  const { place, bucket } = asked;
  if (bucket?.kmsKeyArn === undefined) return [];
  const generate = onBehalf(place, 's3', 'kms:GenerateDataKey', bucket.kmsKeyArn, keyContext(asked));
  return bucket.bucketKey ? [generate, { ...generate, action: 'kms:Decrypt' }] : [generate];
};

const opening = (asked: Asked): readonly Permission[] => {
  const keyArn = asked.bucket?.objects.get(asked.key)?.kmsKeyArn;
  return keyArn === undefined ? [] : [onBehalf(asked.place, 's3', 'kms:Decrypt', keyArn, keyContext(asked))];
};
