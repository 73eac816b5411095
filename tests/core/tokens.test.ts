/** Token pairs in memory and in DynamoDB, and how callers come to a token that works. */
import { ScanCommand } from '@aws-sdk/lib-dynamodb';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { memoryTokens } from '../../bin/prove/mercado-libre/token-world.ts';
import { dynamoAccess } from '../../functions/core/aws/dynamo/access.ts';
import { putAccess, type AccessParts } from '../../functions/core/aws/dynamo/access-rows.ts';
import { dynamoTokens } from '../../functions/core/aws/dynamo/tokens.ts';
import { registrationId } from '../../functions/core/domain/ids.ts';
import type { Account } from '../../functions/core/domain/tenant.ts';
import type { RefreshRequest } from '../../functions/core/ports/access.ts';
import { firstPair, seller, tokensContract } from '../contracts/tokens.ts';
import { accessTable } from '../fakes/access-table.ts';
import { tenant } from '../fakes/builders.ts';
import { standIn, type StandIn } from '../local/services/dynamodb/stand-in.ts';

const account: Account = {
  tenant: tenant.id,
  channel: 'mercado-libre',
  id: seller,
  registration: registrationId('luna-meli'),
  market: 'BR',
  address: 'https://api.example',
};
const grant = { platformUser: seller, applicationId: 'application', clientSecret: 'client-secret' };

tokensContract('memory', async () => memoryTokens(firstPair));

describe('in DynamoDB', () => {
  let machine: StandIn;
  let parts: AccessParts;
  let now = new Date('2026-11-20T12:00:00.000Z');
  beforeAll(async () => {
    machine = await standIn();
  });
  afterAll(async () => machine.close());

  const freshTable = async (): Promise<void> => {
    now = new Date('2026-11-20T12:00:00.000Z');
    parts = await accessTable(machine, () => now);
    await putAccess(parts, account, { secrets: [], token: firstPair, ...grant });
  };

  tokensContract('DynamoDB', async () => {
    await freshTable();
    return dynamoTokens(parts);
  });

  describe('a caller', () => {
    beforeEach(freshTable);

    const open = (onWait: () => Promise<void> = async () => undefined) => {
      const asked: RefreshRequest[] = [];
      const directory = dynamoAccess(parts, {
        addresses: {},
        requests: { ask: async (request) => void asked.push(request) },
        wait: onWait,
      });
      return { asked, directory };
    };
    const refreshed = async (): Promise<void> => {
      const pair = { access: 'access-2', refresh: 'refresh-2', expiresAt: new Date('2026-11-21T00:00:00Z') };
      await dynamoTokens(parts).replace(account.channel, seller, { version: 1, holder: 'x' }, pair, now);
    };
    const got = async ({ directory }: ReturnType<typeof open>) => {
      const access = await directory.access(account.channel, account);
      if (access === null) throw new Error('no access');
      return access;
    };

    it('gets the token, and who the seller and the application are', async () => {
      const access = await got(open());
      expect([access.token, access.platformUser, access.applicationId]).toEqual([
        'access-1',
        seller,
        'application',
      ]);
      expect(JSON.stringify(access)).not.toContain('refresh-1');
    });

    it('asks for a new one half an hour before the old one ends, and not before', async () => {
      const early = open();
      now = new Date('2026-11-20T17:29:00Z');
      await got(early);
      expect(early.asked).toEqual([]);
      now = new Date('2026-11-20T17:31:00Z');
      await got(early);
      expect(early.asked).toEqual([{ channel: account.channel, account: seller, version: 1 }]);
    });

    it('who is refused gets the new token as soon as it is stored', async () => {
      let looks = 0;
      const caller = open(async () => {
        looks += 1;
        if (looks === 2) await refreshed();
      });
      const renewed = await caller.directory.renew(account.channel, account, await got(caller));
      expect([renewed?.token, looks, caller.asked.length]).toEqual(['access-2', 2, 1]);
    });

    it('who is refused with a token that was replaced meanwhile asks for none', async () => {
      const caller = open();
      const old = await got(caller);
      await refreshed();
      const renewed = await caller.directory.renew(account.channel, account, old);
      expect([renewed?.token, caller.asked.length]).toEqual(['access-2', 0]);
    });

    it('of an account that the platform shut out is told so, and asks no more', async () => {
      const caller = open();
      const old = await got(caller);
      await dynamoTokens(parts).giveUp(account.channel, seller, { version: 1, holder: 'x' });
      expect(await caller.directory.renew(account.channel, account, old)).toBeNull();
      expect(caller.asked).toEqual([]);
    });

    it('of a shop that signs with a secret is refused for good', async () => {
      await putAccess(parts, account, { secrets: ['whsec_x'] });
      const caller = open();
      const access = await got(caller);
      expect(access.token).toBeNull();
      expect(await caller.directory.renew(account.channel, account, access)).toBeNull();
      expect(caller.asked).toEqual([]);
    });
  });

  it('tokens and secrets lie sealed, each bound to its row', async () => {
    await freshTable();
    const { Items } = await parts.dynamo.send(new ScanCommand({ TableName: parts.table }));
    const row = JSON.stringify(Items);
    expect(['access-1', 'refresh-1', 'client-secret'].filter((secret) => row.includes(secret))).toEqual([]);
  });

  it('connecting again brings a newer version, so that a refresh on its way stores nothing over it', async () => {
    await freshTable();
    const store = dynamoTokens(parts);
    await store.lease(
      account.channel,
      seller,
      { version: 1, holder: 'x' },
      now,
      new Date(now.getTime() + 60_000),
    );
    await putAccess(parts, account, {
      secrets: [],
      token: { ...firstPair, refresh: 'reconnected' },
      ...grant,
    });
    const late = { ...firstPair, refresh: 'late' };
    expect(await store.replace(account.channel, seller, { version: 1, holder: 'x' }, late, now)).toBe(
      'stale',
    );
    const stored = await store.read(account.channel, seller);
    expect([stored?.pair.refresh, stored?.version, stored?.state]).toEqual(['reconnected', 2, 'usable']);
  });
});
