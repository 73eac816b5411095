/** A rule that a construct does not follow, on purpose: on that construct alone, with the reason and a day to look again. */
import { Stack, Validations } from 'aws-cdk-lib';
import type { Construct } from 'constructs';

export type Acknowledged = {
  /** Id with its pack in front, e.g. `AwsSolutions-SMG4`. */
  readonly rule: string;
  /** For rules that report several findings: only these. */
  readonly findings?: readonly string[];
  readonly because: string;
  /** The day until which the reason holds without a second look, `YYYY-MM-DD`. */
  readonly reviewBy: `20${number}-${number}-${number}`;
};

export const acknowledge = (construct: Construct, ...acknowledged: readonly Acknowledged[]): void => {
  if (Stack.isStack(construct))
    throw new Error('a rule is acknowledged on a construct, never for a whole stack');
  for (const { rule, findings, because, reviewBy } of acknowledged) {
    const ids = findings === undefined ? [rule] : findings.map((finding) => `${rule}[${finding}]`);
    const reason = `${because} (review by ${reviewBy})`;
    Validations.of(construct).acknowledge(...ids.map((id) => ({ id, reason })));
  }
};
