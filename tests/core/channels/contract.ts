/** What every channel's webhook side must do, fed by that channel's own samples. */
import { readFileSync, readdirSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import * as z from 'zod';
import type { ChannelManifest } from '../../../functions/core/channels/kit/manifest.ts';
import type { Arrival, ChannelIngress, WebhookCall } from '../../../functions/core/ports/channel.ts';

export const channelFolder = new URL('../../../functions/core/channels/', import.meta.url);

/** A call as a platform sends it, with the secrets and the moment that its signature was made for. */
const sampleSchema = z.strictObject({
  what: z.string(),
  verifyAt: z.iso.datetime(),
  secrets: z.array(z.string()),
  call: z.strictObject({
    method: z.string(),
    path: z.string(),
    query: z.record(z.string(), z.string()),
    headers: z.record(z.string(), z.string()),
    body: z.string(),
  }),
  /** The kinds of arrival that it carries, in order. */
  arrivals: z.array(z.enum(['message', 'pointer', 'outgoing', 'ignored'])),
});

export type Sample = {
  readonly name: string;
  readonly call: WebhookCall;
  readonly secrets: readonly string[];
  readonly verifyAt: Date;
  readonly arrivals: readonly Arrival['kind'][];
};

export const samplesOf = (id: string): readonly Sample[] => {
  const folder = new URL(`${id}/samples/`, channelFolder);
  return readdirSync(folder).map((file) => {
    const { what, call, ...rest } = sampleSchema.parse(
      JSON.parse(readFileSync(new URL(file, folder), 'utf8')),
    );
    return {
      ...rest,
      name: `${file}: ${what}`,
      verifyAt: new Date(rest.verifyAt),
      call: { ...call, body: Buffer.from(call.body) },
    };
  });
};

/** The call with one byte of its body changed. */
const changed = (call: WebhookCall, position: number): WebhookCall => ({
  ...call,
  body: call.body.map((byte, index) => (index === position ? byte ^ 1 : byte)),
});

const signatureHeaders = {
  'standard-webhooks': ['webhook-id', 'webhook-timestamp', 'webhook-signature'],
  none: [],
} as const satisfies Record<ChannelManifest['signature'], readonly string[]>;

const without = (call: WebhookCall, header: string): WebhookCall => ({
  ...call,
  headers: Object.fromEntries(Object.entries(call.headers).filter(([name]) => name !== header)),
});

const refusesForgeries = (
  samples: readonly Sample[],
  ingress: ChannelIngress,
  signed: readonly string[],
): void => {
  it.each(samples)('refuses a changed body: $name', ({ call, secrets, verifyAt }) => {
    const verdicts = [...call.body.keys()].map((at) => ingress.verify(changed(call, at), secrets, verifyAt));
    expect(new Set(verdicts)).toEqual(new Set(['forged']));
  });

  it.each(samples)('refuses a missing signature: $name', ({ call, secrets, verifyAt }) => {
    const verdicts = signed.map((header) => ingress.verify(without(call, header), secrets, verifyAt));
    expect(new Set(verdicts)).toEqual(new Set(['forged']));
  });
};

export const channelContract = (id: string, ingress: ChannelIngress, manifest: ChannelManifest): void => {
  const samples = samplesOf(id);
  const signed = signatureHeaders[manifest.signature];

  describe(`the contract of a channel, kept by ${id}`, () => {
    it('has a sample of a buyer and of words that left the seller', () => {
      const kinds = samples.flatMap(({ arrivals }) => arrivals);
      // Words that left come behind a pointer too, and are told apart when they are fetched.
      const wanted = manifest.arrives === 'as-pointer' ? ['pointer'] : ['message', 'outgoing'];
      expect(kinds).toEqual(expect.arrayContaining(wanted));
    });

    it.each(samples)('takes the very bytes that were signed: $name', ({ call, secrets, verifyAt }) => {
      expect(ingress.verify(call, secrets, verifyAt)).toBe(signed.length === 0 ? 'unsigned' : 'genuine');
    });

    if (signed.length > 0) refusesForgeries(samples, ingress, signed);

    it.each(samples)(
      'reads every entry, and tells outgoing words from a buyer’s: $name',
      ({ call, arrivals }) => {
        const read = ingress.read(call);
        expect(read.ok && read.value.map(({ kind }) => kind)).toEqual(arrivals);
      },
    );

    it.each(samples)('stays inside the size that its manifest takes: $name', ({ call }) => {
      expect(call.body.length).toBeLessThanOrEqual(manifest.maximumBytes);
    });

    it('answers unreadable to what is not JSON', () => {
      const [sample] = samples;
      const bodies = ['', '{', 'null', '[]', '"text"', '\u{feff}', '<xml/>'].map((text) => Buffer.from(text));
      const lies = [...bodies, Buffer.from([0xff, 0xfe, 0x7b, 0x7d])];
      const outcomes = lies.map((body) => sample && ingress.read({ ...sample.call, body }));
      expect(outcomes.map((outcome) => outcome && !outcome.ok && outcome.problem.kind)).toEqual(
        lies.map(() => 'unreadable'),
      );
    });
  });
};
