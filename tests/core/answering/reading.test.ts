/** What a buyer's own words are answered with, however unsure the first tier was of the message. */
import { describe, expect, it } from 'vitest';
import { questionsIn } from '../../../functions/core/answering/parts.ts';
import { policyKindsIn } from '../../../functions/core/answering/policy-questions.ts';
import { readTurn } from '../../../functions/core/answering/reading.ts';
import { turnOf } from '../../../functions/core/answering/turn.ts';
import type { Facts } from '../../../functions/core/domain/facts.ts';
import type { Intent } from '../../../functions/core/domain/intent.ts';
import { aMessage, anInput, anItem, anOrder, aShipment, wordsFor } from './builders.ts';

const unsure = { intent: 'other_out_of_scope', intentConfidence: 0.2, answered: false } as const;

const read = (
  text: string,
  facts: Facts,
  given: { readonly intent?: Intent; readonly earlier?: string } = {},
) =>
  readTurn(
    turnOf(
      anInput({
        facts,
        messages: [
          aMessage({ text, understanding: { ...unsure, ...(given.intent ? { intent: given.intent } : {}) } }),
        ],
        before: given.earlier === undefined ? null : { text: given.earlier, intents: ['stock_availability'] },
      }),
    ),
  );
const keys = (...asked: Parameters<typeof read>): readonly string[] =>
  read(...asked).situations.map(({ key }) => key);
const listed = (...asked: Parameters<typeof read>): readonly string[] =>
  read(...asked).situations.flatMap(({ details = [] }) => details.map(({ fact }) => fact));

const order = anOrder({
  returnUntil: '2026-05-20',
  exchangeUntil: '2026-05-25',
  payment: { method: 'credit_card', status: 'approved', instalments: 3 },
  invoice: { type: 'NF-e', number: '000123', issuedAt: '2026-05-03' },
});

describe('words about an order', () => {
  it.each([
    'cadê minha encomenda?',
    'y cuándo me llega el paquete',
    "where's my package",
    'ya salió mi compra??',
    'quando chega o tênis',
    'when will it get here',
  ])('that ask where it is are answered so: %s', (text) => {
    expect(keys(text, { order })).toEqual(['where.moving']);
  });

  it.each([
    ['¿con qué paquetería viene?', 'order.shipments.0.carrier'],
    ['me passa o código de rastreio', 'order.shipments.0.tracking'],
    ['how much did i pay in total', 'order.total'],
    ['em quantas parcelas ficou?', 'order.payment.instalments'],
  ])('that ask for one thing are told it: %s', (text, fact) => {
    expect(listed(text, { order }, { intent: 'payment_issue' })).toContain(fact);
  });

  it.each([
    ['¿hasta qué día lo puedo devolver?', 'return.window'],
    ['ainda dá tempo de trocar?', 'exchange.window'],
    ['is it too late to send it back?', 'return.window'],
    ['me arrepentí, ¿alcanzo a regresarlo?', 'return.window'],
  ])('that only ask until when need no person: %s', (text, key) => {
    expect(keys(text, { order })).toEqual([key]);
  });

  it('tell what a cancelled order was cancelled for, and what of the money', () => {
    const cancelled = anOrder({
      status: 'cancelled',
      cancelled: { at: '2026-05-04', by: 'seller', reason: 'sin existencias' },
    });
    expect(listed('¿por qué me lo cancelaron?', { order: cancelled })).toContain('order.cancelled.reason');
  });

  it('do not outweigh what went wrong', () => {
    const delivered = anOrder({ shipments: [aShipment({ status: 'delivered', deliveredAt: '2026-05-09' })] });
    const words = wordsFor({
      facts: { order: delivered },
      messages: [
        aMessage({
          text: 'llegó roto, ¿con qué paquetería venía?',
          understanding: { intent: 'damaged_item', sentiment: 'negative' },
        }),
      ],
    });
    expect(words).toMatch(/persona/);
    expect(words).toMatch(/Andina Express/);
  });

  it('are told once, however many sentences know them', () => {
    const words = wordsFor({
      facts: { order },
      messages: [aMessage({ text: '¿dónde está mi pedido y qué número de guía tiene?' })],
    });
    expect(words.match(/AE123456789/g)).toHaveLength(1);
  });
});

