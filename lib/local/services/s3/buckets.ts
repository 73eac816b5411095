/** The buckets of the templates: their names, default encryption and expiry rules, with the objects they hold. */
import { join } from 'node:path';
import * as z from 'zod';
import { physicalName } from '../../cloudformation/physical-name.ts';
import { AwsError } from '../../service.ts';
import type { Place, Provisioned, Resource } from '../../service.ts';
import { openObjects } from './objects.ts';
import type { Objects, StoredObject } from './objects.ts';

export type Bucket = {
  readonly name: string;
  readonly arn: string;
  /** ARN of the customer key that protects what is put here by default. */
  readonly kmsKeyArn: string | undefined;
  /** One data key for many objects: the context of the key is then the bucket, and it is opened for each write. */
  readonly bucketKey: boolean;
  readonly expiry: readonly Expiry[];
  readonly objects: Objects;
};

type Expiry = { readonly prefix: string; readonly days: number };

const flag = z.stringbool().or(z.boolean());

const bucketProperties = z.object({
  BucketName: z.string().optional(),
  BucketEncryption: z
    .object({
      ServerSideEncryptionConfiguration: z.array(
        z.object({
          BucketKeyEnabled: flag.default(false),
          ServerSideEncryptionByDefault: z.object({
            SSEAlgorithm: z.enum(['AES256', 'aws:kms']),
            KMSMasterKeyID: z.string().optional(),
          }),
        }),
      ),
    })
    .optional(),
  LifecycleConfiguration: z
    .object({
      Rules: z.array(
        z.object({
          Status: z.enum(['Enabled', 'Disabled']),
          Prefix: z.string().default(''),
          ExpirationInDays: z.coerce.number().int().positive().optional(),
          // Rules that would delete by these are refused, or they would delete too much.
          TagFilters: z.undefined('expiry by tag is not imitated').optional(),
          ObjectSizeGreaterThan: z.undefined('expiry by size is not imitated').optional(),
          ObjectSizeLessThan: z.undefined('expiry by size is not imitated').optional(),
        }),
      ),
    })
    .optional(),
});

/** A bucket that keeps its objects in `${place.data}/s3/<name>`. */
export const makeBucket = (
  place: Place,
  resource: Resource,
  keyArn: (reference: string) => string,
): Bucket => {
  const properties = bucketProperties.parse(resource.properties);
  const name = properties.BucketName ?? physicalName(resource, undefined, 63).toLowerCase();
  if (!validName(name)) throw new AwsError('InvalidBucketName', `The specified bucket is not valid: ${name}`);
  const encryption = properties.BucketEncryption?.ServerSideEncryptionConfiguration[0];
  const reference = encryption?.ServerSideEncryptionByDefault.KMSMasterKeyID;
  const rules = properties.LifecycleConfiguration?.Rules ?? [];
  return {
    name,
    arn: `arn:aws:s3:::${name}`,
    kmsKeyArn: reference === undefined ? undefined : keyArn(reference),
    bucketKey: encryption?.BucketKeyEnabled ?? false,
    expiry: rules
      .filter((rule) => rule.Status === 'Enabled')
      .flatMap(({ Prefix, ExpirationInDays: days }) =>
        days === undefined ? [] : [{ prefix: Prefix, days }],
      ),
    objects: openObjects(join(place.data, 's3', name)),
  };
};

/** https://docs.aws.amazon.com/AmazonS3/latest/userguide/bucketnamingrules.html, as far as names of templates go. */
const validName = (name: string): boolean =>
  /^[a-z0-9][a-z0-9.-]{1,61}[a-z0-9]$/.test(name) && !/\.\.|^\d+\.\d+\.\d+\.\d+$/.test(name);

export const provisionedBucket = (place: Place, { name, arn }: Bucket): Provisioned => ({
  ref: name,
  attributes: {
    Arn: arn,
    DomainName: `${name}.s3.amazonaws.com`,
    RegionalDomainName: `${name}.s3.${place.region}.amazonaws.com`,
  },
});

const day = 86_400_000;

/** S3 adds the days and rounds up to the next midnight, UTC. */
export const hasExpired = (bucket: Bucket, object: StoredObject, now: number): boolean =>
  bucket.expiry.some(
    ({ prefix, days }) =>
      object.key.startsWith(prefix) && now >= Math.ceil((object.modifiedAt + days * day) / day) * day,
  );
