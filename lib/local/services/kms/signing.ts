/** Signatures of asymmetric keys, over a message or over the digest of one. */
import { constants, createPublicKey, privateEncrypt, publicDecrypt, sign, verify } from 'node:crypto';
import { AwsError } from '../../service.ts';
import { privateKeyOf } from './keys.ts';
import type { Key, KeySpec } from './keys.ts';
import { signDigest, verifyDigest } from './p256.ts';

export type MessageType = 'RAW' | 'DIGEST';

const signingAlgorithms: Readonly<Record<KeySpec, readonly string[]>> = {
  SYMMETRIC_DEFAULT: [],
  HMAC_256: [],
  ECC_NIST_P256: ['ECDSA_SHA_256'],
  RSA_2048: ['RSASSA_PKCS1_V1_5_SHA_256', 'RSASSA_PSS_SHA_256'],
};

/** The algorithms that the key signs with; none for a key that does not sign. */
export const signingAlgorithmsOf = (key: Key): readonly string[] => signingAlgorithms[key.spec];

/** The public key as DER-encoded SubjectPublicKeyInfo. */
export const publicKeyOf = (key: Key): Buffer =>
  createPublicKey(privateKeyOf(key)).export({ format: 'der', type: 'spki' });

// RFC 8017 section 9.2: what stands before a SHA-256 digest in a PKCS #1 v1.5 signature.
const digestInfo = Buffer.from('3031300d060960864801650304020105000420', 'hex');

const rsaOptions = (algorithm: string) =>
  algorithm.startsWith('RSASSA_PSS')
    ? { padding: constants.RSA_PKCS1_PSS_PADDING, saltLength: constants.RSA_PSS_SALTLEN_DIGEST }
    : { padding: constants.RSA_PKCS1_PADDING };

/** Signs the message (RAW) or the digest that the caller made of it. */
export const signWith = (key: Key, algorithm: string, message: Buffer, type: MessageType): Buffer => {
  const owner = privateKeyOf(key);
  if (type === 'RAW') return sign('sha256', message, { key: owner, ...rsaOptions(algorithm) });
  demandDigest(algorithm, message);
  if (key.spec === 'ECC_NIST_P256') return signDigest(owner.export({ format: 'jwk' }), message);
  return privateEncrypt(
    { key: owner, padding: constants.RSA_PKCS1_PADDING },
    Buffer.concat([digestInfo, message]),
  );
};

/** Whether the signature is the key's own over the message or digest. */
export const verifyWith = (
  key: Key,
  algorithm: string,
  message: Buffer,
  type: MessageType,
  signature: Buffer,
): boolean => {
  const owner = createPublicKey(privateKeyOf(key));
  if (type === 'RAW') return verify('sha256', message, { key: owner, ...rsaOptions(algorithm) }, signature);
  demandDigest(algorithm, message);
  if (key.spec === 'ECC_NIST_P256') return verifyDigest(owner.export({ format: 'jwk' }), message, signature);
  try {
    const signed = publicDecrypt({ key: owner, padding: constants.RSA_PKCS1_PADDING }, signature);
    return signed.equals(Buffer.concat([digestInfo, message]));
  } catch {
    return false;
  }
};

const demandDigest = (algorithm: string, digest: Buffer): void => {
  if (digest.length !== 32) {
    throw new AwsError('ValidationException', `Digest is invalid length for algorithm ${algorithm}.`);
  }
  if (algorithm.startsWith('RSASSA_PSS')) {
    throw new AwsError(
      'UnsupportedOperationException',
      'RSASSA_PSS over a digest is not imitated on this machine.',
    );
  }
};
