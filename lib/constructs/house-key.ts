/** A key of the region: rotated where its kind can be, kept when its stack goes, and thirty days to think again. */
import { Duration, RemovalPolicy } from 'aws-cdk-lib';
import { Key, KeySpec, KeyUsage } from 'aws-cdk-lib/aws-kms';
import type { Construct } from 'constructs';

export type HouseKeyProps = {
  /** Alias `recado/<stage>/<name>`. */
  readonly alias: string;
  readonly description: string;
  readonly use: 'encrypts' | 'signs';
};

export class HouseKey extends Key {
  constructor(scope: Construct, id: string, props: HouseKeyProps) {
    super(scope, id, {
      alias: props.alias,
      description: props.description,
      pendingWindow: Duration.days(30),
      removalPolicy: RemovalPolicy.RETAIN,
      ...(props.use === 'signs'
        ? { keySpec: KeySpec.ECC_NIST_P256, keyUsage: KeyUsage.SIGN_VERIFY }
        : { enableKeyRotation: true }),
    });
  }
}
