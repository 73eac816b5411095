/** Plays Mercado Libre on the local machine: its listings, threads, claims and tokens, and its calls that only point. */
import { setTimeout as pause } from 'node:timers/promises';
import type { Sandbox, SandboxOptions } from '../kit/sandbox.ts';
import { sandboxFaults } from '../kit/sandbox-faults.ts';
import { openMemory } from './sandbox-memory.ts';
import { openMoods, readMood } from './sandbox-moods.ts';
import type { Mood } from './sandbox-moods.ts';
import { creates } from './sandbox-people.ts';
import { openPool } from './sandbox-pool.ts';
import { failure, type Platform } from './sandbox-platform.ts';
import { openPush } from './sandbox-push.ts';
import { operations, serve } from './sandbox-routes.ts';
import { openStock } from './sandbox-stock.ts';
import { holderOf } from './sandbox-tokens.ts';

/** Opens what the platform kept in its folder. Throws when a seed of one of its accounts has the wrong shape. */
export const sandbox = (options: SandboxOptions): Sandbox => {
  const { accounts, now } = options;
  const closing = new AbortController();
  const faults = sandboxFaults(operations);
  const memory = openMemory(options.data);
  const moods = openMoods();
  const stock = openStock(
    accounts.map(({ account }) => account),
    options,
  );
  const push = openPush(options, memory, moods, closing.signal);
  const platform: Platform = { accounts, memory, stock, moods, now, notify: push.notify };
  const pool = openPool(now);
  push.resume();

  return {
    creates: Object.keys(creates),
    handle: async (request) => {
      const served = serve(platform, request);
      if (served === null) return failure(404, 'not_found', 'the platform has no such path');
      if (!pool.takes(request)) return failure(429, 'local_rate_limited');
      const waits = moods.hanging.get(holderOf(platform, request) ?? '') ?? 0;
      if (waits > 0) await pause(waits, undefined, { signal: closing.signal }).catch(() => undefined);
      return faults.around(served.operation, served.act);
    },
    create: async (body, kind = 'questions') => {
      const create = creates[kind];
      if (create === undefined) throw new TypeError(`this platform creates no ${kind}`);
      return create(platform, body);
    },
    sent: (after) => memory.sent(after),
    fault: (given) => {
      if (typeof given === 'object' && given !== null && 'mood' in given) take(platform, readMood(given));
      else faults.add(given);
    },
    close: async () => {
      faults.close();
      closing.abort();
    },
  };
};

const take = ({ memory, moods }: Platform, mood: Mood): void => {
  switch (mood.mood) {
    case 'out-of-order':
    case 'doubled':
    case 'late':
    case 'silent':
    case 'moderating':
      moods.add(mood);
      return;
    case 'rotating':
      memory.keep({ kind: 'void', account: mood.account ?? null, what: 'access' });
      return;
    case 'revoked':
      memory.keep({ kind: 'void', account: mood.account ?? null, what: 'grant' });
      return;
    case 'topic-off':
      memory.keep({ kind: 'topic', topic: mood.topic, on: false });
      return;
    case 'topic-on':
      memory.keep({ kind: 'topic', topic: mood.topic, on: true });
      return;
    case 'blocked':
      memory.keep({ kind: 'block', account: mood.account, pack: mood.pack, substatus: mood.substatus });
      return;
    case 'unblocked':
      memory.keep({ kind: 'block', account: mood.account, pack: mood.pack, substatus: null });
      return;
    case 'assistant':
      memory.keep({ kind: 'assistant', account: mood.account, pack: mood.pack });
      return;
    case 'flat':
    case 'envelope':
      moods.shape = mood.mood;
      return;
    case 'hanging':
      moods.hanging.set(mood.account, mood.delayMs);
      return;
    case 'hour':
      moods.hourMs = mood.lastsMs;
      return;
    case 'status':
      memory.keep({ kind: 'question-status', question: mood.question, status: mood.status });
      return;
  }
};
