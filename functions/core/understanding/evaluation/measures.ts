/** The figures that answers are judged by; shares from 0 to 1, NaN where there is nothing to judge. */

export const share = <Item>(items: readonly Item[], holds: (item: Item) => boolean): number =>
  items.filter(holds).length / items.length;

/** Mean F1 over the classes that are right at least once. */
export const macroF1 = (pairs: readonly { readonly right: string; readonly answer: string }[]): number => {
  const classes = [...new Set(pairs.map(({ right }) => right))];
  const each = classes.map((name) => {
    const hits = pairs.filter(({ right, answer }) => right === name && answer === name).length;
    const misses = pairs.filter(({ right, answer }) => (right === name) !== (answer === name)).length;
    return (2 * hits) / (2 * hits + misses);
  });
  return each.reduce((sum, value) => sum + value, 0) / each.length;
};

export type Hit = { readonly confidence: number; readonly right: boolean };

/** The largest share of all answers, most confident first, of which at least `precision` are right. */
export const coverageAt = (answers: readonly Hit[], precision: number): number => {
  const sorted = [...answers].sort((one, other) => other.confidence - one.confidence);
  let right = 0;
  let covered = 0;
  sorted.forEach((answer, at) => {
    right += answer.right ? 1 : 0;
    if (right >= precision * (at + 1)) covered = at + 1;
  });
  return covered / answers.length;
};

const bins = 10;

/** Expected calibration error: how far confidence lies from the share that is right, over ten bins. */
export const calibrationError = (answers: readonly Hit[]): number => {
  let error = 0;
  for (let bin = 0; bin < bins; bin += 1) {
    const inside = answers.filter(
      ({ confidence }) => Math.min(bins - 1, Math.floor(confidence * bins)) === bin,
    );
    if (inside.length === 0) continue;
    const said = inside.reduce((sum, { confidence }) => sum + confidence, 0);
    error += Math.abs(said - inside.filter(({ right }) => right).length);
  }
  return error / answers.length;
};

export type Gap = { readonly gap: number; readonly low: number; readonly high: number };

/** How far a group lies behind the rest, with its 95 % interval (difference of two shares, Wald). */
export const gapBehind = (group: readonly boolean[], rest: readonly boolean[]): Gap => {
  const one = share(group, Boolean);
  const other = share(rest, Boolean);
  const spread = 1.96 * Math.sqrt((one * (1 - one)) / group.length + (other * (1 - other)) / rest.length);
  return { gap: other - one, low: other - one - spread, high: other - one + spread };
};
