/** Who may do what where people have a case. */
import type { IQueue } from 'aws-cdk-lib/aws-sqs';
import { replyModel } from '../../../functions/core/policy/models.ts';
import type { Region } from '../../../functions/core/policy/regions.ts';
import type { Grant } from '../../constructs/grant.ts';
import {
  on,
  queries,
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
