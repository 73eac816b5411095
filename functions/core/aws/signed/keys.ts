/** KMS by signed fetch: three calls are no reason for a client of 60 KB in every bundle. */
import * as z from 'zod/mini';
import type { KeyOperations } from '../../ports/keys.ts';
import type { SignedCalls } from './client.ts';

const encrypted = z.object({ CiphertextBlob: z.string() });
const decrypted = z.object({ Plaintext: z.string() });
const made = z.object({ CiphertextBlob: z.string(), Plaintext: z.string() });

const base64 = (bytes: Uint8Array): string => Buffer.from(bytes).toString('base64');
const bytes = (text: string): Uint8Array => Buffer.from(text, 'base64');

export const signedKeys = (calls: SignedCalls): KeyOperations => {
  const kms = async (operation: string, body: Readonly<Record<string, unknown>>): Promise<unknown> =>
    calls.json('kms', `TrentService.${operation}`, body);
  return {
    async encrypt(key, plain, context) {
      const answer = await kms('Encrypt', {
        KeyId: key,
        Plaintext: base64(plain),
        EncryptionContext: context,
      });
      return bytes(z.parse(encrypted, answer).CiphertextBlob);
    },
    async decrypt(key, sealed, context) {
      const answer = await kms('Decrypt', {
        KeyId: key,
        CiphertextBlob: base64(sealed),
        EncryptionContext: context,
      });
      return bytes(z.parse(decrypted, answer).Plaintext);
    },
    async dataKey(key, context) {
      const answer = z.parse(
        made,
        await kms('GenerateDataKey', { KeyId: key, KeySpec: 'AES_256', EncryptionContext: context }),
      );
      return { plain: bytes(answer.Plaintext), wrapped: bytes(answer.CiphertextBlob) };
    },
  };
};
