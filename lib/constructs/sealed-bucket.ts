/** A bucket of ours: sealed by our key, never public, reached by encrypted calls only. */
import { RemovalPolicy, Stack } from 'aws-cdk-lib';
import type { IKey } from 'aws-cdk-lib/aws-kms';
import { BlockPublicAccess, Bucket, BucketEncryption, ObjectOwnership } from 'aws-cdk-lib/aws-s3';
import type { LifecycleRule } from 'aws-cdk-lib/aws-s3';
import type { Construct } from 'constructs';
import { acknowledge } from './acknowledge.ts';

export type SealedBucketProps = {
  readonly name: string;
  readonly key: IKey;
  readonly lifecycleRules: LifecycleRule[];
  /** What is written over stays behind it, for whoever asks what was there. */
  readonly versioned?: boolean;
  /** Why accesses are not logged to another bucket. */
  readonly unloggedBecause: string;
};

export class SealedBucket extends Bucket {
  /** All objects, as a readable ARN: rights on single objects cannot be named before they exist. */
  readonly objectsArn: string;

  constructor(scope: Construct, id: string, props: SealedBucketProps) {
    super(scope, id, {
      bucketName: props.name,
      encryption: BucketEncryption.KMS,
      encryptionKey: props.key,
      bucketKeyEnabled: true,
      blockPublicAccess: BlockPublicAccess.BLOCK_ALL,
      objectOwnership: ObjectOwnership.BUCKET_OWNER_ENFORCED,
      enforceSSL: true,
      minimumTLSVersion: 1.2,
      versioned: props.versioned ?? false,
      removalPolicy: RemovalPolicy.RETAIN,
      lifecycleRules: props.lifecycleRules,
    });
    this.objectsArn = `arn:${Stack.of(this).partition}:s3:::${props.name}/*`;
    acknowledge(this, { rule: 'AwsSolutions-S1', because: props.unloggedBecause, reviewBy: '2027-05-31' });
  }
}
