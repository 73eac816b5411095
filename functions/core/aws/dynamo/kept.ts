/** A memory of a few seconds for rows that are read often and change seldom. */
import type { Clock } from '../../ports/tools.ts';

/** Rows are believed for `seconds`; keyed by their whole key. */
export const kept = <Value>(clock: Clock, seconds: number) => {
  const entries = new Map<string, { readonly value: Value; readonly until: number }>();
  return async (key: string, load: () => Promise<Value>): Promise<Value> => {
    const entry = entries.get(key);
    if (entry && entry.until > clock().getTime()) return entry.value;
    const value = await load();
    if (entries.size > 5000) entries.clear();
    entries.set(key, { value, until: clock().getTime() + seconds * 1000 });
    return value;
  };
};
