/** The bodies of the queues: what this release writes and what the one before wrote is read, and nothing else. */
import { readFileSync } from 'node:fs';
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import * as z from 'zod';
import { writeBody } from '../../../functions/core/aws/sqs/body.ts';
import { queueUrlOf } from '../../../functions/core/aws/sqs/queue-url.ts';
import { deduplicationId } from '../../../functions/core/aws/sqs/stages.ts';
import {
  readArrival,
  readMessageAddress,
  readReplyAddress,
  storedElsewhere,
  writeMessageAddress,
  writeReplyAddress,
} from '../../../functions/core/aws/sqs/wire.ts';
import { derivedIds } from '../../../functions/core/aws/opaque-ids.ts';
import type { QueuedArrival } from '../../../functions/core/ports/queues.ts';
import { account, anInboundMessage, aQueuedArrival } from '../../fakes/builders.ts';
import { plainConversation } from '../../fakes/house.ts';
import { ids } from '../../fakes/tools.ts';

const recorded = z
  .object({ arrival: z.unknown(), message: z.unknown(), reply: z.unknown() })
  .parse(JSON.parse(readFileSync(new URL('../../recorded/queue-bodies-v1.json', import.meta.url), 'utf8')));

const at = new Date('2026-11-20T12:00:00.123Z');
const messageAddress = { ...plainConversation, message: ids.message('rest', account.id, 'm-1'), at };
const replyAddress = {
  ...plainConversation,
  reply: derivedIds.reply(messageAddress.message, 'answer'),
  at,
};
const outgoing: QueuedArrival = {
  ...aQueuedArrival(anInboundMessage()),
  arrival: {
    kind: 'outgoing',
    message: { account: null, conversation: 'c', message: 'm', reply: null, text: 'Oi', at, refused: null },
  },
};

describe('what this release writes', () => {
  it('is read back whole', () => {
    const arrival = aQueuedArrival(anInboundMessage({ text: 'olá 😢\n', order: '1001', attachments: 2 }));
    expect(readArrival(writeBody(arrival))).toEqual({ ok: true, value: arrival });
    expect(readArrival(writeBody(outgoing))).toEqual({ ok: true, value: outgoing });
    expect(readMessageAddress(writeMessageAddress(messageAddress))).toEqual({
      ok: true,
      value: messageAddress,
    });
    expect(readReplyAddress(writeReplyAddress(replyAddress))).toEqual({ ok: true, value: replyAddress });
  });

  it('carries ids and a time, and no text, after the first queue', () => {
    const message = { ...messageAddress, text: 'cadê?' };
    const body: unknown = JSON.parse(writeMessageAddress(message));
    expect(Object.keys(Object(body))).toEqual(['version', 'tenant', 'conversation', 'message', 'at']);
  });

  it('says where a body lies that is too large for a queue', () => {
    expect(storedElsewhere(writeBody({ stored: 'arrivals/x.json' }))).toBe('arrivals/x.json');
    expect(storedElsewhere(writeBody(outgoing))).toBeNull();
    expect(storedElsewhere('nonsense')).toBeNull();
  });
});

describe('what the release before wrote', () => {
  it('is an arrival of a private thread without attachments', () => {
    const read = readArrival(JSON.stringify(recorded.arrival));
    expect(read).toMatchObject({
      ok: true,
      value: {
        account: 'luna-br',
        acceptedAt: new Date('2026-11-01T09:30:00.050Z'),
        arrival: {
          kind: 'message',
          message: {
            text: 'cadê meu pedido 1001?',
            audience: 'private',
            attachments: 0,
            at: new Date('2026-11-01T09:30:00.000Z'),
          },
        },
      },
    });
  });

  it('is a message and a reply with the time under its old name', () => {
    expect(readMessageAddress(JSON.stringify(recorded.message))).toMatchObject({
      ok: true,
      value: { message: '3owq2agmopdx633pl437elzixs', at: new Date('2026-11-01T09:30:00.000Z') },
    });
    expect(readReplyAddress(JSON.stringify(recorded.reply))).toMatchObject({
      ok: true,
      value: { reply: '3owq2agmopdx633pl437elzixs', at: new Date('2026-11-01T09:30:01.000Z') },
    });
  });
});

const readers = { readArrival, readMessageAddress, readReplyAddress };
const bodies: Readonly<Record<keyof typeof readers, string>> = {
  readArrival: writeBody(aQueuedArrival(anInboundMessage())),
  readMessageAddress: writeMessageAddress(messageAddress),
  readReplyAddress: writeReplyAddress(replyAddress),
};
const cases = Object.entries(readers).map(([name, read]) => ({ name, read }));

describe.each(cases)('$name', ({ name, read }) => {
  const good = Object.entries(bodies).find(([reader]) => reader === name)?.[1] ?? '';
  const changed = (change: Readonly<Record<string, unknown>>): string =>
    JSON.stringify({ ...Object(JSON.parse(good)), ...change });

  it.each([
    ['no JSON', '{"version":2'],
    ['nothing', ''],
    ['null', 'null'],
    ['a list', '[]'],
    ['a version that is not yet', changed({ version: 3 })],
    ['no version', changed({ version: undefined })],
    ['a tenant that is none', changed({ tenant: 'LUNA', registration: 'a#b' })],
    ['an id that is none', changed({ conversation: 'x', message: 'x', reply: 'x', channel: 'fax' })],
    ['a time that is none', changed({ at: 'yesterday', acceptedAt: '2026-13-01T00:00:00Z' })],
  ])('refuses %s with a reason', (_, text) => {
    const refused = read(text);
    expect(refused).toEqual({ ok: false, because: expect.stringMatching(/./) });
  });

  it('refuses the body of another queue', () => {
    for (const [other, text] of Object.entries(bodies))
      expect([other, read(text).ok]).toEqual([other, other === name]);
  });

  it('never throws, and never tells a buyer’s words in its reason', () => {
    fc.assert(
      fc.property(fc.oneof(fc.string(), fc.json()), (text) => {
        const result = read(text);
        expect(result.ok ? '' : result.because).not.toContain('segredo');
      }),
      { seed: 20_261_120 },
    );
    const result = read(JSON.stringify({ version: 2, text: 'segredo', at: 'segredo' }));
    expect(result.ok ? '' : result.because).not.toContain('segredo');
  });
});

it('tells a deliberate repeat from an accidental one', () => {
  const first = deduplicationId('detected', messageAddress.message, 0);
  expect(deduplicationId('detected', messageAddress.message, 0)).toBe(first);
  expect(deduplicationId('detected', messageAddress.message, 1)).not.toBe(first);
  expect(deduplicationId('recognized', messageAddress.message, 0)).not.toBe(first);
  expect(first.length).toBeLessThanOrEqual(128);
});

it('finds the address of a queue from its name, in the region and on the local machine', () => {
  const arn = 'arn:aws:sqs:sa-east-1:000000000000:recado-inbound.fifo';
  expect(queueUrlOf(undefined)(arn)).toBe(
    'https://sqs.sa-east-1.amazonaws.com/000000000000/recado-inbound.fifo',
  );
  expect(queueUrlOf('http://127.0.0.1:4566')(arn)).toBe(
    'http://127.0.0.1:4566/000000000000/recado-inbound.fifo',
  );
});
