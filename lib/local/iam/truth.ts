/** Three-valued logic: a policy may ask what the local machine cannot know, and such a question must never allow. */

/** `unknown` makes an Allow fail and a Deny succeed. */
export type Truth = boolean | 'unknown';

export const not = (truth: Truth): Truth => (truth === 'unknown' ? truth : !truth);

/** False as soon as one is false, otherwise unknown as soon as one is unknown; true for none. */
export const all = (truths: readonly Truth[]): Truth => {
  if (truths.includes(false)) return false;
  return truths.includes('unknown') ? 'unknown' : true;
};

/** True as soon as one is true, otherwise unknown as soon as one is unknown; false for none. */
export const any = (truths: readonly Truth[]): Truth => not(all(truths.map(not)));