describe('words about an item', () => {
  const item = anItem({
    attributes: { batería: '12 horas', 'entrada auxiliar': 'no', 'compatible con': 'Android y iPhone' },
    variants: [
      { id: 'a', stock: 2, attributes: { color: 'azul', talla: 'S' } },
      { id: 'b', stock: 0, attributes: { color: 'azul', talla: 'M' } },
      { id: 'c', stock: 4, attributes: { color: 'negro', talla: 'M' } },
      { id: 'd', stock: 1, attributes: { color: 'negro', talla: 'L' } },
    ],
  });
  const saidOf = (text: string, given: Parameters<typeof read>[2] = {}): string =>
    JSON.stringify(read(text, { item }, given).situations.map(({ slots }) => slots));

  it('get every attribute they ask for', () => {
    const said = saidOf('¿cuánto dura la pila, sirve con iphone y trae entrada auxiliar?');
    expect(said).toMatch(/12 horas/);
    expect(said).toMatch(/Android y iPhone/);
    expect(said).toMatch(/entrada auxiliar: no/);
  });

  it('list what there is of what is asked, and what is out', () => {
    expect(saidOf('¿qué tallas hay en azul?')).toMatch(/azul, S.*azul, M/);
    expect(keys('¿qué tallas hay en azul?', { item })).toEqual(['stock.list']);
  });

  it.each(['tienen la azul mediana?', 'tem azul no M?', 'do you have the blue one in medium'])(
    'never say yes to what is out: %s',
    (text) => {
      expect(keys(text, { item })).toEqual(['stock.choiceGone']);
    },
  );

  it('go on with what was asked before', () => {
    expect(keys('¿y la negra?', { item }, { earlier: '¿tienen la azul en M?' })).toEqual(['stock.choice']);
    expect(saidOf('¿y la negra?', { earlier: '¿tienen la azul en M?' })).toMatch(/negro, M/);
  });
});

describe('several questions', () => {
  it('are taken apart', () => {
    expect(questionsIn('hola! 1) hay stock? 2) cuánto es el envío? gracias')).toHaveLength(2);
    expect(questionsIn('quanto custa e quando chega')).toEqual(['quanto custa', 'quando chega']);
    expect(questionsIn('obrigada!')).toEqual([]);
  });

  it('leave to the articles what no fact answers', () => {
    const { situations, open } = read('¿de qué material es? ¿aceptan transferencia?', { item: anItem() });
    expect(situations.map(({ key }) => key)).toEqual(['product.details']);
    expect(open).toEqual(['¿aceptan transferencia?']);
  });
});

describe('questions about the shop’s rules', () => {
  it.each([
    ['cuánto sale el envío?', ['freight']],
    ['cuánto sale el envío a Rosario?', ['freight', 'delivery-time']],
    ['quanto tempo demora pra Recife?', ['delivery-time']],
    ['who pays for return shipping?', ['return-cost']],
    ['quantos dias tenho pra devolver?', ['return-term']],
    ['aceptan amex?', ['payment-means']],
    ['parcelam em 6x?', ['instalments']],
    ['hacen contraentrega?', ['cash-on-delivery']],
    ['tem cupom de desconto?', ['promotion']],
    ["i'm a 42 chest, what size should i get", ['fit']],
    ['me hacen factura con RFC?', ['invoice']],
    ['¿dónde está mi pedido?', []],
  ])('are known by their kind: %s', (text, kinds) => {
    expect(policyKindsIn(text)).toEqual(kinds);
  });
});

it('says honestly that it is an assistant, and takes a wish for a person as that', () => {
  for (const text of [
    '¿eres un bot?',
    'vc é um robô?',
    'am i talking to a real person??',
    '¿estoy hablando con una persona?',
  ])
    expect(keys(text, {})).toEqual(['greeting.bot']);
  expect(keys('no quiero un bot, quiero hablar con una persona', {})).not.toContain('greeting.bot');
  expect(keys('mandaron el cobro y ahora qué, e aí?', {})).not.toContain('greeting.bot');
});
