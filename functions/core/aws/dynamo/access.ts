/** Channel access as callers use it, and webhook registrations. */
import { PutCommand } from '@aws-sdk/lib-dynamodb';
import * as z from 'zod/mini';
import type { ChannelId } from '../../domain/channel.ts';
import type { Account } from '../../domain/tenant.ts';
import type { Access } from '../../ports/channel.ts';
import type { AccessDirectory, RefreshRequests } from '../../ports/access.ts';
import type { Registration, RegistrationDirectory } from '../../ports/tenants.ts';
import { accountId } from '../../domain/ids.ts';
import { timing } from '../../policy/timing.ts';
import { open, readAccess, readRow, seal, type AccessParts, type AccessRow } from './access-rows.ts';
import { accountPartition } from './keys.ts';

const believedSeconds = 60;

export const registrationPartition = (channel: ChannelId, registration: string): string =>
  `${channel}#${registration}`;

/** A shop without an address polls, wherever the others are pointed. */
const addressOf = (address: string | null, override: string | undefined): string =>
  address === null ? '' : (override ?? address);

/** Milliseconds between looks for a new token: a refresh takes a second or two. */
const looks = [250, 500, 1000, 2000];

export type AccessOptions = {
  /** Points a channel at another address (a sandbox). */
  readonly addresses: Readonly<Partial<Record<ChannelId, string | undefined>>>;
  readonly requests: RefreshRequests;
  readonly wait: (milliseconds: number) => Promise<unknown>;
};

/** Rows are believed for a minute: a platform takes the token before until its time is up. */
export const dynamoAccess = (
  parts: AccessParts,
  { addresses, requests, wait }: AccessOptions,
): AccessDirectory => {
  const known = new Map<string, { readonly row: AccessRow; readonly until: number }>();
  const now = (): number => parts.clock().getTime();

  const load = async (channel: ChannelId, account: Account): Promise<AccessRow | null> => {
    const pk = accountPartition(channel, account.id);
    const row = await readAccess(parts, channel, account.id);
    if (row === null) known.delete(pk);
    else known.set(pk, { row, until: now() + believedSeconds * 1000 });
    return row;
  };

  const believed = async (channel: ChannelId, account: Account): Promise<AccessRow | null> => {
    const kept = known.get(accountPartition(channel, account.id));
    if (kept !== undefined && kept.until > now()) return kept.row;
    const row = await load(channel, account);
    // A wish that was not heard is made again in a minute: nobody is refused yet.
    if (row !== null && endsSoon(row)) await ask(channel, account, row).catch(() => undefined);
    return row;
  };

  const accessOf = (channel: ChannelId, account: Account, { opened }: AccessRow): Access => ({
    account: account.id,
    address: addressOf(account.address, addresses[channel]),
    secrets: opened.secrets,
    token: opened.token?.access ?? null,
    platformUser: opened.platformUser,
    applicationId: opened.applicationId,
  });

  const endsSoon = ({ opened, state }: AccessRow): boolean =>
    state === 'usable' &&
    opened.token !== null &&
    opened.token.expiresAt.getTime() - now() < timing.earlyTokenSeconds * 1000;

  const ask = async (channel: ChannelId, account: Account, { version }: AccessRow): Promise<void> =>
    requests.ask({ channel, account: account.id, version });

  return {
    async access(channel, account) {
      const row = await believed(channel, account);
      return row === null ? null : accessOf(channel, account, row);
    },
    async renew(channel, account, refused) {
      let asked = false;
      for (const look of [...looks, null]) {
        const row = await load(channel, account);
        const access = row === null ? null : accessOf(channel, account, row);
        if (row === null || access === null || access.token === null) return null;
        if (access.token !== refused.token) return access;
        if (row.state === 'lost' || look === null) return null;
        if (!asked) await ask(channel, account, row);
        asked = true;
        await wait(look);
      }
      return null;
    },
  };
};

const registrationRow = z.object({ sealed: z.string(), account: z._default(z.nullable(z.string()), null) });
const secretsList = z.array(z.string());

export const dynamoRegistrations = (parts: AccessParts): RegistrationDirectory => ({
  async registration(channel, id): Promise<Registration | null> {
    const pk = registrationPartition(channel, id);
    const item = await readRow(parts, pk);
    if (item === null) return null;
    const { sealed, account } = z.parse(registrationRow, item);
    const secrets = z.parse(secretsList, await open(parts, pk, sealed));
    return { channel, id, secrets, account: account === null ? null : accountId(account) };
  },
});

/** What `connect` writes: secrets newest first; the row is replaced whole. */
export const putRegistration = async (parts: AccessParts, registration: Registration): Promise<void> => {
  const pk = registrationPartition(registration.channel, registration.id);
  const sealed = await seal(parts, pk, registration.secrets);
  await parts.dynamo.send(
    new PutCommand({ TableName: parts.table, Item: { pk, sealed, account: registration.account } }),
  );
};
