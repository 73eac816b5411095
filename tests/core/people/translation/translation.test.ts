/** What a translation must not change leaves it as it came, or the original is kept. */
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { criticalFactsKept } from '../../../../functions/core/people/translation/critical-facts.ts';
import { plainNumber } from '../../../../functions/core/people/translation/plain-facts.ts';
import { protect, restore } from '../../../../functions/core/people/translation/protect.ts';
import { valueOf } from '../builders.ts';

const plain = { into: 'pt', names: [], glossary: [] };
const factsOf = (text: string) => protect(text, plain).facts.map(({ kind, value }) => `${kind} ${value}`);

describe('protection', () => {
  it('takes out what an agent must not see changed', () => {
    expect(
      factsOf(
        '订单 2000001234567890 退款 R$ 1.150,00，10:30 前，尺码 XL，单号NX123456789BR，https://a.example/b?c=1，a@b.example [CPF]',
      ),
    ).toEqual([
      'code 2000001234567890',
      'amount R$ 1.150,00',
      'time 10:30',
      'size XL',
      'code NX123456789BR',
      'link https://a.example/b?c=1',
      'email a@b.example',
      'mark [CPF]',
    ]);
  });

  it('says dates in the other language, and the words of the tenant as the tenant says them', () => {
    const { text, facts } = protect('您的耳机5月12日到货。', {
      into: 'pt-BR',
      names: [],
      glossary: [{ term: '耳机', in: { pt: 'fone de ouvido', 'zh-CN': '耳机' } }],
    });
    expect(text).toBe('您的⟦1⟧⟦2⟧到货。');
    expect(valueOf(restore('Seu ⟦1⟧ chega em ⟦2⟧.', facts))).toBe('Seu fone de ouvido chega em 12 de maio.');
  });

  it('keeps names that the facts give, and no part of a longer word', () => {
    const { facts } = protect('Luna escribió sobre Lunares y Luna Clara', {
      ...plain,
      names: ['Luna', 'Luna Clara'],
    });
    expect(facts.map(({ value }) => value)).toEqual(['Luna', 'Luna Clara']);
  });

  it('is undone without a trace, whatever the text', () => {
    const part = fc.oneof(
      fc.string({ unit: 'grapheme', maxLength: 8 }),
      fc.constantFrom(
        '⟦1⟧',
        '⟦',
        '⟧',
        '12/05',
        'R$ 10,00',
        ' 5月1日',
        'x@y.example',
        '[CPF]',
        '3 de mayo',
        '12h30',
      ),
    );
    fc.assert(
      fc.property(fc.array(part, { maxLength: 12 }), (parts) => {
        const original = parts.join(' ');
        const { text, facts } = protect(original, plain);
        const asTheyWere = facts.map((fact) => ({ ...fact, restored: fact.value }));
        expect(restore(text, asTheyWere)).toEqual({ ok: true, value: original });
      }),
      { seed: 20_261_120, numRuns: 500 },
    );
  });

  it('fails as a value when a token is lost, doubled, unknown or broken', () => {
    const { facts } = protect('1001 2002', plain);
    const problem = (translated: string) => {
      const restored = restore(translated, facts);
      return restored.ok ? restored.value : restored.problem;
    };
    expect([
      problem('⟦ 2 ⟧ ⟦１⟧'),
      problem('⟦1⟧'),
      problem('⟦1⟧ ⟦2⟧ ⟦2⟧'),
      problem('⟦1⟧ ⟦2⟧ ⟦3⟧'),
      problem('⟦1⟧ ⟦2⟧ ⟦'),
    ]).toEqual([
      '2002 1001',
      { kind: 'fact-lost', tokens: ['⟦2⟧'] },
      { kind: 'fact-doubled', tokens: ['⟦2⟧'] },
      { kind: 'token-unknown', tokens: ['⟦3⟧'] },
      { kind: 'token-unknown', tokens: ['⟦'] },
    ]);
  });
});

describe('critical facts', () => {
  it.each([
    ['订单 12345 将于5月12日退款 R$ 1.150,50', 'Pedido 12345: reembolso de R$ 1.150,50 em 12 de maio'],
    ['chega em 2 dias às 15h', '两天内下午3点到'],
    ['el 12/05/2026', '2026年5月12日'],
    ['May 12, 2026 by 3 pm', '12 de mayo de 2026, antes de las 15:00'],
    ['$1,234.50', 'US$ 1.234,50'],
    ['150000 pesos', '150.000 pesos'],
    ['guía NX123BR', '单号NX123BR'],
    ['talle M, hola', 'M码，你好'],
  ])('of "%s" stand in "%s"', (original, translated) => {
    expect(criticalFactsKept(original, translated)).toEqual({ kept: true });
  });

  it.each([
    ['pedido 12345', '订单 12354', ['number:12345'], ['number:12354']],
    ['May 12', '12月5日', ['date:05-12'], ['date:12-05']],
    ['150 reais', '150元', ['currency:BRL'], ['currency:CNY']],
    ['a las 15:00', 'às 5h', ['time:15:00'], ['time:05:00']],
    ['guía NX123BR', '单号 NX123', ['code:NX123BR'], ['code:NX123']],
    ['hola', 'olá, 10% off', [], ['number:10']],
    ['[CPF]', 'CPF', ['mark:[CPF]'], []],
  ])('of "%s" are changed in "%s"', (original, translated, missing, added) => {
    expect(criticalFactsKept(original, translated)).toEqual({ kept: false, missing, added });
  });

  it.each([
    ['1.234,50', '1234.5'],
    ['1,234.50', '1234.5'],
    ['1.234', '1234'],
    ['1,5', '1.5'],
    ['150,00', '150'],
    ['1.234.567', '1234567'],
    ['007', '7'],
  ])('read %s as %s', (written, number) => {
    expect(plainNumber(written)).toBe(number);
  });
});
