/** Renewing tokens: one refresh at a time, nothing lost that could be kept, and a loss is told. */
import { describe, expect, it } from 'vitest';
import { refreshes } from '../../../bin/prove/mercado-libre/refresh.ts';
import { memoryTokens } from '../../../bin/prove/mercado-libre/token-world.ts';
import { failed, found } from '../../../functions/core/domain/outcome.ts';
import type { Account } from '../../../functions/core/domain/tenant.ts';
import { refreshAccess } from '../../../functions/core/flows/refresh-access.ts';
import type { TokenChannel } from '../../../functions/core/ports/pulling.ts';
import type { TokenStore } from '../../../functions/core/ports/tokens.ts';
import { firstPair, seller } from '../../contracts/tokens.ts';
import { account as shop } from '../../fakes/builders.ts';
import { fakeTools } from '../../fakes/tools.ts';

const account: Account = { ...shop, channel: 'mercado-libre', id: seller };
const nextPair = { access: 'access-2', refresh: 'refresh-2', expiresAt: new Date('2026-11-21T00:00:00Z') };

const play = (given: {
  readonly platform: TokenChannel['refresh'];
  readonly store?: (tokens: ReturnType<typeof memoryTokens>) => Partial<TokenStore>;
}) => {
  const { tools, logged, counted, pass } = fakeTools();
  const tokens = memoryTokens(firstPair);
  let asked = 0;
  const hear = refreshAccess({
    ...tools,
    tenants: { account: async () => account },
    tokens: { ...tokens, ...given.store?.(tokens) },
    channels: {
      'mercado-libre': {
        refresh: async (...called) => {
          asked += 1;
          return given.platform(...called);
        },
      },
    },
    addresses: {},
    newHolder: () => 'holder',
    wait: async () => undefined,
  });
  const wish = async (version = 1) => hear({ channel: 'mercado-libre', account: seller, version });
  return { wish, tokens, logged, counted, pass, asked: () => asked };
};
const accepts: TokenChannel['refresh'] = async () => found(nextPair);
const isDown: TokenChannel['refresh'] = async () =>
  failed({ kind: 'busy', afterSeconds: null, because: 'status 500' });
const shutOut: TokenChannel['refresh'] = async () => failed({ kind: 'lost', because: 'invalid_grant' });

describe('a wish for a new token', () => {
  it('replaces the pair once, however often it is heard', async () => {
    const { wish, tokens, logged, asked } = play({ platform: accepts });
    await wish();
    await wish();
    expect([tokens.stored().pair.refresh, tokens.stored().version, asked()]).toEqual(['refresh-2', 2, 1]);
    expect(logged.map(({ name }) => name)).toEqual(['access-refreshed']);
  });

  it('is heard with the address and the application of the account', async () => {
    const apps: unknown[] = [];
    const { wish } = play({
      platform: async (_pair, app) => {
        apps.push(app);
        return found(nextPair);
      },
    });
    await wish();
    expect(apps).toEqual([
      { address: account.address, applicationId: 'application', clientSecret: 'secret' },
    ]);
  });

  it('waits while another run may be asking', async () => {
    const { wish, tokens, asked, pass } = play({ platform: accepts });
    const until = new Date('2026-11-20T12:00:40Z');
    await tokens.lease('mercado-libre', seller, { version: 1, holder: 'other' }, new Date(0), until);
    expect(await wish()).toMatchObject({ next: 'retry', afterSeconds: 40 });
    expect(asked()).toBe(0);
    pass(41);
    await wish();
    expect(tokens.stored().version).toBe(2);
  });

  it('waits when the pair is seconds old: a platform that refuses everything is not asked in a circle', async () => {
    const { wish, asked } = play({ platform: accepts });
    await wish();
    expect(await wish(2)).toMatchObject({ next: 'retry', afterSeconds: 20 });
    expect(asked()).toBe(1);
  });

  it('that the platform puts off comes back when the lease has ended, and no sooner', async () => {
    const { wish, tokens, counted } = play({ platform: isDown });
    expect(await wish()).toEqual({ next: 'retry', afterSeconds: 60, because: 'status 500' });
    expect(await wish()).toMatchObject({ next: 'retry', afterSeconds: 60 });
    expect([tokens.stored().pair, counted]).toEqual([firstPair, []]);
  });

  it('survives a store that fails while the platform has forgotten the old pair', async () => {
    let failures = 0;
    const { wish, tokens } = play({
      platform: accepts,
      store: (under) => ({
        replace: async (...called) => {
          failures += 1;
          if (failures < 6) throw new Error('throttled');
          return under.replace(...called);
        },
      }),
    });
    await wish();
    expect(tokens.stored().pair.refresh).toBe('refresh-2');
  });
});

describe('an account that the platform shuts out', () => {
  it('is told once, with the command that connects it again, and never asked for again', async () => {
    const { wish, tokens, logged, counted, asked } = play({ platform: shutOut });
    await wish();
    await wish();
    expect([tokens.stored().state, asked(), counted]).toEqual(['lost', 1, ['AccessLost']]);
    const action = 'npm run connect -- --tenant lunaecasa0 --channel mercado-libre';
    expect(logged).toEqual([
      {
        name: 'access-denied',
        fields: { tenant: account.tenant, channel: 'mercado-libre', because: 'invalid_grant', action },
      },
    ]);
  });

  it('is told even when giving up fails, so that no crash keeps it secret', async () => {
    const { wish, counted } = play({
      platform: shutOut,
      store: () => ({ giveUp: async () => Promise.reject(new Error('throttled')) }),
    });
    await expect(wish()).rejects.toThrow('throttled');
    expect(counted).toEqual(['AccessLost']);
  });

  it('is not lost when the seller connected it again while we were asking', async () => {
    const world = play({
      platform: async () => {
        await world.tokens.replace(
          'mercado-libre',
          seller,
          { version: 1, holder: 'connect' },
          nextPair,
          new Date(),
        );
        return failed({ kind: 'lost', because: 'invalid_grant' });
      },
    });
    await world.wish();
    expect([world.counted, world.tokens.stored().state]).toEqual([[], 'usable']);
  });
});

it('never two refreshes at a time, nothing lost needlessly or in silence, over a thousand plays with crashes', async () => {
  const figures = await refreshes({ scale: 0.01, seed: 20_261_120, folder: '', assembly: '' });
  expect(figures.filter(({ ok }) => !ok)).toEqual([]);
});
