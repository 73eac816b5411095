/** What a caller must hold on a key, when it calls KMS itself and when another service uses the key on its behalf. */
import type { Permission, Place } from '../../service.ts';

/** The condition keys that AWS makes of an encryption context; no key at all without a context. */
export const contextKeys = (
  encryptionContext: Readonly<Record<string, string>>,
): Readonly<Record<string, readonly string[]>> => {
  const keys: Record<string, readonly string[]> = {};
  for (const [name, value] of Object.entries(encryptionContext))
    keys[`kms:EncryptionContext:${name}`] = [value];
  const names = Object.keys(encryptionContext);
  return names.length === 0 ? keys : { ...keys, 'kms:EncryptionContextKeys': names };
};

/** The right on a customer key that a call of `service` (its host name's first label) needs of its caller. */
export const onBehalf = (
  place: Place,
  service: string,
  action: 'kms:Decrypt' | 'kms:GenerateDataKey',
  keyArn: string,
  encryptionContext: Readonly<Record<string, string>>,
): Permission => ({
  action,
  resource: keyArn,
  context: {
    ...contextKeys(encryptionContext),
    'kms:ViaService': [`${service}.${place.region}.amazonaws.com`],
    'kms:CallerAccount': [place.account],
  },
});
