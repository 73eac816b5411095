/** The operations of Key Management Service that are imitated: input checked, key found, answer in AWS's shape. */
import { createHmac, randomBytes, timingSafeEqual } from 'node:crypto';
import * as z from 'zod';
import { AwsError } from '../../service.ts';
import { blob, readInput } from '../aws-json.ts';
import { keyIdIn, seal, unseal } from './ciphertext.ts';
import type { Key, KeyRing, KeyUsage } from './keys.ts';
import { publicKeyOf, signWith, signingAlgorithmsOf, verifyWith } from './signing.ts';

const most = (bytes: number) => (value: Buffer) => value.length >= 1 && value.length <= bytes;

const fewBytes = (bytes: number) =>
  blob.refine(most(bytes), `Member must have length less than or equal to ${bytes} and at least 1`);

const message = fewBytes(4096);
/** No context and an empty one are the same. */
export const context = z.record(z.string(), z.string()).default({});
export const keyId = z.string().min(1).max(2048);

const keyed = z.object({ KeyId: keyId });
const encryption = z.object({ KeyId: keyId, Plaintext: message, EncryptionContext: context });
const decryption = z.object({
  KeyId: keyId.optional(),
  CiphertextBlob: fewBytes(6144),
  EncryptionContext: context,
});
const dataKey = z
  .object({
    KeyId: keyId,
    KeySpec: z.enum(['AES_256', 'AES_128']).optional(),
    NumberOfBytes: z.int().min(1).max(1024).optional(),
    EncryptionContext: context,
  })
  .refine(
    (input) => (input.KeySpec === undefined) !== (input.NumberOfBytes === undefined),
    'Please specify either number of bytes or key spec.',
  );
const mac = z.object({ KeyId: keyId, Message: message, MacAlgorithm: z.literal('HMAC_SHA_256') });
const signed = z.object({
  KeyId: keyId,
  Message: message,
  MessageType: z.enum(['RAW', 'DIGEST']).default('RAW'),
  SigningAlgorithm: z.string(),
});

type Operation = (ring: KeyRing, body: Buffer) => object;

/** By the name of the operation; each throws AwsError where AWS refuses. */
export const operations: Readonly<Record<string, Operation>> = {
  DescribeKey: (ring, body) => ({ KeyMetadata: describe(ring.find(readInput(keyed, body).KeyId)) }),

  Encrypt: (ring, body) => {
    const input = readInput(encryption, body);
    const key = usable(ring, input.KeyId, 'ENCRYPT_DECRYPT');
    const text = seal(key, input.Plaintext, input.EncryptionContext);
    return { KeyId: key.arn, CiphertextBlob: base64(text), EncryptionAlgorithm: 'SYMMETRIC_DEFAULT' };
  },

  Decrypt: (ring, body) => {
    const input = readInput(decryption, body);
    const key = usable(ring, keyIdIn(input.CiphertextBlob), 'ENCRYPT_DECRYPT');
    if (input.KeyId !== undefined && ring.find(input.KeyId).id !== key.id) {
      const because = 'The key ID in the request does not identify a CMK that can perform this operation.';
      throw new AwsError('IncorrectKeyException', because);
    }
    const text = unseal(key, input.CiphertextBlob, input.EncryptionContext);
    return { KeyId: key.arn, Plaintext: base64(text), EncryptionAlgorithm: 'SYMMETRIC_DEFAULT' };
  },

  GenerateDataKey: (ring, body) => newDataKey(ring, body),

  GenerateDataKeyWithoutPlaintext: (ring, body) => {
    const { Plaintext: _never, ...sealed } = newDataKey(ring, body);
    return sealed;
  },

  Sign: (ring, body) => {
    const input = readInput(signed, body);
    const key = signer(ring, input);
    const signature = signWith(key, input.SigningAlgorithm, input.Message, input.MessageType);
    return { KeyId: key.arn, Signature: base64(signature), SigningAlgorithm: input.SigningAlgorithm };
  },

  Verify: (ring, body) => {
    const input = readInput(signed.extend({ Signature: fewBytes(6144) }), body);
    const key = signer(ring, input);
    if (!verifyWith(key, input.SigningAlgorithm, input.Message, input.MessageType, input.Signature)) {
      throw new AwsError('KMSInvalidSignatureException', '');
    }
    return { KeyId: key.arn, SignatureValid: true, SigningAlgorithm: input.SigningAlgorithm };
  },

  GetPublicKey: (ring, body) => {
    const key = usable(ring, readInput(keyed, body).KeyId, 'SIGN_VERIFY');
    return {
      KeyId: key.arn,
      KeySpec: key.spec,
      KeyUsage: key.usage,
      PublicKey: base64(publicKeyOf(key)),
      SigningAlgorithms: signingAlgorithmsOf(key),
    };
  },

  GenerateMac: (ring, body) => {
    const input = readInput(mac, body);
    const key = usable(ring, input.KeyId, 'GENERATE_VERIFY_MAC');
    return { KeyId: key.arn, Mac: base64(hmac(key, input.Message)), MacAlgorithm: input.MacAlgorithm };
  },

  VerifyMac: (ring, body) => {
    const input = readInput(mac.extend({ Mac: fewBytes(6144) }), body);
    const key = usable(ring, input.KeyId, 'GENERATE_VERIFY_MAC');
    const expected = hmac(key, input.Message);
    if (input.Mac.length !== expected.length || !timingSafeEqual(input.Mac, expected)) {
      throw new AwsError('KMSInvalidMacException', '');
    }
    return { KeyId: key.arn, MacValid: true, MacAlgorithm: input.MacAlgorithm };
  },
};

const newDataKey = (ring: KeyRing, body: Buffer) => {
  const input = readInput(dataKey, body);
  const key = usable(ring, input.KeyId, 'ENCRYPT_DECRYPT');
  const plaintext = randomBytes(input.NumberOfBytes ?? (input.KeySpec === 'AES_128' ? 16 : 32));
  const ciphertext = seal(key, plaintext, input.EncryptionContext);
  return { KeyId: key.arn, CiphertextBlob: base64(ciphertext), Plaintext: base64(plaintext) };
};

const usable = (ring: KeyRing, reference: string, usage: KeyUsage): Key => {
  const key = ring.find(reference);
  if (!key.enabled) throw new AwsError('DisabledException', `${key.arn} is disabled.`);
  if (key.usage !== usage) {
    const because = `${key.arn} key usage is ${key.usage} which is not valid for this operation.`;
    throw new AwsError('InvalidKeyUsageException', because);
  }
  return key;
};

const signer = (ring: KeyRing, input: z.infer<typeof signed>): Key => {
  const key = usable(ring, input.KeyId, 'SIGN_VERIFY');
  if (signingAlgorithmsOf(key).includes(input.SigningAlgorithm)) return key;
  const because = `Algorithm ${input.SigningAlgorithm} is incompatible with key spec ${key.spec}.`;
  throw new AwsError('InvalidKeyUsageException', because);
};

const base64 = (bytes: Buffer): string => bytes.toString('base64');

const hmac = (key: Key, text: Buffer): Buffer =>
  createHmac('sha256', Buffer.from(key.material, 'base64')).update(text).digest();

const describe = (key: Key) => ({
  KeyId: key.id,
  Arn: key.arn,
  CreationDate: key.createdAt / 1000,
  Enabled: key.enabled,
  KeyState: key.enabled ? 'Enabled' : 'Disabled',
  KeySpec: key.spec,
  KeyUsage: key.usage,
  KeyManager: 'CUSTOMER',
  Origin: 'AWS_KMS',
});
