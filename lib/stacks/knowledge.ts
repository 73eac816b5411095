/** What keeps the indexes of articles as new as the articles, and what tells sellers which article is missing. */
import { Duration } from 'aws-cdk-lib';
import { Construct } from 'constructs';
import type { CollectUnansweredEnv } from '../../functions/collect-unanswered/env.ts';
import type { IndexKnowledgeEnv } from '../../functions/index-knowledge/env.ts';
import type { Foundation } from '../constructs/foundation.ts';
import { HouseFunction } from '../constructs/house-function.ts';
import { ScheduledFunction } from '../constructs/scheduled-function.ts';
import { collectUnansweredGrants, indexKnowledgeGrants } from './grants/care.ts';
import type { Stores } from './grants/rights.ts';

export class Knowledge extends Construct {
  constructor(scope: Construct, id: string, foundation: Foundation, stores: Stores) {
    super(scope, id);
    this.indexKnowledge(foundation, stores);
    this.collectUnanswered(foundation, stores);
  }

  /** Asked by people now and then: who asks sees at once that it fails. */
  private collectUnanswered(foundation: Foundation, stores: Stores): void {
    const { data, metering } = stores;
    new HouseFunction<CollectUnansweredEnv>(this, 'CollectUnanswered', foundation, {
      lambda: 'collect-unanswered',
      timeout: Duration.seconds(30),
      environment: {
        HOME_REGION: foundation.region,
        CONVERSATIONS_TABLE: data.conversations.tableName,
        TENANTS_TABLE: data.tenants.tableName,
        KEYS_TABLE: data.keys.tableName,
        USAGE_TABLE: metering.usage.tableName,
        DATA_KEY_ARN: data.dataKey.keyArn,
      },
      grants: collectUnansweredGrants(stores),
    });
  }

  /** A look every minute, and at once when a command asks. */
  private indexKnowledge(foundation: Foundation, stores: Stores): void {
    const { data } = stores;
    new ScheduledFunction<IndexKnowledgeEnv>(this, 'IndexKnowledge', foundation, {
      lambda: 'index-knowledge',
      everyMinutes: 1,
      /* Shorter than the next look, so that two builds of one index are rare; what a model had no time for is asked next. */
      timeout: Duration.seconds(58),
      /* Ten thousand passages are counted within seconds only where there is a processor for it. */
      memoryMb: 1024,
      environment: {
        HOME_REGION: foundation.region,
        TENANTS_TABLE: data.tenants.tableName,
        KNOWLEDGE_BUCKET: data.knowledge.bucketName,
      },
      grants: indexKnowledgeGrants(stores, foundation.region),
      fails: {
        impact:
          'buyers are answered from articles that the seller has changed since, or not from them at all',
        runbook: 'docs/runbook.md#index-knowledge-fails',
      },
      doesNotRun: {
        impact: 'what sellers change in their articles does not reach their buyers',
        runbook: 'docs/runbook.md#index-knowledge-does-not-run',
      },
    });
  }
}
