/** Who may do what: every right of every Lambda on the region's data, in exact actions on exact resources. */
import type { Table } from 'aws-cdk-lib/aws-dynamodb';
import type { IQueue } from 'aws-cdk-lib/aws-sqs';
import { mayUse } from '../../functions/core/policy/may-use.ts';
import { embeddingModel, intentModel, replyModel } from '../../functions/core/policy/models.ts';
import type { ModelRow } from '../../functions/core/policy/models.ts';
import type { Region } from '../../functions/core/policy/regions.ts';
import type { Grant, PermittedAction } from '../constructs/grant.ts';
import type { DataStack } from './data.ts';
import type { MeteringStack } from './metering.ts';

/** The stacks that hold data. */
export type Stores = { readonly data: DataStack; readonly metering: MeteringStack };

const on = (table: Table, ...actions: [PermittedAction, ...PermittedAction[]]): Grant => ({
  actions,
  on: [table.tableArn],
});

const queries = (table: Table, index: 'inbox' | 'due'): Grant => ({
  actions: ['dynamodb:Query'],
  on: [`${table.tableArn}/index/${index}`],
});

const sends = (first: IQueue, ...others: readonly IQueue[]): Grant => ({
  actions: ['sqs:SendMessage'],
  on: [first.queueArn, ...others.map((queue) => queue.queueArn)],
});

const onBodies = ({ data }: Stores, action: 's3:GetObject' | 's3:PutObject'): Grant => ({
  actions: [action],
  on: [data.bodies.objectsArn],
  wideBecause: 'Objects have no names before they exist',
});

const onIndexes = (
  { data }: Stores,
  ...actions: ['s3:GetObject' | 's3:PutObject', ...('s3:GetObject' | 's3:PutObject')[]]
): Grant => ({
  actions,
  on: [data.knowledge.objectsArn],
  wideBecause: 'The index of a tenant has no name before the tenant is there',
});

const readsIdKey = ({ data }: Stores): Grant => ({
  actions: ['secretsmanager:GetSecretValue'],
  on: [data.idKey.secretArn],
});

const readsUnder = (key: DataStack['dataKey']): Grant => ({ actions: ['kms:Decrypt'], on: [key.keyArn] });

/** Seals and opens, and what tables and queues do with the key in the caller's name. */
const sealsData = ({ data }: Stores): Grant => ({
  actions: ['kms:Decrypt', 'kms:GenerateDataKey'],
  on: [data.dataKey.keyArn],
});

/** The emergency stop, and the list of all tenants, are partitions of the settings. */
const listsSettings = ({ data }: Stores): Grant => on(data.tenants, 'dynamodb:Query');

/** What people did is written down once, and never changed. */
const audits = ({ data }: Stores): Grant => on(data.audit, 'dynamodb:PutItem');

/** Starts the machine of a case that it opens, and wakes one that waits. */
const tellsCases = (machine: string): readonly Grant[] => [
  { actions: ['states:StartExecution', 'states:SendTaskSuccess'], on: [machine] },
];

/** What every step does: moves a message on, together with its usage line, under the buyer's key. */
const movesMessages = (stores: Stores): readonly Grant[] => [
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
const callsChannels = ({ data }: Stores, access: IQueue): readonly Grant[] => [
  on(data.access, 'dynamodb:GetItem'),
  readsUnder(data.accessKey),
  // A token that ended is wished for; who asks the platform is one Lambda alone.
  sends(access),
];

/** One model, in the region, by its plain id. Throws when the law of the region refuses it. */
const asksModel = ({ data }: Stores, region: Region, model: ModelRow): Grant => {
  const verdict = mayUse(region, { model: model.id });
  if (!verdict.allowed) throw new Error(verdict.because);
  return {
    actions: ['bedrock:InvokeModel'],
    on: [`arn:${data.partition}:bedrock:${region}::foundation-model/${model.id}`],
  };
};

/** A hard limit of the tenant stops its model calls. */
const readsLimits = ({ metering }: Stores): Grant => on(metering.usage, 'dynamodb:GetItem');

const asksComprehend: Grant = {
  actions: ['comprehend:DetectDominantLanguage'],
  on: ['*'],
  wideBecause: 'Language detection knows no resource types',
};

const asksTranslate: Grant = {
  actions: ['translate:TranslateText'],
  on: ['*'],
  wideBecause: 'Translation knows no resource types without a terminology',
};

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

export const deskApiGrants = (
  stores: Stores,
  region: Region,
  machine: string,
  outbound: IQueue,
  translation: 'allowed' | 'off',
): readonly Grant[] => [
  ...movesMessages(stores),
  ...tellsCases(machine),
  queries(stores.data.conversations, 'inbox'),
  audits(stores),
  listsSettings(stores),
  sends(outbound),
  translation === 'allowed' ? asksTranslate : asksModel(stores, region, replyModel(region)),
];

/** What every step of a case does: reads the row and the desk's settings, writes the row, wakes its own wait. */
const tendsCases = (stores: Stores, machine: string): readonly Grant[] => [
  ...movesMessages(stores),
  ...tellsCases(machine),
  listsSettings(stores),
];

export const openEscalationGrants = (
  stores: Stores,
  region: Region,
  machine: string,
  outbound: IQueue,
  access: IQueue,
): readonly Grant[] => [
  ...tendsCases(stores, machine),
  ...callsChannels(stores, access),
  queries(stores.data.conversations, 'inbox'),
  sends(outbound),
  asksModel(stores, region, replyModel(region)),
];

export const closeEscalationGrants = (
  stores: Stores,
  machine: string,
  outbound: IQueue,
): readonly Grant[] => [...tendsCases(stores, machine), sends(outbound)];

/** `sender`: the ARN of the mail identity; null: the stage sends no mail. */
export const notifyGrants = (stores: Stores, machine: string, sender: string | null): readonly Grant[] => [
  ...tendsCases(stores, machine),
  on(stores.data.tenants, 'dynamodb:PutItem'),
  ...(sender === null ? [] : [{ actions: ['ses:SendEmail'], on: [sender] } satisfies Grant]),
];

/** The machine itself does nothing but call its steps. */
export const escalationMachineGrants = (first: string, ...others: readonly string[]): readonly Grant[] => [
  { actions: ['lambda:InvokeFunction'], on: [first, ...others] },
];

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
