/**
 * ECDSA on P-256 over a digest that the caller made, which node:crypto has no call for (it always hashes itself).
 * For the local stand-in alone: the arithmetic is plain, not constant in time. Curve and algorithm: FIPS 186-5, SP 800-186.
 */
import { randomBytes } from 'node:crypto';

type Point = { readonly x: bigint; readonly y: bigint };

const p = 0xffffffff00000001000000000000000000000000ffffffffffffffffffffffffn;
const n = 0xffffffff00000000ffffffffffffffffbce6faada7179e84f3b9cac2fc632551n;
const base: Point = {
  x: 0x6b17d1f2e12c4247f8bce6e563a440f277037d812deb33a0f4a13945d898c296n,
  y: 0x4fe342e2fe1a7f9b8ee7eb4a7c0f9e162bce33576b315ececbb6406837bf51f5n,
};

const mod = (value: bigint, by: bigint): bigint => ((value % by) + by) % by;

/** Inverse modulo a prime by the extended Euclidean algorithm. */
const inverse = (value: bigint, by: bigint): bigint => {
  let [rest, divisor, one, other] = [mod(value, by), by, 1n, 0n];
  while (rest > 1n) {
    const times = divisor / rest;
    [divisor, rest, other, one] = [rest, divisor - times * rest, one, other - times * one];
  }
  return mod(one, by);
};

/** Undefined is the point at infinity. */
const add = (left: Point | undefined, right: Point | undefined): Point | undefined => {
  if (left === undefined) return right;
  if (right === undefined) return left;
  if (left.x === right.x && mod(left.y + right.y, p) === 0n) return undefined;
  const slope =
    left.x === right.x
      ? 3n * (left.x * left.x - 1n) * inverse(2n * left.y, p)
      : (right.y - left.y) * inverse(right.x - left.x, p);
  const x = mod(slope * slope - left.x - right.x, p);
  return { x, y: mod(slope * (left.x - x) - left.y, p) };
};

const multiply = (point: Point, by: bigint): Point | undefined => {
  let sum: Point | undefined;
  let doubled: Point | undefined = point;
  for (let rest = by; rest > 0n; rest >>= 1n) {
    if (rest & 1n) sum = add(sum, doubled);
    doubled = add(doubled, doubled);
  }
  return sum;
};

const toNumber = (bytes: Buffer): bigint => BigInt(`0x${bytes.toString('hex')}`);

const fromBase64Url = (text: string | undefined): bigint => toNumber(Buffer.from(text ?? '', 'base64url'));

/** The parts of a P-256 key as a JSON Web Key carries them, base64url. */
export type P256Key = { readonly x?: string; readonly y?: string; readonly d?: string };

/** A DER signature over the 32-byte digest. */
export const signDigest = (key: P256Key, digest: Buffer): Buffer => {
  for (;;) {
    const once = toNumber(randomBytes(32));
    if (once === 0n || once >= n) continue;
    const r = mod(multiply(base, once)?.x ?? 0n, n);
    const s = mod(inverse(once, n) * (toNumber(digest) + r * fromBase64Url(key.d)), n);
    if (r !== 0n && s !== 0n) return der(r, s);
  }
};

/** Whether the DER signature was made over the 32-byte digest by the key's owner. */
export const verifyDigest = (key: P256Key, digest: Buffer, signature: Buffer): boolean => {
  const parts = fromDer(signature);
  if (parts === undefined) return false;
  const { r, s } = parts;
  if (r === 0n || r >= n || s === 0n || s >= n) return false;
  const w = inverse(s, n);
  const owner = { x: fromBase64Url(key.x), y: fromBase64Url(key.y) };
  const point = add(multiply(base, mod(toNumber(digest) * w, n)), multiply(owner, mod(r * w, n)));
  return point !== undefined && mod(point.x, n) === r;
};

const derInteger = (value: bigint): Buffer => {
  const hex = value.toString(16);
  const bytes = Buffer.from(hex.length % 2 === 0 ? hex : `0${hex}`, 'hex');
  const positive = (bytes[0] ?? 0) < 0x80 ? bytes : Buffer.concat([Buffer.of(0), bytes]);
  return Buffer.concat([Buffer.of(2, positive.length), positive]);
};

const der = (r: bigint, s: bigint): Buffer => {
  const body = Buffer.concat([derInteger(r), derInteger(s)]);
  return Buffer.concat([Buffer.of(0x30, body.length), body]);
};

/** Undefined for anything that `der` would not have written: one signature has one encoding. */
const fromDer = (bytes: Buffer): { r: bigint; s: bigint } | undefined => {
  const length = bytes[3] ?? 0;
  const r = bytes.subarray(4, 4 + length);
  const s = bytes.subarray(6 + length);
  if (r.length === 0 || s.length === 0) return undefined;
  const parts = { r: toNumber(r), s: toNumber(s) };
  return der(parts.r, parts.s).equals(bytes) ? parts : undefined;
};
