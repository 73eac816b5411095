/** KMS by its SDK client: for commands, whose credentials come from wherever the caller keeps them. */
import { DecryptCommand, EncryptCommand, GenerateDataKeyCommand, type KMSClient } from '@aws-sdk/client-kms';
import type { KeyOperations } from '../../ports/keys.ts';

const present = (bytes: Uint8Array | undefined): Uint8Array => {
  if (bytes === undefined) throw new Error('KMS answered without bytes');
  return bytes;
};

export const clientKeys = (kms: KMSClient): KeyOperations => ({
  async encrypt(key, plain, context) {
    const { CiphertextBlob } = await kms.send(
      new EncryptCommand({ KeyId: key, Plaintext: plain, EncryptionContext: { ...context } }),
    );
    return present(CiphertextBlob);
  },
  async decrypt(key, sealed, context) {
    const { Plaintext } = await kms.send(
      new DecryptCommand({ KeyId: key, CiphertextBlob: sealed, EncryptionContext: { ...context } }),
    );
    return present(Plaintext);
  },
  async dataKey(key, context) {
    const made = await kms.send(
      new GenerateDataKeyCommand({ KeyId: key, KeySpec: 'AES_256', EncryptionContext: { ...context } }),
    );
    return { plain: present(made.Plaintext), wrapped: present(made.CiphertextBlob) };
  },
});
