/**
 * One play of refreshes: several processes hear wishes for the same account in any order, two at a time if need be,
 * with crashes, time-outs, a failing store and clocks that disagree; then calm returns and one more wish is heard.
 */
import { accountId, registrationId, tenantId } from '../../../functions/core/domain/ids.ts';
import type { Account } from '../../../functions/core/domain/tenant.ts';
import { refreshAccess } from '../../../functions/core/flows/refresh-access.ts';
import type { TokenStore } from '../../../functions/core/ports/tokens.ts';
import type { CountName } from '../../../functions/core/ports/tools.ts';
import { virtualTime } from '../virtual-time.ts';
import { memoryTokens, tokenPlatform, type CallFault } from './token-world.ts';

export type Played = {
  readonly mostInFlight: number;
  readonly calls: number;
  /** The stored refresh token is not the one that the platform takes. */
  readonly lost: boolean;
  /** The platform accepted, and what was to store the pair died, was not answered, or had no store. */
  readonly couldNotBeAvoided: boolean;
  readonly alarms: number;
};

const account: Account = {
  tenant: tenantId('lunaecasa0'),
  channel: 'mercado-libre',
  id: accountId('465432224'),
  registration: registrationId('registration'),
  market: 'BR',
  address: 'https://api.example',
};

/** Milliseconds: a Lambda ends then, whatever it is doing; a record that it held comes back later. */
const longestRun = 30_000;
const comesBackAfter = 180_000;
const receives = 5;
const mostSkew = 5000;
/** A store that refuses a pair this often was down: nobody could have kept it. */
const mostStores = 6;

class Thrown extends Error {
  override readonly name = 'Thrown';
}
/** What a dead process waits for never comes. */
const never = async (): Promise<never> => new Promise(() => undefined);

export const playRefreshes = async (chance: () => number): Promise<Played> => {
  const time = virtualTime();
  const first = { access: 'access-0', refresh: 'refresh-0', expiresAt: new Date(60_000) };
  const platform = tokenPlatform(time, first.refresh);
  const tokens = memoryTokens(first);
  const counted: CountName[] = [];
  const doomed = new Set<string>();
  let isCalm = false;
  const happens = (share: number): boolean => !isCalm && chance() < share;
  const storeIsDown = happens(0.1);

  const process = (): { readonly hear: (version: number) => Promise<number | null> } => {
    const diesAt = time.now() + (happens(0.3) ? chance() * longestRun : longestRun);
    const skew = (chance() - 0.5) * 2 * mostSkew;
    const isDead = (): boolean => time.now() >= diesAt;
    let holds: string | null = null;
    let failedStores = 0;
    /** Every call takes its time, fails before or after its effect, or is the last thing a process does. */
    const call = async <Result>(act: () => Promise<Result>, failing: number): Promise<Result> => {
      await time.sleep(chance() * 200);
      if (isDead()) return never();
      if (happens(failing / 2)) throw new Thrown();
      const result = await act();
      await time.sleep(chance() * 200);
      if (isDead()) return never();
      if (happens(failing / 2)) throw new Thrown();
      return result;
    };
    const failing = storeIsDown ? 0.9 : 0.1;
    const store: TokenStore = {
      read: async (...given) => call(async () => tokens.read(...given), 0.05),
      lease: async (...given) => call(async () => tokens.lease(...given), 0.1),
      replace: async (...given) => {
        try {
          return await call(async () => tokens.replace(...given), failing);
        } catch (error) {
          failedStores += 1;
          throw error;
        }
      },
      giveUp: async (...given) => call(async () => tokens.giveUp(...given), 0.1),
    };
    const faultOf = (): CallFault => {
      if (!happens(0.25)) return 'none';
      const faults = ['busy', 'silent-before', 'silent-after', 'garbage'] as const;
      return faults[Math.floor(chance() * faults.length)] ?? 'none';
    };
    let fault: CallFault = 'none';
    const channel = platform.port(
      chance,
      () => {
        fault = faultOf();
        return fault;
      },
      (refresh) => {
        holds = refresh;
        if (fault !== 'none' || isDead()) doomed.add(refresh);
      },
    );
    const flow = refreshAccess({
      tenants: { account: async () => account },
      tokens: store,
      channels: {
        'mercado-libre': {
          refresh: async (...given) => {
            const answer = await channel.refresh(...given);
            return isDead() ? never() : answer;
          },
        },
      },
      addresses: {},
      newHolder: () => String(chance()),
      wait: time.sleep,
      clock: () => new Date(time.now() + skew),
      log: () => undefined,
      count: (name) => counted.push(name),
    });
    const run = async (version: number): Promise<number | null> => {
      try {
        const handled = await flow({ channel: 'mercado-libre', account: account.id, version });
        return handled.next === 'retry' ? (handled.afterSeconds ?? 2) * 1000 : null;
      } catch (error) {
        if (!(error instanceof Thrown)) throw error;
        if (holds !== null && failedStores >= mostStores) doomed.add(holds);
        return 2000;
      }
    };
    return {
      hear: async (version) => {
        const ended = run(version);
        const outcome = await Promise.race([
          ended,
          time.sleep(diesAt - time.now()).then(() => 'died' as const),
        ]);
        if (outcome !== 'died') return outcome;
        if (holds !== null) doomed.add(holds);
        return comesBackAfter;
      },
    };
  };

  /** A record of the queue: heard until it is done, or as often as it may be. */
  const wish = async (version: number): Promise<void> => {
    for (let receive = 1; receive <= receives; receive += 1) {
      const again = await process().hear(version);
      if (again === null) return;
      await time.sleep(again);
    }
  };
  const wisher = async (): Promise<void> => {
    await time.sleep(chance() * 90_000);
    await wish(tokens.stored().version);
  };

  const wishers = 2 + Math.floor(chance() * 4);
  void Promise.all(Array.from({ length: wishers }, wisher));
  await time.run();
  isCalm = true;
  const lost = tokens.stored().pair.refresh !== platform.current();
  const couldNotBeAvoided = doomed.has(platform.current());
  // Whoever needs the token next is refused and says so, and again when that wish was given up: a lease that disagreeing
  // clocks count differently may outlast it.
  for (let again = 0; again < 2; again += 1) {
    void wish(tokens.stored().version);
    await time.run();
  }
  return {
    mostInFlight: platform.most(),
    calls: platform.calls(),
    lost,
    couldNotBeAvoided,
    alarms: counted.filter((name) => name === 'AccessLost').length,
  };
};
