/** `npm run tenant`: makes a tenant (a seller), or says what may be done with its orders without a person. */
import * as z from 'zod';
import { dynamoActionSettings, writeActionRules } from '../functions/core/aws/dynamo/action-rules.ts';
import { isTenantId } from '../functions/core/domain/ids.ts';
import { actionRulesOf } from './operate/action-rules.ts';
import { command, readArguments, targetArguments, targetOf } from './operate/arguments.ts';
import { CommandFault, connect, type Connection } from './operate/connection.ts';
import { newTenant, openDirectory } from './operate/directory.ts';

const tenantNamed = (option: string, text: string) => {
  if (!isTenantId(text)) throw new CommandFault(`${option}: a tenant id is 10 characters of a-z and 0-9`);
  return text;
};

type New = {
  readonly name?: string | undefined;
  readonly operator?: string | undefined;
  readonly locale?: string | undefined;
  readonly 'time-zone'?: string | undefined;
};

const create = async (connection: Connection, text: string, given: New) => {
  const id = tenantNamed('--create', text);
  const { write, tenants } = await openDirectory(connection);
  if ((await tenants.tenant(id)) !== null) throw new CommandFault(`the tenant ${id} is there already`);
  const zone = given['time-zone'] ?? 'America/Sao_Paulo';
  await write.tenant(newTenant(id, given.name ?? id, given.locale ?? 'zh-CN', zone));
  if (given.operator !== undefined)
    console.error(
      'the operator gets a sign-in when the console is deployed; until then the desk is `npm run inbox`',
    );
  return {
    tenant: id,
    next: `npm run connect -- --tenant ${id} --channel rest --account <shop> --address https://…`,
  };
};

const setActions = async (connection: Connection, text: string, given: readonly string[]) => {
  const id = tenantNamed('--tenant', text);
  const { tenants } = await openDirectory(connection);
  if ((await tenants.tenant(id)) === null) throw new CommandFault(`there is no tenant ${id}`);
  const { TENANTS_TABLE: table = '' } = await connection.environment('generate-reply');
  const before = await dynamoActionSettings(connection.dynamo, table).rules(id);
  const actions = actionRulesOf(before, given);
  if (given.length > 0) await writeActionRules(connection.dynamo, table, id, actions);
  return { tenant: id, actions };
};

await command(async () => {
  const given = readArguments(
    {
      ...targetArguments,
      create: z.string().optional(),
      name: z.string().optional(),
      operator: z.email().optional(),
      locale: z.string().optional(),
      'time-zone': z.string().optional(),
      tenant: z.string().optional(),
      actions: z.array(z.string()).optional(),
    },
    process.argv.slice(2),
  );
  const connection = connect(targetOf(given));
  if (given.create !== undefined) console.log(JSON.stringify(await create(connection, given.create, given)));
  else if (given.tenant !== undefined)
    console.log(JSON.stringify(await setActions(connection, given.tenant, given.actions ?? [])));
  else throw new CommandFault('--create T makes a tenant; --tenant T shows and sets what --actions says');
});
