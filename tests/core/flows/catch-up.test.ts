/** Catching up: what notifications missed goes their way exactly once, and a gap found is a gap told. */
import { describe, expect, it } from 'vitest';
import { failed, found } from '../../../functions/core/domain/outcome.ts';
import { accountId } from '../../../functions/core/domain/ids.ts';
import type { Account } from '../../../functions/core/domain/tenant.ts';
import { catchUp } from '../../../functions/core/flows/catch-up.ts';
import type { PullCursor } from '../../../functions/core/ports/catching-up.ts';
import type { Access } from '../../../functions/core/ports/channel.ts';
import type { Missed, MissedChannel } from '../../../functions/core/ports/pulling.ts';
import { account as shop } from '../../fakes/builders.ts';
import { fakeTools, ids } from '../../fakes/tools.ts';

const account: Account = { ...shop, channel: 'mercado-libre', id: accountId('465432224') };
const other: Account = { ...account, id: accountId('465432225') };

const question = (id: string): Missed => ({
  pointer: {
    account: null,
    application: null,
    topic: 'questions',
    resource: `/questions/${id}`,
    notice: id,
    at: new Date('2026-11-20T11:00:00Z'),
  },
  names: { conversation: `question:${id}`, message: null },
});
const claim = (id: string): Missed => ({ ...question(id), names: null });

/** A platform that lists what it holds, and gives no more than what is new since the cursor. */
const house = (accounts: readonly Account[] = [account]) => {
  const { tools, logged, counted, pass } = fakeTools();
  const held = new Map<string, readonly Missed[]>([
    ['questions', []],
    ['claims', []],
  ]);
  const cursors = new Map<string, PullCursor>();
  const stored = new Set<string>();
  const handedOn: string[] = [];
  const refused = { queue: false, token: false };
  const failing = new Map<string, 'busy' | 'hangs up'>();
  let renewals = 0;

  const channel: MissedChannel = {
    missedTopics: ['questions', 'claims'],
    async missed(topic, cursor, access) {
      const how = failing.get(`${access.account} ${topic}`);
      if (how === 'hangs up') throw new Error('hung up');
      if (how === 'busy') return failed({ kind: 'busy', afterSeconds: null, because: 'status 500' });
      if (refused.token && access.token === 'old')
        return failed({ kind: 'access-denied', because: 'status 401' });
      const before = new Set((cursor ?? '').split(' '));
      const all = held.get(topic) ?? [];
      return found({
        missed: all.filter(({ pointer }) => !before.has(pointer.resource)),
        next: all.map(({ pointer }) => pointer.resource).join(' '),
      });
    },
  };
  const accessOf =
    (token: string) =>
    (given: Account): Access => ({
      account: given.id,
      address: '',
      secrets: [],
      token,
      platformUser: null,
      applicationId: null,
    });
  const run = catchUp({
    ...tools,
    count: (name, times = 1) => counted.push(...Array.from({ length: times }, () => name)),
    accounts: { accounts: async () => accounts },
    access: {
      access: async (_, given) => accessOf('old')(given),
      renew: async (_, given) => {
        renewals += 1;
        return accessOf('new')(given);
      },
    },
    channels: { 'mercado-libre': channel },
    cursors: {
      read: async (_, id, topic) => cursors.get(`${id} ${topic}`) ?? null,
      keep: async (_, id, topic, cursor) => void cursors.set(`${id} ${topic}`, cursor),
    },
    turns: { known: async (_, conversation) => stored.has(conversation) },
    pointers: {
      put: async ({ pointer, account: id }) => {
        if (refused.queue) return 'refused';
        handedOn.push(`${id} ${pointer.resource}`);
        return 'queued';
      },
    },
    ids: async () => ids,
  });
  return {
    run,
    logged,
    counted,
    pass,
    held,
    failing,
    refused,
    handedOn,
    renewals: () => renewals,
    stores: (id: string) => void stored.add(ids.conversation('mercado-libre', account.id, `question:${id}`)),
  };
};
const ours = (resource: string): string => `${account.id} ${resource}`;

describe('what a notification missed', () => {
  it('goes the way of a notification once, and is told once', async () => {
    const { run, held, handedOn, logged, counted } = house();
    held.set('questions', [question('1')]);
    await run();
    await run();
    expect(handedOn).toEqual([ours('/questions/1')]);
    expect(counted).toEqual(['GapFound']);
    const fields = { tenant: account.tenant, channel: account.channel, because: 'questions', count: 1 };
    expect(logged).toEqual([{ name: 'gap-found', fields }]);
  });

  it('is not what a notification brought: nothing is handed on, and nothing told', async () => {
    const { run, held, handedOn, counted, stores } = house();
    stores('1');
    held.set('questions', [question('1'), question('2')]);
    await run();
    expect([handedOn, counted]).toEqual([[ours('/questions/2')], ['GapFound']]);
  });

  it('is handed on and not called a gap where only fetching can tell', async () => {
    const { run, held, handedOn, counted } = house();
    held.set('claims', [claim('9')]);
    await run();
    expect([handedOn, counted]).toEqual([[ours('/questions/9')], []]);
  });

  it('is one when two lists hold it', async () => {
    const { run, held, handedOn, counted } = house();
    held.set('questions', [question('1')]);
    held.set('claims', [question('1')]);
    await run();
    expect([handedOn, counted]).toEqual([[ours('/questions/1')], ['GapFound']]);
  });

  it('is handed on in the next round when the queue refuses it', async () => {
    const { run, held, handedOn, refused, logged } = house();
    held.set('questions', [question('1')]);
    refused.queue = true;
    await run();
    expect(logged.map(({ name }) => name)).toEqual(['pull-failed']);
    refused.queue = false;
    await run();
    expect(handedOn).toEqual([ours('/questions/1')]);
  });
});

describe('a topic that fails', () => {
  it.each(['busy', 'hangs up'] as const)(
    '(%s) keeps neither its account nor another waiting',
    async (how) => {
      const { run, held, failing, handedOn } = house([account, other]);
      held.set('questions', [question('1')]);
      held.set('claims', [claim('9')]);
      failing.set(`${account.id} questions`, how);
      await run();
      expect(handedOn.toSorted()).toEqual(
        [ours('/questions/9'), `${other.id} /questions/1`, `${other.id} /questions/9`].toSorted(),
      );
    },
  );

  it('calls people after six hours, long before the platform forgets', async () => {
    const { run, failing, counted, pass } = house();
    failing.set(`${account.id} questions`, 'busy');
    await run();
    pass(5 * 3600);
    await run();
    expect(counted).toEqual([]);
    pass(2 * 3600);
    await run();
    expect(counted).toEqual(['PullOverdue']);
  });

  it('for its token alone is asked again with a new one, at once', async () => {
    const { run, held, handedOn, refused, renewals } = house();
    held.set('questions', [question('1')]);
    refused.token = true;
    await run();
    expect(handedOn).toEqual([ours('/questions/1')]);
    expect(renewals()).toBeGreaterThan(0);
  });
});

it('looks at no account whose channel forgets nothing', async () => {
  const { run, handedOn } = house([shop]);
  expect(await run()).toBe(0);
  expect(handedOn).toEqual([]);
});
