/** Ciphertexts of symmetric keys: they name their key and are bound to their encryption context, as on AWS. */
import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto';
import { AwsError } from '../../service.ts';
import type { Key } from './keys.ts';

export type EncryptionContext = Readonly<Record<string, string>>;

// Version 1: version byte, 16 bytes of the key's id, 12 bytes of nonce, 16 bytes of tag, then the AES-256-GCM text.
const version = 1;
const nonceAt = 17;
const tagAt = 29;
const textAt = 45;

const boundTo = (header: Buffer, context: EncryptionContext): Buffer =>
  Buffer.concat([header, Buffer.from(JSON.stringify(Object.entries(context).toSorted(byName)), 'utf8')]);

const byName = ([one]: [string, string], [other]: [string, string]) => (one < other ? -1 : 1);

/** Encrypts under the key and the context; the context itself is not in the ciphertext. */
export const seal = (key: Key, plaintext: Buffer, context: EncryptionContext): Buffer => {
  const header = Buffer.concat([Buffer.of(version), Buffer.from(key.id.replaceAll('-', ''), 'hex')]);
  const nonce = randomBytes(tagAt - nonceAt);
  const cipher = createCipheriv('aes-256-gcm', Buffer.from(key.material, 'base64'), nonce);
  cipher.setAAD(boundTo(header, context));
  const text = Buffer.concat([cipher.update(plaintext), cipher.final()]);
  return Buffer.concat([header, nonce, cipher.getAuthTag(), text]);
};

/**
 * The id of the key that made the ciphertext.
 * @throws AwsError InvalidCiphertextException for what is no ciphertext
 */
export const keyIdIn = (ciphertext: Buffer): string => {
  if (ciphertext.length < textAt || ciphertext[0] !== version) throw invalidCiphertext();
  const id = ciphertext.subarray(1, nonceAt).toString('hex');
  return id.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5');
};

/**
 * Decrypts with the key that the ciphertext names.
 * @throws AwsError InvalidCiphertextException for another context, another key or changed bytes
 */
export const unseal = (key: Key, ciphertext: Buffer, context: EncryptionContext): Buffer => {
  try {
    const material = Buffer.from(key.material, 'base64');
    const decipher = createDecipheriv('aes-256-gcm', material, ciphertext.subarray(nonceAt, tagAt));
    decipher.setAuthTag(ciphertext.subarray(tagAt, textAt));
    decipher.setAAD(boundTo(ciphertext.subarray(0, nonceAt), context));
    return Buffer.concat([decipher.update(ciphertext.subarray(textAt)), decipher.final()]);
  } catch {
    throw invalidCiphertext();
  }
};

/** AWS says nothing more: whoever guesses learns nothing. */
const invalidCiphertext = () => new AwsError('InvalidCiphertextException', '');
