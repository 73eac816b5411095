/** `npm run doctor`: the connection of each account in plain words; exit 1 when one is wrong. */
import * as z from 'zod';
import { dynamoAccounts } from '../functions/core/aws/dynamo/catching-up.ts';
import { gatherFacts } from './operate/account-facts.ts';
import { command, readArguments, targetArguments, targetOf } from './operate/arguments.ts';
import { CommandFault, connect } from './operate/connection.ts';
import { deskLocales } from './operate/desk-words.ts';
import { diagnose } from './operate/diagnose.ts';
import { openDirectory } from './operate/directory.ts';
import { doctorWords } from './operate/doctor-words.ts';
import { reportOf, saidOf } from './operate/report.ts';

const names = z.object({
  TENANTS_TABLE: z.string(),
  CONVERSATIONS_TABLE: z.string(),
  USAGE_TABLE: z.string(),
});

await command(async () => {
  const given = readArguments(
    {
      ...targetArguments,
      tenant: z.string().optional(),
      locale: z.enum(deskLocales).optional(),
      json: z.boolean().optional(),
    },
    process.argv.slice(2),
  );
  const connection = connect(targetOf(given));
  const deployed = names.safeParse(await connection.environment('send-reply'));
  if (!deployed.success)
    throw new CommandFault('the deployed Lambdas name no tables: deploy this version first');
  const { TENANTS_TABLE: tenants, CONVERSATIONS_TABLE: conversations, USAGE_TABLE: usage } = deployed.data;
  const all = await dynamoAccounts({ dynamo: connection.dynamo, table: tenants }).accounts();
  const wanted = all.filter(({ tenant }) => given.tenant === undefined || tenant === given.tenant);
  const directory = await openDirectory(connection);
  const gathered = await gatherFacts(connection, directory, { tenants, conversations, usage }, wanted);
  const locale = given.locale ?? 'zh-CN';
  const now = new Date();
  const examined = gathered.map(({ account, facts }) => ({ account, checks: diagnose(facts, now) }));
  if (given.json === true)
    console.log(
      JSON.stringify(
        examined.map(({ account, checks }) => ({
          tenant: account.tenant,
          channel: account.channel,
          account: account.id,
          checks: checks.map((check) => ({ ...check, says: saidOf(check, account, locale) })),
        })),
      ),
    );
  else if (examined.length === 0) console.log(doctorWords[locale].nothing);
  else console.log(examined.map(({ account, checks }) => reportOf(account, checks, locale)).join('\n\n'));
  if (examined.some(({ checks }) => checks.some(({ verdict }) => verdict === 'bad'))) process.exitCode = 1;
});
