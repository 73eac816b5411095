/**
 * Standard Webhooks, symmetric scheme `v1`: signs what we send and judges what we receive.
 *
 * Source of every rule: the Standard Webhooks specification 1.0.0. The signed text is `{id}.{timestamp}.{body}` as
 * bytes: a body that was turned into text first would let two different bodies share one signature.
 */
import { createHmac, timingSafeEqual } from 'node:crypto';

const toleranceMilliseconds = 5 * 60 * 1000;
const longestHeader = 1024;
const shortestKeyBytes = 16;

/** Printable ASCII; a full stop would let the parts of the signed text be cut elsewhere, a comma or blank is a doubled header. */
const idShape = /^[\x21-\x2b\x2d\x2f-\x7e]+$/;
/** Whole, because a lenient number parser takes `1700000000junk`, which no shop ever sent. */
const timestampShape = /^\d{1,12}$/;
/** `v1,<base64>`; a second comma means that two headers were joined into one. */
const signatureShape = /^[a-z0-9]+,[A-Za-z0-9+/=_-]+$/;
const secretShape = /^[A-Za-z0-9+/]+={0,2}$/;

export type WebhookHeaders = {
  readonly 'webhook-id': string;
  readonly 'webhook-timestamp': string;
  readonly 'webhook-signature': string;
};

type ReceivedBytes = { readonly headers: Readonly<Record<string, string>>; readonly body: Uint8Array };

/** The key inside `whsec_<base64>` or plain base64; `null` when it is no base64, empty, or too short to be a secret. */
const keyOf = (secret: string): Buffer | null => {
  const encoded = secret.startsWith('whsec_') ? secret.slice('whsec_'.length) : secret;
  if (!secretShape.test(encoded)) return null;
  const key = Buffer.from(encoded, 'base64');
  return key.length < shortestKeyBytes ? null : key;
};

/** Whether a secret can sign and verify at all: what a person who connects a shop should be told at once. */
export const isWebhookSecret = (secret: string): boolean => keyOf(secret) !== null;

const signatureOver = (key: Buffer, id: string, timestamp: string, body: string | Uint8Array): string =>
  `v1,${createHmac('sha256', key).update(`${id}.${timestamp}.`).update(body).digest('base64')}`;

/**
 * Headers that sign a body with one secret; `null` when the secret cannot sign.
 * Throws a TypeError on an id that the scheme forbids: ids of our own making never are.
 */
export const signWebhook = (
  id: string,
  at: Date,
  body: string | Uint8Array,
  secret: string,
): WebhookHeaders | null => {
  if (!idShape.test(id))
    throw new TypeError('a webhook id is printable ASCII without comma, full stop or blank');
  const key = keyOf(secret);
  if (key === null) return null;
  const timestamp = String(Math.floor(at.getTime() / 1000));
  return {
    'webhook-id': id,
    'webhook-timestamp': timestamp,
    'webhook-signature': signatureOver(key, id, timestamp, body),
  };
};

/** Equal in constant time; the length of a signature is no secret. */
const isSame = (one: string, other: string): boolean => {
  const [left, right] = [Buffer.from(one), Buffer.from(other)];
  return left.length === right.length && timingSafeEqual(left, right);
};

const isFresh = (timestamp: string, now: Date): boolean =>
  Math.abs(now.getTime() - Number(timestamp) * 1000) <= toleranceMilliseconds;

/** The signatures offered for our version; `null` when a header is missing, doubled, oversized or malformed. */
const readHeaders = (headers: ReceivedBytes['headers']) => {
  const id = headers['webhook-id'] ?? '';
  const timestamp = headers['webhook-timestamp'] ?? '';
  const offered = headers['webhook-signature'] ?? '';
  if ([id, timestamp, offered].some((value) => value.length > longestHeader)) return null;
  if (!idShape.test(id) || !timestampShape.test(timestamp)) return null;
  const signatures = offered.split(' ').filter((signature) => signature !== '');
  if (!signatures.every((signature) => signatureShape.test(signature))) return null;
  return { id, timestamp, signatures: signatures.filter((signature) => signature.startsWith('v1,')) };
};

/**
 * Genuine when one of the signatures was made with one of the secrets over exactly these bytes, within 5 minutes.
 * A repeat inside the 5 minutes is genuine too: whoever stores the message takes it once.
 */
export const verifyWebhook = (
  call: ReceivedBytes,
  secrets: readonly string[],
  now: Date,
): 'genuine' | 'forged' => {
  const signed = readHeaders(call.headers);
  if (signed === null || !isFresh(signed.timestamp, now)) return 'forged';
  const keys = secrets.map(keyOf).filter((key) => key !== null);
  const expected = keys.map((key) => signatureOver(key, signed.id, signed.timestamp, call.body));
  return expected.some((right) => signed.signatures.some((offered) => isSame(offered, right)))
    ? 'genuine'
    : 'forged';
};
