/** What a notification may point at, and what the platform may answer: pinned, nothing lost, nothing fetched outside the list. */
import { createServer } from 'node:http';
import { setTimeout as sleep } from 'node:timers/promises';
import { exactly, type Figure, type Scope } from '../figure.ts';
import { catchUp } from './copies.ts';
import { settledMs } from './gaps.ts';
import { ask, fault, notify, sentTo, type Notice, type Stage, quiet } from './platform.ts';
import { outsideTheList } from './recorder.ts';

const strayNumber = '77000';

/** None of these may make us fetch anything; each is acknowledged, or it would count against the whole application. */
const strays = (elsewhere: string): readonly (readonly [name: string, notice: Notice])[] => [
  ['another-host', { resource: `${elsewhere}/questions/${strayNumber}01` }],
  [
    'another-host-without-scheme',
    { resource: `//${elsewhere.replace('http://', '')}/questions/${strayNumber}02` },
  ],
  ['user-before-the-host', { resource: `@${elsewhere.replace('http://', '')}/questions/${strayNumber}03` }],
  ['traversal', { resource: `/questions/../users/${strayNumber}04` }],
  ['encoded-traversal', { resource: `/questions/%2e%2e%2fusers%2f${strayNumber}05` }],
  ['backslashes', { resource: String.raw`\questions\..\users\77000` }],
  ['query', { resource: `/questions/${strayNumber}06?access_token=x` }],
  ['fragment', { resource: `/questions/${strayNumber}07#x` }],
  ['another-path', { resource: `/users/${strayNumber}08` }],
  ['line-break', { resource: `/questions/${strayNumber}09\r\nx: y` }],
  ['empty', { resource: '' }],
  ['no-text', { resource: { id: `${strayNumber}10` } }],
  ['very-long', { resource: `/questions/${'7'.repeat(5000)}` }],
  ['unknown-topic', { topic: 'stars', resource: `/questions/${strayNumber}11` }],
  ['topic-of-another-resource', { topic: 'messages', resource: `/questions/${strayNumber}12` }],
  ['unknown-user', { user_id: 999_999_999, resource: `/questions/${strayNumber}13` }],
  ['another-application', { application_id: 1, resource: `/questions/${strayNumber}14` }],
  ['read-receipt', { topic: 'messages', id: 'r', resource: `${strayNumber}15`, actions: ['read'] }],
];

const canary = async () => {
  let heard = 0;
  const server = createServer((_, response) => {
    heard += 1;
    response.end('{}');
  });
  await new Promise<void>((resolve) => {
    server.listen(0, '127.0.0.1', resolve);
  });
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('the canary has no port');
  return {
    address: `http://127.0.0.1:${String(address.port)}`,
    heard: () => heard,
    close: async () =>
      new Promise((resolve) => {
        server.close(resolve);
      }),
  };
};

export const strayNotices = async (_: Scope, stage: Stage): Promise<readonly Figure[]> => {
  const elsewhere = await canary();
  const figures: Figure[] = [];
  const before = await quiet(stage);
  for (const [name, notice] of strays(elsewhere.address)) {
    const { status } = await notify(stage, notice);
    figures.push(exactly(`mercado-libre.stray-${name}`, status, 200));
  }
  await sleep(3000);
  const after = await stage.machine.health();
  const fetched = stage.calls.filter((call) => call.includes(strayNumber));
  await elsewhere.close();
  const turns = (health: Readonly<Record<string, number>>): number =>
    (health['in'] ?? 0) - (health['dead'] ?? 0) - (health['unknownAccount'] ?? 0);
  return [
    ...figures,
    exactly('mercado-libre.stray-calls-elsewhere', elsewhere.heard(), 0),
    exactly('mercado-libre.stray-resources-fetched', fetched.length === 0 ? 0 : fetched.join(' '), 0),
    exactly('mercado-libre.stray-turns', turns(after) - turns(before), 0),
    exactly(
      'mercado-libre.stray-unknown-user-counted',
      (after['unknownAccount'] ?? 0) - (before['unknownAccount'] ?? 0),
      1,
    ),
  ];
};

type Misbehaviour = readonly [name: string, fault: Readonly<Record<string, unknown>>, isSlow?: true];

/** Each meets one question; what the platform hides for good is brought back by catching up. */
const misbehaviours: readonly Misbehaviour[] = [
  ['questions-404', { operation: 'questions', status: 404 }],
  ['questions-403', { operation: 'questions', status: 403 }],
  ['questions-401', { operation: 'questions', status: 401 }],
  ['questions-429', { operation: 'questions', status: 429 }],
  ['questions-500', { operation: 'questions', status: 500 }],
  ['questions-garbage', { operation: 'questions', garbage: true }],
  ['questions-silence', { operation: 'questions', delayMs: 60_000 }, true],
  ['items-500', { operation: 'item', status: 500 }],
  ['items-garbage', { operation: 'item', garbage: true }],
  ['answer-429', { operation: 'answer', status: 429 }],
  ['answer-401', { operation: 'answer', status: 401 }],
  ['answer-500', { operation: 'answer', status: 500 }],
  ['answer-500-after-taking-it', { operation: 'answer', status: 500, afterEffect: true }],
  ['answer-garbage', { operation: 'answer', garbage: true }],
  ['answer-silence-after-taking-it', { operation: 'answer', delayMs: 60_000, afterEffect: true }, true],
];

/** In `npm test` those that take no patience. */
const quick = /questions-500|answer-500-after/;

export const misbehavingPlatform = async (scope: Scope, stage: Stage): Promise<readonly Figure[]> => {
  const figures: Figure[] = [];
  const chosen = misbehaviours.filter(
    ([name, , isSlow]) => scope.scale >= 1 || (isSlow !== true && quick.test(name)),
  );
  for (const [name, what] of chosen) {
    const before = await quiet(stage);
    const id = await ask(stage, 'Oi, qual a altura da luminária?');
    await fault(stage, what);
    const { status } = await notify(stage, { resource: `/questions/${id}` });
    if (/-40[34]$/.test(name)) {
      await sleep(settledMs);
      await catchUp(stage.data);
    }
    const after = await stage.machine.drained((before['in'] ?? 0) + 1, 150);
    const turns = (after['in'] ?? 0) - (before['in'] ?? 0);
    const drafted =
      (after['drafted'] ?? 0) +
      (after['escalated'] ?? 0) -
      (before['drafted'] ?? 0) -
      (before['escalated'] ?? 0);
    const answers = (await sentTo(stage, id)).length;
    const ends = `${String(status)} ${String(turns)} turn, ${answers + drafted === 1 ? 'one end' : `${String(answers)} answers, ${String(drafted)} drafts`}`;
    figures.push(exactly(`mercado-libre.platform-${name}`, ends, '200 1 turn, one end'));
  }
  return figures;
};

/** After every other journey: all that was asked of the platform stands on the list. */
export const onlyAllowedCalls = async (_: Scope, { calls }: Stage): Promise<readonly Figure[]> => {
  const outside = [...new Set(outsideTheList(calls))];
  return [
    exactly(
      'mercado-libre.calls-outside-the-list',
      outside.length === 0 ? 0 : outside.slice(0, 3).join('; '),
      0,
    ),
    { name: 'mercado-libre.calls-on-the-list', value: calls.length, bound: '> 0', ok: calls.length > 0 },
  ];
};
