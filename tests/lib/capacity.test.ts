/** Volume decides how many workers may run, within what SQS takes. */
import { assert, double, integer, property } from 'fast-check';
import { expect, it } from 'vitest';
import { callsPerSecond, concurrencyFor, peakMessagesPerSecond } from '../../lib/config/capacity.ts';

it('expects a tenth of the day in its busiest hour, in bursts of three', () => {
  expect(peakMessagesPerSecond({ messagesPerDay: 12_000 })).toBe(1);
});

it('lets as many workers run as the peak needs', () => {
  expect(concurrencyFor({ messagesPerDay: 120_000 }, 5)).toBe(50);
});

it('stays within the concurrency that an event source takes, at any volume', () => {
  assert(
    property(
      integer({ min: 1, max: 1e9 }),
      double({ min: 0.01, max: 60, noNaN: true }),
      (volume, seconds) => {
        const concurrency = concurrencyFor({ messagesPerDay: volume }, seconds);
        expect([Number.isInteger(concurrency), concurrency >= 2, concurrency <= 1000]).toEqual([
          true,
          true,
          true,
        ]);
      },
    ),
    { seed: 20261120 },
  );
});

it('never shuts out what platforms repeat after an outage', () => {
  expect(callsPerSecond({ messagesPerDay: 10 }).rate).toBe(1000);
  const busy = { messagesPerDay: 2_400_000 };
  expect(callsPerSecond(busy)).toEqual({ rate: 4000, burst: 8000 });
});
