/** Where the closed hours of the ledger lie as files, with the signed closes of months: kept, every version of them. */
import { Duration } from 'aws-cdk-lib';
import type { IKey } from 'aws-cdk-lib/aws-kms';
import type { Construct } from 'constructs';
import { SealedBucket } from './sealed-bucket.ts';

/** What Athena answers is no evidence, and gone after a month. */
export const queryResults = 'athena/';

export class LedgerBucket extends SealedBucket {
  /** Results of queries, as a readable ARN. */
  readonly resultsArn: string;

  constructor(scope: Construct, id: string, props: { readonly name: string; readonly key: IKey }) {
    super(scope, id, {
      ...props,
      versioned: true,
      lifecycleRules: [
        { abortIncompleteMultipartUploadAfter: Duration.days(1) },
        {
          prefix: queryResults,
          expiration: Duration.days(30),
          noncurrentVersionExpiration: Duration.days(1),
        },
      ],
      unloggedBecause:
        'One Lambda and the finance role alone can reach it, it holds nothing personal, and CloudTrail can record each access',
    });
    this.resultsArn = this.objectsArn.replace(/\*$/, `${queryResults}*`);
  }
}
