/** What a stage's volume asks of workers and of the front door: one assumption about peaks, in one place. */
import type { Stage } from './stage.ts';

/** A day's busiest hour takes a tenth of the day, and its busiest minute is three times its mean. */
const busiestHour = 0.1;
const burst = 3;
const secondsInHour = 3600;

export const peakMessagesPerSecond = (stage: Pick<Stage, 'messagesPerDay'>): number =>
  (stage.messagesPerDay * busiestHour * burst) / secondsInHour;

/** SQS event sources take a maximum concurrency of 2 to 1000. */
const leastConcurrency = 2;
const mostConcurrency = 1000;

/** How many copies of a worker may run at once, when one message takes it `secondsPerMessage`. */
export const concurrencyFor = (stage: Pick<Stage, 'messagesPerDay'>, secondsPerMessage: number): number =>
  Math.min(
    mostConcurrency,
    Math.max(leastConcurrency, Math.ceil(peakMessagesPerSecond(stage) * secondsPerMessage)),
  );

/**
 * Calls a second that the front door lets in. Platforms repeat, batch and catch up after an outage, so this is far
 * above the peak: it bounds what a flood can cost, it does not shape traffic.
 */
export const callsPerSecond = (
  stage: Pick<Stage, 'messagesPerDay'>,
): { readonly rate: number; readonly burst: number } => {
  const rate = Math.max(1000, Math.ceil(peakMessagesPerSecond(stage) * 20));
  return { rate, burst: rate * 2 };
};
