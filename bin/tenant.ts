/** `npm run tenant -- --create T`: makes a tenant (a seller) of the deployment. */
import * as z from 'zod';
import { isTenantId } from '../functions/core/domain/ids.ts';
import { command, readArguments, targetArguments, targetOf } from './operate/arguments.ts';
import { CommandFault, connect } from './operate/connection.ts';
import { newTenant, openDirectory } from './operate/directory.ts';

await command(async () => {
  const given = readArguments(
    {
      ...targetArguments,
      create: z.string(),
      name: z.string().optional(),
      operator: z.email().optional(),
      locale: z.string().optional(),
      'time-zone': z.string().optional(),
    },
    process.argv.slice(2),
  );
  if (!isTenantId(given.create))
    throw new CommandFault('--create: a tenant id is 10 characters of a-z and 0-9');
  const { write, tenants } = await openDirectory(connect(targetOf(given)));
  if ((await tenants.tenant(given.create)) !== null)
    throw new CommandFault(`the tenant ${given.create} is there already`);
  const tenant = newTenant(
    given.create,
    given.name ?? given.create,
    given.locale ?? 'zh-CN',
    given['time-zone'] ?? 'America/Sao_Paulo',
  );
  await write.tenant(tenant);
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
