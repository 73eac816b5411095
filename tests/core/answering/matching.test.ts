/** Which attributes, sizes and colours a buyer means; a misread size comes back as a return. */
import { describe, expect, it } from 'vitest';
import { attributesAsked } from '../../../functions/core/answering/attribute-match.ts';
import { lint, shorten } from '../../../functions/core/answering/linter.ts';
import { sayable, sayableCode } from '../../../functions/core/answering/text.ts';
import {
  askedValues,
  namesUnknownOption,
  variantsWith,
} from '../../../functions/core/answering/variant-match.ts';
import { render } from '../../../functions/core/answering/template.ts';
import { buyerTimeZone, marketLanguage, voiceFor } from '../../../functions/core/answering/voice.ts';
import { anEntity, anItem } from './builders.ts';

describe('attributes', () => {
  const attributes = {
    Material: 'Algodão',
    batteryLife: '10 h',
    largura: '30 cm',
    altura: '20 cm',
    cor: 'azul-marinho',
    compatible_with: 'iPhone 12',
  };
  const keys = (text: string) => attributesAsked(attributes, text, 'es').map(({ key }) => key);

  it.each([
    ['¿de qué es?', ['Material']],
    ['quanto dura a bateria?', ['batteryLife']],
    ['how big is it?', ['largura', 'altura']],
    ['qual a largura?', ['largura']],
    ['¿es de algodao?', ['Material']],
    ['¿sirve para iPhone 12?', ['compatible_with']],
    ['¿trae caja de regalo?', []],
  ])('“%s” asks for %j', (text, expected) => {
    expect(keys(text)).toEqual(expected);
  });

  it('are named in the buyer’s language where we know the name', () => {
    expect(attributesAsked(attributes, 'medidas', 'en').map(({ label }) => label)).toEqual([
      'width',
      'height',
    ]);
    expect(attributesAsked(attributes, 'battery', 'en').map(({ label }) => label)).toEqual(['battery Life']);
  });
});

describe('variants', () => {
  const variant = (id: string, color: string, size: string) => ({
    id,
    stock: 1,
    attributes: { color, size },
  });
  const item = anItem({
    variants: [
      variant('a', 'Black', 'M'),
      variant('b', 'Black', 'L'),
      variant('c', 'Navy Blue', 'M'),
      variant('d', 'Blue', '42'),
    ],
  });
  const ids = (text: string, entities: Parameters<typeof askedValues>[2] = []) =>
    variantsWith(item, askedValues(item, text, entities)).map(({ id }) => id);

  it.each([
    ['tem preto tamanho m?', ['a']],
    ['la negra', ['a', 'b']],
    ['navy blue please', ['c']],
    ['do you have it in blue?', ['d']],
    ['número 42', ['d']],
    ['talla L', ['b']],
  ])('“%s” means %j', (text, expected) => {
    expect(ids(text)).toEqual(expected);
  });

  it('takes no letter of a sentence for a size', () => {
    expect(askedValues(item, 'la quiero para m hermana', []).size).toBe(0);
    expect(ids('quiero una', [anEntity('size', 'M')])).toEqual(['a', 'c']);
  });

  it('knows when the buyer names what there is none of', () => {
    expect(namesUnknownOption(item, 'en verde', [])).toBe(true);
    expect(namesUnknownOption(item, 'en azul', [])).toBe(false);
    expect(namesUnknownOption(item, 'hola', [anEntity('size', 'talla XL')])).toBe(true);
    expect(namesUnknownOption(item, 'hola', [anEntity('size', 'talla L')])).toBe(false);
  });
});

describe('texts of others', () => {
  it('are said when they are short and harmless', () => {
    expect(sayable('  Andina   Express. ')).toBe('Andina Express');
    expect([
      sayable('see www.example.com'),
      sayable('mail a@example.com'),
      sayable('call +55 11 91234-5678'),
      sayable('<b>'),
      sayable('x'.repeat(81)),
      sayable(undefined),
    ]).toEqual([null, null, null, null, null, null]);
  });

  it('may be numbers of the order that look like a telephone', () => {
    expect([
      sayableCode('9400 1000 0000 0000'),
      sayableCode('#1042'),
      sayableCode('a@b.example'),
      sayableCode('<i>'),
    ]).toEqual(['9400 1000 0000 0000', '#1042', null, null]);
  });
});

describe('a channel’s rules', () => {
  const strict = { maximumCharacters: 350, links: 'forbidden', contacts: 'forbidden' } as const;

  it.each([
    ['Hola.', []],
    ['', ['empty']],
    ['a'.repeat(351), ['too-long']],
    ['mira tienda.com', ['link']],
    ['mira https://bit.ly/x', ['short-link', 'link']],
    ['escribe a x@example.com', ['contact']],
    ['llama al (11) 4321-5678', ['contact']],
    ['sigue a @tienda', ['contact']],
    ['Son $1.234,50 el 12/05/2026.', []],
  ])('“%s” breaks %j', (text, breaches) => {
    expect(lint(text, strict)).toEqual(breaches);
  });

  it('let links through where the channel does, short ones nowhere', () => {
    const open = { maximumCharacters: 350, links: 'allowed', contacts: 'allowed' } as const;
    expect(lint('mira tienda.com o escribe a x@example.com', open)).toEqual([]);
    expect(lint('wa.me/123', open)).toEqual(['short-link']);
  });

  it('shorten by whole sentences', () => {
    expect(shorten('Uno dos. Tres cuatro. Cinco.', 22)).toBe('Uno dos. Tres cuatro.');
    expect(shorten('Uno dos tres cuatro cinco.', 10)).toBeNull();
    expect(shorten('Uno.', 10)).toBe('Uno.');
  });
});

describe('templates', () => {
  const slots = { order: { text: 'St. 5 {carrier} [x]', fact: 'order.id' } };

  it('leave out what is not known, and read nothing in a value as their own', () => {
    expect(render('Tu pedido {order}[ con {carrier}].[ Es {order}.]', 'es', slots)).toEqual([
      { text: 'Tu pedido St. 5 {carrier} [x].', facts: ['order.id'] },
      { text: 'Es St. 5 {carrier} [x].', facts: ['order.id'] },
    ]);
  });

  it('fail loudly on a slot that must be there', () => {
    expect(() => render('Lo lleva {carrier}.', 'es', slots)).toThrow('{carrier}');
  });
});

describe('the voice', () => {
  it('is the market’s where it speaks the buyer’s language, else the buyer’s own', () => {
    expect(voiceFor('es', 'es-AR', 'MX')).toBe('es-MX');
    expect(voiceFor('es', 'es-AR', 'US')).toBe('es-AR');
    expect(voiceFor('es', null, 'BR')).toBe('es');
    expect(voiceFor('pt', 'pt-PT', 'BR')).toBe('pt-BR');
    expect(voiceFor('en', 'es-AR', 'AR')).toBe('en-US');
  });

  it('falls back on what the market speaks', () => {
    expect([marketLanguage('BR'), marketLanguage('US'), marketLanguage('CL')]).toEqual(['pt', 'en', 'es']);
    expect(buyerTimeZone('BR')).toBe('America/Sao_Paulo');
  });
});
