/** What finance bills from: the ledger of usage lines, apart from what can be rebuilt and never expiring. */
import { CfnOutput, Stack } from 'aws-cdk-lib';
import type { IKey } from 'aws-cdk-lib/aws-kms';
import type { Construct } from 'constructs';
import type { Region } from '../../functions/core/policy/regions.ts';
import type { Stage } from '../config/stage.ts';
import { HouseTable } from '../constructs/house-table.ts';
import { placeOf } from './place.ts';

export class MeteringStack extends Stack {
  readonly usage: HouseTable;

  constructor(scope: Construct, stage: Stage, region: Region, key: IKey) {
    super(scope, ...placeOf(stage, region, 'metering', { terminationProtection: true }));
    this.usage = new HouseTable(this, 'Usage', { key, partition: 'pk', sort: 'sk' });
    new CfnOutput(this, 'UsageTable', { value: this.usage.tableName });
  }
}
