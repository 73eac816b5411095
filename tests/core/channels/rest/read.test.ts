/** What a shop's call is understood as. */
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { restIngress } from '../../../../functions/core/channels/rest/ingress.ts';

const call = (body: string | Uint8Array) => ({
  method: 'POST',
  path: '/webhooks/rest/demo',
  query: {},
  headers: {},
  body: typeof body === 'string' ? Buffer.from(body) : body,
});
const readText = (body: string | Uint8Array) => restIngress.read(call(body));
const readEvent = (type: string, data: unknown) => readText(JSON.stringify({ type, data }));

const message = {
  conversation: 'conv-1',
  message: 'm-1',
  buyer: { id: 'b-1' },
  text: '¿Dónde está mi pedido?',
  at: '2026-11-20T12:00:00-03:00',
};
const readMessage = (change: Readonly<Record<string, unknown>>) =>
  readEvent('message.created', { ...message, ...change });
const reason = (read: ReturnType<typeof readText>): string => (read.ok ? 'was read' : read.problem.because);
const theMessage = (read: ReturnType<typeof readText>) => {
  const [arrival] = read.ok ? read.value : [];
  return arrival?.kind === 'message' ? arrival.message : undefined;
};

describe('a buyer’s message', () => {
  it('needs nothing more than conversation, message, buyer, text and time', () => {
    expect(theMessage(readMessage({}))).toEqual({
      account: null,
      conversation: 'conv-1',
      message: 'm-1',
      buyer: { id: 'b-1', name: null, email: null },
      text: '¿Dónde está mi pedido?',
      locale: null,
      order: null,
      item: null,
      at: new Date('2026-11-20T15:00:00Z'),
      attachments: 0,
      audience: 'private',
    });
  });

  it('carries all that the shop knows', () => {
    const known = {
      account: 'store-12',
      buyer: { id: 'b-1', name: 'Ana', email: 'ana@example.com' },
      locale: 'pt-BR',
      order: '#1042',
      item: 'SKU-9/rojo',
      attachments: [{ url: 'https://shop.example/a.jpg' }, 'b'],
    };
    expect(theMessage(readMessage(known))).toMatchObject({ ...known, attachments: 2 });
  });

  it('takes null and empty for what the shop does not know', () => {
    const unknown = { account: null, locale: null, order: '', item: '', attachments: null };
    expect(theMessage(readMessage({ ...unknown, buyer: { id: 'b-1', name: '', email: null } }))).toEqual(
      theMessage(readMessage({})),
    );
  });

  it('keeps a message whose locale is no language tag', () => {
    expect(theMessage(readMessage({ locale: 'Português do Brasil' }))?.locale).toBeNull();
  });

  it('may be empty: the flow decides what an empty message is worth', () => {
    expect(theMessage(readMessage({ text: '' }))?.text).toBe('');
  });

  it('keeps halves of surrogate pairs and NUL out of the text, and whole emoji in it', () => {
    expect(theMessage(readMessage({ text: 'a\ud83db\udc00c\0d😢' }))?.text).toBe(
      'a\u{fffd}b\u{fffd}c\u{fffd}d😢',
    );
  });

  it('is whole however long, up to the size that the channel takes', () => {
    const text = 'á'.repeat(100_000);
    expect(theMessage(readMessage({ text }))?.text).toBe(text);
  });

  it.each(['conversation', 'message', 'text', 'at', 'buyer'])(
    'is unreadable without %s, and says so',
    (field) => {
      expect(reason(readMessage({ [field]: undefined }))).toBe(`wrong or missing: data.${field}`);
    },
  );

  it.each([
    ['empty', ''],
    ['too long', 'x'.repeat(257)],
    ['with a control character', 'a\nb'],
    ['with half a surrogate pair', 'a\ud83d'],
    ['a number, which may have been rounded', 12_345],
  ])('is unreadable under an id that is %s', (_what, id) => {
    const reads = [
      readMessage({ conversation: id }),
      readMessage({ message: id }),
      readMessage({ buyer: { id } }),
    ];
    expect(reads.map(reason)).toEqual([
      'wrong or missing: data.conversation',
      'wrong or missing: data.message',
      'wrong or missing: data.buyer.id',
    ]);
  });

  it.each([
    'yesterday',
    '2026-11-20',
    '2026-11-20T12:00:00',
    '2026-02-30T12:00:00Z',
    '2026-13-01T12:00:00Z',
    '2026-11-20T25:00:00Z',
    '2026-11-20T12:00:00+99:00',
    '1795176000',
    ' 2026-11-20T12:00:00Z',
  ])('is unreadable at %j, which names no moment', (at) => {
    expect(reason(readMessage({ at }))).toBe('wrong or missing: data.at');
  });

  it.each(['2026-11-20T15:00Z', '2026-11-20T12:00:00.123456-03:00', '2024-02-29T00:00:00+0000'])(
    'is read at %s',
    (at) => {
      expect(theMessage(readMessage({ at }))?.at).toEqual(new Date(at));
    },
  );

  it('names the fields that are wrong, once each, and never what stood in them', () => {
    const secret = 'ana@example.com\n';
    const read = readMessage({ buyer: { id: secret, name: 7 }, order: secret, attachments: secret });
    expect(reason(read)).toBe(
      'wrong or missing: data.buyer.id, data.buyer.name, data.order, data.attachments',
    );
  });
});

describe('words that left the shop', () => {
  it('are outgoing under the reply’s own id, ours or a person’s, and never a buyer’s message', () => {
    const data = {
      conversation: 'conv-1',
      reply: 'r-1',
      text: 'Oi!',
      at: '2026-11-20T12:00:00Z',
      kind: 'person',
    };
    expect(readEvent('reply.created', data)).toEqual({
      ok: true,
      value: [
        {
          kind: 'outgoing',
          message: {
            account: null,
            conversation: 'conv-1',
            message: 'r-1',
            reply: 'r-1',
            text: 'Oi!',
            at: new Date('2026-11-20T12:00:00Z'),
            refused: null,
          },
        },
      ],
    });
  });
});

describe('everything else', () => {
  it('is ignored when it is about another topic', () => {
    expect(readEvent('order.paid', {})).toEqual({
      ok: true,
      value: [{ kind: 'ignored', because: 'other-topic' }],
    });
  });

  it('is unreadable when it is no event', () => {
    const bodies = ['{}', '{"type":7}', '{"type":""}', '[]', 'null', '"x"', '7'];
    expect(bodies.map(readText).map((read) => read.ok)).toEqual(bodies.map(() => false));
  });

  it('is unreadable when it is not UTF-8, and tells that from bad JSON', () => {
    const body = Buffer.concat([
      Buffer.from('{"type":"order.paid","x":"'),
      Buffer.from([0xff]),
      Buffer.from('"}'),
    ]);
    expect([reason(readText(body)), reason(readText('{'))]).toEqual(['not UTF-8', 'not JSON']);
  });

  it('survives nesting that would exhaust a stack', () => {
    const deep = '['.repeat(100_000) + ']'.repeat(100_000);
    expect(readText(`{"type":"message.created","data":${deep}}`).ok).toBe(false);
  });

  it('never throws, whatever bytes come, and never takes them for a message', () => {
    const isHarmless = fc.property(
      fc.oneof(
        fc.uint8Array(),
        fc.json().map((text) => Buffer.from(text)),
      ),
      (body) => {
        const read = readText(body);
        return !read.ok || read.value.every(({ kind }) => kind === 'ignored');
      },
    );
    expect(fc.check(isHarmless, { seed: 20_261_120, numRuns: 2000 })).toMatchObject({ counterexample: null });
  });
});
