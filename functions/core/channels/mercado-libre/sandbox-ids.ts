/** Ids as the platform spells them, each made from a count that no later thing has again. */
import { createHash } from 'node:crypto';

const digest = (text: string): string => createHash('sha256').update(text).digest('hex');

export const questionId = (count: number): string => String(13_021_478_000 + count);
export const claimId = (count: number): string => String(5_108_684_000 + count);
export const messageId = (count: number): string => digest(`message ${String(count)}`).slice(0, 32);
export const noticeId = (count: number): string =>
  digest(`notice ${String(count)}`).replace(/^(.{8})(.{4})(.{4})(.{4})(.{12}).*$/, '$1-$2-$3-$4-$5');
/** `count` alone would let a seller guess another's token. */
export const tokenOf = (prefix: string, account: string, count: number): string =>
  `${prefix}-${digest(`${prefix} ${account} ${String(count)}`).slice(0, 32)}-${account}`;
