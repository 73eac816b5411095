/** What every store of token pairs promises: the same suite runs over the memory store and over DynamoDB. */
import { beforeEach, describe, expect, it } from 'vitest';
import { accountId } from '../../functions/core/domain/ids.ts';
import type { TokenPair } from '../../functions/core/ports/pulling.ts';
import type { TokenStore } from '../../functions/core/ports/tokens.ts';

export const firstPair: TokenPair = {
  access: 'access-1',
  refresh: 'refresh-1',
  expiresAt: new Date('2026-11-20T18:00:00.000Z'),
};
const nextPair: TokenPair = {
  access: 'access-2',
  refresh: 'refresh-2',
  expiresAt: new Date('2026-11-21T00:00:00.000Z'),
};
export const seller = accountId('465432224');
const at = (seconds: number): Date => new Date(Date.parse('2026-11-20T12:00:00.000Z') + seconds * 1000);

/** A store that holds `firstPair` as version 1 of `seller`. */
export const tokensContract = (name: string, open: () => Promise<TokenStore>): void => {
  describe(`tokens in ${name}`, () => {
    let store: TokenStore;
    beforeEach(async () => {
      store = await open();
    });
    const read = async () => store.read('mercado-libre', seller);
    const lease = async (version: number, holder: string, now: number) =>
      store.lease('mercado-libre', seller, { version, holder }, at(now), at(now + 60));
    const replace = async (version: number, holder: string, pair = nextPair) =>
      store.replace('mercado-libre', seller, { version, holder }, pair, at(5));

    it('are read as they were stored', async () => {
      const stored = await read();
      expect(stored?.pair).toEqual(firstPair);
      expect([stored?.version, stored?.state, stored?.leasedUntil]).toEqual([1, 'usable', null]);
    });

    it('are leased to one at a time, and to the next when the lease has ended', async () => {
      expect(await lease(1, 'one', 0)).toBe('leased');
      expect(await lease(1, 'other', 59)).toBe('stale');
      expect(await lease(1, 'other', 60)).toBe('leased');
    });

    it('are not leased in a version that is no longer stored', async () => {
      await replace(1, 'one');
      expect(await lease(1, 'other', 100)).toBe('stale');
    });

    it('are replaced once: the version grows and the lease ends', async () => {
      await lease(1, 'one', 0);
      expect(await replace(1, 'one')).toBe('stored');
      const stored = await read();
      expect([stored?.pair, stored?.version, stored?.leasedUntil]).toEqual([nextPair, 2, null]);
      expect(stored?.storedAt).toEqual(at(5));
    });

    it('are never replaced by a pair of an older version', async () => {
      await replace(1, 'one');
      expect(await replace(1, 'other', firstPair)).toBe('stale');
      expect((await read())?.pair).toEqual(nextPair);
    });

    it('say that a pair is stored when it is stored a second time, as after an answer that was lost', async () => {
      await replace(1, 'one');
      expect(await replace(1, 'one')).toBe('stored');
      expect((await read())?.version).toBe(2);
    });

    it('are given up in their version alone', async () => {
      expect(await store.giveUp('mercado-libre', seller, { version: 7, holder: 'one' })).toBe('stale');
      expect(await store.giveUp('mercado-libre', seller, { version: 1, holder: 'one' })).toBe('given-up');
      expect((await read())?.state).toBe('lost');
    });
  });
};
