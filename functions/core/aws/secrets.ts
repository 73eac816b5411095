/** A secret of the whole region, read once by an execution environment. */
import { GetSecretValueCommand, SecretsManagerClient } from '@aws-sdk/client-secrets-manager';

/** Read on first use and kept; a failed read is tried again by the next use. */
export const regionSecret = (region: string, secret: string): (() => Promise<string>) => {
  const client = new SecretsManagerClient({ region, maxAttempts: 3 });
  let known: Promise<string> | null = null;
  const read = async (): Promise<string> => {
    const { SecretString } = await client.send(new GetSecretValueCommand({ SecretId: secret }));
    if (SecretString === undefined || SecretString === '')
      throw new Error('the id key secret is empty: put a value of 64 random characters into it');
    return SecretString;
  };
  return async () => {
    known ??= read().catch((error: unknown) => {
      known = null;
      throw error;
    });
    return known;
  };
};
