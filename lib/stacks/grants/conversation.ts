/** Who may do what with a message, from its language to its reply. */
import type { IQueue } from 'aws-cdk-lib/aws-sqs';
import { embeddingModel, intentModel, replyModel } from '../../../functions/core/policy/models.ts';
import type { Region } from '../../../functions/core/policy/regions.ts';
import type { Grant } from '../../constructs/grant.ts';
import {
  on,
  queries,
  sends,
  onBodies,
  onIndexes,
  readsIdKey,
  listsSettings,
  audits,
  tellsCases,
  movesMessages,
  callsChannels,
  asksModel,
  readsLimits,
  asksComprehend,
} from './rights.ts';
import type { Stores } from './rights.ts';

export const detectLanguageGrants = (
  stores: Stores,
  machine: string,
  detected: IQueue,
  comprehend: 'allowed' | 'off',
): readonly Grant[] => [
  ...movesMessages(stores),
  ...tellsCases(machine),
  // A buyer's first message makes the buyer's key.
  on(stores.data.keys, 'dynamodb:PutItem'),
  readsIdKey(stores),
  onBodies(stores, 's3:GetObject'),
  sends(detected),
  ...(comprehend === 'allowed' ? [asksComprehend] : []),
];

export const recognizeIntentGrants = (
  stores: Stores,
  machine: string,
  region: Region,
  recognized: IQueue,
): readonly Grant[] => [
  ...movesMessages(stores),
  ...tellsCases(machine),
  sends(recognized),
  asksModel(stores, region, intentModel(region)),
  readsLimits(stores),
];

export const generateReplyGrants = (
  stores: Stores,
  machine: string,
  region: Region,
  outbound: IQueue,
  access: IQueue,
): readonly Grant[] => [
  ...movesMessages(stores),
  ...tellsCases(machine),
  ...callsChannels(stores, access),
  audits(stores),
  listsSettings(stores),
  sends(outbound),
  asksModel(stores, region, replyModel(region)),
  readsLimits(stores),
  // A question is compared with the seller's articles.
  onIndexes(stores, 's3:GetObject'),
  asksModel(stores, region, embeddingModel(region)),
];

export const sendReplyGrants = (stores: Stores, machine: string, access: IQueue): readonly Grant[] => [
  ...movesMessages(stores),
  ...tellsCases(machine),
  ...callsChannels(stores, access),
  listsSettings(stores),
];

export const sweepGrants = (
  stores: Stores,
  machine: string,
  detected: IQueue,
  recognized: IQueue,
  outbound: IQueue,
): readonly Grant[] => [
  ...movesMessages(stores),
  ...tellsCases(machine),
  queries(stores.data.conversations, 'due'),
  sends(detected, recognized, outbound),
];
