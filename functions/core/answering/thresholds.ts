/** From when on an understanding is acted on, and how often an answer may fail before a person takes over. */

export type Thresholds = {
  /** Confidence (0 to 1) of an intent that the first tier does not stand by itself: below it a person decides. */
  readonly intent: number;
  /** Answers in a row that did not satisfy after which a person takes over. */
  readonly unsatisfied: number;
};

/**
 * From this confidence on an unsure intent is tried against the facts: what they settle without anybody acting is
 * said. A wrong guess costs one needless sentence there, and never money, a promise or a lost complaint.
 */
export const likelyConfidence = 0.4;

export const defaultThresholds: Thresholds = { intent: 0.75, unsatisfied: 3 };
