/** Which facts of a shop are believed: whole ones. */
import { describe, expect, it } from 'vitest';
import { readItem, readOrder } from '../../../../functions/core/channels/kit/order-schemas.ts';

const order = {
  id: '1042',
  buyer: 'b-1',
  status: 'shipped',
  placedAt: '2026-11-10T09:00:00-03:00',
  total: '199.90',
  currency: 'BRL',
  items: [{ item: 'SKU-9', quantity: 1 }],
};
const item = { id: 'SKU-9', title: 'Tênis', price: '199.90', currency: 'BRL', stock: 3 };
const withOrder = (change: Readonly<Record<string, unknown>>) =>
  readOrder(JSON.stringify({ ...order, ...change }));
const withItem = (change: Readonly<Record<string, unknown>>) =>
  readItem(JSON.stringify({ ...item, ...change }));

describe('an order', () => {
  it('is read from the least that a shop knows', () => {
    expect(withOrder({})).toEqual({ ok: true, value: { ...order, shipments: [], returns: [] } });
  });

  it('is read with all that the seeds know, and without what nobody knows', () => {
    const whole = {
      ...order,
      payment: { method: 'pix', status: 'paid', instalments: 1, due: '2026-11-11' },
      shipBy: '2026-11-12',
      returnUntil: '2026-12-01',
      exchangeUntil: '2026-12-01',
      shipments: [
        {
          id: 's-1',
          status: 'shipped',
          substatus: 'in_hub',
          carrier: 'Correios',
          tracking: 'AA123456789BR',
          shipBy: '2026-11-12',
          estimated: '2026-11-22',
          deliveredAt: '2026-11-20T10:00:00Z',
          events: [{ at: '2026-11-12T10:00:00Z', status: 'posted', text: '' }],
        },
      ],
      invoice: { type: 'NF-e', number: '3512', issuedAt: '2026-11-10' },
      cancelled: { at: '2026-11-10T10:00:00Z', by: 'buyer', reason: 'size' },
      returns: [{ status: 'open', reason: 'size', requestedAt: '2026-11-15', labelValidUntil: '2026-11-30' }],
      refund: { status: 'pending', amount: '199.90', currency: 'BRL', expectedBy: '2026-11-30', fee: '0.00' },
    };
    expect(readOrder(JSON.stringify({ ...whole, account: 'store-12', pack: '7' }))).toEqual({
      ok: true,
      value: whole,
    });
  });

  it('takes null for what the shop does not know', () => {
    expect(withOrder({ payment: null, shipments: null, refund: null, shipBy: null })).toEqual(withOrder({}));
    expect(withOrder({ shipments: [{ id: 's', status: 'new', carrier: null }] })).toMatchObject({
      value: { shipments: [{ id: 's', status: 'new', events: [] }] },
    });
  });

  it.each([
    ['total', 199.9],
    ['total', '199,90'],
    ['total', ''],
    ['currency', 'R$'],
    ['placedAt', '10/11/2026'],
    ['placedAt', '2026-11-31'],
    ['shipBy', 'tomorrow'],
    ['status', ''],
    ['items', undefined],
    ['buyer', undefined],
    ['shipments', 'none'],
  ])('is unreadable with %s %j: an answer might state it', (field, value) => {
    expect(withOrder({ [field]: value })).toEqual({
      ok: false,
      problem: { kind: 'unreadable', because: `wrong or missing: ${field}` },
    });
  });
});

describe('an item', () => {
  it('is read without attributes and variants, and with them', () => {
    expect(withItem({})).toEqual({ ok: true, value: { ...item, attributes: {}, variants: [] } });
    const variants = [{ id: 'SKU-9/42', price: '209.90', stock: 0, attributes: { size: '42' } }];
    const whole = { ...item, attributes: { colour: 'preto' }, variants, freight: 'grátis' };
    expect(withItem({ ...whole, account: 'store-12' })).toEqual({ ok: true, value: whole });
  });

  it.each([
    ['price', 199.9],
    ['stock', '3'],
    ['stock', 1.5],
    ['title', ''],
  ])('is unreadable with %s %j', (field, value) => {
    expect(withItem({ [field]: value })).toMatchObject({
      problem: { because: `wrong or missing: ${field}` },
    });
  });
});
