/** What the same volume would have cost at the published prices of three known suppliers. */
import { peers, type Peer } from '../../policy/peers.ts';
import { exact, moneyOf, whole, zero, type Exact } from '../money.ts';
import type { FreeReason, RatedMonth } from '../rated.ts';
import type { PeerPrice } from './statement.ts';

export type Volume = {
  readonly sessions: number;
  readonly verified: number;
  /** Ended by the buyer's silence or a low rating: free here, billed by some. */
  readonly silent: number;
  /** No resolution is in the ledger: those are sessions without a hand-over, which is assumed and said. */
  readonly assumed: boolean;
};

const counted = (rated: RatedMonth, unit: string, ...free: readonly (FreeReason | null)[]): number =>
  rated.buckets
    .filter(({ bucket }) => bucket.unit === unit && (free.length === 0 || free.includes(bucket.free)))
    .reduce((sum, { quantity }) => sum + quantity, 0);

export const volumeOf = (rated: RatedMonth): Volume => {
  const sessions = Math.max(0, counted(rated, 'session'));
  if (rated.buckets.every(({ bucket }) => bucket.unit !== 'verified_resolution')) {
    const handedOver = Math.max(0, counted(rated, 'escalation'));
    return { sessions, verified: Math.max(0, sessions - handedOver), silent: 0, assumed: true };
  }
  return {
    sessions,
    verified: Math.max(0, counted(rated, 'verified_resolution', null, 'trial', 'unpriced')),
    silent: Math.max(0, counted(rated, 'verified_resolution', 'silence', 'low_rating')),
    assumed: false,
  };
};

/** The cheapest plan with its overage. */
const ticketsOf = ({ tickets }: Peer, sessions: number, end: 'low' | 'high'): Exact =>
  tickets === null || sessions === 0
    ? zero
    : tickets.plans
        .map((plan) =>
          exact(plan.monthly).plus(
            exact(tickets.overage[end]).times(whole(Math.max(0, sessions - plan.tickets))),
          ),
        )
        .reduce((least, one) => (one.lt(least) ? one : least));

export const peerPrices = (rated: RatedMonth): readonly PeerPrice[] => {
  const volume = volumeOf(rated);
  return peers.map((peer) => {
    const resolved = volume.verified + (peer.billsSilence ? volume.silent : 0);
    const billed = Math.max(resolved, peer.leastResolutions);
    const amount = (end: 'low' | 'high'): Exact =>
      exact(peer.resolution[end])
        .times(whole(billed))
        .plus(ticketsOf(peer, volume.sessions, end));
    return {
      peer: peer.peer,
      low: moneyOf(amount('low'), peer.currency).amount,
      high: moneyOf(amount('high'), peer.currency).amount,
      currency: peer.currency,
      resolutions: billed,
      tickets: peer.tickets === null ? null : volume.sessions,
      assumed: volume.assumed,
      asOf: peer.asOf,
      source: peer.source,
    };
  });
};
