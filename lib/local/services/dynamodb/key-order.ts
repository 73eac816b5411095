/** Keys as bytes whose order is DynamoDB's order, so that a SQLite index can keep and seek it. */
import { createHash } from 'node:crypto';
import { orderedNumber } from './numbers.ts';
import type { Scalar } from './values.ts';
import { bytesOf } from './values.ts';

/** Bytes that sort as the values do within one type. */
export const orderedBytes = (value: Scalar): Buffer =>
  value.type === 'N' ? orderedNumber(value.text) : bytesOf({ type: value.type, text: value.text });

/** A partition's place: hashed first, because a scan must not come in the order of the partition keys. */
export const partitionBytes = (value: Scalar): Buffer => {
  const bytes = orderedBytes(value);
  return Buffer.concat([createHash('md5').update(bytes).digest().subarray(0, 4), bytes]);
};

/** Smallest bytes above everything that begins with `prefix`; undefined when nothing is above. */
export const afterPrefix = (prefix: Buffer): Buffer | undefined => {
  const last = prefix.findLastIndex((byte) => byte !== 255);
  if (last === -1) return undefined;
  const above = Buffer.from(prefix.subarray(0, last + 1));
  above[last] = (above[last] ?? 0) + 1;
  return above;
};

/** First place (inclusive) of segment `segment` of `total` in a parallel scan; undefined past the end. */
export const segmentStart = (segment: number, total: number): Buffer | undefined => {
  if (segment >= total) return undefined;
  const place = Buffer.alloc(4);
  place.writeUInt32BE(Math.ceil((2 ** 32 * segment) / total));
  return place;
};
