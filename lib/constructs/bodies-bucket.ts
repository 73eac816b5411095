/** Where bodies wait that are too large for a queue: gone after 14 days. */
import { Duration } from 'aws-cdk-lib';
import type { IKey } from 'aws-cdk-lib/aws-kms';
import type { Construct } from 'constructs';
import { SealedBucket } from './sealed-bucket.ts';

export class BodiesBucket extends SealedBucket {
  constructor(scope: Construct, id: string, props: { readonly name: string; readonly key: IKey }) {
    super(scope, id, {
      ...props,
      lifecycleRules: [
        { expiration: Duration.days(14), abortIncompleteMultipartUploadAfter: Duration.days(1) },
      ],
      unloggedBecause:
        'Two Lambdas alone can reach it, objects live 14 days, and CloudTrail can record each access',
    });
  }
}
