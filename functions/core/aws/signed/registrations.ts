/** Webhook registrations by signed fetch: read once by an execution environment, refreshed in the background. */
import * as z from 'zod/mini';
import { accountId } from '../../domain/ids.ts';
import type { Registration, RegistrationDirectory } from '../../ports/tenants.ts';
import type { Clock } from '../../ports/tools.ts';
import type { SignedCalls } from './client.ts';

const answer = z.object({
  Item: z.optional(
    z.object({
      sealed: z.object({ S: z.string() }),
      account: z.optional(z.object({ S: z.optional(z.string()) })),
    }),
  ),
});
const opened = z.object({ Plaintext: z.string() });
const secretsList = z.array(z.string());

/** A known registration is believed this long, and then refreshed beside the answer. */
const freshMilliseconds = 30_000;
/** An unknown one is asked for again after this long. */
const unknownMilliseconds = 5000;
const mostKept = 2000;

type Kept = { readonly value: Registration | null; readonly at: number };

export const signedRegistrations = (
  calls: SignedCalls,
  table: string,
  key: string,
  clock: Clock,
): RegistrationDirectory => {
  const kept = new Map<string, Kept>();

  const load: RegistrationDirectory['registration'] = async (channel, id) => {
    const pk = `${channel}#${id}`;
    const { Item } = z.parse(
      answer,
      await calls.json('dynamodb', 'DynamoDB_20120810.GetItem', {
        TableName: table,
        Key: { pk: { S: pk } },
        ConsistentRead: true,
      }),
    );
    if (Item === undefined) return null;
    const { Plaintext } = z.parse(
      opened,
      await calls.json('kms', 'TrentService.Decrypt', {
        KeyId: key,
        CiphertextBlob: Item.sealed.S,
        EncryptionContext: { row: pk },
      }),
    );
    const secrets = z.parse(secretsList, JSON.parse(Buffer.from(Plaintext, 'base64').toString('utf8')));
    const account = Item.account?.S;
    return { channel, id, secrets, account: account === undefined ? null : accountId(account) };
  };

  const keep: RegistrationDirectory['registration'] = async (channel, id) => {
    const value = await load(channel, id);
    if (kept.size >= mostKept) kept.clear();
    kept.set(`${channel}#${id}`, { value, at: clock().getTime() });
    return value;
  };

  return {
    async registration(channel, id) {
      const known = kept.get(`${channel}#${id}`);
      if (known === undefined) return keep(channel, id);
      const age = clock().getTime() - known.at;
      if (known.value === null) return age < unknownMilliseconds ? null : keep(channel, id);
      // Beside the answer: a rotated secret is known within the half minute, and nobody waits for it.
      if (age >= freshMilliseconds) void keep(channel, id).catch(() => undefined);
      return known.value;
    },
  };
};
