/** What is measured of Lambdas: invocations, and the metrics in their log lines. */
import { expect, it } from 'vitest';
import { measureLine } from '../../../lib/local/lambda/metrics.ts';
import { openFunctionHouse, scripted } from './functions-house.ts';

const measuredIn = (line: string) => {
  const measured: unknown[] = [];
  measureLine(
    ({ namespace, name, dimensions }, value) => measured.push([namespace, name, dimensions, value]),
    line,
  );
  return measured;
};

const embedded = (members: object, metrics: readonly string[], dimensions: readonly (readonly string[])[]) =>
  JSON.stringify({
    _aws: {
      Timestamp: 1,
      CloudWatchMetrics: [
        {
          Namespace: 'Demo',
          Dimensions: dimensions,
          Metrics: metrics.map((Name) => ({ Name, Unit: 'Count' })),
        },
      ],
    },
    ...members,
  });

it('reads metrics in the embedded format, one series for each set of dimensions', () => {
  const line = embedded(
    { service: 'reply', stage: 'demo', sent: 1, waited: [5, 7] },
    ['sent', 'waited'],
    [['service'], []],
  );
  expect(measuredIn(line)).toEqual([
    ['Demo', 'sent', { service: 'reply' }, 1],
    ['Demo', 'waited', { service: 'reply' }, 5],
    ['Demo', 'waited', { service: 'reply' }, 7],
    ['Demo', 'sent', {}, 1],
    ['Demo', 'waited', {}, 5],
    ['Demo', 'waited', {}, 7],
  ]);
});

it.each([
  'plain "_aws" text',
  '{"message":"no metric"}',
  '{"_aws":{}}',
  embedded({ sent: 'many' }, ['sent'], [[]]),
])('passes over %s', (line) => expect(measuredIn(line)).toEqual([]));

it('counts invocations, errors and throttles of each function', async () => {
  const house = await openFunctionHouse({ files: scripted });
  await house.invoke({ run: '' });
  await house.invoke({ run: 'throw 1;' });
  house.fault({ error: 'ThrottlingException' });
  await house.invoke({ run: '' });
  const name = 'app-WorkFunction1A2B3C4D';
  expect(house.measured).toEqual([
    ['Throttles', name, 0],
    ['Invocations', name, 1],
    ['Errors', name, 0],
    ['Duration', name, expect.any(Number)],
    ['Throttles', name, 0],
    ['Invocations', name, 1],
    ['Errors', name, 1],
    ['Duration', name, expect.any(Number)],
    ['Throttles', name, 1],
  ]);
});
