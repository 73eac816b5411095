/** What keeps sellers' accounts connected: the one writer of their tokens, and the look for what nobody told us. */
import { Duration } from 'aws-cdk-lib';
import { Metric } from 'aws-cdk-lib/aws-cloudwatch';
import { Construct } from 'constructs';
import type { CatchUpEnv } from '../../functions/catch-up/env.ts';
import type { RefreshAccessEnv } from '../../functions/refresh-access/env.ts';
import { concurrencyFor } from '../config/capacity.ts';
import type { Foundation } from '../constructs/foundation.ts';
import { HarmAlarm, type Harm } from '../constructs/harm-alarm.ts';
import { QueueWorker } from '../constructs/queue-worker.ts';
import { ScheduledFunction } from '../constructs/scheduled-function.ts';
import { catchUpGrants, refreshAccessGrants } from './grants/care.ts';
import type { Stores } from './grants/rights.ts';
import type { PipelineQueues } from './queues.ts';

/** Well inside the two days that a marketplace remembers, and no storm of questions. */
const catchUpMinutes = 10;

export class AccountCare extends Construct {
  constructor(scope: Construct, id: string, foundation: Foundation, stores: Stores, queues: PipelineQueues) {
    super(scope, id);
    this.refreshAccess(foundation, stores, queues);
    this.catchUp(foundation, stores, queues);
  }

  private refreshAccess(foundation: Foundation, stores: Stores, { access }: PipelineQueues): void {
    const { data } = stores;
    new QueueWorker<RefreshAccessEnv>(this, 'RefreshAccess', foundation, {
      lambda: 'refresh-access',
      queue: access,
      batchSize: 1,
      maximumConcurrency: concurrencyFor(foundation.stage, 0.1),
      environment: {
        HOME_REGION: foundation.region,
        TENANTS_TABLE: data.tenants.tableName,
        ACCESS_TABLE: data.access.tableName,
        ACCESS_KEY_ARN: data.accessKey.keyArn,
      },
      grants: refreshAccessGrants(stores),
    });
    this.counted(foundation, 'AccessLost', 'refresh-access', {
      name: 'access-lost',
      minutes: 1,
      atLeast: 1,
      harm: {
        impact:
          'a marketplace shut a seller out, and none of its buyers gets an answer until the seller connects again (npm run connect prints the link)',
        runbook: 'docs/runbook.md#access-lost',
      },
    });
  }

  private catchUp(foundation: Foundation, stores: Stores, queues: PipelineQueues): void {
    const { data } = stores;
    new ScheduledFunction<CatchUpEnv>(this, 'CatchUp', foundation, {
      lambda: 'catch-up',
      everyMinutes: catchUpMinutes,
      timeout: Duration.minutes(catchUpMinutes - 1),
      environment: {
        HOME_REGION: foundation.region,
        TENANTS_TABLE: data.tenants.tableName,
        CONVERSATIONS_TABLE: data.conversations.tableName,
        ACCESS_TABLE: data.access.tableName,
        ACCESS_KEY_ARN: data.accessKey.keyArn,
        ACCESS_QUEUE_URL: queues.access.queue.queueUrl,
        POINTERS_QUEUE_URL: queues.pointers.queue.queueUrl,
        ID_KEY_SECRET: data.idKey.secretArn,
      },
      grants: catchUpGrants(stores, queues.access.queue, queues.pointers.queue),
      fails: {
        impact: 'buyers whom a marketplace forgot to announce stay unheard',
        runbook: 'docs/runbook.md#catch-up-fails',
      },
      doesNotRun: {
        impact: 'nobody looks for buyers whom a marketplace forgot to announce',
        runbook: 'docs/runbook.md#catch-up-does-not-run',
      },
    });
    this.counted(foundation, 'GapFound', 'catch-up', {
      name: 'gaps-found',
      minutes: catchUpMinutes,
      atLeast: 3,
      periods: 2,
      harm: {
        impact: 'a marketplace no longer tells us of buyers: each of them waits up to ten minutes longer',
        runbook: 'docs/runbook.md#gaps-found',
      },
    });
    this.counted(foundation, 'PullOverdue', 'catch-up', {
      name: 'pull-overdue',
      minutes: catchUpMinutes,
      atLeast: 1,
      periods: 2,
      harm: {
        impact: 'a marketplace will soon forget buyers whom we could not ask it about for six hours',
        runbook: 'docs/runbook.md#pull-overdue',
      },
    });
  }

  /** An alarm on something that a Lambda counts. */
  private counted(
    foundation: Foundation,
    metricName: string,
    lambda: string,
    alarm: {
      readonly name: string;
      readonly minutes: number;
      readonly atLeast: number;
      readonly periods?: number;
      readonly harm: Harm;
    },
  ): void {
    const { name, minutes, atLeast, periods = 1, harm } = alarm;
    new HarmAlarm(this, metricName, foundation, {
      name,
      harm,
      metric: new Metric({
        namespace: 'Recado',
        metricName,
        dimensionsMap: { service: lambda },
        statistic: 'Sum',
        period: Duration.minutes(minutes),
      }),
      when: { atLeast },
      periods,
    });
  }
}
