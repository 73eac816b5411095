/** What finance bills from: the ledger, apart from what can be rebuilt and never expiring, its files, and what keeps and proves it. */
import { CfnOutput, Duration, Stack } from 'aws-cdk-lib';
import { Metric } from 'aws-cdk-lib/aws-cloudwatch';
import type { Construct } from 'constructs';
import type { CloseHourEnv } from '../../functions/close-hour/env.ts';
import type { SettleResolutionsEnv } from '../../functions/settle-resolutions/env.ts';
import type { TotalUsageEnv } from '../../functions/total-usage/env.ts';
import type { Region } from '../../functions/core/policy/regions.ts';
import type { Stage } from '../config/stage.ts';
import type { Foundation } from '../constructs/foundation.ts';
import { HarmAlarm } from '../constructs/harm-alarm.ts';
import { HouseTable } from '../constructs/house-table.ts';
import { LedgerBucket } from '../constructs/ledger-bucket.ts';
import { ScheduledFunction } from '../constructs/scheduled-function.ts';
import type { DataStack } from './data.ts';
import { Finance } from './finance.ts';
import { closeHourGrants, settleResolutionsGrants, totalUsageGrants } from './grants/metering.ts';
import type { Stores } from './grants/rights.ts';
import { placeOf } from './place.ts';
import { SpendingWatch } from './spending-watch.ts';

const totalsMinutes = 10;

export class MeteringStack extends Stack {
  readonly usage: HouseTable;
  readonly files: LedgerBucket;

  constructor(scope: Construct, stage: Stage, region: Region, data: DataStack) {
    super(scope, ...placeOf(stage, region, 'metering', { terminationProtection: true }));
    this.usage = new HouseTable(this, 'Usage', { key: data.dataKey, partition: 'pk', sort: 'sk' });
    this.files = new LedgerBucket(this, 'Files', {
      name: `recado-${stage.name}-ledger-${stage.account}-${region}`,
      key: data.dataKey,
    });
    new CfnOutput(this, 'UsageTable', { value: this.usage.tableName });
    new CfnOutput(this, 'LedgerBucket', { value: this.files.bucketName });
  }

  /** What works on the ledger, once what it stands on is there. */
  run(foundation: Foundation, stores: Stores): void {
    this.settleResolutions(foundation, stores);
    this.totalUsage(foundation, stores);
    this.closeHour(foundation, stores);
    new Finance(this, 'Finance', foundation, stores);
    new SpendingWatch(this, 'Spending', foundation);
  }

  private settleResolutions(foundation: Foundation, stores: Stores): void {
    const { data } = stores;
    new ScheduledFunction<SettleResolutionsEnv>(this, 'SettleResolutions', foundation, {
      lambda: 'settle-resolutions',
      everyMinutes: 30,
      timeout: Duration.minutes(10),
      environment: {
        HOME_REGION: foundation.region,
        CONVERSATIONS_TABLE: data.conversations.tableName,
        TENANTS_TABLE: data.tenants.tableName,
        KEYS_TABLE: data.keys.tableName,
        USAGE_TABLE: this.usage.tableName,
        DATA_KEY_ARN: data.dataKey.keyArn,
      },
      grants: settleResolutionsGrants(stores),
      fails: {
        impact: 'sellers are billed for what was not solved, or not billed for what was',
        runbook: 'docs/runbook.md#settle-resolutions-fails',
      },
      doesNotRun: {
        impact: 'no resolution is verified, and none is taken back when a buyer returns',
        runbook: 'docs/runbook.md#settle-resolutions-does-not-run',
      },
    });
  }

  private totalUsage(foundation: Foundation, stores: Stores): void {
    new ScheduledFunction<TotalUsageEnv>(this, 'TotalUsage', foundation, {
      lambda: 'total-usage',
      everyMinutes: totalsMinutes,
      timeout: Duration.minutes(totalsMinutes - 1),
      environment: {
        HOME_REGION: foundation.region,
        TENANTS_TABLE: stores.data.tenants.tableName,
        USAGE_TABLE: this.usage.tableName,
      },
      grants: totalUsageGrants(stores),
      fails: {
        impact: 'sellers see old figures, and a limit may be passed unseen',
        runbook: 'docs/runbook.md#total-usage-fails',
      },
      doesNotRun: {
        impact: 'nobody watches the limits of sellers, and their figures stand still',
        runbook: 'docs/runbook.md#total-usage-does-not-run',
      },
    });
  }

  private closeHour(foundation: Foundation, stores: Stores): void {
    const { data } = stores;
    const { lambda } = new ScheduledFunction<CloseHourEnv>(this, 'CloseHour', foundation, {
      lambda: 'close-hour',
      everyMinutes: 60,
      timeout: Duration.minutes(15),
      /* A month of a large seller is held against its proofs in memory. */
      memoryMb: 2048,
      environment: {
        HOME_REGION: foundation.region,
        CONVERSATIONS_TABLE: data.conversations.tableName,
        TENANTS_TABLE: data.tenants.tableName,
        USAGE_TABLE: this.usage.tableName,
        LEDGER_BUCKET: this.files.bucketName,
        EVIDENCE_KEY_ARN: data.evidenceKey.keyArn,
      },
      grants: closeHourGrants(stores),
      fails: {
        impact: 'the ledger grows without its proof: finance could not close the month',
        runbook: 'docs/runbook.md#close-hour-fails',
      },
      doesNotRun: {
        impact: 'the ledger grows without its proof: finance could not close the month',
        runbook: 'docs/runbook.md#close-hour-does-not-run',
      },
    });
    new HarmAlarm(this, 'LedgerDifference', foundation, {
      name: 'ledger-difference',
      harm: {
        impact:
          'a line of the ledger is missing, altered, doubled, moved or invented: a seller would be billed wrongly',
        runbook: 'docs/runbook.md#ledger-difference',
      },
      metric: new Metric({
        namespace: 'Recado',
        metricName: 'LedgerDifference',
        dimensionsMap: { service: 'close-hour' },
        statistic: 'Sum',
        period: Duration.hours(1),
      }),
      when: { atLeast: 1 },
    });
    new CfnOutput(this, 'CloseHourName', { value: lambda.functionName });
  }
}
