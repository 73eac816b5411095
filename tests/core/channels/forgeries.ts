/**
 * Generated webhook calls under Standard Webhooks: forgeries of every kind known to us, and genuine calls in every
 * encoding. It signs by itself, so that a fault of our signing cannot hide one of our verifying.
 */
import { createHmac } from 'node:crypto';
import * as fc from 'fast-check';
import type { WebhookCall } from '../../../functions/core/ports/channel.ts';

/** A call, and what its receiver knows when it comes in. */
export type Attempt = {
  readonly how: string;
  readonly call: WebhookCall;
  readonly secrets: readonly string[];
  readonly now: Date;
};

/** The parts of a genuine call before it is put together; `pick` and `other` are the chance that a forger uses. */
type Parts = {
  readonly id: string;
  readonly timestamp: string;
  readonly body: Uint8Array;
  readonly key: Uint8Array;
  readonly otherKey: Uint8Array;
  readonly nowSeconds: number;
  readonly pick: number;
  readonly other: number;
};

const toleranceSeconds = 300;

const digest = (key: Uint8Array, id: string, timestamp: string, body: Uint8Array): string =>
  createHmac('sha256', key).update(`${id}.${timestamp}.`).update(body).digest('base64');

const secretOf = (key: Uint8Array): string => `whsec_${Buffer.from(key).toString('base64')}`;

const callOf = (id: string, timestamp: string, signature: string, body: Uint8Array): WebhookCall => ({
  method: 'POST',
  path: '/webhooks/rest/demo',
  query: {},
  headers: { 'webhook-id': id, 'webhook-timestamp': timestamp, 'webhook-signature': signature },
  body,
});

const attempt = (
  parts: Parts,
  how: string,
  change: Partial<Attempt> & { headers?: Record<string, string> },
): Attempt => {
  const genuine = callOf(parts.id, parts.timestamp, `v1,${sealOf(parts)}`, parts.body);
  const { headers, ...rest } = change;
  return {
    how,
    secrets: [secretOf(parts.key)],
    now: new Date(parts.nowSeconds * 1000),
    call: { ...genuine, headers: { ...genuine.headers, ...headers } },
    ...rest,
  };
};

const sealOf = ({ key, id, timestamp, body }: Parts): string => digest(key, id, timestamp, body);

const withBody = (parts: Parts, how: string, body: Uint8Array): Attempt =>
  attempt(parts, how, { call: callOf(parts.id, parts.timestamp, `v1,${sealOf(parts)}`, body) });

/** Signed with the right key, but with parts that no receiver may take. */
const sealed = (
  parts: Parts,
  how: string,
  id: string,
  timestamp: string,
  body: Uint8Array = parts.body,
): Attempt =>
  attempt(parts, how, { call: callOf(id, timestamp, `v1,${digest(parts.key, id, timestamp, body)}`, body) });

const flipBit = (bytes: Uint8Array, pick: number): Uint8Array =>
  bytes.map((byte, index) => (index === (pick >> 3) % bytes.length ? byte ^ (1 << (pick & 7)) : byte));

const flipCharacter = (text: string, pick: number): string => {
  const at = (pick >> 3) % text.length;
  return (
    text.slice(0, at) + String.fromCharCode(text.charCodeAt(at) ^ (1 << (pick & 7))) + text.slice(at + 1)
  );
};

/** The last character before the padding carries two bits that a lenient decoder drops. */
const otherSpelling = (base64: string, pick: number): string => {
  const alphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/';
  const last = alphabet.indexOf(base64.charAt(base64.length - 2));
  const twin = alphabet.charAt((last & ~3) | ((last + 1 + (pick % 3)) & 3));
  return `${base64.slice(0, -2)}${twin}=`;
};

const pickOf = <Value>(values: readonly [Value, ...Value[]], pick: number): Value =>
  values[pick % values.length] ?? values[0];

const headerNames = ['webhook-id', 'webhook-timestamp', 'webhook-signature'] as const;

/** Two bodies that a lenient UTF-8 decoder turns into the same text. */
const invalidTwins = ({ body, pick }: Parts): readonly [Uint8Array, Uint8Array] => {
  const at = pick % (body.length + 1);
  const around = (...middle: number[]): Uint8Array =>
    Buffer.concat([body.subarray(0, at), Buffer.from(middle), body.subarray(at)]);
  return [around(0xff), pickOf([around(0xfe), around(0xc0), around(0xef, 0xbf, 0xbd)], pick)];
};

