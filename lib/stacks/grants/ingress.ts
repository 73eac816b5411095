/** Who may do what on the way in: the webhook, what fetches, and shops that poll. */
import type { IQueue } from 'aws-cdk-lib/aws-sqs';
import type { Grant } from '../../constructs/grant.ts';
import { on, sends, onBodies, readsIdKey, readsUnder, sealsData, callsChannels } from './rights.ts';
import type { Stores } from './rights.ts';

export const receiveWebhookGrants = (
  stores: Stores,
  inbound: IQueue,
  pointers: IQueue,
  unreadable: IQueue,
): readonly Grant[] => [
  on(stores.data.registrations, 'dynamodb:GetItem'),
  readsUnder(stores.data.accessKey),
  readsIdKey(stores),
  onBodies(stores, 's3:PutObject'),
  { actions: ['kms:Decrypt', 'kms:GenerateDataKey'], on: [stores.data.dataKey.keyArn] },
  sends(inbound, pointers, unreadable),
];

export const collectMessageGrants = (stores: Stores, inbound: IQueue, access: IQueue): readonly Grant[] => [
  on(stores.data.tenants, 'dynamodb:GetItem'),
  // Calls for accounts that nobody connected are counted there.
  on(stores.data.conversations, 'dynamodb:PutItem'),
  ...callsChannels(stores, access),
  readsIdKey(stores),
  onBodies(stores, 's3:PutObject'),
  sealsData(stores),
  sends(inbound),
];

export const listRepliesGrants = ({ data }: Stores): readonly Grant[] => [
  on(data.registrations, 'dynamodb:GetItem'),
  on(data.tenants, 'dynamodb:GetItem'),
  on(data.conversations, 'dynamodb:GetItem', 'dynamodb:Query'),
  on(data.keys, 'dynamodb:GetItem'),
  readsUnder(data.accessKey),
  readsUnder(data.dataKey),
];
