/** Connecting a marketplace account: the code must be of this attempt and of this account, and nothing that works is touched before. */
import { ScanCommand } from '@aws-sdk/lib-dynamodb';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { beginAuthorisation, completeAuthorisation } from '../../bin/operate/authorise.ts';
import type { Directory } from '../../bin/operate/directory.ts';
import { putAccess, readAccess } from '../../functions/core/aws/dynamo/access-rows.ts';
import { dynamoTokens } from '../../functions/core/aws/dynamo/tokens.ts';
import { mercadoLibreTokens } from '../../functions/core/channels/mercado-libre/access.ts';
import { failed, found } from '../../functions/core/domain/outcome.ts';
import type { Account } from '../../functions/core/domain/tenant.ts';
import type { TokenChannel } from '../../functions/core/ports/pulling.ts';
import { firstPair, seller } from '../contracts/tokens.ts';
import { accessTable } from '../fakes/access-table.ts';
import { account as shop } from '../fakes/builders.ts';
import { standIn, type StandIn } from '../local/services/dynamodb/stand-in.ts';

const now = new Date('2026-11-20T12:00:00.000Z');
const account: Account = { ...shop, channel: 'mercado-libre', id: seller };
const application = {
  application: '2069392825111111',
  clientSecret: 'client-secret',
  redirect: 'https://example.com/back',
};
const nothing = { application: undefined, clientSecret: undefined, redirect: undefined };
const newPair = { access: 'access-new', refresh: 'refresh-new', expiresAt: new Date('2026-11-20T18:00:00Z') };

const pages = mercadoLibreTokens({
  fetch: async () => Promise.reject(new Error('nobody calls')),
  now: () => now,
});
/** The platform takes every code, and says who signed in. */
const platform = (redeem: TokenChannel['redeem']): TokenChannel => ({ ...pages, redeem });
const signedInAs = (platformUser: string) => platform(async () => found({ pair: newPair, platformUser }));

let machine: StandIn;
let directory: Pick<Directory, 'access'>;
beforeAll(async () => {
  machine = await standIn();
});
afterAll(async () => machine.close());
beforeEach(async () => {
  directory = { access: await accessTable(machine, () => now) };
});

const begin = async (given: Parameters<typeof beginAuthorisation>[3] = application): Promise<URL> =>
  new URL(await beginAuthorisation(directory, pages, account, given));
const complete = async (channel: TokenChannel, code: string): Promise<Date> =>
  completeAuthorisation(directory, channel, account, code);
const stored = async () => readAccess(directory.access, account.channel, account.id);

describe('the first connection', () => {
  it('ends with the pair stored, for the application that the seller allowed', async () => {
    await begin();
    expect(await complete(signedInAs(seller), 'TG-CODE')).toEqual(newPair.expiresAt);
    const row = await stored();
    expect(row?.opened).toMatchObject({
      token: newPair,
      applicationId: '2069392825111111',
      platformUser: seller,
    });
  });

  it('takes the whole address that the seller was sent back to', async () => {
    const state = (await begin()).searchParams.get('state') ?? '';
    const codes: string[] = [];
    const channel = platform(async (code) => {
      codes.push(code);
      return found({ pair: newPair, platformUser: seller });
    });
    await complete(channel, `https://example.com/back?code=TG-CODE&state=${state}`);
    expect(codes).toEqual(['TG-CODE']);
  });

  it('redeems with the verifier and the redirect of the page that the seller saw', async () => {
    const page = await begin();
    const asked: unknown[] = [];
    const channel = platform(async (_code, request, app) => {
      const { code_challenge } = Object.fromEntries(
        new URL(pages.authorisation('BR', { ...request, applicationId: '', state: '' }) ?? '').searchParams,
      );
      asked.push([code_challenge, request.redirect, app.clientSecret, app.address]);
      return found({ pair: newPair, platformUser: seller });
    });
    await complete(channel, 'TG-CODE');
    const challenge = page.searchParams.get('code_challenge');
    expect(asked).toEqual([[challenge, application.redirect, 'client-secret', account.address]]);
  });

  it('lays the verifier and the secret of the application sealed', async () => {
    await begin();
    const { Items } = await directory.access.dynamo.send(
      new ScanCommand({ TableName: directory.access.table }),
    );
    expect(JSON.stringify(Items)).not.toContain('client-secret');
  });
});

describe('is refused in plain words, with nothing stored,', () => {
  it.each([
    [
      'an address of another attempt',
      'https://example.com/back?code=TG-CODE&state=another',
      /another attempt/,
    ],
    ['an address without a code', 'https://example.com/back?error=access_denied', /no code/],
  ])('%s', async (_, code, words) => {
    await begin();
    await expect(complete(signedInAs(seller), code)).rejects.toThrow(words);
    expect(await stored()).toBeNull();
  });

  it("another seller's code", async () => {
    await begin();
    await expect(complete(signedInAs('999'), 'TG-CODE')).rejects.toThrow(/who signed in is 999/);
    expect(await stored()).toBeNull();
  });

  it('a code that nobody was sent for', async () => {
    await expect(complete(signedInAs(seller), 'TG-CODE')).rejects.toThrow(/run without --code first/);
  });

  it('a code that was redeemed already', async () => {
    await begin();
    await complete(signedInAs(seller), 'TG-CODE');
    await expect(complete(signedInAs(seller), 'TG-CODE')).rejects.toThrow(/run without --code first/);
  });

  it.each([
    ['invalid_grant', /used, older than ten minutes/],
    ['invalid_operator_user_id', /administrator/],
    ['invalid_client', /--client-secret/],
  ])('what the platform calls %s', async (because, words) => {
    await begin();
    const refusing = platform(async () => failed({ kind: 'refused', because }));
    await expect(complete(refusing, 'TG-CODE')).rejects.toThrow(words);
  });

  it('an application that nobody named', async () => {
    await expect(begin(nothing)).rejects.toThrow(/--application, --client-secret and --redirect/);
  });
});

describe('connecting again', () => {
  const before = { secrets: [], token: firstPair, applicationId: 'known', clientSecret: 'known-secret' };

  it('needs neither the application nor its secret, and leaves the token alone until the code is there', async () => {
    await putAccess(directory.access, account, before);
    const page = await begin({ ...nothing, redirect: application.redirect });
    expect(page.searchParams.get('client_id')).toBe('known');
    expect(await stored()).toMatchObject({ version: 1, opened: { token: firstPair } });
  });

  it('makes an account that was shut out usable', async () => {
    await putAccess(directory.access, account, before);
    await dynamoTokens(directory.access).giveUp(account.channel, seller, { version: 1, holder: 'x' });
    await begin({ ...nothing, redirect: application.redirect });
    await complete(signedInAs(seller), 'TG-CODE');
    expect(await stored()).toMatchObject({ version: 2, state: 'usable', opened: { token: newPair } });
  });
});
