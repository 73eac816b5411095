/** The evidence key: signs a digest inside KMS, and tells its public half. */
import * as z from 'zod/mini';
import type { Signer } from '../../ports/evidence.ts';
import type { SignedCalls } from '../signed/client.ts';

const signed = z.object({ Signature: z.string() });
const published = z.object({ PublicKey: z.string() });

export const kmsSigner = (calls: SignedCalls, key: string): Signer => ({
  key,
  async sign(digest) {
    const answer = await calls.json('kms', 'TrentService.Sign', {
      KeyId: key,
      Message: Buffer.from(digest, 'hex').toString('base64'),
      MessageType: 'DIGEST',
      SigningAlgorithm: 'ECDSA_SHA_256',
    });
    return z.parse(signed, answer).Signature;
  },
  async publicKey() {
    const answer = await calls.json('kms', 'TrentService.GetPublicKey', { KeyId: key });
    return z.parse(published, answer).PublicKey;
  },
});
