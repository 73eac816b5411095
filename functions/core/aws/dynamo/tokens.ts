/** Token pairs in the access table: the version and the lease are conditions of every write. */
import { randomUUID } from 'node:crypto';
import { UpdateCommand } from '@aws-sdk/lib-dynamodb';
import { ConditionalCheckFailedException } from '@aws-sdk/client-dynamodb';
import type { ChannelId } from '../../domain/channel.ts';
import type { AccountId } from '../../domain/ids.ts';
import type { TokenStore } from '../../ports/tokens.ts';
import { readAccess, seal, type AccessParts } from './access-rows.ts';
import { accountPartition } from './keys.ts';

/** A name that no other run has. */
export const newHolder = (): string => randomUUID();

type Update = {
  readonly set: string;
  readonly when: string;
  readonly names?: Readonly<Record<string, string>>;
  readonly values: Readonly<Record<string, unknown>>;
};

const update = async (
  parts: AccessParts,
  channel: ChannelId,
  account: AccountId,
  { set, when, names, values }: Update,
): Promise<'done' | 'stale'> => {
  try {
    await parts.dynamo.send(
      new UpdateCommand({
        TableName: parts.table,
        Key: { pk: accountPartition(channel, account) },
        UpdateExpression: set,
        ConditionExpression: when,
        ...(names === undefined ? {} : { ExpressionAttributeNames: { ...names } }),
        ExpressionAttributeValues: { ...values },
      }),
    );
    return 'done';
  } catch (error) {
    if (error instanceof ConditionalCheckFailedException) return 'stale';
    throw error;
  }
};

export const dynamoTokens = (parts: AccessParts): TokenStore => ({
  async read(channel, account) {
    const row = await readAccess(parts, channel, account);
    const { token = null, applicationId = null, clientSecret = null } = row?.opened ?? {};
    if (row === null || token === null || applicationId === null || clientSecret === null) return null;
    const { version, storedAt, state, leasedUntil } = row;
    return { pair: token, app: { applicationId, clientSecret }, version, storedAt, state, leasedUntil };
  },

  async lease(channel, account, { version, holder }, now, until) {
    const taken = await update(parts, channel, account, {
      set: 'SET holder = :holder, leasedUntil = :until',
      when: 'version = :version AND (attribute_not_exists(leasedUntil) OR leasedUntil <= :now)',
      values: {
        ':version': version,
        ':holder': holder,
        ':until': until.toISOString(),
        ':now': now.toISOString(),
      },
    });
    return taken === 'done' ? 'leased' : 'stale';
  },

  /** Whoever brings the platform's newest pair may store it, whether or not its lease has ended meanwhile. */
  async replace(channel, account, { version }, pair, now) {
    const row = await readAccess(parts, channel, account);
    if (row === null) return 'stale';
    // Stored by an attempt of this very run, whose answer was lost.
    if (row.version === version + 1 && row.opened.token?.refresh === pair.refresh) return 'stored';
    const sealed = await seal(parts, accountPartition(channel, account), { ...row.opened, token: pair });
    const stored = await update(parts, channel, account, {
      set: 'SET sealed = :sealed, version = :next, storedAt = :now REMOVE holder, leasedUntil',
      when: 'version = :version',
      values: {
        ':sealed': sealed,
        ':version': version,
        ':next': version + 1,
        ':now': now.toISOString(),
      },
    });
    return stored === 'done' ? 'stored' : 'stale';
  },

  async giveUp(channel, account, { version }) {
    const ended = await update(parts, channel, account, {
      set: 'SET #state = :lost REMOVE holder, leasedUntil',
      when: 'version = :version',
      names: { '#state': 'state' },
      values: { ':version': version, ':lost': 'lost' },
    });
    return ended === 'done' ? 'given-up' : 'stale';
  },
});
