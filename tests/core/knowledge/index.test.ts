/** The bytes of an index: the same for the same articles, opened by this version, refused where they are another's. */
import { describe, expect, it } from 'vitest';
import { buildIndex, cutArticles } from '../../../functions/core/knowledge/build-index.ts';
import { readSections, writeSections } from '../../../functions/core/knowledge/index-form.ts';
import { indexVectors, nearest } from '../../../functions/core/knowledge/index-vectors.ts';
import { knownVectors, spokenCut } from '../../../functions/core/knowledge/known-vectors.ts';
import { openIndex } from '../../../functions/core/knowledge/open-index.ts';
import { anArticle, asked, foundIn, indexOf } from './shop/index.ts';

const articles = [
  anArticle(),
  anArticle({ id: 'two', title: 'Envío', body: '# Plazo\nCinco días — 5 € más.' }),
];
const bytes = () => buildIndex(articles, cutArticles(articles), [], 7);

describe('an index', () => {
  it('is the same, byte by byte, for the same articles', () => {
    expect(Buffer.from(bytes()).equals(Buffer.from(bytes()))).toBe(true);
  });

  it('opens wherever its bytes begin, with every letter', () => {
    const built = bytes();
    for (const shift of [0, 1, 2, 3]) {
      const padded = new Uint8Array(built.length + shift);
      padded.set(built, shift);
      const index = openIndex(padded.subarray(shift));
      expect([index?.changes, index?.textOf(1)]).toEqual([
        7,
        { heading: 'Plazo', text: 'Cinco días — 5 € más.' },
      ]);
      expect(index === null ? [] : foundIn(index, asked('plazo'))[0]).toBe('two');
    }
  });

  it('is refused when it is cut, is of another form, or is none', () => {
    expect(openIndex(new Uint8Array())).toBeNull();
    expect(openIndex(new TextEncoder().encode('{"form":1}'))).toBeNull();
    expect(openIndex(writeSections({ form: 0, changes: 1, articles: [] }, {}))).toBeNull();
    expect(openIndex(bytes().subarray(0, 40))).toBeNull();
  });

  it('gives sections back as they were', () => {
    const read = readSections(
      writeSections({ a: 1 }, { one: Uint8Array.of(1, 2, 3), two: Uint32Array.of(4_000_000_000) }),
    );
    expect([read?.about, [...(read?.bytes('one') ?? [])], [...(read?.numbers('two') ?? [])]]).toEqual([
      { a: 1 },
      [1, 2, 3],
      [4_000_000_000],
    ]);
  });
});

describe('vectors', () => {
  const unit = (at: number): readonly number[] =>
    Array.from({ length: 64 }, (_, one) => (one === at ? 1 : -0.01));

  it('find the nearest of those that may be shown', () => {
    const index = indexVectors([unit(0), unit(1), unit(2)]);
    expect(nearest(index, unit(1), () => true, 1)).toEqual([1]);
    expect(nearest(index, unit(1), (passage) => passage !== 1, 3)).toHaveLength(2);
  });

  it('of different lengths are none, and a question of another length finds nothing', () => {
    expect(indexVectors([[1, 2], [1]]).dimensions).toBe(0);
    expect(nearest(indexVectors([unit(0)]), [1, 2], () => true, 1)).toEqual([]);
  });

  it('are known again by the words they were made for, and a missing one is not', () => {
    const index = indexOf(articles, [unit(3), Array<number>(64).fill(0)]);
    const known = knownVectors(index);
    expect([...known.keys()]).toEqual([spokenCut('Garantía', [], articles[0]?.body ?? '')]);
    expect(nearest(indexVectors([...known.values()]), unit(3), () => true, 1)).toEqual([0]);
  });
});