/** Every way to forge that we know of; each must be refused for every input. */
const forgeries: Readonly<Record<string, (parts: Parts) => Attempt>> = {
  'a bit of the body': (parts) => withBody(parts, 'a bit of the body', flipBit(parts.body, parts.pick)),
  'a bit of a header': (parts) => {
    const name = pickOf(headerNames, parts.other);
    const values = [parts.id, parts.timestamp, `v1,${sealOf(parts)}`] as const;
    return attempt(parts, `a bit of ${name}`, {
      headers: { [name]: flipCharacter(pickOf(values, parts.other), parts.pick) },
    });
  },
  'a body cut short': (parts) =>
    withBody(parts, 'a body cut short', parts.body.subarray(0, parts.pick % parts.body.length)),
  'a body made longer': (parts) =>
    withBody(parts, 'a body made longer', Buffer.concat([parts.body, Buffer.from([parts.pick & 255])])),
  'a base64 flag that lies': (parts) => {
    const text = Buffer.from(parts.body).toString('base64');
    return parts.pick % 2 === 0
      ? withBody(parts, 'a body encoded once more', Buffer.from(text))
      : withBody({ ...parts, body: Buffer.from(text) }, 'a body decoded once more', parts.body);
  },
  'a signature cut short': (parts) =>
    attempt(parts, 'a signature cut short', {
      headers: { 'webhook-signature': `v1,${sealOf(parts).slice(0, parts.pick % 44)}` },
    }),
  'a signature in another spelling': (parts) => {
    const seal = sealOf(parts);
    const bytes = Buffer.from(seal, 'base64');
    const spellings = [
      otherSpelling(seal, parts.other),
      seal.slice(0, -1),
      `${seal}=`,
      bytes.toString('base64url'),
      bytes.toString('hex'),
      Buffer.from(seal).toString('base64'),
    ] as const;
    return attempt(parts, 'a signature in another spelling', {
      headers: { 'webhook-signature': `v1,${pickOf(spellings, parts.pick)}` },
    });
  },
  'another version': (parts) =>
    attempt(parts, 'another version', {
      headers: {
        'webhook-signature':
          pickOf(['v2,', 'v1a,', 'V1,', '', ',', 'v1', 'v1=', 'v1,,'], parts.pick) + sealOf(parts),
      },
    }),
  'another tenant’s secret': (parts) =>
    attempt(parts, 'another tenant’s secret', { secrets: [secretOf(parts.otherKey)] }),
  'no secret at all': (parts) => attempt(parts, 'no secret at all', { secrets: [] }),
  'an empty or short key': (parts) => {
    const key = parts.key.subarray(0, parts.pick % 16);
    const secrets = [secretOf(key), Buffer.from(key).toString('base64'), '', 'whsec_', '=', 'whsec_=='];
    return { ...sealed({ ...parts, key }, 'an empty or short key', parts.id, parts.timestamp), secrets };
  },
  'a replay outside the window': (parts) => {
    const away = toleranceSeconds + 1 + (parts.pick % 100_000_000);
    const now = new Date((Number(parts.timestamp) + (parts.other % 2 === 0 ? away : -away)) * 1000);
    return attempt(parts, 'a replay outside the window', { now });
  },
  'a doubled header': (parts) => {
    const name = pickOf(headerNames, parts.pick);
    const values = [parts.id, parts.timestamp, `v1,${sealOf(parts)}`] as const;
    const value = pickOf(values, parts.pick);
    const forged = pickOf(
      [`x${value}`, value, `v1,${digest(parts.otherKey, parts.id, parts.timestamp, parts.body)}`],
      parts.other,
    );
    const joint = pickOf([',', ', '], parts.other >> 2);
    const order = (parts.other & 1) === 0 ? [value, forged] : [forged, value];
    return attempt(parts, `a doubled ${name}`, { headers: { [name]: order.join(joint) } });
  },
  'a doubled id or time that was signed as one': (parts) => {
    const joint = pickOf([',', ', ', ' '], parts.pick);
    return parts.other % 2 === 0
      ? sealed(parts, 'a doubled id', [parts.id, parts.id].join(joint), parts.timestamp)
      : sealed(parts, 'a doubled time', parts.id, [parts.timestamp, parts.timestamp].join(joint));
  },
  'a header left out or empty': (parts) => {
    const name = pickOf(headerNames, parts.pick);
    return attempt(parts, `no ${name}`, { headers: { [name]: '' } });
  },
  'a header over 1 KB': (parts) =>
    parts.pick % 2 === 0
      ? sealed(parts, 'an id over 1 KB', parts.id.padEnd(1025 + (parts.other % 5000), 'x'), parts.timestamp)
      : attempt(parts, 'signatures over 1 KB', {
          headers: { 'webhook-signature': `v1,${sealOf(parts)}`.padEnd(1025 + (parts.other % 5000), ' ') },
        }),
  'a time that only a lenient reader takes': (parts) => {
    const { timestamp, pick } = parts;
    const lenient = [
      `${timestamp}junk`,
      `+${timestamp}`,
      `${timestamp}.0`,
      `0x${Number(timestamp).toString(16)}`,
    ] as const;
    const blank = [` ${timestamp}`, `${timestamp}\n`, `000${timestamp}`, `${timestamp}e0`] as const;
    return sealed(parts, 'a lenient time', parts.id, pickOf([...lenient, ...blank], pick));
  },
  'a full stop moved': (parts) => {
    const content = Buffer.concat([Buffer.from(`${parts.timestamp}.`), parts.body]);
    const seal = digest(parts.key, parts.id, parts.timestamp, content);
    const moved = callOf(`${parts.id}.${parts.timestamp}`, parts.timestamp, `v1,${seal}`, parts.body);
    return attempt(parts, 'a full stop moved', { call: moved });
  },
  'a twin that is no UTF-8': (parts) => {
    const [signed, twin] = invalidTwins(parts);
    return withBody({ ...parts, body: signed }, 'a twin that is no UTF-8', twin);
  },
  'a signature of another message': (parts) =>
    attempt(parts, 'a signature of another message', { headers: { 'webhook-id': `${parts.id}x` } }),
};

