/** Gathers what the doctor judges by: stored access, a question to the platform itself, cursors, and the latest conversations. */
import { GetCommand, QueryCommand } from '@aws-sdk/lib-dynamodb';
import { readAccess, type AccessRow } from '../../functions/core/aws/dynamo/access-rows.ts';
import { dynamoCursors } from '../../functions/core/aws/dynamo/catching-up.ts';
import { conversationPartition, metaSort, turnPrefix } from '../../functions/core/aws/dynamo/keys.ts';
import { linesOfDay } from '../../functions/core/aws/dynamo/usage-ledger.ts';
import { openMissedChannels } from '../../functions/core/channels/registry-missed.ts';
import type { ChannelId } from '../../functions/core/domain/channel.ts';
import type { ConversationId, TenantId } from '../../functions/core/domain/ids.ts';
import type { Account } from '../../functions/core/domain/tenant.ts';
import type { MissedChannel } from '../../functions/core/ports/pulling.ts';
import * as z from 'zod';
import type { Connection } from './connection.ts';
import type { AccountFacts } from './diagnose.ts';
import type { Directory } from './directory.ts';

const clock = (): Date => new Date();
const dayMilliseconds = 24 * 60 * 60 * 1000;
const lookBackDays = 7;
/** Of each tenant: enough to meet every account of a busy one. */
const mostConversations = 200;

const channels: Readonly<Partial<Record<ChannelId, MissedChannel>>> = openMissedChannels({
  fetch: async (url, init) => fetch(url, init),
  now: clock,
});

const token = async (account: Account, row: AccessRow): Promise<AccountFacts['access']> => {
  const { token: pair, secrets, platformUser, applicationId } = row.opened;
  if (pair === null) return { kind: 'secret' };
  const channel = channels[account.channel];
  const topic = channel?.missedTopics.at(-1);
  const access = {
    account: account.id,
    address: account.address ?? '',
    secrets,
    token: pair.access,
    platformUser,
    applicationId,
  };
  const until = pair.expiresAt;
  if (channel === undefined || topic === undefined)
    return { kind: 'token', state: row.state, until, platform: 'silent' };
  // A question that changes nothing, with the very token that the Lambdas use.
  const asked = await channel.missed(topic, null, access);
  const refused = !asked.ok && asked.problem.kind === 'access-denied';
  const platform = asked.ok ? 'accepts' : refused ? 'refuses' : 'silent';
  return { kind: 'token', state: row.state, until, platform };
};

const accessOf = async (directory: Directory, account: Account): Promise<AccountFacts['access']> => {
  const row = await readAccess(directory.access, account.channel, account.id);
  if (row === null) return { kind: 'none' };
  if (row.opened.token === null && row.opened.secrets.length === 0) return { kind: 'none' };
  return token(account, row);
};

const pullsOf = async (
  connection: Connection,
  table: string,
  account: Account,
): Promise<AccountFacts['pulls']> => {
  const channel = channels[account.channel];
  if (channel === undefined) return null;
  const cursors = dynamoCursors({ dynamo: connection.dynamo, table });
  return Promise.all(
    channel.missedTopics.map(async (topic) => {
      const kept = await cursors.read(account.channel, account.id, topic);
      // Before the first look that succeeded there is only the time of the first that did not.
      return kept === null || kept.cursor === null
        ? { at: null, lastGapAt: null }
        : { at: kept.at, lastGapAt: kept.lastGapAt };
    }),
  );
};

type Heard = {
  readonly channel: string;
  readonly account: string;
  readonly heardAt: Date;
  readonly answeredAt: Date | null;
};

const meta = z.object({ channel: z.string(), account: z.string(), lastBuyerAt: z.iso.datetime() });
const reply = z.object({ sk: z.string().regex(/^TURN#[^#]+#reply#/), state: z.literal('confirmed') });

const heardIn = async (
  connection: Connection,
  table: string,
  tenant: TenantId,
  conversation: ConversationId,
): Promise<Heard | null> => {
  const pk = conversationPartition(tenant, conversation);
  const [first, turns] = await Promise.all([
    connection.dynamo.send(new GetCommand({ TableName: table, Key: { pk, sk: metaSort } })),
    connection.dynamo.send(
      new QueryCommand({
        TableName: table,
        KeyConditionExpression: 'pk = :pk AND begins_with(sk, :turn)',
        ExpressionAttributeValues: { ':pk': pk, ':turn': turnPrefix },
        ScanIndexForward: false,
        Limit: 50,
      }),
    ),
  ]);
  const known = meta.safeParse(first.Item);
  if (!known.success) return null;
  const { channel, account, lastBuyerAt } = known.data;
  const replies = (turns.Items ?? []).flatMap((turn) => {
    const read = reply.safeParse(turn);
    return read.success ? [read.data.sk.split('#')[1] ?? ''] : [];
  });
  const [latest] = replies;
  return {
    channel,
    account,
    heardAt: new Date(lastBuyerAt),
    answeredAt: latest === undefined ? null : new Date(latest),
  };
};

/** The latest conversations of a tenant, by the ledger's lines of messages: newest first. */
const heardBy = async (
  connection: Connection,
  tables: { readonly conversations: string; readonly usage: string },
  tenant: TenantId,
): Promise<readonly Heard[]> => {
  const days = Array.from({ length: lookBackDays }, (_, back) =>
    new Date(clock().getTime() - back * dayMilliseconds).toISOString().slice(0, 10),
  );
  const lines = await Promise.all(
    days.map(async (day) => linesOfDay(connection.dynamo, tables.usage, tenant, day)),
  );
  const newest = lines
    .flat()
    .filter(({ unit }) => unit === 'message')
    .toSorted((one, other) => other.acceptedAt.getTime() - one.acceptedAt.getTime());
  const conversations = [...new Set(newest.flatMap(({ conversation }) => conversation ?? []))];
  const heard = await Promise.all(
    conversations
      .slice(0, mostConversations)
      .map(async (conversation) => heardIn(connection, tables.conversations, tenant, conversation)),
  );
  return heard.filter((one) => one !== null);
};

const latest = (dates: readonly (Date | null)[]): Date | null =>
  dates.reduce((one, other) => (one === null || (other !== null && other > one) ? other : one), null);

/** The facts of each account, in the order given. */
export const gatherFacts = async (
  connection: Connection,
  directory: Directory,
  tables: { readonly tenants: string; readonly conversations: string; readonly usage: string },
  accounts: readonly Account[],
): Promise<readonly { readonly account: Account; readonly facts: AccountFacts }[]> => {
  const tenants = [...new Set(accounts.map(({ tenant }) => tenant))];
  const heard = new Map(
    await Promise.all(
      tenants.map(async (tenant) => [tenant, await heardBy(connection, tables, tenant)] as const),
    ),
  );
  return Promise.all(
    accounts.map(async (account) => {
      const own = (heard.get(account.tenant) ?? []).filter(
        (one) => one.channel === account.channel && one.account === account.id,
      );
      const [access, pulls] = await Promise.all([
        accessOf(directory, account),
        pullsOf(connection, tables.tenants, account),
      ]);
      const heardAt = latest(own.map((one) => one.heardAt));
      const answeredAt = latest(own.map((one) => one.answeredAt));
      return { account, facts: { access, pulls, heardAt, answeredAt } };
    }),
  );
};
