/** Whether the right passage is found, and whether the wrong ones never are. */
import { assert, property, string } from 'fast-check';
import { describe, expect, it } from 'vitest';
import { meaningNames } from '../../../functions/core/knowledge/meanings.ts';
import { intentTopics } from '../../../functions/core/knowledge/intent-topics.ts';
import { nearTerms } from '../../../functions/core/knowledge/near-spelling.ts';
import { retrieve } from '../../../functions/core/knowledge/retrieve.ts';
import { askAll, rightInThree } from '../../../bin/evaluate/retrieval.ts';
import { anArticle, asked, foundIn, indexOf, shopIndex } from './shop/index.ts';
import { shopQuestions } from './shop/questions.ts';

describe('the right passage', () => {
  it('is among the first three for nine of ten questions that use other words, or another language', () => {
    const index = shopIndex();
    const missed = shopQuestions.filter(
      ({ text, language, article }) =>
        !foundIn(index, asked(text, { language, market: null })).includes(article),
    );
    expect(missed.length / shopQuestions.length).toBeLessThanOrEqual(0.1);
  });

  it('is among the first three for nine of ten questions that others wrote', () => {
    expect(rightInThree(askAll())).toBeGreaterThanOrEqual(90);
  });

  it('is found without accents, with a letter wrong, and with a size as it is written', () => {
    const index = indexOf([
      anArticle({ id: 'devolucion', title: 'Retracto', body: 'Desistimiento del contrato y restitución.' }),
      anArticle({ id: 'talla', title: 'Ropa', body: 'La talla 2XL mide 118 cm.' }),
    ]);
    expect(foundIn(index, asked('restitucion'))).toEqual(['devolucion']);
    expect(foundIn(index, asked('restitucoin'))).toEqual(['devolucion']);
    expect(foundIn(index, asked('hay 2xl?'))).toEqual(['talla']);
    expect(foundIn(index, asked('118cm'))).toEqual(['talla']);
  });

  it('comes first where the recognized intent speaks of it', () => {
    const index = indexOf([
      anArticle({ id: 'pago', title: 'Pagos', body: 'Aceptamos tarjeta para el pedido.' }),
      anArticle({
        id: 'cancelar',
        title: 'Cancelaciones',
        body: 'Puedes cancelar el pedido hasta el despacho.',
      }),
    ]);
    expect(foundIn(index, asked('mi pedido', { intent: 'order_cancel' }))[0]).toBe('cancelar');
    expect(foundIn(index, asked('mi pedido', { intent: 'payment_issue' }))[0]).toBe('pago');
  });

  it('is the one in the buyer’s language where two say the same', () => {
    const both = indexOf([
      anArticle({ id: 'en', language: 'en', title: 'Warranty', body: 'The warranty lasts a year.' }),
      anArticle({ id: 'es', title: 'Garantía', body: 'La garantía dura un año.' }),
    ]);
    expect(foundIn(both, asked('garantía'))[0]).toBe('es');
    expect(foundIn(both, asked('warranty', { language: 'en' }))[0]).toBe('en');
  });

  it('is near by its vector where no word says so, and is not outvoted where the words are clear', () => {
    const vectors = [
      [1, 0, 0, 0],
      [0, 1, 0, 0],
    ];
    const index = indexOf(
      [
        anArticle({ id: 'uno', title: 'Uno', body: 'Faroles.' }),
        anArticle({ id: 'dos', title: 'Dos', body: 'Candiles.' }),
      ],
      vectors,
    );
    expect(foundIn(index, asked('zzz', { vector: [0, 1, 0, 0] }))[0]).toBe('dos');
    expect(foundIn(index, asked('faroles', { vector: [0, 1, 0, 0] }))[0]).toBe('uno');
  });
});

describe('a buyer never sees', () => {
  const given = {
    internal: { audience: 'internal' as const },
    expired: { validTo: '2026-11-19' },
    'not yet valid': { validFrom: '2026-11-21' },
    'another market’s': { market: 'BR' as const },
  };
  it.each(Object.entries(given))('what is %s, by words or by vector', (_, some) => {
    const index = indexOf(
      [anArticle({ id: 'hidden', ...some }), anArticle({ id: 'open' })],
      [
        [1, 0],
        [0, 1],
      ],
    );
    expect(foundIn(index, asked('garantía', { vector: [1, 0] }))).toEqual(['open']);
  });

  it('what is not valid on the day, and sees it on its first and its last', () => {
    const index = indexOf([anArticle({ validFrom: '2026-11-20', validTo: '2026-11-20' })]);
    const days = ['2026-11-19', '2026-11-20', '2026-11-21'].map((day) =>
      foundIn(index, asked('garantía', { day })),
    );
    expect(days).toEqual([[], ['one'], []]);
  });

  it('and the seller’s people do', () => {
    const index = indexOf([anArticle({ audience: 'internal' })]);
    expect(foundIn(index, asked('garantía', { reader: 'people' }))).toEqual(['one']);
  });
});

it('answers nothing to what no article speaks of, and to any text without failing', () => {
  const index = shopIndex();
  expect(retrieve(index, asked('zxcvb qwrtp'))).toEqual([]);
  expect(retrieve(indexOf([]), asked('garantía'))).toEqual([]);
  assert(
    property(string({ unit: 'binary', maxLength: 200 }), (text) => {
      const scores = retrieve(index, asked(text)).map(({ score }) => score);
      expect(scores.every((score) => score >= 0 && score <= 1)).toBe(true);
    }),
    { seed: 20_261_120, numRuns: 100 },
  );
});

it('takes no neighbour for a number or a short word', () => {
  const places = new Map(['garanti', '1234', 'casa'].map((term, at) => [term, at]));
  expect([nearTerms(places, 'garanit'), nearTerms(places, '1235'), nearTerms(places, 'cosa')]).toEqual([
    ['garanti'],
    [],
    [],
  ]);
});

it('speaks of topics that the table of meanings has', () => {
  expect(
    Object.values(intentTopics)
      .flat()
      .filter((topic) => !meaningNames.includes(topic)),
  ).toEqual([]);
});
