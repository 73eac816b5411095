/** Any text gets an answer, never an exception, and never takes longer than its length allows. */
import { mask } from '../../../functions/core/understanding/masking/mask.ts';
import { understand } from '../../../functions/core/understanding/understand.ts';
import { atMost, chanceOf, exactly, type Figure, type Scope } from '../figure.ts';
import { trainedTier } from './cases.ts';
import { hostileTexts } from './hostile-texts.ts';

const attempts = 3;

/** The quickest of three, in processor time: what the text costs, not what else ran beside it. */
const millisecondsOf = (read: () => unknown): number => {
  const times = Array.from({ length: attempts }, () => {
    const began = process.cpuUsage();
    read();
    const { user, system } = process.cpuUsage(began);
    return (user + system) / 1000;
  });
  return Math.min(...times);
};

/** Kilobytes of UTF-8, at least one. */
const kilobytes = (text: string): number => Math.max(1, Buffer.byteLength(text) / 1000);

export const robustness = (scope: Scope): readonly Figure[] => {
  const tier = trainedTier();
  const texts = hostileTexts(chanceOf(scope.seed));
  let exceptions = 0;
  let slowest = { perKilobyte: 0, name: '' };
  for (const { name, text } of texts) {
    for (const [task, read] of [
      ['understand', () => understand(tier, { text })],
      ['redact', () => mask(text)],
    ] as const) {
      try {
        const perKilobyte = millisecondsOf(read) / kilobytes(text);
        if (perKilobyte > slowest.perKilobyte) slowest = { perKilobyte, name: `${task} ${name}` };
      } catch (error) {
        exceptions += 1;
        console.error(`${task} ${name}: ${String(error)}`);
      }
    }
  }
  console.error(`${String(texts.length)} hostile texts; slowest for its length: ${slowest.name}`);
  return [
    exactly('understanding.hostile-exceptions', exceptions, 0),
    atMost('understanding.hostile-cpu-ms-per-KB', slowest.perKilobyte, 5, 'ms'),
  ];
};
