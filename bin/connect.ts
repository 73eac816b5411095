/** `npm run connect -- --tenant T --channel rest --account A`: connects a shop and prints where it calls us. */
import * as z from 'zod';
import { channelIds, markets } from '../functions/core/domain/channel.ts';
import { isAccountId, isTenantId, registrationId } from '../functions/core/domain/ids.ts';
import { command, readArguments, targetArguments, targetOf } from './operate/arguments.ts';
import { CommandFault, connect } from './operate/connection.ts';
import { newRegistration, newSecret, openDirectory } from './operate/directory.ts';

const shape = {
  ...targetArguments,
  tenant: z.string(),
  channel: z.enum(channelIds),
  account: z.string(),
  market: z.enum(markets),
  /** Where the shop takes replies and answers for orders and items; `none`: it polls. Left out, it stays as it is. */
  address: z.union([z.literal('none'), z.url({ protocol: /^https$/ })]).optional(),
  /** To keep an address that the shop has already; a new one is made otherwise. */
  registration: z.string().optional(),
  /** Newest first, repeatable: to rotate, give the new one and then the old one. */
  secret: z.array(z.string()).optional(),
};

await command(async () => {
  const given = readArguments(shape, process.argv.slice(2));
  if (!isTenantId(given.tenant))
    throw new CommandFault('--tenant: a tenant id is 10 characters of a-z and 0-9');
  if (!isAccountId(given.account))
    throw new CommandFault('--account: at most 256 characters, none of them a control character');
  const directory = await openDirectory(connect(targetOf(given)));
  if ((await directory.tenants.tenant(given.tenant)) === null)
    throw new CommandFault(
      `there is no tenant ${given.tenant}: make it with \`npm run tenant -- --create ${given.tenant}\``,
    );
  const known = await directory.tenants.account(given.channel, given.account);
  if (known !== null && known.tenant !== given.tenant)
    throw new CommandFault('that account is connected to another tenant');
  const registration = registrationId(given.registration ?? known?.registration ?? newRegistration());
  const kept = known === null ? [] : await directory.secretsOf(known);
  const secrets = given.secret ?? (kept.length > 0 ? kept : [newSecret()]);
  const address =
    given.address === undefined ? (known?.address ?? null) : given.address === 'none' ? null : given.address;
  await directory.register(
    {
      tenant: given.tenant,
      channel: given.channel,
      id: given.account,
      registration,
      market: given.market,
      address,
    },
    secrets,
  );
  console.log(
    JSON.stringify({
      account: given.account,
      webhook: `/webhooks/${given.channel}/${registration}`,
      // Shown once, when it is made.
      ...(given.secret === undefined && kept.length === 0 ? { secret: secrets[0] } : {}),
    }),
  );
});
