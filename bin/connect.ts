/** `npm run connect -- --tenant T --channel C --account A`: connects a shop, or a seller's account of a marketplace. */
import * as z from 'zod';
import { manifests } from '../functions/core/channels/manifests.ts';
import { channelIds, markets } from '../functions/core/domain/channel.ts';
import { isAccountId, isTenantId, registrationId } from '../functions/core/domain/ids.ts';
import type { Account } from '../functions/core/domain/tenant.ts';
import type { TokenChannel } from '../functions/core/ports/pulling.ts';
import { command, readArguments, targetArguments, targetOf } from './operate/arguments.ts';
import { beginAuthorisation, completeAuthorisation, tokenChannel } from './operate/authorise.ts';
import { CommandFault, connect } from './operate/connection.ts';
import { newRegistration, newSecret, openDirectory, type Directory } from './operate/directory.ts';

const shape = {
  ...targetArguments,
  tenant: z.string(),
  channel: z.enum(channelIds),
  /** As the platform spells it: what its calls name the seller by. */
  account: z.string(),
  /** Of an account that is connected already it may be left out. */
  market: z.enum(markets).optional(),
  /** Where the shop takes replies and answers for orders and items; `none`: it polls. Left out, it stays as it is. */
  address: z.union([z.literal('none'), z.url({ protocol: /^https$/ })]).optional(),
  /** To keep an address that the shop has already, or to share that of an application; a new one is made otherwise. */
  registration: z.string().optional(),
  /** Newest first, repeatable: to rotate, give the new one and then the old one. */
  secret: z.array(z.string()).optional(),
  /** Of a marketplace that hands out tokens: our application there, its secret, and its redirect as registered. */
  application: z.string().min(1).optional(),
  'client-secret': z.string().min(1).optional(),
  redirect: z.url().optional(),
  /** What the seller brings back: the code, or the whole address with it. */
  code: z.string().min(1).optional(),
};
type Given = z.output<z.ZodObject<typeof shape>>;

const print = (said: Readonly<Record<string, unknown>>): void => console.log(JSON.stringify(said));
const webhookOf = (account: Account): string => `/webhooks/${account.channel}/${account.registration}`;

const accountOf = (given: Given, known: Account | null): Account => {
  if (!isTenantId(given.tenant))
    throw new CommandFault('--tenant: a tenant id is 10 characters of a-z and 0-9');
  if (!isAccountId(given.account))
    throw new CommandFault('--account: at most 256 characters, none of them a control character');
  if (known !== null && known.tenant !== given.tenant)
    throw new CommandFault('that account is connected to another tenant');
  const market = given.market ?? known?.market;
  if (market === undefined)
    throw new CommandFault(`--market: the country of the account's site: ${markets.join(', ')}`);
  const { address: shared } = manifests[given.channel];
  return {
    tenant: given.tenant,
    channel: given.channel,
    id: given.account,
    registration: registrationId(given.registration ?? known?.registration ?? newRegistration()),
    market,
    address: given.address === 'none' ? shared : (given.address ?? known?.address ?? shared),
  };
};

const bySecret = async (directory: Directory, account: Account, given: Given): Promise<void> => {
  const kept = await directory.secretsOf(account);
  const secrets = given.secret ?? (kept.length > 0 ? kept : [newSecret()]);
  await directory.register(account, secrets);
  print({
    account: account.id,
    webhook: webhookOf(account),
    // Shown once, when it is made.
    ...(given.secret === undefined && kept.length === 0 ? { secret: secrets[0] } : {}),
  });
};

const byToken = async (
  directory: Directory,
  channel: TokenChannel,
  account: Account,
  given: Given,
): Promise<void> => {
  if (given.code !== undefined) {
    const until = await completeAuthorisation(directory, channel, account, given.code);
    print({ account: account.id, webhook: webhookOf(account), connected: true, until: until.toISOString() });
    return;
  }
  const application = {
    application: given.application,
    clientSecret: given['client-secret'],
    redirect: given.redirect,
  };
  const authorise = await beginAuthorisation(directory, channel, account, application);
  await directory.introduce(account, []);
  const { stage, region } = given;
  const where = [
    ...(stage === undefined ? [] : [`--stage ${stage}`]),
    ...(region === undefined ? [] : [`--region ${region}`]),
  ];
  print({
    account: account.id,
    webhook: webhookOf(account),
    authorise,
    next: `npm run connect -- --tenant ${account.tenant} --channel ${account.channel} --account ${account.id} ${where.join(' ')} --code <code>`.replaceAll(
      / +/g,
      ' ',
    ),
  });
};

await command(async () => {
  const given = readArguments(shape, process.argv.slice(2));
  const directory = await openDirectory(connect(targetOf(given)));
  if (!isTenantId(given.tenant) || (await directory.tenants.tenant(given.tenant)) === null)
    throw new CommandFault(
      `there is no tenant ${given.tenant}: make it with \`npm run tenant -- --create ${given.tenant}\``,
    );
  const known = isAccountId(given.account)
    ? await directory.tenants.account(given.channel, given.account)
    : null;
  const account = accountOf(given, known);
  const channel = tokenChannel(given.channel);
  await (channel === undefined
    ? bySecret(directory, account, given)
    : byToken(directory, channel, account, given));
});
