/** A table as this house keeps data: on demand, under our own key, restorable to the second, not to be deleted by accident. */
import { RemovalPolicy } from 'aws-cdk-lib';
import { AttributeType, BillingMode, ProjectionType, Table, TableEncryption } from 'aws-cdk-lib/aws-dynamodb';
import type { IKey } from 'aws-cdk-lib/aws-kms';
import type { Construct } from 'constructs';

type Keys = { readonly partition: string; readonly sort?: string };

export type HouseTableProps = Keys & {
  readonly key: IKey;
  /** Attribute with the epoch seconds after which a row is gone. */
  readonly expiresAt?: string;
  /** Days back that the table can be restored to; 35 unless told. */
  readonly restorableDays?: number;
  /** Indexes that hold keys only; whoever asks reads the rows. */
  readonly indexes?: Readonly<Record<string, Keys>>;
};

const text = (name: string) => ({ name, type: AttributeType.STRING });
const schema = ({ partition, sort }: Keys) => ({
  partitionKey: text(partition),
  ...(sort === undefined ? {} : { sortKey: text(sort) }),
});

export class HouseTable extends Table {
  constructor(scope: Construct, id: string, props: HouseTableProps) {
    super(scope, id, {
      ...schema(props),
      billingMode: BillingMode.PAY_PER_REQUEST,
      encryption: TableEncryption.CUSTOMER_MANAGED,
      encryptionKey: props.key,
      pointInTimeRecoverySpecification: {
        pointInTimeRecoveryEnabled: true,
        recoveryPeriodInDays: props.restorableDays ?? 35,
      },
      deletionProtection: true,
      removalPolicy: RemovalPolicy.RETAIN,
      ...(props.expiresAt === undefined ? {} : { timeToLiveAttribute: props.expiresAt }),
    });
    for (const [indexName, keys] of Object.entries(props.indexes ?? {})) {
      this.addGlobalSecondaryIndex({ indexName, ...schema(keys), projectionType: ProjectionType.KEYS_ONLY });
    }
  }
}
