import { appendFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { outbox } from '../../../lib/local/services/outbox.ts';
import { testPlace } from './place.ts';
import type { TestPlace } from './place.ts';

let place: TestPlace;
beforeEach(() => (place = testPlace()));
afterEach(() => place.remove());

it('numbers what left, dates it and tells what came after a number', () => {
  const left = outbox(place);
  left.add('mail', { subject: 'first' });
  place.pass(1000);
  left.add('notice', { message: 'second' });
  expect(left.since(0)).toEqual([
    { n: 1, at: '2026-03-02T10:00:00.000Z', kind: 'mail', subject: 'first' },
    { n: 2, at: '2026-03-02T10:00:01.000Z', kind: 'notice', message: 'second' },
  ]);
  expect(left.since(1).map(({ n }) => n)).toEqual([2]);
  expect(left.since(2)).toEqual([]);
});

it('keeps all of it over a restart, and numbers on', () => {
  outbox(place).add('mail', { subject: 'before' });
  const left = outbox(place);
  left.add('mail', { subject: 'after' });
  expect(left.since(0).map(({ n, ['subject']: subject }) => [n, subject])).toEqual([
    [1, 'before'],
    [2, 'after'],
  ]);
});

it('cuts off a line that a kill left unfinished, and only that', () => {
  outbox(place).add('mail', { subject: 'whole' });
  appendFileSync(join(place.data, 'outbox', 'left.jsonl'), '{"n":2,"at":"2026');
  outbox(place).add('mail', { subject: 'next' });
  expect(
    outbox(place)
      .since(0)
      .map(({ n, ['subject']: subject }) => [n, subject]),
  ).toEqual([
    [1, 'whole'],
    [2, 'next'],
  ]);
});
