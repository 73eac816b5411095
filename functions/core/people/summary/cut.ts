/** Shortens a text to so many characters, between words where it can. */

/** Longer texts end with `…`, which counts; white space becomes single spaces. */
export const cut = (text: string, longest: number): string => {
  const plain = text.replace(/\s+/g, ' ').trim();
  if (plain.length <= longest) return plain;
  const kept = plain.slice(0, Math.max(0, longest - 1));
  // Half a number would be another number.
  const whole = kept.replace(/[\p{L}\p{N}.,:/-]*$/u, '').trimEnd();
  const noWord = whole.length < kept.length / 2;
  return `${noWord ? kept.replace(/[\p{N}.,:/-]+$/u, '').replace(/[\uD800-\uDBFF]$/, '') : whole}…`;
};
