/** Who may do what with the ledger. */
import type { Grant } from '../../constructs/grant.ts';
import { on, queries, readsUnder, sealsData, listsSettings } from './rights.ts';
import type { Stores } from './rights.ts';

/** Moves nothing on: writes what a silence was worth, with its line. */
export const settleResolutionsGrants = (stores: Stores): readonly Grant[] => [
  on(stores.data.conversations, 'dynamodb:GetItem', 'dynamodb:Query', 'dynamodb:UpdateItem'),
  queries(stores.data.conversations, 'due'),
  on(stores.data.keys, 'dynamodb:GetItem'),
  on(stores.metering.usage, 'dynamodb:PutItem'),
  readsUnder(stores.data.dataKey),
];

export const totalUsageGrants = (stores: Stores): readonly Grant[] => [
  on(stores.data.tenants, 'dynamodb:GetItem', 'dynamodb:Query'),
  on(stores.metering.usage, 'dynamodb:DeleteItem', 'dynamodb:GetItem', 'dynamodb:PutItem', 'dynamodb:Query'),
  readsUnder(stores.data.dataKey),
];

/** The only one that signs with the evidence key, and that writes the files of the ledger. */
export const closeHourGrants = (stores: Stores): readonly Grant[] => [
  listsSettings(stores),
  on(stores.data.conversations, 'dynamodb:Query'),
  queries(stores.data.conversations, 'due'),
  on(stores.metering.usage, 'dynamodb:GetItem', 'dynamodb:PutItem', 'dynamodb:Query'),
  {
    actions: ['s3:GetObject', 's3:PutObject'],
    on: [stores.metering.files.objectsArn],
    wideBecause: 'Objects have no names before they exist',
  },
  { actions: ['kms:GetPublicKey', 'kms:Sign'], on: [stores.data.evidenceKey.keyArn] },
  sealsData(stores),
];
