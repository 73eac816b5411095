/** A secret of the whole region by signed fetch, read once by an execution environment. */
import * as z from 'zod/mini';
import type { SignedCalls } from './client.ts';

const answer = z.object({ SecretString: z.string().check(z.minLength(32)) });

export const signedSecret = (calls: SignedCalls, secret: string): (() => Promise<string>) => {
  let known: Promise<string> | null = null;
  const read = async (): Promise<string> =>
    z.parse(answer, await calls.json('secretsmanager', 'secretsmanager.GetSecretValue', { SecretId: secret }))
      .SecretString;
  return async () => {
    known ??= read().catch((error: unknown) => {
      known = null;
      throw error;
    });
    return known;
  };
};
