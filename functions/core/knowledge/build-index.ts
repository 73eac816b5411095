/** Articles to the bytes of an index: cut, counted, and with vectors where the region's model gave them. */
import type { Article } from '../domain/article.ts';
import { indexForm, writeSections } from './index-form.ts';
import { indexVectors } from './index-vectors.ts';
import { indexWords } from './index-words.ts';
import { passagesOf, type PassageText } from './passages.ts';

export type Cut = PassageText & { readonly article: number };

/** Marks in the stored text what is heading and what is passage. */
export const headingEnd = '\u0000';
export const headingJoint = ' › ';

/** In the order of the articles. An article without any words below its title is its title. */
export const cutArticles = (articles: readonly Article[]): readonly Cut[] =>
  articles.flatMap(({ body, title }, article) => {
    const passages = passagesOf(body);
    return passages.length === 0
      ? [{ headings: [], text: title, article }]
      : passages.map((passage) => ({ ...passage, article }));
  });

/** What is kept of an article beside its passages. */
export type KeptArticle = Omit<Article, 'tenant' | 'body'>;

const kept = ({
  id,
  language,
  market,
  validFrom,
  validTo,
  category,
  scene,
  audience,
  title,
}: Article): KeptArticle => ({
  id,
  language,
  market,
  validFrom,
  validTo,
  category,
  scene,
  audience,
  title,
});

/**
 * @param changes what the articles were read at
 * @param vectors one for each cut in its order, or none
 */
export const buildIndex = (
  articles: readonly Article[],
  cuts: readonly Cut[],
  vectors: readonly (readonly number[])[],
  changes: number,
): Uint8Array => {
  const words = indexWords(
    cuts.map(({ article, headings, text }) => ({
      language: articles[article]?.language ?? '',
      title: `${articles[article]?.title ?? ''}\n${articles[article]?.category ?? ''}`,
      heading: headings.join('\n'),
      text,
    })),
  );
  const { dimensions, signs, values } = indexVectors(vectors.length === cuts.length ? vectors : []);
  const encoder = new TextEncoder();
  const texts = cuts.map(({ headings, text }) =>
    encoder.encode(`${headings.join(headingJoint)}${headingEnd}${text}`),
  );
  const ends = new Uint32Array(texts.length);
  let end = 0;
  texts.forEach((bytes, at) => {
    end += bytes.length;
    ends[at] = end;
  });
  const text = new Uint8Array(end);
  texts.forEach((bytes, at) => text.set(bytes, (ends[at] ?? 0) - bytes.length));
  return writeSections(
    { form: indexForm, changes, dimensions, articles: articles.map(kept) },
    {
      terms: encoder.encode(words.terms.join('\n')),
      starts: words.starts,
      passages: words.passages,
      impacts: words.impacts,
      articleOf: Uint32Array.from(cuts, ({ article }) => article),
      textEnds: ends,
      text,
      signs,
      values,
    },
  );
};
