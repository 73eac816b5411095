/** Rights that several Lambdas share, in exact actions on exact resources: what the files beside it are made of. */
import type { Table } from 'aws-cdk-lib/aws-dynamodb';
import type { IQueue } from 'aws-cdk-lib/aws-sqs';
import { mayUse } from '../../../functions/core/policy/may-use.ts';
import type { ModelRow } from '../../../functions/core/policy/models.ts';
import type { Region } from '../../../functions/core/policy/regions.ts';
import type { Grant, PermittedAction } from '../../constructs/grant.ts';
import type { HouseTable } from '../../constructs/house-table.ts';
import type { LedgerBucket } from '../../constructs/ledger-bucket.ts';
import type { DataStack } from '../data.ts';

/** What holds data: the ledger by its parts, because its stack is built of the rights below. */
export type Stores = {
  readonly data: DataStack;
  readonly metering: { readonly usage: HouseTable; readonly files: LedgerBucket };
};

export const on = (table: Table, ...actions: [PermittedAction, ...PermittedAction[]]): Grant => ({
  actions,
  on: [table.tableArn],
});

export const queries = (table: Table, index: 'inbox' | 'due'): Grant => ({
  actions: ['dynamodb:Query'],
  on: [`${table.tableArn}/index/${index}`],
});

export const sends = (first: IQueue, ...others: readonly IQueue[]): Grant => ({
  actions: ['sqs:SendMessage'],
  on: [first.queueArn, ...others.map((queue) => queue.queueArn)],
});

export const onBodies = ({ data }: Stores, action: 's3:GetObject' | 's3:PutObject'): Grant => ({
  actions: [action],
  on: [data.bodies.objectsArn],
  wideBecause: 'Objects have no names before they exist',
});

export const onIndexes = (
  { data }: Stores,
  ...actions: ['s3:GetObject' | 's3:PutObject', ...('s3:GetObject' | 's3:PutObject')[]]
): Grant => ({
  actions,
  on: [data.knowledge.objectsArn],
  wideBecause: 'The index of a tenant has no name before the tenant is there',
});

export const readsIdKey = ({ data }: Stores): Grant => ({
  actions: ['secretsmanager:GetSecretValue'],
  on: [data.idKey.secretArn],
});

export const readsUnder = (key: DataStack['dataKey']): Grant => ({
  actions: ['kms:Decrypt'],
  on: [key.keyArn],
});

/** Seals and opens, and what tables and queues do with the key in the caller's name. */
export const sealsData = ({ data }: Stores): Grant => ({
  actions: ['kms:Decrypt', 'kms:GenerateDataKey'],
  on: [data.dataKey.keyArn],
});

/** The emergency stop, and the list of all tenants, are partitions of the settings. */
export const listsSettings = ({ data }: Stores): Grant => on(data.tenants, 'dynamodb:Query');

/** What people did is written down once, and never changed. */
export const audits = ({ data }: Stores): Grant => on(data.audit, 'dynamodb:PutItem');

/** Starts the machine of a case that it opens, and wakes one that waits. */
export const tellsCases = (machine: string): readonly Grant[] => [
  { actions: ['states:StartExecution', 'states:SendTaskSuccess'], on: [machine] },
];

/** What every step does: moves a message on, together with its usage line, under the buyer's key. */
export const movesMessages = (stores: Stores): readonly Grant[] => [
  on(
    stores.data.conversations,
    'dynamodb:GetItem',
    'dynamodb:PutItem',
    'dynamodb:Query',
    'dynamodb:UpdateItem',
  ),
  on(stores.data.tenants, 'dynamodb:GetItem'),
  on(stores.data.keys, 'dynamodb:GetItem'),
  on(stores.metering.usage, 'dynamodb:PutItem'),
  sealsData(stores),
];

/** Calls a channel in the seller's name. */
export const callsChannels = ({ data }: Stores, access: IQueue): readonly Grant[] => [
  on(data.access, 'dynamodb:GetItem'),
  readsUnder(data.accessKey),
  // A token that ended is wished for; who asks the platform is one Lambda alone.
  sends(access),
];

/** One model, in the region, by its plain id. Throws when the law of the region refuses it. */
export const asksModel = ({ data }: Stores, region: Region, model: ModelRow): Grant => {
  const verdict = mayUse(region, { model: model.id });
  if (!verdict.allowed) throw new Error(verdict.because);
  return {
    actions: ['bedrock:InvokeModel'],
    on: [`arn:${data.partition}:bedrock:${region}::foundation-model/${model.id}`],
  };
};

/** A hard limit of the tenant stops its model calls. */
export const readsLimits = ({ metering }: Stores): Grant => on(metering.usage, 'dynamodb:GetItem');

export const asksComprehend: Grant = {
  actions: ['comprehend:DetectDominantLanguage'],
  on: ['*'],
  wideBecause: 'Language detection knows no resource types',
};

export const asksTranslate: Grant = {
  actions: ['translate:TranslateText'],
  on: ['*'],
  wideBecause: 'Translation knows no resource types without a terminology',
};
