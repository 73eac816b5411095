/** Opaque ids: HMAC-SHA-256 under the region's id key, 26 characters of lower-case base32 (130 bits). */
import { createHash, createHmac } from 'node:crypto';
import { actionId, buyerId, conversationId, escalationId, messageId, replyId } from '../domain/ids.ts';
import type { DerivedIds, OpaqueIds } from '../ports/tools.ts';

const alphabet = 'abcdefghijklmnopqrstuvwxyz234567';

/** RFC 4648 base32 in lower case, first 26 characters. */
const base32 = (bytes: Buffer): string => {
  let bits = 0n;
  for (const byte of bytes.subarray(0, 17)) bits = (bits << 8n) | BigInt(byte);
  bits >>= 6n; // 17 bytes are 136 bits: the first 130 of them
  let text = '';
  for (let place = 0; place < 26; place += 1) {
    text = (alphabet[Number(bits & 31n)] ?? '') + text;
    bits >>= 5n;
  }
  return text;
};

/** Parts are written with their lengths, so that no two lists of parts are the same bytes. */
const digest = (key: string, parts: readonly string[]): string => {
  const hmac = createHmac('sha256', key);
  for (const part of parts) hmac.update(`${String(Buffer.byteLength(part))}:${part};`);
  return base32(hmac.digest());
};

/** Throws when the key is short: an id key of fewer than 32 characters would make ids guessable. */
export const opaqueIds = (key: string): OpaqueIds => {
  if (key.length < 32) throw new Error('the id key is shorter than 32 characters');
  return {
    conversation: (channel, account, platformId) =>
      conversationId(digest(key, ['conversation', channel, account, platformId])),
    buyer: (channel, account, platformId) => buyerId(digest(key, ['buyer', channel, account, platformId])),
    message: (channel, account, platformId) =>
      messageId(digest(key, ['message', channel, account, platformId])),
    group: (channel, account, platformId) =>
      conversationId(digest(key, ['conversation', channel, account, platformId])),
    unknown: (channel, account, platformId) =>
      messageId(digest(key, ['unknown', channel, account, platformId])),
  };
};

/** Derived from ids that are opaque already: no key is needed. */
const derive = (parts: readonly string[]): string =>
  base32(createHash('sha256').update(parts.join('#')).digest());

export const derivedIds: DerivedIds = {
  reply: (message, purpose) => replyId(derive(['reply', message, purpose])),
  escalation: (message) => escalationId(derive(['escalation', message])),
  action: (message, kind) => actionId(derive(['action', message, kind])),
};
