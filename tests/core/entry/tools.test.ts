/** What DevOps read of a Lambda: lines of one shape, and no words of anybody in them. */
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { lambdaTools, layered } from '../../../functions/core/entry/tools.ts';
import { lambdaContext } from '../../fakes/stages.ts';

const now = new Date('2026-11-20T12:00:00.000Z');

const written: string[] = [];
beforeEach(() => {
  written.length = 0;
  // Powertools has a console of its own over the streams of the process.
  for (const stream of [process.stdout, process.stderr])
    vi.spyOn(stream, 'write').mockImplementation((line: unknown) => {
      written.push(String(line).trim());
      return true;
    });
});
afterEach(() => {
  vi.restoreAllMocks();
});

const lines = (): readonly Record<string, unknown>[] => written.map((line) => JSON.parse(line));
const tools = () => lambdaTools('send-reply', () => now);

it('writes time, level, name and Lambda, and then what the name needs', () => {
  tools().log('reply-sent', { tenant: 'lunaecasa0', message: 'a-message', durationMs: 12 });
  const [line] = lines();
  expect(Object.keys(line ?? {})).toEqual([
    'time',
    'level',
    'name',
    'lambda',
    'tenant',
    'message',
    'durationMs',
  ]);
  expect(line).toMatchObject({
    level: 'INFO',
    name: 'reply-sent',
    lambda: 'send-reply',
    message: 'a-message',
    time: expect.stringMatching(/^\d{4}-\d\d-\d\dT[\d:.]+Z$/),
  });
});

it('warns of what a person may have to look at', () => {
  tools().log('reply-rejected', { because: 'status 422' });
  expect(lines()[0]).toMatchObject({ level: 'WARN', name: 'reply-rejected' });
});

const named = (name: string, message: string): Error => Object.assign(new Error(message), { name });

it('tells the words of an error only where AWS refused our own role', () => {
  const { failed } = tools();
  failed(named('AccessDeniedException', 'no identity-based policy allows dynamodb:GetItem'));
  failed(named('ValidationException', 'cadê meu pedido? 12345678909'));
  failed(Object.assign(new Error('cadê meu pedido?'), { code: 'ECONNRESET' }), { message: 'a-message' });
  failed('cadê meu pedido?');
  expect(lines().map(({ because, detail }) => [because, detail])).toEqual([
    ['AccessDeniedException', 'no identity-based policy allows dynamodb:GetItem'],
    ['ValidationException', undefined],
    ['ECONNRESET', undefined],
    ['a value that is no error was thrown', undefined],
  ]);
  expect(written.join(' ')).not.toContain('cadê');
  expect(lines()[2]).toMatchObject({ level: 'ERROR', name: 'failed', message: 'a-message' });
});

it('tells where an error was thrown, without the path of the machine', () => {
  tools().failed(new Error('x'));
  expect(lines()[0]?.['at']).toMatch(/^tools\.test\.ts:\d+:\d+$/);
});

it('publishes what was counted, without a tenant in it', async () => {
  const { count, flush } = tools();
  count('Buried');
  count('Requeued', 3);
  await flush();
  await flush();
  expect(written).toHaveLength(1);
  expect(lines()[0]).toMatchObject({ Buried: 1, Requeued: 3, service: 'send-reply' });
  expect(written.join(' ')).not.toContain('tenant');
});

it('says how an invocation ended, and passes a failure on', async () => {
  const good = layered<string, string>(tools(), async (event) => `${event}!`);
  const bad = layered<string, string>(tools(), async () => {
    throw named('TypeError', 'cadê');
  });
  expect(await good('oi', lambdaContext)).toBe('oi!');
  await expect(bad('oi', lambdaContext)).rejects.toThrow('cadê');
  expect(lines().map(({ name, because }) => [name, because])).toEqual([
    ['ended', undefined],
    ['failed', 'TypeError'],
  ]);
  expect(written.join(' ')).not.toContain('cadê');
});
