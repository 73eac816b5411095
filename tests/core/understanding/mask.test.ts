/** What is taken out of a buyer's words before anybody else may read them, and what must stay for an answer. */
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { maskingFigures } from '../../../functions/core/understanding/evaluation/masking.ts';
import { mask } from '../../../functions/core/understanding/masking/mask.ts';

describe('personal data are masked', () => {
  it.each([
    ['meu cpf é 529.982.247-25', 'meu cpf é [CPF]'],
    ['cpf52998224725 por favor', 'cpf[CPF] por favor'],
    ['segue: 52998224725', 'segue: [CPF]'],
    ['CPF 529.982.247-2', 'CPF [CPF]'],
    ['12345678900 é o meu documento', '[DNI] é o meu documento'],
    ['nota no CNPJ 12.ABC.345/01DE-35', 'nota no CNPJ [CNPJ]'],
    ['RG MG-12.345.678', 'RG [RG]'],
    ['mi curp BOXW310820HNERXN09', 'mi curp [CURP]'],
    ['mi rfc es XAXX010101000', 'mi rfc es [RFC]'],
    ['CLABE 032 180 00011835971 9', 'CLABE [CLABE]'],
    ['mi cuit es 20-26756539-3', 'mi cuit es [CUIT]'],
    ['DNI 35.123.456', 'DNI [DNI]'],
    ['alias: perro.gato.casa', 'alias: [BANK_ALIAS]'],
    ['mi rut 12.531.909-2', 'mi rut [RUT]'],
    ['cédula 1.020.345.678', 'cédula [CEDULA]'],
    ['my ssn is 536-90-4399', 'my ssn is [SSN]'],
    [
      'mi tarjeta 4111 1111 1111 1111 vence 08/27 cvv 123',
      'mi tarjeta [CARD] vence [CARD_EXPIRY] cvv [CARD_CODE]',
    ],
    ['IBAN DE89 3704 0044 0532 0130 00', 'IBAN [IBAN]'],
    ['routing 111000025 account 12345678', 'routing [ROUTING_NUMBER] account [ACCOUNT_NUMBER]'],
    ['chave pix 123e4567-e89b-12d3-a456-426614174000', 'chave pix [PIX_KEY]'],
    ['nací el 12 de marzo de 1990', 'nací el [BIRTH_DATE]'],
    ['licencia de conducir B1234567', 'licencia de conducir [DRIVING_LICENCE]'],
    ['my ip is 10.1.2.3', 'my ip is [IP_ADDRESS]'],
    ['ana.lima@correo.example', '[EMAIL]'],
    ['ana arroba gmail punto com', '[EMAIL]'],
    ['me liga (11) 98765-4321', 'me liga [PHONE]'],
    ['whatsapp 5512345678', 'whatsapp [PHONE]'],
    ['+57 300 123 4567', '[PHONE]'],
    ['moro na Rua das Flores, 123 apto 45, cep 01310-100', 'moro na [ADDRESS], cep [POSTCODE]'],
    ['Cra 7 # 12-34 apto 301', '[ADDRESS]'],
    ['I live at 123 Main St, Austin TX 78701', 'I live at [ADDRESS], Austin TX [POSTCODE]'],
    ['me llamo ana lopez y no llega', 'me llamo [NAME] y no llega'],
    ['em nome de João da Silva por favor', 'em nome de [NAME] por favor'],
    ['This is John Smith, hello', 'This is [NAME], hello'],
  ])('%s', (text, masked) => {
    expect(mask(text).text).toBe(masked);
  });
});

describe('what a seller needs to answer stays', () => {
  it.each([
    'pedido 52998224725 não chegou',
    'cadê o pedido 2000004589123456?',
    'order 112-1234567-1234567',
    'rastreio AA123456789BR',
    'guía 1Z999AA10123456784',
    'rastreio RG164965048BR parado',
    'nota fiscal 35250412345678000195550010000012341123456789',
    'el EAN es 7791234567898',
    'cuesta $ 35.123.456',
    'sai por R$ 1.234,56 em 10x',
    'talla 42, mide 45 x 45 x 120 cm',
    'firmware 1.2.3.4',
    'vence 12/2027?',
    'la crema vence 12/27?',
    'tarjeta terminada en 4532',
    'el perfume colonia Hugo 100 ml',
    'bicicleta estrada aro 29',
    '500 gb hard drive',
    'soy alérgica al níquel',
    'I am Brazilian and this is Amazing',
    'factura a nombre de la empresa',
  ])('%s', (text) => {
    expect(mask(text)).toEqual({ text, spans: [] });
  });
});

describe('masking', () => {
  it('hides every invented identifier, and no look-alike', () => {
    const { right, mistyped, wronglyMasked } = maskingFigures(7);
    expect(Math.min(...Object.values(right))).toBe(1);
    expect(Math.min(...Object.values(mistyped))).toBeGreaterThanOrEqual(0.97);
    expect(wronglyMasked).toBeLessThanOrEqual(0.005);
  });

  it('gives spans in order that do not overlap and lie inside the text, whatever comes', () => {
    const piece = fc.constantFrom(
      'cpf ',
      '529.982.247-25',
      ' 4111111111111111',
      '@',
      'rua x 12 ',
      '+55 11 98765-4321',
      'soy Ana ',
      '\ud800',
      '🙂',
      '\u202e',
      '１２３',
      ' ',
    );
    fc.assert(
      fc.property(
        fc.oneof(
          fc.string({ unit: 'binary' }),
          fc.array(piece).map((all) => all.join('')),
        ),
        (text) => {
          const { spans } = mask(text);
          let end = 0;
          for (const span of spans) {
            expect(span.start).toBeGreaterThanOrEqual(end);
            expect(span.end).toBeGreaterThan(span.start);
            end = span.end;
          }
          expect(end).toBeLessThanOrEqual(text.length);
        },
      ),
      { seed: 20_261_120, numRuns: 500 },
    );
  });
});
