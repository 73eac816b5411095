/** The wish for a new token on its way through the queue. */
import { describe, expect, it } from 'vitest';
import { readRefreshRequest, writeRefreshRequest } from '../../functions/core/aws/sqs/wire.ts';
import { seller } from '../contracts/tokens.ts';

const wish = { channel: 'mercado-libre', account: seller, version: 7 } as const;

describe('a wish for a new token', () => {
  it('comes out of the queue as it went in, and carries no token', () => {
    const body = writeRefreshRequest(wish);
    expect(readRefreshRequest(body)).toEqual({ ok: true, value: wish });
    expect(Object.keys(JSON.parse(body)).toSorted()).toEqual(['account', 'channel', 'pair', 'version']);
  });

  it.each(['', '{}', '{"version":9}', '{"version":2,"channel":"elsewhere","account":"1","pair":1}'])(
    'that nobody can read is told so: %s',
    (body) => {
      expect(readRefreshRequest(body).ok).toBe(false);
    },
  );
});
