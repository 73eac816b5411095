/** What a message names that a system can look up, each with its place in the text as given. */
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { aligned } from '../../../functions/core/understanding/aligned.ts';
import { findEntities } from '../../../functions/core/understanding/entities/find.ts';

const named = (text: string): string[] => findEntities(text).map(({ type, value }) => `${type} ${value}`);

describe('entities', () => {
  it.each([
    ['cade meu pedido 123456', ['order_number 123456']],
    ['order #1234 never came', ['order_number 1234']],
    ['112-1234567-1234567', ['order_number 112-1234567-1234567']],
    ['2000004589123456', ['order_number 2000004589123456']],
    ['guia AA123456789BR', ['tracking_number AA123456789BR']],
    ['UPS 1Z999AA10123456784', ['tracking_number 1Z999AA10123456784']],
    ['mi cuit es 20-26756539-3', ['tax_id 20-26756539-3']],
    ['ana.lima@correo.example', ['email ana.lima@correo.example']],
    ['me liga (11) 98765-4321', ['phone (11) 98765-4321']],
    ['frete pra 01310-100?', ['postcode 01310-100']],
    ['zip 90210', ['postcode 90210']],
    ['paguei R$ 1.234,56', ['amount R$ 1.234,56']],
    ['faz por 150 reais?', ['amount 150 reais']],
    ['walmart has it for $20', ['amount $20']],
    ['código PROMO20 no funciona', ['discount_code PROMO20']],
    ['o cupom BEMVINDO não entra', ['discount_code BEMVINDO']],
    ['ref: AB-1234-X', ['sku AB-1234-X']],
    ['mi ticket 45871', ['ticket_number 45871']],
    ['tarjeta terminada en 4532', ['card_last4 4532']],
    ['PO 4500012345', ['po_number 4500012345']],
    ['talla M', ['size M']],
    ['cambiar la talla M por la L', ['size M', 'size L']],
    ['tem no tamanho 42?', ['size 42']],
    ['tem em GG?', ['size GG']],
    ['quiero 3 unidades', ['quantity 3']],
    ['hace 10 días', ['duration 10 días']],
    ['el 15 de marzo', ['date 15 de marzo']],
    ['size 8.5 in black', ['size 8.5', 'colour black']],
    ['ok gracias', []],
    ['24/7 support?', []],
    ['llega por la mañana?', []],
  ])('%s', (text, expected) => {
    expect(named(text)).toEqual(expected);
  });

  it('are slices of the text at their offsets, in order, in any text', () => {
    const piece = fc.constantFrom(
      'pedido ',
      '123456 ',
      'talla ',
      'M ',
      '$ 15 ',
      '🙂',
      'ñandú ',
      '\ud800',
      'İ',
      'cupón ',
      'AB-12 ',
      'hoje ',
    );
    fc.assert(
      fc.property(
        fc.oneof(
          fc.string({ unit: 'binary' }),
          fc.array(piece).map((all) => all.join('')),
        ),
        (text) => {
          let end = 0;
          for (const entity of findEntities(text)) {
            expect(text.slice(entity.start, entity.end)).toBe(entity.value);
            expect(entity.start).toBeGreaterThanOrEqual(end);
            end = entity.end;
          }
        },
      ),
      { seed: 20_261_120, numRuns: 500 },
    );
  });
});

describe('an aligned text', () => {
  it('is as long as the text as given, whatever stands in it', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        expect(aligned(text).length).toBe(text.length);
      }),
      { seed: 20_261_120, numRuns: 500 },
    );
  });

  it('has no capitals, accents or full-width digits', () => {
    expect(aligned('CADÊ Pão Ñandú １２３')).toBe('cade pao nandu 123');
  });
});
