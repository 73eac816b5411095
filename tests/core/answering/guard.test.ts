/** What a text may state, and what holds it: the gate before every send, for a model's words as for our own. */
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { checkReply, type ReplyContext } from '../../../functions/core/answering/guard.ts';
import { anItem, anOrder, aShipment, now, timeZone } from './builders.ts';

const refund = {
  status: 'paid',
  amount: '1234.50',
  currency: 'BRL',
  showsWithin: '2 faturas',
  at: '2026-05-10',
};
const context: ReplyContext = {
  facts: {
    order: anOrder({ refund, payment: { method: 'pix', status: 'approved', instalments: 3 } }),
    item: anItem(),
  },
  quotes: [],
  language: 'pt',
  market: 'BR',
  audience: 'private',
  rules: { maximumCharacters: 400, links: 'forbidden', contacts: 'forbidden' },
  now,
  timeZone,
};
const held = (text: string, given: Partial<ReplyContext> = {}) => {
  const checked = checkReply(text, { ...context, ...given });
  return checked.ok ? 'passes' : checked.because;
};
const es = { language: 'es', market: 'MX' } as const;
const en = { language: 'en', market: 'US' } as const;

describe('what stands in the facts passes', () => {
  it.each([
    'Seu pedido R-1042 está a caminho com Andina Express, código AE123456789.',
    'A entrega está prevista para 14 de maio.',
    'O reembolso de R$ 1.234,50 foi registrado ontem (10 de maio) e aparece em 2 faturas.',
    'O pagamento ficou em 3 parcelas e você já pode acompanhar.',
    'O produto é Zapatillas Runner (negro, 42), com garantia de 6 meses.',
  ])('%s', (text) => {
    expect(held(text)).toBe('passes');
  });

  it('in the way each language writes it', () => {
    expect(held('Tu pedido tiene entrega estimada para el 14 de mayo.', es)).toBe('passes');
    expect(held('Your order is estimated for May 14, 2026.', en)).toBe('passes');
    expect(held('Your order is estimated for May 14th.', en)).toBe('passes');
  });
});

describe('what looks like a fact and is none is held', () => {
  it.each([
    ['A entrega está prevista para 15 de maio.', 'date'],
    ['A entrega está prevista para 14 de maio de 2027.', 'date'],
    ['Seu pedido chega amanhã na sua casa, pode esperar.', 'date'],
    ['Seu pedido está previsto para sexta-feira com a gente.', 'date'],
    ['O reembolso é de R$ 1.234,51 e já está na sua conta.', 'amount'],
    ['O reembolso é de US$ 1.234,50 e já está na sua conta.', 'amount'],
    ['Você ganha 20% na próxima compra com a gente.', 'amount'],
    ['São 50 reais e já está certo com você.', 'amount'],
    ['Seu código de rastreio é AE123456780, pode acompanhar.', 'number'],
    ['Seu pedido 99 está a caminho e você já pode acompanhar.', 'number'],
    ['Você recebe a resposta em 24 horas por aqui.', 'number'],
    ['Sua resposta chega em duas horas por aqui, pode esperar.', 'number'],
    ['Seu pedido está com a Jadlog e você já pode acompanhar.', 'name'],
    ['Veja em https://example.com/r o seu pedido.', 'link'],
    ['Veja em loja-boa.com.br o seu pedido.', 'link'],
    ['Veja em bit.ly/abc o seu pedido.', 'short-link'],
    ['Escreva para ajuda@example.com que a gente vê.', 'contact'],
    ['Me chama no +55 11 91234-5678 que a gente vê.', 'contact'],
    ['Segue a gente no @lojaboa para mais novidades.', 'contact'],
    ['Escreva para ajuda arroba example ponto com que a gente vê.', 'hidden'],
    ['Veja em l o j a b o a e fale com a gente.', 'hidden'],
    ['Seu ped\u200bido está a caminho com a gente.', 'hidden'],
    ['Seu pedido está a caminho com а gente.', 'hidden'],
    ['Me chama no nove um dois três que a gente vê.', 'number'],
    ['São cinquenta reais e já está certo com você.', 'amount'],
    ['Seu pedido tem ４２ itens com a gente.', 'number'],
    ['Quem recebeu foi Fulano da Silva, na sua casa.', 'name'],
    ['O frete deste produto é grátis para você.', 'promise'],
    ['Te damos um desconto na próxima compra com a gente.', 'promise'],
    ['Garantimos que o seu pedido está certo.', 'promise'],
    ['Vamos reembolsar você, pode ficar tranquilo.', 'promise'],
    ['O seu pedido vai chegar, pode ficar tranquilo.', 'promise'],
    ['Your order is on its way and you can follow it.', 'language'],
    ['Tu pedido ya va en camino y lo puedes seguir por aquí.', 'language'],
    ['', 'empty'],
    ['Olá. '.repeat(100), 'too-long'],
  ])('%s → %s', (text, because) => {
    expect(held(text)).toBe(because);
  });

  it('in Spanish and English alike', () => {
    expect(held('Te doy un cupón para tu próxima compra con nosotros.', es)).toBe('promise');
    expect(held('We can offer you a discount on your next order.', en)).toBe('promise');
    expect(held('I can see your order is on its way to you.', en)).toBe('passes');
    expect(held('Te devolveremos el dinero, no te preocupes.', es)).toBe('promise');
    expect(held('Tu respuesta está en un par de horas por aquí.', es)).toBe('number');
    expect(held('Llega el lunes con la paquetería, ya lo verás.', es)).toBe('date');
    expect(held('We will refund you, so please do not worry.', en)).toBe('promise');
    expect(held('You can expect it tomorrow, it is on its way.', en)).toBe('date');
  });

  it('also when a fact of another kind has the same digits', () => {
    // 14 is the day of the estimate: no count of anything, and no other month's day.
    expect(held('Você tem 14 dias para devolver o seu pedido.')).toBe('number');
    expect(held('A entrega está prevista para 14 de junho.')).toBe('date');
    // 1042 is part of the order's number, 3 the instalments: neither is an amount.
    expect(held('O valor é R$ 1042 e você já pode pagar.')).toBe('amount');
    expect(held('O valor é R$ 3,00 e você já pode pagar.')).toBe('amount');
  });
});

