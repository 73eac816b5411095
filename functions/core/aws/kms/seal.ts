/**
 * The seal over KMS: AES-256-GCM under a key of the buyer, which is wrapped by a key of the tenant, which is wrapped
 * by the region's `data` key. Erasing the buyer's row erases every copy of the buyer's words at once.
 *
 * A sealed text is `<form>.<key>.<nonce>.<tag>.<ciphertext>` in base64url; tenant and buyer are bound in as associated
 * data, and `key` is a fingerprint: words under a key that was erased are gone, even when the buyer has a new one.
 * Form 1 holds the bytes as they are, form 2 deflated: a row of the table may not grow beyond 400 KB.
 */
import { createCipheriv, createDecipheriv, createHash, randomBytes } from 'node:crypto';
import { GetCommand, PutCommand, type DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import { deflateRawSync, inflateRawSync } from 'node:zlib';
import { ConditionalCheckFailedException } from '@aws-sdk/client-dynamodb';
import * as z from 'zod/mini';
import type { BuyerId, TenantId } from '../../domain/ids.ts';
import type { KeyOperations } from '../../ports/keys.ts';
import type { Clock } from '../../ports/tools.ts';
import type { Seal } from '../../ports/seal.ts';
import { keyCache } from './key-cache.ts';

type Parts = {
  readonly dynamo: DynamoDBDocumentClient;
  readonly keys: KeyOperations;
  readonly table: string;
  readonly key: string;
  readonly clock: Clock;
};

const wrappedRow = z.object({ wrapped: z.string() });

/** Texts shorter than this many bytes gain nothing from being deflated. */
const worthDeflating = 512;
/** No sealed text opens to more: a message is at most 256 KB. */
const mostBytes = 4 * 1024 * 1024;

const fingerprint = (key: Buffer): string => createHash('sha256').update(key).digest('base64url').slice(0, 8);

const encrypt = (key: Buffer, bound: string, plain: Buffer): string => {
  const form = plain.length < worthDeflating ? '1' : '2';
  const content = form === '1' ? plain : deflateRawSync(plain);
  const nonce = randomBytes(12);
  const cipher = createCipheriv('aes-256-gcm', key, nonce).setAAD(Buffer.from(`${form}#${bound}`));
  const body = Buffer.concat([cipher.update(content), cipher.final()]);
  const parts = [nonce, cipher.getAuthTag(), body].map((part) => part.toString('base64url'));
  return [form, fingerprint(key), ...parts].join('.');
};

/** `null`: sealed under another key. Throws when the text was changed, or never was a sealed one. */
const decrypt = (key: Buffer, bound: string, sealed: string): Buffer | null => {
  const [form, under, nonce, tag, body] = sealed.split('.');
  if ((form !== '1' && form !== '2') || nonce === undefined || tag === undefined || body === undefined)
    throw new Error('sealed text has an unknown form');
  if (under !== fingerprint(key)) return null;
  const decipher = createDecipheriv('aes-256-gcm', key, Buffer.from(nonce, 'base64url'), {
    authTagLength: 16,
  }).setAAD(Buffer.from(`${form}#${bound}`));
  decipher.setAuthTag(Buffer.from(tag, 'base64url'));
  const content = Buffer.concat([decipher.update(Buffer.from(body, 'base64url')), decipher.final()]);
  return form === '1' ? content : inflateRawSync(content, { maxOutputLength: mostBytes });
};

export const kmsSeal = (parts: Parts): Seal => {
  const cache = keyCache(parts.clock);

  const wrapped = async (pk: string, sk: string): Promise<string | null> => {
    const { Item } = await parts.dynamo.send(
      new GetCommand({ TableName: parts.table, Key: { pk, sk }, ConsistentRead: true }),
    );
    return Item === undefined ? null : z.parse(wrappedRow, Item).wrapped;
  };
  /** Two makers at once: the first row stands, the second maker takes it. */
  const keep = async (pk: string, sk: string, value: string): Promise<'kept' | 'there-already'> => {
    const put = new PutCommand({
      TableName: parts.table,
      Item: { pk, sk, wrapped: value },
      ConditionExpression: 'attribute_not_exists(pk)',
    });
    try {
      await parts.dynamo.send(put);
      return 'kept';
    } catch (error) {
      if (error instanceof ConditionalCheckFailedException) return 'there-already';
      throw error;
    }
  };

  const loadTenantKey = async (tenant: TenantId): Promise<Buffer> => {
    const stored = await wrapped(tenant, 'TENANT-KEY');
    if (stored !== null)
      return Buffer.from(await parts.keys.decrypt(parts.key, Buffer.from(stored, 'base64'), { tenant }));
    const made = await parts.keys.dataKey(parts.key, { tenant });
    const kept = await keep(tenant, 'TENANT-KEY', Buffer.from(made.wrapped).toString('base64'));
    return kept === 'kept' ? Buffer.from(made.plain) : loadTenantKey(tenant);
  };
  const tenantKey = async (tenant: TenantId): Promise<Buffer> => {
    const key = await cache.get(tenant, async () => loadTenantKey(tenant));
    if (key === null) throw new Error('a tenant key was not made');
    return key;
  };

  const loadBuyerKey = async (tenant: TenantId, name: string): Promise<Buffer | null> => {
    const stored = await wrapped(name, 'BUYER-KEY');
    if (stored === null) return null;
    const opened = decrypt(await tenantKey(tenant), name, stored);
    if (opened === null) throw new Error('a buyer key is wrapped by another tenant key');
    return opened;
  };
  const makeBuyerKey = async (tenant: TenantId, name: string): Promise<Buffer | null> => {
    const there = await loadBuyerKey(tenant, name);
    if (there !== null) return there;
    const key = randomBytes(32);
    const kept = await keep(name, 'BUYER-KEY', encrypt(await tenantKey(tenant), name, key));
    return kept === 'kept' ? key : makeBuyerKey(tenant, name);
  };
  const buyerKey = async (tenant: TenantId, buyer: BuyerId, load: typeof loadBuyerKey) => {
    const name = `${tenant}#${buyer}`;
    return cache.get(name, async () => load(tenant, name));
  };

  return {
    async seal(tenant, buyer, plain) {
      const key = await buyerKey(tenant, buyer, makeBuyerKey);
      if (key === null) throw new Error('a buyer key was not made');
      return encrypt(key, `${tenant}#${buyer}`, Buffer.from(plain, 'utf8'));
    },
    async open(tenant, buyer, sealed) {
      const key = await buyerKey(tenant, buyer, loadBuyerKey);
      return key === null ? null : (decrypt(key, `${tenant}#${buyer}`, sealed)?.toString('utf8') ?? null);
    },
  };
};
