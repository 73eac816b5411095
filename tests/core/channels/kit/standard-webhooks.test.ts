/** Whose calls are believed. */
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  isWebhookSecret,
  signWebhook,
  verifyWebhook,
} from '../../../../functions/core/channels/kit/standard-webhooks.ts';
import { forgedCalls, genuineCalls } from '../forgeries.ts';

/** Published with the Standard Webhooks JavaScript library. */
const vector = {
  secret: 'whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw',
  body: '{"test": 2432232314}',
  headers: {
    'webhook-id': 'msg_p5jXN8AQM9LWM0D4loKWxJek',
    'webhook-timestamp': '1614265330',
    'webhook-signature': 'v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=',
  },
};
const vectorTime = new Date(1_614_265_330_000);
const seconds = (count: number): Date => new Date(vectorTime.getTime() + count * 1000);
const verifyVector = (now: Date) =>
  verifyWebhook({ headers: vector.headers, body: Buffer.from(vector.body) }, [vector.secret], now);

const seed = 20_261_120;

describe('verifying', () => {
  it('takes the published vector', () => {
    expect(verifyVector(vectorTime)).toBe('genuine');
  });

  it('takes a call from 5 minutes ago or ahead, a repeat included, and none from further away', () => {
    expect([-300, 300, 300].map((away) => verifyVector(seconds(away)))).toEqual([
      'genuine',
      'genuine',
      'genuine',
    ]);
    expect([-300.001, 300.001].map((away) => verifyVector(seconds(away)))).toEqual(['forged', 'forged']);
  });

  it('takes no generated forgery', () => {
    const isRefused = fc.property(
      forgedCalls,
      ({ call, secrets, now }) => verifyWebhook(call, secrets, now) === 'forged',
    );
    expect(fc.check(isRefused, { seed, numRuns: 2000 })).toMatchObject({ counterexample: null });
  });

  it('takes every generated genuine call, however it is written', () => {
    const isTaken = fc.property(
      genuineCalls,
      ({ call, secrets, now }) => verifyWebhook(call, secrets, now) === 'genuine',
    );
    expect(fc.check(isTaken, { seed, numRuns: 500 })).toMatchObject({ counterexample: null });
  });

  it('refuses a doubled signature header even where one of the two is right', () => {
    const right = vector.headers['webhook-signature'];
    const doubled = [`${right}, ${right}`, `${right},${right}`, `v1,AAAA, ${right}`];
    const verdicts = doubled.map((signature) =>
      verifyWebhook(
        { headers: { ...vector.headers, 'webhook-signature': signature }, body: Buffer.from(vector.body) },
        [vector.secret],
        vectorTime,
      ),
    );
    expect(verdicts).toEqual(['forged', 'forged', 'forged']);
  });
});

describe('signing', () => {
  it('makes the published signature', () => {
    expect(signWebhook(vector.headers['webhook-id'], vectorTime, vector.body, vector.secret)).toEqual(
      vector.headers,
    );
  });

  it('signs nothing with a secret that is empty, short or no base64', () => {
    const useless = [
      '',
      'whsec_',
      'whsec_c2hvcnQ=',
      'c2hvcnQ=',
      'a sentence with blanks, long enough to be a key',
      `whsec_${'='.repeat(24)}`,
    ];
    expect(useless.map((secret) => signWebhook('id', vectorTime, '', secret))).toEqual(
      useless.map(() => null),
    );
    expect(useless.map(isWebhookSecret)).toEqual(useless.map(() => false));
    expect(isWebhookSecret(vector.secret)).toBe(true);
  });

  it.each(['', 'a.b', 'a,b', 'a b', 'ação'])(
    'never signs under the id %j, which the receiver would refuse',
    (id) => {
      expect(() => signWebhook(id, vectorTime, '', vector.secret)).toThrow(TypeError);
    },
  );
});
