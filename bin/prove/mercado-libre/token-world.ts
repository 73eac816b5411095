/** A platform with single-use refresh tokens and a store of pairs, both in memory, for playing refreshes. */
import { failed, found } from '../../../functions/core/domain/outcome.ts';
import type { TokenChannel, TokenPair } from '../../../functions/core/ports/pulling.ts';
import type { StoredTokens, TokenStore } from '../../../functions/core/ports/tokens.ts';
import type { VirtualTime } from '../virtual-time.ts';

const hour = 3_600_000;

/** How one call goes wrong, decided before it begins. */
export type CallFault = 'none' | 'busy' | 'silent-before' | 'silent-after' | 'garbage';

export type Platform = {
  /** The only refresh token that it still takes. */
  current(): string;
  most(): number;
  calls(): number;
  /** As one process calls it. */
  port(
    chance: () => number,
    faultOf: () => CallFault,
    onAccepted: (refresh: string) => void,
  ): Pick<TokenChannel, 'refresh'>;
};

const longestCall = 15_000;

export const tokenPlatform = (time: VirtualTime, first: string): Platform => {
  let current = first;
  let serial = 0;
  let inFlight = 0;
  let most = 0;
  let calls = 0;
  return {
    current: () => current,
    most: () => most,
    calls: () => calls,
    port: (chance, faultOf, onAccepted) => ({
      async refresh(pair) {
        const fault = faultOf();
        calls += 1;
        inFlight += 1;
        most = Math.max(most, inFlight);
        const takes = chance() * longestCall;
        await time.sleep(takes / 2);
        if (fault === 'silent-before' || fault === 'busy') {
          await time.sleep(fault === 'busy' ? takes / 2 : longestCall - takes / 2);
          inFlight -= 1;
          return failed({ kind: 'busy', afterSeconds: null, because: fault });
        }
        const isTaken = pair.refresh === current;
        serial += 1;
        const next: TokenPair = {
          access: `access-${String(serial)}`,
          refresh: `refresh-${String(serial)}`,
          expiresAt: new Date(time.now() + 6 * hour),
        };
        if (isTaken) {
          current = next.refresh;
          onAccepted(next.refresh);
        }
        await time.sleep(fault === 'silent-after' ? longestCall - takes / 2 : takes / 2);
        inFlight -= 1;
        if (fault === 'silent-after' || fault === 'garbage')
          return failed({ kind: 'busy', afterSeconds: null, because: fault });
        return isTaken ? found(next) : failed({ kind: 'lost', because: 'invalid_grant' });
      },
    }),
  };
};

/** The conditions of the table, on one row. */
export const memoryTokens = (first: TokenPair): TokenStore & { stored(): StoredTokens } => {
  let row: StoredTokens = {
    pair: first,
    app: { applicationId: 'application', clientSecret: 'secret' },
    version: 1,
    storedAt: new Date(-hour),
    state: 'usable',
    leasedUntil: null,
  };
  return {
    stored: () => row,
    read: async () => row,
    async lease(_channel, _account, { version }, now, until) {
      if (row.version !== version || (row.leasedUntil !== null && row.leasedUntil > now)) return 'stale';
      row = { ...row, leasedUntil: until };
      return 'leased';
    },
    async replace(_channel, _account, { version }, pair, now) {
      if (row.version === version + 1 && row.pair.refresh === pair.refresh) return 'stored';
      if (row.version !== version) return 'stale';
      row = { ...row, pair, version: version + 1, storedAt: now, leasedUntil: null };
      return 'stored';
    },
    async giveUp(_channel, _account, { version }) {
      if (row.version !== version) return 'stale';
      row = { ...row, state: 'lost', leasedUntil: null };
      return 'given-up';
    },
  };
};
