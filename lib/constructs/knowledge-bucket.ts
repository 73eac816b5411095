/** Where the indexes of articles lie, one object for each tenant: written over with each build, and built again if lost. */
import { Duration } from 'aws-cdk-lib';
import type { IKey } from 'aws-cdk-lib/aws-kms';
import type { Construct } from 'constructs';
import { SealedBucket } from './sealed-bucket.ts';

export class KnowledgeBucket extends SealedBucket {
  constructor(scope: Construct, id: string, props: { readonly name: string; readonly key: IKey }) {
    super(scope, id, {
      ...props,
      lifecycleRules: [{ abortIncompleteMultipartUploadAfter: Duration.days(1) }],
      unloggedBecause:
        'Two Lambdas alone can reach it, it holds no word of a buyer, and CloudTrail can record each access',
    });
  }
}
