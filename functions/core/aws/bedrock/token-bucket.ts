/** A token bucket for each tenant and model: a flood of one tenant's messages must not use up the quota that all share. */
import type { Clock } from '../../ports/tools.ts';

export type Allowance = {
  /** Model tokens that may be spent at once. */
  readonly capacity: number;
  /** Model tokens that come back each second. */
  readonly perSecond: number;
};

type Bucket = { readonly left: number; readonly at: number };

/** So many buckets are remembered; the one untouched longest is forgotten, which fills it. */
const mostBuckets = 1_000;

/** Takes so many tokens out of the bucket of that name; false, and nothing taken, where it holds fewer. */
export type Take = (name: string, tokens: number) => boolean;

/** For each execution environment: nothing is shared, nothing is waited for. */
export const tokenBuckets = (clock: Clock, { capacity, perSecond }: Allowance): Take => {
  const buckets = new Map<string, Bucket>();
  return (name, tokens) => {
    const now = clock().getTime();
    const { left, at } = buckets.get(name) ?? { left: capacity, at: now };
    const full = Math.min(capacity, left + (Math.max(0, now - at) / 1000) * perSecond);
    const isEnough = full >= tokens;
    buckets.delete(name);
    buckets.set(name, { left: isEnough ? full - tokens : full, at: now });
    const [oldest] = buckets.keys();
    if (buckets.size > mostBuckets && oldest !== undefined) buckets.delete(oldest);
    return isEnough;
  };
};
