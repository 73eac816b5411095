/** The invented shop's index, and articles made for one test. */
import type { Article } from '../../../../functions/core/domain/article.ts';
import { tenantId } from '../../../../functions/core/domain/ids.ts';
import { buildIndex, cutArticles } from '../../../../functions/core/knowledge/build-index.ts';
import { openIndex, type KnowledgeIndex } from '../../../../functions/core/knowledge/open-index.ts';
import { retrieve, type Asked } from '../../../../functions/core/knowledge/retrieve.ts';
import { shopArticles } from './articles.ts';

export const anArticle = (given: Partial<Article> = {}): Article => ({
  tenant: tenantId('faronorte0'),
  id: 'one',
  language: 'es',
  market: null,
  validFrom: null,
  validTo: null,
  category: null,
  scene: null,
  audience: 'buyers',
  title: 'Garantía',
  body: 'La garantía cubre fallas de fábrica durante doce meses.',
  ...given,
});

export const indexOf = (
  articles: readonly Article[],
  vectors: readonly (readonly number[])[] = [],
): KnowledgeIndex => {
  const opened = openIndex(buildIndex(articles, cutArticles(articles), vectors, 1));
  if (opened === null) throw new Error('what was just built does not open');
  return opened;
};

export const shopIndex = (): KnowledgeIndex => indexOf(shopArticles.map((article) => anArticle(article)));

export const asked = (text: string, given: Partial<Asked> = {}): Asked => ({
  text,
  language: 'es',
  market: 'MX',
  reader: 'buyers',
  intent: null,
  day: '2026-11-20',
  vector: null,
  ...given,
});

export const foundIn = (index: KnowledgeIndex, question: Asked): readonly string[] =>
  retrieve(index, question).map(({ article }) => article);
