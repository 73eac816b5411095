/** What finance reads the ledger with: a table over its files, saved queries, and a role that reads and never scans. */
import { CfnOutput, Stack } from 'aws-cdk-lib';
import { CfnNamedQuery, CfnWorkGroup } from 'aws-cdk-lib/aws-athena';
import { CfnDatabase, CfnTable } from 'aws-cdk-lib/aws-glue';
import { AccountRootPrincipal, Effect, PolicyStatement, Role } from 'aws-cdk-lib/aws-iam';
import { Construct } from 'constructs';
import { ledgerColumns, savedQueries } from '../../functions/core/policy/ledger-queries.ts';
import { acknowledge } from '../constructs/acknowledge.ts';
import type { Foundation } from '../constructs/foundation.ts';
import { statementOf, type Grant } from '../constructs/grant.ts';
import { queryResults } from '../constructs/ledger-bucket.ts';
import type { Stores } from './grants/rights.ts';

const reviewBy = '2027-05-31';

export class Finance extends Construct {
  private readonly database: string;
  private readonly workGroup: string;

  constructor(scope: Construct, id: string, foundation: Foundation, stores: Stores) {
    super(scope, id);
    const { name } = foundation.stage;
    this.database = `recado_${name.replaceAll('-', '_')}_ledger`;
    this.workGroup = `recado-${name}-finance`;
    this.table(stores);
    this.queries(stores);
    this.role(foundation, stores);
  }

  /** Partitions follow from the clock: no crawler, nothing to repair. */
  private table({ metering }: Stores): void {
    const { account } = Stack.of(this);
    const database = new CfnDatabase(this, 'Database', {
      catalogId: account,
      databaseInput: { name: this.database, description: 'The usage ledger of Recado' },
    });
    const location = `s3://${metering.files.bucketName}/lines/`;
    const table = new CfnTable(this, 'Lines', {
      catalogId: account,
      databaseName: this.database,
      tableInput: {
        name: 'lines',
        tableType: 'EXTERNAL_TABLE',
        description: 'A row for each ledger line of the closed hours; quantities, no money, nothing personal',
        partitionKeys: [
          { name: 'day', type: 'string' },
          { name: 'hour', type: 'string' },
        ],
        parameters: {
          classification: 'parquet',
          'projection.enabled': 'true',
          'projection.day.type': 'date',
          'projection.day.format': 'yyyy-MM-dd',
          'projection.day.range': '2026-01-01,NOW+1DAYS',
          'projection.hour.type': 'integer',
          'projection.hour.range': '0,23',
          'projection.hour.digits': '2',
          'storage.location.template': `${location}day=\${day}/hour=\${hour}/`,
        },
        storageDescriptor: {
          columns: ledgerColumns.map(({ name, type }) => ({ name, type })),
          location,
          inputFormat: 'org.apache.hadoop.hive.ql.io.parquet.MapredParquetInputFormat',
          outputFormat: 'org.apache.hadoop.hive.ql.io.parquet.MapredParquetOutputFormat',
          serdeInfo: {
            serializationLibrary: 'org.apache.hadoop.hive.ql.io.parquet.serde.ParquetHiveSerDe',
          },
        },
      },
    });
    table.addDependency(database);
  }

  private queries({ metering, data }: Stores): void {
    const workGroup = new CfnWorkGroup(this, 'WorkGroup', {
      name: this.workGroup,
      description: 'Queries of finance over the ledger; results are sealed and gone after a month',
      workGroupConfiguration: {
        enforceWorkGroupConfiguration: true,
        publishCloudWatchMetricsEnabled: false,
        bytesScannedCutoffPerQuery: 10 * 1024 ** 3,
        resultConfiguration: {
          outputLocation: `s3://${metering.files.bucketName}/${queryResults}`,
          encryptionConfiguration: { encryptionOption: 'SSE_KMS', kmsKey: data.dataKey.keyArn },
        },
      },
    });
    for (const { name, title, sql } of savedQueries) {
      const query = new CfnNamedQuery(this, title, {
        name,
        database: this.database,
        workGroup: this.workGroup,
        description: `Ledger of Recado: ${name.replaceAll('-', ' ')}`,
        queryString: sql,
      });
      query.addDependency(workGroup);
    }
  }

  private role(foundation: Foundation, { metering, data }: Stores): void {
    const { partition, region, account } = Stack.of(this);
    const role = new Role(this, 'Role', {
      roleName: `recado-${foundation.stage.name}-${foundation.region}-finance`,
      assumedBy: new AccountRootPrincipal(),
      permissionsBoundary: foundation.boundary,
      description: 'Reads the ledger by key and by query; scans nothing and changes nothing',
    });
    const glue = `arn:${partition}:glue:${region}:${account}`;
    const grants: readonly Grant[] = [
      {
        actions: ['dynamodb:GetItem', 'dynamodb:PartiQLSelect', 'dynamodb:Query'],
        on: [metering.usage.tableArn],
      },
      {
        actions: ['s3:GetObject'],
        on: [metering.files.objectsArn],
        wideBecause: 'Objects have no names before they exist',
      },
      { actions: ['s3:GetBucketLocation', 's3:ListBucket'], on: [metering.files.bucketArn] },
      {
        actions: ['s3:PutObject'],
        on: [metering.files.resultsArn],
        wideBecause: 'Results of queries have no names before they exist',
      },
      {
        actions: [
          'athena:GetNamedQuery',
          'athena:GetQueryExecution',
          'athena:GetQueryResults',
          'athena:GetWorkGroup',
          'athena:ListNamedQueries',
          'athena:StartQueryExecution',
          'athena:StopQueryExecution',
        ],
        on: [`arn:${partition}:athena:${region}:${account}:workgroup/${this.workGroup}`],
      },
      {
        actions: ['glue:GetDatabase', 'glue:GetPartitions', 'glue:GetTable'],
        on: [`${glue}:catalog`, `${glue}:database/${this.database}`, `${glue}:table/${this.database}/lines`],
      },
      { actions: ['kms:Decrypt', 'kms:GenerateDataKey'], on: [data.dataKey.keyArn] },
      { actions: ['kms:GetPublicKey'], on: [data.evidenceKey.keyArn] },
    ];
    for (const grant of grants) {
      role.addToPolicy(statementOf(grant));
      if (grant.wideBecause === undefined) continue;
      const findings = grant.on.map((arn) => `Resource::${arn}`);
      acknowledge(role, { rule: 'AwsSolutions-IAM5', findings, because: grant.wideBecause, reviewBy });
    }
    const deny = { effect: Effect.DENY, resources: [metering.usage.tableArn] };
    role.addToPolicy(new PolicyStatement({ ...deny, actions: ['dynamodb:Scan'] }));
    role.addToPolicy(
      new PolicyStatement({
        ...deny,
        actions: ['dynamodb:PartiQLSelect'],
        conditions: { Bool: { 'dynamodb:FullTableScan': 'true' } },
      }),
    );
    new CfnOutput(this, 'FinanceRole', { value: role.roleArn });
  }
}
