/** `npm run pause -- --all | --tenant T [--channel C]`: stops every automatic reply within 5 s; `resume` lifts it. */
import * as z from 'zod';
import { channelIds } from '../functions/core/domain/channel.ts';
import { isTenantId } from '../functions/core/domain/ids.ts';
import { command, readArguments, targetArguments, targetOf } from './operate/arguments.ts';
import { CommandFault, connect } from './operate/connection.ts';
import { openDirectory } from './operate/directory.ts';

await command(async () => {
  const [verb, ...rest] = process.argv.slice(2);
  const given = readArguments(
    {
      ...targetArguments,
      all: z.boolean().optional(),
      tenant: z.string().optional(),
      channel: z.enum(channelIds).optional(),
    },
    rest,
  );
  if ((given.all === true) === (given.tenant !== undefined))
    throw new CommandFault('say --all, or --tenant T (and --channel C): one of the two');
  if (given.tenant !== undefined && !isTenantId(given.tenant))
    throw new CommandFault('--tenant: a tenant id is 10 characters of a-z and 0-9');
  const { write } = await openDirectory(connect(targetOf(given)));
  const tenant = given.tenant ?? null;
  const channel = given.channel ?? null;
  if (verb === 'resume') await write.resume(tenant, channel);
  else await write.pause(tenant, channel, new Date());
  console.log(
    JSON.stringify({
      [verb === 'resume' ? 'resumed' : 'paused']: given.tenant ?? 'all',
      ...(given.channel === undefined ? {} : { channel: given.channel }),
    }),
  );
});
