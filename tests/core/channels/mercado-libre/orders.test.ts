/** Orders, parcels and listings, as the facts that an answer may state. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { answer } from '../web-server.ts';
import { buyer, platform, purchase, type Answers } from './platform.ts';

let at: Awaited<ReturnType<typeof platform>>;
beforeAll(async () => {
  at = await platform();
});
afterAll(async () => at.close());

const parcel = {
  id: 4000123,
  status: 'shipped',
  substatus: 'out_for_delivery',
  tracking_number: 'BR123456789',
  tracking_method: 'Correios',
  lead_time: { estimated_delivery_time: { date: '2026-11-21T00:00:00.000-03:00' } },
};
const steps = [
  { status: 'ready_to_ship', substatus: 'printed', date: '2026-11-11T10:00:00.000-04:00' },
  { status: 'shipped', date: '2026-11-12T10:00:00.000-04:00' },
];
const all: Answers = {
  'GET /orders/2195160686': purchase(),
  'GET /packs/2000001': { orders: [{ id: 2195160686 }] },
  'GET /shipments/4000123': parcel,
  'GET /shipments/4000123/history': steps,
};
const order = async (id: string, answers: Answers = all, who = buyer) => {
  at.answers(answers);
  return at.channel.order(id, who, at.access);
};

describe('an order', () => {
  it('is told with its lines, its payment and where its parcel is', async () => {
    expect(await order('2195160686')).toEqual({
      ok: true,
      value: {
        id: '2195160686',
        buyer,
        status: 'paid',
        placedAt: '2026-11-10T10:00:00.000-04:00',
        total: '129.9',
        currency: 'BRL',
        items: [{ item: 'MLB3571180942', title: 'Cafeteira', quantity: 1 }],
        payment: { method: 'credit_card', status: 'approved', instalments: 3 },
        shipments: [
          {
            id: '4000123',
            status: 'shipped',
            substatus: 'out_for_delivery',
            carrier: 'Correios',
            tracking: 'BR123456789',
            estimated: '2026-11-21T00:00:00.000-03:00',
            events: [
              { at: '2026-11-11T10:00:00.000-04:00', status: 'ready_to_ship', text: 'printed' },
              { at: '2026-11-12T10:00:00.000-04:00', status: 'shipped', text: 'shipped' },
            ],
          },
        ],
        returns: [],
      },
    });
  });

  it('is found by its pack too', async () => {
    expect(await order('2000001')).toMatchObject({ ok: true, value: { id: '2195160686' } });
  });

  it('of another buyer is not there, like one that does not exist', async () => {
    expect(await order('2195160686', all, '999')).toEqual({ ok: false, problem: { kind: 'not-found' } });
    expect(await order('1')).toEqual({ ok: false, problem: { kind: 'not-found' } });
  });

  it('without its parcel is no answer to where it is', async () => {
    const down = { ...all, 'GET /shipments/4000123': answer(500) };
    expect(await order('2195160686', down)).toMatchObject({ problem: { kind: 'busy' } });
    const absent = { ...all, 'GET /shipments/4000123': answer(404) };
    expect(await order('2195160686', absent)).toMatchObject({ ok: true, value: { shipments: [] } });
  });

  it('is told without a history that cannot be had', async () => {
    const bare = { ...all, 'GET /shipments/4000123/history': answer(500) };
    expect(await order('2195160686', bare)).toMatchObject({
      ok: true,
      value: { shipments: [{ events: [] }] },
    });
  });

  it('tells what was sent back, and since when it is here again', async () => {
    const search = 'GET /post-purchase/v1/claims/search';
    const sentBack = {
      status: 'delivered',
      date_created: '2026-11-14T10:00:00.000-04:00',
      last_updated: '2026-11-18T10:00:00.000-04:00',
    };
    const answers = {
      ...all,
      [search]: {
        data: [
          { id: 5901, type: 'return', date_created: '2026-11-14T10:00:00.000-04:00' },
          { id: 5902, type: 'mediations' },
        ],
      },
      'GET /post-purchase/v2/claims/5901/returns': sentBack,
    };
    expect(await order('2195160686', answers)).toMatchObject({
      value: {
        returns: [
          { status: 'delivered', requestedAt: sentBack.date_created, receivedAt: sentBack.last_updated },
        ],
      },
    });
    const under = { ...sentBack, status: 'shipped' };
    expect(
      await order('2195160686', { ...answers, 'GET /post-purchase/v2/claims/5901/returns': under }),
    ).toMatchObject({ value: { returns: [{ status: 'shipped' }] } });
    expect(await order('2195160686', { ...all, [search]: answer(500) })).toMatchObject({
      value: { returns: [] },
    });
  });

  it('tells the money that went back, of all its payments, and none that did not', async () => {
    const paid = { payment_type: 'credit_card', status: 'approved' };
    const told = purchase({
      payments: [
        { ...paid, transaction_amount_refunded: 20.1 },
        {
          ...paid,
          transaction_amount_refunded: 0.2,
          date_last_modified: '2026-11-15T10:00:00.000-04:00',
        },
      ],
    });
    expect(await order('2195160686', { ...all, 'GET /orders/2195160686': told })).toMatchObject({
      value: {
        refund: {
          status: 'refunded',
          amount: '20.30',
          currency: 'BRL',
          method: 'credit_card',
          at: '2026-11-15T10:00:00.000-04:00',
        },
      },
    });
    const untouched = purchase({ payments: [{ ...paid, transaction_amount_refunded: 0 }] });
    const whole = await order('2195160686', { ...all, 'GET /orders/2195160686': untouched });
    expect(whole.ok && whole.value.refund).toBeUndefined();
  });

  it('that was cancelled says when, by whom and why', async () => {
    const told = purchase({
      status: 'cancelled',
      date_closed: '2026-11-12T10:00:00Z',
      cancel_detail: { requested_by: 'buyer', description: 'changed mind' },
    });
    expect(await order('2195160686', { ...all, 'GET /orders/2195160686': told })).toMatchObject({
      value: { cancelled: { at: '2026-11-12T10:00:00Z', by: 'buyer', reason: 'changed mind' } },
    });
  });
});

const listing = {
  id: 'MLB3571180942',
  title: 'Cafeteira',
  price: 129.9,
  currency_id: 'BRL',
  available_quantity: 7,
  warranty: '90 dias',
  attributes: [
    { id: 'VOLTAGE', name: 'Voltagem', value_name: '110V' },
    { name: 'Cor', value_name: null },
  ],
  variations: [
    {
      id: 17,
      price: 139,
      available_quantity: 2,
      attribute_combinations: [{ name: 'Cor', value_name: 'Preta' }],
    },
  ],
  shipping: { free_shipping: true },
};
const item = async (postcode: string | null, answers: Answers) => {
  at.answers({ 'GET /items/MLB3571180942': listing, ...answers });
  at.calls();
  return at.channel.item('MLB3571180942', postcode, at.access);
};

describe('a listing', () => {
  it('is told with price, stock, attributes, variants and free freight', async () => {
    expect(await item(null, {})).toEqual({
      ok: true,
      value: {
        id: 'MLB3571180942',
        title: 'Cafeteira',
        price: '129.9',
        currency: 'BRL',
        stock: 7,
        attributes: { Voltagem: '110V', warranty: '90 dias' },
        variants: [{ id: '17', price: '139', stock: 2, attributes: { Cor: 'Preta' } }],
        freight: 'free',
      },
    });
    expect(at.calls()).toEqual(['GET /items/MLB3571180942']);
  });

  it('tells the cheapest freight to a postcode, and its day', async () => {
    const arrives = (date: string) => ({ estimated_delivery_time: { date } });
    const options = {
      options: [
        { cost: 31.5, ...arrives('2026-11-22T00:00:00.000-03:00') },
        { cost: 19.9, ...arrives('2026-11-27T00:00:00.000-03:00') },
        {},
      ],
    };
    const told = await item('69010-060', { 'GET /items/MLB3571180942/shipping_options': options });
    expect(told).toMatchObject({
      ok: true,
      value: { freight: '19.9', deliveryBy: '2026-11-27T00:00:00.000-03:00' },
    });
    expect(at.calls()).toContain('GET /items/MLB3571180942/shipping_options?zip_code=69010060');
  });

  it('is told without a freight that cannot be had', async () => {
    expect(await item('69010-060', {})).toMatchObject({ ok: true, value: { freight: 'free' } });
  });
});