const json = fc
  .record({
    conversation: fc.string({ unit: 'grapheme', minLength: 1, maxLength: 8 }),
    text: fc.string({ unit: 'binary', maxLength: 24 }),
  })
  .map((data) => Buffer.from(JSON.stringify({ type: 'message.created', data })));

const idCharacters = ['a', 'Z', '0', '9', '_', '-', ':', '/', '~'] as const;

const parts: fc.Arbitrary<Parts> = fc
  .record({
    id: fc.string({ unit: fc.constantFrom(...idCharacters), minLength: 1, maxLength: 32 }),
    body: fc.oneof(json, fc.uint8Array({ minLength: 1, maxLength: 48 })),
    key: fc.uint8Array({ minLength: 16, maxLength: 48 }),
    otherKey: fc.uint8Array({ minLength: 16, maxLength: 48 }),
    nowSeconds: fc.integer({ min: 1_500_000_000, max: 4_000_000_000 }),
    skew: fc.integer({ min: -toleranceSeconds, max: toleranceSeconds }),
    pick: fc.nat(),
    other: fc.nat(),
  })
  .map(({ skew, ...rest }) => ({ ...rest, timestamp: String(rest.nowSeconds + skew) }))
  .filter(({ key, otherKey }) => Buffer.compare(key, otherKey) !== 0);

/** Calls of which not one may be taken. */
export const forgedCalls: fc.Arbitrary<Attempt> = fc
  .tuple(parts, fc.constantFrom(...Object.values(forgeries)))
  .map(([genuine, forge]) => forge(genuine));

/** Secrets as people paste them: with and without prefix and padding, the right one anywhere among several. */
const secretsFor = ({ key, otherKey, pick, other }: Parts): readonly string[] => {
  const whole = secretOf(key);
  const spelling = pickOf(
    [whole, whole.slice(6), whole.replace(/=+$/, ''), whole.slice(6).replace(/=+$/, '')],
    pick,
  );
  return pickOf(
    [[spelling], [secretOf(otherKey), spelling], [spelling, secretOf(otherKey)], ['whsec_', spelling]],
    other,
  );
};

/** Signatures as senders write them while a secret rotates, and beside versions that we do not speak. */
const signaturesFor = (genuine: Parts): string => {
  const right = `v1,${sealOf(genuine)}`;
  const wrong = `v1,${digest(genuine.otherKey, genuine.id, genuine.timestamp, genuine.body)}`;
  const asymmetric = `v1a,${Buffer.alloc(64, genuine.pick & 255).toString('base64')}`;
  const lists = [
    right,
    `${wrong} ${right}`,
    `${right} ${wrong}`,
    `${asymmetric} ${right}`,
    `${right}  ${asymmetric}`,
  ] as const;
  return pickOf(lists, genuine.pick >> 3);
};

/** Calls of which every one must be taken. */
export const genuineCalls: fc.Arbitrary<Attempt> = parts.map((genuine) =>
  attempt(genuine, 'genuine', {
    secrets: secretsFor(genuine),
    headers: { 'webhook-signature': signaturesFor(genuine) },
  }),
);
