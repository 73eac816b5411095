/** An answer in the seller's own words: exact, in the buyer's language, and only where it is clear. */
import { describe, expect, it } from 'vitest';
import { answerFromPassage, evidenceOf } from '../../../functions/core/knowledge/answer-from-passage.ts';
import { retrieve } from '../../../functions/core/knowledge/retrieve.ts';
import { anArticle, asked, indexOf, shopIndex } from './shop/index.ts';
import { shopQuestions } from './shop/questions.ts';

const answerTo = (index: ReturnType<typeof indexOf>, text: string, language = 'es') =>
  answerFromPassage(retrieve(index, asked(text, { language, market: null })), text, language);

describe('a quote', () => {
  it('stands letter by letter in the passage, and is at most two sentences long', () => {
    const index = shopIndex();
    const answers = shopQuestions.flatMap(({ text, language }) => answerTo(index, text, language) ?? []);
    expect(answers.length).toBeGreaterThan(15);
    for (const { text, passage } of answers) {
      expect(passage.text).toContain(text);
      expect(text.split(/(?<=[.!?])\s+(?=\p{Lu})|\n/u).length).toBeLessThanOrEqual(2);
    }
  });

  it('is of the right article, nine times of ten', () => {
    const index = shopIndex();
    const judged = shopQuestions.flatMap(({ text, language, article }) => {
      const answer = answerTo(index, text, language);
      return answer === null ? [] : [answer.passage.article === article];
    });
    expect(judged.filter((right) => right).length / judged.length).toBeGreaterThanOrEqual(0.9);
  });

  it('is the sentence that was asked for, with what follows it', () => {
    const index = shopIndex();
    expect(answerTo(index, 'cuanto pesa la lampara')?.text).toBe('Peso: 640 g');
    expect(answerTo(index, 'can it go in the laundry?', 'en')?.text).toBe(
      'Machine wash cold on gentle. Tumble dry low with two tennis balls.',
    );
  });
});

describe('nothing is quoted', () => {
  it('in another language than the buyer’s', () => {
    const index = indexOf([anArticle()]);
    expect(answerTo(index, 'garantía de fábrica')).not.toBeNull();
    expect(answerTo(index, 'garantia de fábrica', 'pt')).toBeNull();
  });

  it('where two passages say as much', () => {
    const index = indexOf([
      anArticle({ id: 'a' }),
      anArticle({ id: 'b', body: 'La garantía cubre fallas de fábrica seis meses.' }),
    ]);
    expect(answerTo(index, 'garantía de fábrica')).toBeNull();
  });

  it('where the words speak of little that was asked', () => {
    const index = indexOf([anArticle()]);
    expect(answerTo(index, 'la garantía vale también en Perú para bicicletas eléctricas usadas?')).toBeNull();
  });

  it('where nothing was found', () => {
    expect(answerFromPassage([], 'garantía', 'es')).toBeNull();
  });
});

it('hands the guard the words of every passage', () => {
  const found = retrieve(indexOf([anArticle()]), asked('garantía'));
  expect(evidenceOf(found)).toEqual([{ article: 'one', text: anArticle().body }]);
});
