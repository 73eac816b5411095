/** What must outlive every deployment: keys, tables, bodies, the id key, the fence and the alarm topic of a region. */
import { CfnOutput, RemovalPolicy, Stack } from 'aws-cdk-lib';
import type { Construct } from 'constructs';
import { Secret } from 'aws-cdk-lib/aws-secretsmanager';
import type { Region } from '../../functions/core/policy/regions.ts';
import type { Stage } from '../config/stage.ts';
import { acknowledge } from '../constructs/acknowledge.ts';
import { AlarmTopic } from '../constructs/alarm-topic.ts';
import { BodiesBucket } from '../constructs/bodies-bucket.ts';
import { KnowledgeBucket } from '../constructs/knowledge-bucket.ts';
import { HouseKey } from '../constructs/house-key.ts';
import { HouseTable } from '../constructs/house-table.ts';
import { RegionalBoundary } from '../constructs/permissions-boundary.ts';
import { placeOf } from './place.ts';

export class DataStack extends Stack {
  readonly dataKey: HouseKey;
  readonly accessKey: HouseKey;
  readonly evidenceKey: HouseKey;
  readonly conversations: HouseTable;
  readonly tenants: HouseTable;
  readonly registrations: HouseTable;
  readonly access: HouseTable;
  readonly keys: HouseTable;
  readonly audit: HouseTable;
  readonly bodies: BodiesBucket;
  readonly knowledge: KnowledgeBucket;
  readonly idKey: Secret;
  readonly boundary: RegionalBoundary;
  readonly alarmTopic: AlarmTopic;

  constructor(scope: Construct, stage: Stage, region: Region) {
    super(scope, ...placeOf(stage, region, 'data', { terminationProtection: true }));
    this.dataKey = this.key(stage, 'data', 'encrypts', 'Buyer data, settings, queues and notices');
    this.accessKey = this.key(stage, 'access', 'encrypts', 'Secrets of webhooks and tokens of channels');
    this.evidenceKey = this.key(stage, 'evidence', 'signs', 'Receipts of data rights and closes of months');

    this.conversations = new HouseTable(this, 'Conversations', {
      key: this.dataKey,
      partition: 'pk',
      sort: 'sk',
      expiresAt: 'expiresAt',
      indexes: {
        inbox: { partition: 'inboxKey', sort: 'inboxAt' },
        due: { partition: 'dueShard', sort: 'dueAt' },
      },
    });
    this.tenants = new HouseTable(this, 'Tenants', { key: this.dataKey, partition: 'pk', sort: 'sk' });
    this.registrations = new HouseTable(this, 'Registrations', { key: this.accessKey, partition: 'pk' });
    this.access = new HouseTable(this, 'Access', { key: this.accessKey, partition: 'pk' });
    /* Seven days only: an erased buyer key must be beyond restoring on the eighth. */
    this.keys = new HouseTable(this, 'Keys', {
      key: this.dataKey,
      partition: 'pk',
      sort: 'sk',
      restorableDays: 7,
    });
    this.audit = new HouseTable(this, 'Audit', { key: this.dataKey, partition: 'pk', sort: 'sk' });

    this.bodies = new BodiesBucket(this, 'Bodies', {
      name: `recado-${stage.name}-bodies-${stage.account}-${region}`,
      key: this.dataKey,
    });
    this.knowledge = new KnowledgeBucket(this, 'Knowledge', {
      name: `recado-${stage.name}-knowledge-${stage.account}-${region}`,
      key: this.dataKey,
    });
    this.idKey = this.makeIdKey();
    this.boundary = new RegionalBoundary(this, 'Boundary', region);
    this.alarmTopic = new AlarmTopic(this, 'Alarms', {
      stage: stage.name,
      key: this.dataKey,
      alarmTo: stage.alarmTo,
    });
    this.tellNames({
      ConversationsTable: this.conversations.tableName,
      TenantsTable: this.tenants.tableName,
      RegistrationsTable: this.registrations.tableName,
      AccessTable: this.access.tableName,
      KeysTable: this.keys.tableName,
      AuditTable: this.audit.tableName,
      DataKeyArn: this.dataKey.keyArn,
      AccessKeyArn: this.accessKey.keyArn,
      IdKeySecret: this.idKey.secretArn,
    });
  }

  private key(stage: Stage, name: string, use: 'encrypts' | 'signs', description: string): HouseKey {
    const id = `${name.charAt(0).toUpperCase()}${name.slice(1)}Key`;
    return new HouseKey(this, id, { alias: `recado/${stage.name}/${name}`, description, use });
  }

  /** Every opaque id is an HMAC under this key. */
  private makeIdKey(): Secret {
    const secret = new Secret(this, 'IdKey', {
      description: 'Key of all opaque ids of the region; a new value would orphan every conversation',
      encryptionKey: this.dataKey,
      generateSecretString: { passwordLength: 64, excludePunctuation: true },
      removalPolicy: RemovalPolicy.RETAIN,
    });
    acknowledge(secret, {
      rule: 'AwsSolutions-SMG4',
      because: 'A rotated id key would give every buyer and conversation a new id, and orphan what is stored',
      reviewBy: '2027-05-31',
    });
    return secret;
  }

  /** What the commands look up to work on a deployed stage. */
  private tellNames(names: Readonly<Record<string, string>>): void {
    for (const [name, value] of Object.entries(names)) new CfnOutput(this, name, { value });
  }
}
