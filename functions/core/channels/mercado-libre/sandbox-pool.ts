/** The pool of calls to the messages of one seller: so many reads and so many writes a minute, then 429. */
import type { SandboxRequest } from '../kit/sandbox.ts';

const mostPerMinute = 500;
const minuteMs = 60_000;

export const openPool = (now: () => number) => {
  const counts = new Map<string, { minute: number; count: number }>();
  return {
    /** Only what lies under `/messages` is counted; a pool belongs to a token's holder and to reading or writing. */
    takes: ({ method, path, headers }: SandboxRequest): boolean => {
      if (!path.startsWith('/messages/')) return true;
      const name = `${method} ${headers['authorization'] ?? ''}`;
      const minute = Math.floor(now() / minuteMs);
      const known = counts.get(name);
      const pool = known?.minute === minute ? known : { minute, count: 0 };
      pool.count += 1;
      counts.set(name, pool);
      return pool.count <= mostPerMinute;
    },
  };
};
