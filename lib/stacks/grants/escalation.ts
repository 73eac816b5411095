/** Who may do what where people have a case. */
import type { IQueue } from 'aws-cdk-lib/aws-sqs';
import { replyModel } from '../../../functions/core/policy/models.ts';
import type { Region } from '../../../functions/core/policy/regions.ts';
import type { Grant } from '../../constructs/grant.ts';
import {
  on,
  queries,
  sealsData,
  sends,
  listsSettings,
  audits,
  tellsCases,
  movesMessages,
  callsChannels,
  asksModel,
  asksTranslate,
} from './rights.ts';
import type { Stores } from './rights.ts';

export const deskApiGrants = (
  stores: Stores,
  region: Region,
  machine: string,
  outbound: IQueue,
  access: IQueue,
  translation: 'allowed' | 'off',
): readonly Grant[] => [
  ...movesMessages(stores),
  ...tellsCases(machine),
  // What a person approves is done at the shop.
  ...callsChannels(stores, access),
  queries(stores.data.conversations, 'inbox'),
  audits(stores),
  listsSettings(stores),
  sends(outbound),
  translation === 'allowed' ? asksTranslate : asksModel(stores, region, replyModel(region)),
];

/** What every step of a case does: reads the row, the turns and the desk's settings, and writes the row. */
const tendsCases = (stores: Stores): readonly Grant[] => [
  on(stores.data.conversations, 'dynamodb:GetItem', 'dynamodb:Query', 'dynamodb:UpdateItem'),
  on(stores.data.tenants, 'dynamodb:GetItem', 'dynamodb:Query'),
  on(stores.data.keys, 'dynamodb:GetItem'),
  sealsData(stores),
];

/** Our own words to the buyer: a reply's row, and its place in the queue. */
const speaks = (stores: Stores, outbound: IQueue): readonly Grant[] => [
  on(stores.data.conversations, 'dynamodb:PutItem'),
  sends(outbound),
];

export const openEscalationGrants = (
  stores: Stores,
  region: Region,
  outbound: IQueue,
  access: IQueue,
): readonly Grant[] => [
  ...tendsCases(stores),
  ...speaks(stores, outbound),
  ...callsChannels(stores, access),
  queries(stores.data.conversations, 'inbox'),
  on(stores.metering.usage, 'dynamodb:PutItem'),
  asksModel(stores, region, replyModel(region)),
];

/** Wakes its own wait where there is nothing to wait for. */
export const closeEscalationGrants = (
  stores: Stores,
  machine: string,
  outbound: IQueue,
): readonly Grant[] => [
  ...tendsCases(stores),
  ...speaks(stores, outbound),
  { actions: ['states:SendTaskSuccess'], on: [machine] },
];

/** `sender`: the ARN of the mail identity; null: the stage sends no mail. */
export const notifyGrants = (stores: Stores, sender: string | null): readonly Grant[] => [
  ...tendsCases(stores),
  on(stores.data.tenants, 'dynamodb:PutItem'),
  ...(sender === null ? [] : [{ actions: ['ses:SendEmail'], on: [sender] } satisfies Grant]),
];

/** The machine itself does nothing but call its steps. */
export const escalationMachineGrants = (first: string, ...others: readonly string[]): readonly Grant[] => [
  { actions: ['lambda:InvokeFunction'], on: [first, ...others] },
];
