/** Makes confidence mean precision: a temperature for each head, and the limits from which an answer may stand. */
import { softmax } from '../linear-model.ts';

/** A judged answer: raw scores of one head and the class that was right. */
export type Judged = { readonly raw: Float64Array; readonly right: number };

const loss = (answers: readonly Judged[], temperature: number): number =>
  answers.reduce(
    (sum, { raw, right }) => sum - Math.log(Math.max(softmax(raw, temperature)[right] ?? 0, 1e-9)),
    0,
  );

const candidates = Array.from({ length: 80 }, (_, at) => 0.1 * 1.06 ** at);

/** The temperature at which texts that were not learned from are least surprising. */
export const temperatureOf = (answers: readonly Judged[]): number =>
  candidates.reduce(
    (best, temperature) => {
      const surprise = loss(answers, temperature);
      return surprise < best.surprise ? { temperature, surprise } : best;
    },
    { temperature: 1, surprise: loss(answers, 1) },
  ).temperature;

export type Decided = { readonly confidence: number; readonly right: boolean };

/** The lowest confidence from which on at least `precision` of the answers are right; 1 where there is none. */
export const limitFor = (answers: readonly Decided[], precision: number): number => {
  const sorted = [...answers].sort((one, other) => other.confidence - one.confidence);
  let right = 0;
  let limit = 1;
  sorted.forEach((answer, at) => {
    right += answer.right ? 1 : 0;
    if (right >= precision * (at + 1)) limit = answer.confidence;
  });
  return limit;
};
