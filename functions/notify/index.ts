/** A step of the machine of a case: people are told by mail and chat, without anything of the buyer's. */
import { dynamoDesk } from '../core/aws/dynamo/desk-rows.ts';
import { dynamoNoticeBook } from '../core/aws/dynamo/notice-book.ts';
import { noticeSender } from '../core/aws/notices/sender.ts';
import { derivedIds } from '../core/aws/opaque-ids.ts';
import { lambdaCredentials, signedCalls } from '../core/aws/signed/client.ts';
import { signedKeys } from '../core/aws/signed/keys.ts';
import { signedCaseMachine } from '../core/aws/step-functions/case-machine.ts';
import { readVisit } from '../core/aws/step-functions/visit.ts';
import { openStores } from '../core/aws/stores.ts';
import { lambdaTools, layered } from '../core/entry/tools.ts';
import type { Due } from '../core/flows/escalation-due.ts';
import { notify } from '../core/flows/notify.ts';
import { readEnvironment } from '../core/parse/environment.ts';
import { notifyEnv } from './env.ts';

const env = readEnvironment(notifyEnv, process.env);
const tools = lambdaTools('notify', () => new Date());
const calls = signedCalls(env.HOME_REGION, lambdaCredentials(process.env), process.env['AWS_ENDPOINT_URL']);
const stores = openStores(env, { ...tools, chance: Math.random, keys: signedKeys(calls) });

const visited = notify({
  ...tools,
  ...stores,
  region: env.HOME_REGION,
  derive: derivedIds,
  machine: signedCaseMachine(calls, env.ESCALATION_MACHINE_ARN, tools.failed),
  desk: dynamoDesk({ ...stores, table: env.TENANTS_TABLE, clock: tools.clock }),
  book: dynamoNoticeBook(stores.dynamo, env.TENANTS_TABLE),
  sender: noticeSender({ calls, mailFrom: env.MAIL_FROM, fetch }),
});

export const handler = layered<unknown, Due>(tools, async (event) => visited(readVisit(event)));
