/** `npm run tenant -- --create T`: makes a tenant (a seller); `--tenant T` sets its desk up (`--desk`), its tone (`--tone`), or what is done with orders without a person (`--actions`). */
import * as z from 'zod';
import { isTenantId } from '../functions/core/domain/ids.ts';
import { setActionRules } from './operate/action-rules.ts';
import { command, readArguments, targetArguments, targetOf } from './operate/arguments.ts';
import { CommandFault, connect } from './operate/connection.ts';
import { setUpDesk } from './operate/desk-file.ts';
import { newTenant, openDirectory } from './operate/directory.ts';
import { withTone } from './operate/tone-file.ts';

await command(async () => {
  const given = readArguments(
    {
      ...targetArguments,
      create: z.string().optional(),
      tenant: z.string().optional(),
      desk: z.string().optional(),
      tone: z.string().optional(),
      actions: z.array(z.string()).optional(),
      name: z.string().optional(),
      operator: z.email().optional(),
      locale: z.string().optional(),
      'time-zone': z.string().optional(),
    },
    process.argv.slice(2),
  );
  const id = given.create ?? given.tenant ?? '';
  if (!isTenantId(id))
    throw new CommandFault(
      '--create T, or --tenant T with --desk FILE or --tone FILE: a tenant id is 10 characters of a-z and 0-9',
    );
  const connection = connect(targetOf(given));
  const directory = await openDirectory(connection);
  const { write, tenants } = directory;
  const there = await tenants.tenant(id);
  if (given.create === undefined) {
    if (there === null) throw new CommandFault(`there is no tenant ${id}: make it with --create`);
    if (given.desk === undefined && given.tone === undefined && given.actions === undefined)
      throw new CommandFault(
        '--desk FILE: how the desk of the tenant is set up; --tone FILE: how we sound; --actions ACTION=CAP: what may be done with orders without a person',
      );
    const toned = given.tone === undefined ? null : withTone(there, given.tone);
    const desk = given.desk === undefined ? {} : { rows: await setUpDesk(directory, id, given.desk) };
    if (toned !== null) await write.tenant(toned);
    const tone = toned === null ? {} : { tone: toned.tone };
    const actions =
      given.actions === undefined ? {} : { actions: await setActionRules(connection, id, given.actions) };
    console.log(JSON.stringify({ tenant: id, ...desk, ...tone, ...actions }));
    return;
  }
  if (there !== null) throw new CommandFault(`the tenant ${id} is there already`);
  const plain = newTenant(
    id,
    given.name ?? id,
    given.locale ?? 'zh-CN',
    given['time-zone'] ?? 'America/Sao_Paulo',
  );
  const tenant = given.tone === undefined ? plain : withTone(plain, given.tone);
  await write.tenant(tenant);
  if (given.desk !== undefined) await setUpDesk(directory, id, given.desk);
  if (given.operator !== undefined)
    console.error(
      'the operator gets a sign-in when the console is deployed; until then the desk is `npm run inbox`',
    );
  console.log(
    JSON.stringify({
      tenant: tenant.id,
      next: `npm run connect -- --tenant ${tenant.id} --channel rest --account <shop> --address https://…`,
    }),
  );
});
