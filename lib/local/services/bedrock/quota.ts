/** Tokens a minute of an account: a call sets its whole limit aside before it runs, and gives back what it did not use. */
import { AwsError } from '../../service.ts';
import type { Clock } from '../../service.ts';

export type Quota = {
  /**
   * Sets the tokens aside; the answer takes what was really used.
   * @throws AwsError ThrottlingException when the minute has too few left
   */
  reserve(modelId: string, tokens: number, perMinute: number | undefined): (used: number) => void;
};

export const openQuota = (clock: Clock): Quota => {
  const spent = new Map<string, { readonly minute: number; tokens: number }>();
  const thisMinute = (modelId: string) => {
    const minute = Math.floor(clock() / 60_000);
    const known = spent.get(modelId);
    if (known?.minute === minute) return known;
    const fresh = { minute, tokens: 0 };
    spent.set(modelId, fresh);
    return fresh;
  };
  return {
    reserve: (modelId, tokens, perMinute) => {
      const account = thisMinute(modelId);
      if (account.tokens + tokens > (perMinute ?? Number.POSITIVE_INFINITY)) {
        throw new AwsError('ThrottlingException', 'Too many tokens, please wait before trying again.', 429);
      }
      account.tokens += tokens;
      return (used) => {
        account.tokens += used - tokens;
      };
    },
  };
};
