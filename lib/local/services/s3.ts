/** S3 on this machine: buckets of the templates, objects as files, conditional writes, expiry, with S3's refusals. */
import * as z from 'zod';
import { AwsError } from '../service.ts';
import type { AwsRequest, Place, Provisioned, Resource, Service } from '../service.ts';
import { hasExpired, makeBucket, provisionedBucket } from './s3/buckets.ts';
import type { Bucket } from './s3/buckets.ts';
import { readCall } from './s3/call.ts';
import { operations } from './s3/operations.ts';
import { permissionsOf } from './s3/permissions.ts';

export type S3Service = Service & {
  /** Deletes what the buckets' lifecycle rules have let expire by now; answers how many objects that were. */
  sweepExpired(): number;
};

/**
 * Objects live in `${place.data}/s3`. No versions, no multipart uploads, no access lists: what asks for them is refused.
 * @param keyArn the ARN of the key that an id or alias of a template stands for (the KMS stand-in knows)
 */
export const s3Service = (
  place: Place,
  keyArn: (reference: string) => string = (reference) => reference,
): S3Service => {
  const buckets = new Map<string, Bucket>();
  const provision = (resource: Resource): Provisioned => {
    if (resource.type === 'AWS::S3::BucketPolicy') return { ref: policed(buckets, resource), attributes: {} };
    const bucket = makeBucket(place, resource, keyArn);
    buckets.set(bucket.name, bucket);
    return provisionedBucket(place, bucket);
  };
  return {
    name: 's3',
    types: ['AWS::S3::Bucket', 'AWS::S3::BucketPolicy'],
    provision,
    operation: (request) => readCall(request).operation,
    permissions: (request) => {
      const call = readCall(request);
      return permissionsOf(place, request, call, buckets.get(call.bucket));
    },
    answer: async (request) => {
      const { operation, bucket: name, key } = readCall(request);
      const bucket = buckets.get(name);
      if (bucket === undefined) throw noSuchBucket();
      demandOwner(place, request);
      return operations[operation]({ place, request, bucket, key });
    },
    sweepExpired: () => {
      const expired = [...buckets.values()].flatMap((bucket) =>
        bucket.objects
          .all()
          .filter((object) => hasExpired(bucket, object, place.clock()))
          .map(({ key }) => ({ bucket, key })),
      );
      for (const { bucket, key } of expired) bucket.objects.delete(key);
      return expired.length;
    },
    close: () => Promise.resolve(),
  };
};

const noSuchBucket = () => new AwsError('NoSuchBucket', 'The specified bucket does not exist', 404);

/** A bucket policy is a resource of its own; who may do what is the gateway's business, so only its bucket is checked. */
const policed = (buckets: ReadonlyMap<string, Bucket>, resource: Resource): string => {
  const { Bucket: name } = z.object({ Bucket: z.string() }).parse(resource.properties);
  if (!buckets.has(name)) throw noSuchBucket();
  return name;
};

const demandOwner = (place: Place, request: AwsRequest): void => {
  const expected = request.headers['x-amz-expected-bucket-owner'];
  if (expected !== undefined && expected !== place.account)
    throw new AwsError('AccessDenied', 'Access Denied', 403);
};
