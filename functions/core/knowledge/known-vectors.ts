/** Vectors of an index that stands, by the words they were made for: what did not change is not paid for again. */
import { headingJoint } from './build-index.ts';
import type { KnowledgeIndex } from './open-index.ts';

/** What the embedding model is shown of a passage: title and headings say what a short text is about. */
export const spokenPassage = (title: string, heading: string, text: string): string =>
  [title, heading, text].filter((part) => part !== '').join('\n');

export const spokenCut = (title: string, headings: readonly string[], text: string): string =>
  spokenPassage(title, headings.join(headingJoint), text);

/** A passage without a vector has nothing but zeros. */
const isVector = (values: Int8Array): boolean => values.some((value) => value !== 0);

export const knownVectors = (index: KnowledgeIndex): ReadonlyMap<string, readonly number[]> => {
  const { dimensions, values } = index.vectors;
  const known = new Map<string, readonly number[]>();
  if (dimensions === 0) return known;
  index.articleOf.forEach((article, passage) => {
    const own = values.subarray(passage * dimensions, (passage + 1) * dimensions);
    const { heading, text } = index.textOf(passage);
    if (isVector(own))
      known.set(spokenPassage(index.articles[article]?.title ?? '', heading, text), [...own]);
  });
  return known;
};