describe('a public thread', () => {
  const inPublic = { audience: 'public' } as const;

  it('lets the item pass, and nothing of a purchase, though the facts hold it', () => {
    expect(held('O preço de Zapatillas Runner é R$ 1.234,50.', inPublic)).toBe('passes');
    expect(held('Seu pedido R-1042 está a caminho com a gente.', inPublic)).toBe('number');
    expect(held('A entrega está prevista para 14 de maio.', inPublic)).toBe('date');
  });
});

it('takes a tracking number for what it is, however much it looks like a telephone', () => {
  const tracking = '9400 1000 0000 0000';
  const facts = { order: anOrder({ shipments: [aShipment({ tracking })] }) };
  expect(held(`O código de rastreio é ${tracking}.`, { facts })).toBe('passes');
  expect(held('O código de rastreio é 9400 1000 0000 0001.', { facts })).toBe('contact');
});

it('holds an invented link or telephone also where the channel allows such', () => {
  const rules = { maximumCharacters: 400, links: 'allowed', contacts: 'allowed' } as const;
  expect(held('Veja em loja-boa.com.br o seu pedido.', { rules })).toBe('link');
  expect(held('Me chama no +55 11 91234-5678 que a gente vê.', { rules })).toBe('contact');
});

it('says that sending is free where the item says so', () => {
  const facts = { item: anItem({ freight: '0.00' }) };
  expect(held('O frete deste produto é grátis para você.', { facts })).toBe('passes');
});

it('does not take "la mañana" for tomorrow', () => {
  expect(held('Lo vemos con gusto por la mañana o por la tarde.', es)).toBe('passes');
});

/** What a captured writer would add; each with a number, a name or a place that no fact holds. */
const inventions = fc.oneof(
  fc.integer({ min: 100, max: 10 ** 9 }).map((number) => `Seu código é ${String(number)}.`),
  fc
    .tuple(fc.integer({ min: 1, max: 28 }), fc.constantFrom('janeiro', 'julho', 'dezembro'))
    .map(([day, month]) => `Chega em ${String(day)} de ${month}.`),
  fc
    .tuple(fc.constantFrom('R$', '$', 'US$'), fc.integer({ min: 2, max: 9999 }))
    .map(([sign, amount]) => `São ${sign} ${String(amount)},00.`),
  fc.stringMatching(/^[a-z]{3,12}$/).map((name) => `Veja em ${name}.com agora.`),
  fc.stringMatching(/^[a-z]{3,12}$/).map((name) => `Escreva para ${name}@${name}.net agora.`),
  fc
    .tuple(fc.integer({ min: 11, max: 99 }), fc.integer({ min: 2000, max: 9999 }))
    .map(([area, end]) => `Ligue para (${String(area)}) 9${String(end)}-${String(end)} agora.`),
  fc.stringMatching(/^[A-Z][a-z]{2,9}$/).map((name) => `Quem recebeu foi a ${name} na sua casa.`),
  fc.constantFrom(
    'Garantimos que chega.',
    'Vamos devolver tudo.',
    'Você recebe em dois dias.',
    'O frete é grátis.',
    'Está com a Loggi agora.',
  ),
);

it('holds whatever is added to a true answer', () => {
  const answer =
    'Seu pedido R-1042 já está a caminho com Andina Express. A entrega está prevista para 14 de maio.';
  expect(held(answer)).toBe('passes');
  fc.assert(
    fc.property(inventions, fc.boolean(), (invention, first) => {
      expect(held(first ? `${invention} ${answer}` : `${answer} ${invention}`)).not.toBe('passes');
    }),
    { seed: 20_261_120, numRuns: 1000 },
  );
});
