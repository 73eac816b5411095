/** Who may do what for accounts and articles, beside the way of a message. */
import type { IQueue } from 'aws-cdk-lib/aws-sqs';
import { embeddingModel } from '../../../functions/core/policy/models.ts';
import type { Region } from '../../../functions/core/policy/regions.ts';
import type { Grant } from '../../constructs/grant.ts';
import {
  on,
  sends,
  onIndexes,
  readsIdKey,
  readsUnder,
  sealsData,
  listsSettings,
  callsChannels,
  asksModel,
} from './rights.ts';
import type { Stores } from './rights.ts';

/** The only one that writes tokens. */
export const refreshAccessGrants = (stores: Stores): readonly Grant[] => [
  on(stores.data.access, 'dynamodb:GetItem', 'dynamodb:UpdateItem'),
  on(stores.data.tenants, 'dynamodb:GetItem'),
  { actions: ['kms:Decrypt', 'kms:Encrypt'], on: [stores.data.accessKey.keyArn] },
  // Opens the settings; opens its queue and seals for the dead letters.
  sealsData(stores),
];

export const catchUpGrants = (stores: Stores, access: IQueue, pointers: IQueue): readonly Grant[] => [
  ...callsChannels(stores, access),
  listsSettings(stores),
  on(stores.data.tenants, 'dynamodb:GetItem', 'dynamodb:PutItem'),
  on(stores.data.conversations, 'dynamodb:GetItem'),
  readsIdKey(stores),
  sealsData(stores),
  sends(pointers),
];

/** Reads articles, asks for vectors, writes indexes; of buyers it knows nothing. */
export const indexKnowledgeGrants = (stores: Stores, region: Region): readonly Grant[] => [
  on(stores.data.tenants, 'dynamodb:GetItem', 'dynamodb:Query', 'dynamodb:UpdateItem'),
  onIndexes(stores, 's3:GetObject', 's3:PutObject'),
  sealsData(stores),
  asksModel(stores, region, embeddingModel(region)),
];

/** Opens what buyers asked and nobody's article answered; writes nothing. */
export const collectUnansweredGrants = ({ data }: Stores): readonly Grant[] => [
  on(data.conversations, 'dynamodb:GetItem', 'dynamodb:Query'),
  on(data.keys, 'dynamodb:GetItem'),
  readsUnder(data.dataKey),
];
