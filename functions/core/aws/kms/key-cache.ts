/** Opened keys of one process, for five minutes, by tenant or by tenant and buyer: nothing is shared between tenants. */
import type { Clock } from '../../ports/tools.ts';

const believedMilliseconds = 5 * 60 * 1000;
const mostKept = 2000;

type Load = () => Promise<Buffer | null>;

export const keyCache = (clock: Clock) => {
  const kept = new Map<string, { readonly key: Buffer; readonly until: number }>();
  /** Being read: the many texts of one view ask once. */
  const underway = new Map<string, Promise<Buffer | null>>();

  const put = (name: string, key: Buffer): void => {
    const oldest = kept.keys().next();
    if (kept.size >= mostKept && oldest.done !== true) kept.delete(oldest.value);
    kept.set(name, { key, until: clock().getTime() + believedMilliseconds });
  };
  const read = async (name: string, load: Load): Promise<Buffer | null> => {
    try {
      const key = await load();
      if (key !== null) put(name, key);
      return key;
    } finally {
      underway.delete(name);
    }
  };

  return {
    /** What is not there is asked for again the next time: a key may be made meanwhile. */
    async get(name: string, load: Load): Promise<Buffer | null> {
      const entry = kept.get(name);
      if (entry && entry.until > clock().getTime()) return entry.key;
      const running = underway.get(name) ?? read(name, load);
      underway.set(name, running);
      return running;
    },
  };
};
