/** Articles cut into passages: what belongs together stays together, and nothing is too long to be read at once. */
import { array, assert, constantFrom, property } from 'fast-check';
import { describe, expect, it } from 'vitest';
import { passagesOf } from '../../../functions/core/knowledge/passages.ts';
import { sentencesOf } from '../../../functions/core/knowledge/sentences.ts';

const texts = (body: string): readonly string[] => passagesOf(body).map(({ text }) => text);

describe('a passage', () => {
  it('knows the headings above it, and no heading of a part that is over', () => {
    const body = '# Envíos\nPor correo.\n## Plazos\nCinco días.\n# Pagos\nCon tarjeta.';
    expect(passagesOf(body)).toEqual([
      { headings: ['Envíos'], text: 'Por correo.' },
      { headings: ['Envíos', 'Plazos'], text: 'Cinco días.' },
      { headings: ['Pagos'], text: 'Con tarjeta.' },
    ]);
  });

  it('holds the answer below a question that stands on its own line', () => {
    expect(passagesOf('¿Dónde están?\nEn línea.\n\n**Can I pick it up?**\nYes, by appointment.')).toEqual([
      { headings: ['¿Dónde están?'], text: 'En línea.' },
      { headings: ['Can I pick it up?'], text: 'Yes, by appointment.' },
    ]);
  });

  it('takes short paragraphs together, and begins anew where they grow long', () => {
    expect(texts('Uno.\n\nDos.')).toEqual(['Uno.\nDos.']);
    expect(texts(`${'a '.repeat(200)}.\n\n${'b '.repeat(200)}.`)).toHaveLength(2);
  });

  it('keeps every row of a table with the names of its columns', () => {
    const body =
      'Ropa:\n\n| Talla | Busto | Cintura |\n|:--|---|--:|\n| M | 92 cm | 74 cm |\n| L | 98 cm | |\n\nMedidas del cuerpo.';
    expect(texts(body)).toEqual([
      'Ropa:',
      'Talla: M, Busto: 92 cm, Cintura: 74 cm',
      'Talla: L, Busto: 98 cm',
      'Medidas del cuerpo.',
    ]);
  });

  it('reads a list of features without saying feature and value each time', () => {
    expect(texts('| Característica | Valor |\n|---|---|\n| Peso | 640 g |')).toEqual(['Peso: 640 g']);
  });

  it('has no marks of Markdown, and every word of it', () => {
    expect(
      texts('Paga con **tarjeta** o *efectivo*, ver [aquí](https://a.example/x).\n- uno\n- dos'),
    ).toEqual(['Paga con tarjeta o efectivo, ver aquí.\nuno\ndos']);
  });

  it('is never longer than it may be, and loses no word, whatever the article looks like', () => {
    const word = constantFrom('casa', 'Envío.', 'á'.repeat(900), '¿Qué', '10.5', 'fin!', '\n\n', '\n');
    const letters = (all: readonly string[]): string => all.join('').replace(/\s/g, '');
    assert(
      property(array(word, { maxLength: 400 }), (words) => {
        const found = texts(words.join(' '));
        expect(Math.max(0, ...found.map(({ length }) => length))).toBeLessThanOrEqual(800);
        expect(letters(found).length).toBe(letters(words).length);
      }),
      { seed: 20_261_120, numRuns: 100 },
    );
  });
});

describe('a sentence', () => {
  it('stands exactly as in its passage, and does not end inside an amount or an abbreviation', () => {
    const text = 'Custa R$ 30,00 no Pix. Fale com a Sra. Lima na Av. Nove 10. Pronto!';
    const sentences = sentencesOf(text);
    expect(sentences.map((one) => one.text)).toEqual([
      'Custa R$ 30,00 no Pix.',
      'Fale com a Sra. Lima na Av. Nove 10.',
      'Pronto!',
    ]);
    expect(sentences.every(({ text: own, start, end }) => text.slice(start, end) === own)).toBe(true);
  });
});
