/** The key ring: keys and aliases of the templates, their material kept over restarts, found as AWS finds them. */
import { createHash, createPrivateKey, generateKeyPairSync, randomBytes } from 'node:crypto';
import type { KeyObject } from 'node:crypto';
import { join } from 'node:path';
import * as z from 'zod';
import { AwsError } from '../../service.ts';
import type { Place, Provisioned, Resource } from '../../service.ts';
import { keptRecords } from '../kept-files.ts';

const usageOf = {
  SYMMETRIC_DEFAULT: 'ENCRYPT_DECRYPT',
  ECC_NIST_P256: 'SIGN_VERIFY',
  RSA_2048: 'SIGN_VERIFY',
  HMAC_256: 'GENERATE_VERIFY_MAC',
} as const;

const keySpec = z.enum(['SYMMETRIC_DEFAULT', 'ECC_NIST_P256', 'RSA_2048', 'HMAC_256']);

export type KeySpec = z.infer<typeof keySpec>;
export type KeyUsage = (typeof usageOf)[KeySpec];

const keptKey = z.object({
  id: z.string(),
  spec: keySpec,
  enabled: z.boolean(),
  createdAt: z.number(),
  /** Base64: 32 random bytes, or a private key as PKCS #8. */
  material: z.base64(),
});

export type Key = z.infer<typeof keptKey> & { readonly arn: string; readonly usage: KeyUsage };

const keyProperties = z.object({
  KeySpec: keySpec.default('SYMMETRIC_DEFAULT'),
  KeyUsage: z.string().optional(),
  Enabled: z.stringbool().or(z.boolean()).default(true),
});

const aliasProperties = z.object({ AliasName: z.string(), TargetKeyId: z.string() });

export type KeyRing = {
  provisionKey(resource: Resource): Provisioned;
  provisionAlias(resource: Resource): Provisioned;
  /**
   * The key of an id, an alias or the ARN of either.
   * @throws AwsError NotFoundException
   */
  find(reference: string): Key;
  /** `alias/…` names that point at the key. */
  aliasesOf(key: Key): readonly string[];
};

export const openKeyRing = (place: Place): KeyRing => {
  const keys = keptRecords(join(place.data, 'kms'), keptKey);
  const aliases = new Map<string, string>();
  const prefix = `arn:aws:kms:${place.region}:${place.account}:`;

  const find = (reference: string): Key => {
    const name = reference.startsWith(prefix) ? reference.slice(prefix.length) : reference;
    if (name.startsWith('alias/') && !aliases.has(name)) {
      throw new AwsError('NotFoundException', `Alias ${prefix}${name} is not found.`);
    }
    const id = aliases.get(name) ?? name.replace(/^key\//, '');
    const key = keys.get(id);
    if (key === undefined) throw new AwsError('NotFoundException', `Key '${prefix}key/${id}' does not exist`);
    return { ...key, arn: `${prefix}key/${id}`, usage: usageOf[key.spec] };
  };

  return {
    find,
    aliasesOf: (key) => [...aliases].filter(([, id]) => id === key.id).map(([alias]) => alias),
    provisionKey: (resource) => {
      const { KeySpec: spec, KeyUsage: usage, Enabled: enabled } = keyProperties.parse(resource.properties);
      if (usage !== undefined && usage !== usageOf[spec]) {
        throw new AwsError('ValidationException', `KeyUsage ${usage} is not imitated for KeySpec ${spec}.`);
      }
      const id = keyIdOf(place, resource, spec);
      const old = keys.get(id);
      if (old?.enabled !== enabled) keys.put(id, { ...(old ?? newKey(id, spec, place.clock())), enabled });
      return { ref: id, attributes: { Arn: `${prefix}key/${id}`, KeyId: id } };
    },
    provisionAlias: (resource) => {
      const { AliasName: alias, TargetKeyId: target } = aliasProperties.parse(resource.properties);
      if (!/^alias\/(?!aws\/)[\w/-]{1,250}$/.test(alias)) {
        throw new AwsError('InvalidAliasNameException', `Alias name '${alias}' is not valid.`);
      }
      aliases.set(alias, find(target).id);
      return { ref: alias, attributes: {} };
    },
  };
};

/** The same template resource is the same key after a restart; another spec is another key, as on AWS. */
const keyIdOf = (place: Place, resource: Resource, spec: KeySpec): string =>
  createHash('sha256')
    .update(JSON.stringify([place.account, place.region, resource.stack, resource.logicalId, spec]))
    .digest('hex')
    .replace(/^(.{8})(.{4})(.{4})(.{4})(.{12}).*$/, '$1-$2-$3-$4-$5');

const newKey = (id: string, spec: KeySpec, createdAt: number) => ({
  id,
  spec,
  createdAt,
  material: newMaterial[spec]().toString('base64'),
});

const pkcs8 = (key: KeyObject): Buffer => key.export({ format: 'der', type: 'pkcs8' });

const newMaterial: Readonly<Record<KeySpec, () => Buffer>> = {
  SYMMETRIC_DEFAULT: () => randomBytes(32),
  HMAC_256: () => randomBytes(32),
  ECC_NIST_P256: () => pkcs8(generateKeyPairSync('ec', { namedCurve: 'P-256' }).privateKey),
  RSA_2048: () => pkcs8(generateKeyPairSync('rsa', { modulusLength: 2048 }).privateKey),
};

/** The private key of an asymmetric key. */
export const privateKeyOf = (key: Key): KeyObject =>
  createPrivateKey({ key: Buffer.from(key.material, 'base64'), format: 'der', type: 'pkcs8' });
