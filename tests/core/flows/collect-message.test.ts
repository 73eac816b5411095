/** Notices on their way to arrivals: for the right seller and application, never lost, never fetched for a stranger. */
import { expect, it } from 'vitest';
import { collectMessage, parkPointer } from '../../../functions/core/flows/collect-message.ts';
import { failed, found } from '../../../functions/core/domain/outcome.ts';
import { registrationId } from '../../../functions/core/domain/ids.ts';
import type { Access, Arrival, Pointer } from '../../../functions/core/ports/channel.ts';
import type { CollectProblem } from '../../../functions/core/ports/pulling.ts';
import type { QueuedArrival, QueuedPointer } from '../../../functions/core/ports/queues.ts';
import { anInboundMessage } from '../../fakes/builders.ts';
import { marketAccount, otherAccount } from '../../fakes/sellers.ts';
import { fakeTools, ids } from '../../fakes/tools.ts';

const access: Access = {
  account: marketAccount.id,
  address: 'https://api.example',
  secrets: [],
  token: 'old',
  platformUser: marketAccount.id,
  applicationId: '2069',
};
const pointer: Pointer = {
  account: marketAccount.id,
  application: '2069',
  topic: 'questions',
  resource: '/questions/1',
  notice: 'n-1',
  at: new Date('2026-11-20T12:00:00Z'),
};
const notice = (over: Partial<QueuedPointer> = {}): QueuedPointer => ({
  channel: 'mercado-libre',
  registration: marketAccount.registration,
  account: marketAccount.id,
  acceptedAt: new Date('2026-11-20T12:00:00Z'),
  pointer,
  ...over,
});
const arrivals: readonly Arrival[] = [
  { kind: 'message', message: anInboundMessage({ message: 'one' }) },
  { kind: 'ignored', because: 'closed' },
  { kind: 'message', message: anInboundMessage({ message: 'two' }) },
];

type World = {
  readonly answers?: readonly (readonly Arrival[] | CollectProblem)[];
  readonly renewed?: Access;
  readonly connected?: false;
  readonly refusesAt?: number;
};

const isProblem = (answer: readonly Arrival[] | CollectProblem): answer is CollectProblem => 'kind' in answer;

const world = ({ answers = [arrivals], renewed, connected, refusesAt }: World = {}) => {
  const { tools, logged, counted } = fakeTools();
  const fetched: (string | null)[] = [];
  const queued: QueuedArrival[] = [];
  const dropped: string[] = [];
  const collect = collectMessage({
    ...tools,
    ids,
    tenants: {
      account: async (channel, id) =>
        [marketAccount, otherAccount].find((one) => one.channel === channel && one.id === id) ?? null,
    },
    access: { access: async () => (connected === false ? null : access), renew: async () => renewed ?? null },
    channels: {
      'mercado-libre': {
        collect: async (_, { token }) => {
          const answer = answers[fetched.length] ?? answers.at(-1) ?? [];
          fetched.push(token);
          return isProblem(answer) ? failed(answer) : found(answer);
        },
      },
    },
    inbound: {
      put: async (arrival) => {
        if (queued.length === refusesAt) return 'refused';
        queued.push(arrival);
        return 'queued';
      },
    },
    conversations: {
      dropUnknown: async (id) => {
        dropped.push(id);
      },
    },
  });
  const names = () => queued.map(({ arrival }) => arrival.kind === 'message' && arrival.message.message);
  return {
    collect,
    fetched,
    names,
    queued,
    dropped,
    counted,
    because: () => logged.map(({ fields }) => fields['because']),
  };
};

it('queues what a notice points at, in order, as accepted when the notice was', async () => {
  const at = world();
  expect(await at.collect(notice())).toEqual({ next: 'done' });
  expect(at.names()).toEqual(['one', 'two']);
  expect(at.queued[0]).toMatchObject({ account: marketAccount.id, acceptedAt: notice().acceptedAt });
});

it('fetches nothing for an account that nobody connected, or that another registration serves, and counts it once', async () => {
  const at = world();
  for (const stranger of [
    notice({ account: '999' }),
    notice({ account: '' }),
    notice({ registration: registrationId('someone-else') }),
  ])
    expect(await at.collect(stranger)).toEqual({ next: 'done' });
  expect(at.fetched).toEqual([]);
  expect(at.dropped).toHaveLength(3);
  expect(at.counted).toEqual(['UnknownAccount', 'UnknownAccount', 'UnknownAccount']);
});

it('fetches nothing for another application', async () => {
  const at = world();
  await at.collect(notice({ pointer: { ...pointer, application: '777' } }));
  expect({ fetched: at.fetched, because: at.because() }).toEqual({
    fetched: [],
    because: ['other-application'],
  });
  await at.collect(notice({ pointer: { ...pointer, application: null } }));
  expect(at.fetched).toHaveLength(1);
});

it('fetches again with a new token when the old one is refused', async () => {
  const denied = { kind: 'access-denied', because: 'status 401' } as const;
  const renewed = world({ answers: [denied, arrivals], renewed: { ...access, token: 'new' } });
  expect(await renewed.collect(notice())).toEqual({ next: 'done' });
  expect(renewed.fetched).toEqual(['old', 'new']);
  const shutOut = world({ answers: [denied] });
  expect(await shutOut.collect(notice())).toMatchObject({ next: 'retry', because: 'access-denied' });
});

it.each([
  [
    { kind: 'busy', afterSeconds: 7, because: 'status 429' },
    { next: 'retry', afterSeconds: 7 },
  ],
  [{ kind: 'unreadable', because: 'not JSON' }, { next: 'retry' }],
  [{ kind: 'gone' }, { next: 'done' }],
  [
    { kind: 'not-allowed', because: 'elsewhere' },
    { next: 'bury', because: 'elsewhere' },
  ],
] as const)('loses nothing when it meets %o', async (problem, handled) => {
  const at = world({ answers: [problem] });
  expect(await at.collect(notice())).toMatchObject(handled);
  expect(at.queued).toEqual([]);
});

it('comes again when an account is not connected yet, or the queue refuses one of several', async () => {
  expect(await world({ connected: false }).collect(notice())).toMatchObject({ next: 'retry' });
  const at = world({ refusesAt: 1 });
  expect(await at.collect(notice())).toMatchObject({ next: 'retry', because: 'the queue refused' });
  expect(at.names()).toEqual(['one']);
});

it('buries a notice of a channel that sends none', async () => {
  expect(await world().collect(notice({ channel: 'rest' }))).toMatchObject({ next: 'bury' });
});

it('tells the operators of a notice that nobody could fetch', async () => {
  const { tools, logged, counted } = fakeTools();
  expect(await parkPointer(tools)(notice(), 'status 500')).toBe(true);
  expect(counted).toEqual(['Buried']);
  expect(logged).toMatchObject([{ name: 'message-buried', fields: { because: 'status 500' } }]);
});
