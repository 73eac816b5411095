/** Where bodies wait that are too large for a queue: sealed by our key, never public, gone after 14 days. */
import { Duration, RemovalPolicy, Stack } from 'aws-cdk-lib';
import type { IKey } from 'aws-cdk-lib/aws-kms';
import { BlockPublicAccess, Bucket, BucketEncryption, ObjectOwnership } from 'aws-cdk-lib/aws-s3';
import type { Construct } from 'constructs';
import { acknowledge } from './acknowledge.ts';

export class BodiesBucket extends Bucket {
  /** All objects, as a readable ARN: rights on single objects cannot be named before they exist. */
  readonly objectsArn: string;

  constructor(scope: Construct, id: string, props: { readonly name: string; readonly key: IKey }) {
    super(scope, id, {
      bucketName: props.name,
      encryption: BucketEncryption.KMS,
      encryptionKey: props.key,
      bucketKeyEnabled: true,
      blockPublicAccess: BlockPublicAccess.BLOCK_ALL,
      objectOwnership: ObjectOwnership.BUCKET_OWNER_ENFORCED,
      enforceSSL: true,
      minimumTLSVersion: 1.2,
      versioned: false,
      removalPolicy: RemovalPolicy.RETAIN,
      lifecycleRules: [
        { expiration: Duration.days(14), abortIncompleteMultipartUploadAfter: Duration.days(1) },
      ],
    });
    this.objectsArn = `arn:${Stack.of(this).partition}:s3:::${props.name}/*`;
    acknowledge(this, {
      rule: 'AwsSolutions-S1',
      because: 'Two Lambdas alone can reach it, objects live 14 days, and CloudTrail can record each access',
      reviewBy: '2027-05-31',
    });
  }
}
