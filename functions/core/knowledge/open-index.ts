/** An index opened for questions: views into its bytes, the list of its terms, and texts that are read when shown. */
import { isMarket, type Market } from '../domain/channel.ts';
import { headingEnd } from './build-index.ts';
import { indexForm, readSections, type ReadSections } from './index-form.ts';
import type { VectorIndex } from './index-vectors.ts';

/** What of an article decides who may see it, and what is shown of it. */
export type OpenArticle = {
  readonly id: string;
  readonly language: string;
  readonly market: Market | null;
  readonly validFrom: string | null;
  readonly validTo: string | null;
  readonly category: string | null;
  readonly audience: string;
  readonly title: string;
};

export type KnowledgeIndex = {
  /** The changes of the articles that it was built from. */
  readonly changes: number;
  readonly bytes: number;
  readonly articles: readonly OpenArticle[];
  /** The article of each passage. */
  readonly articleOf: Uint32Array;
  /** Place of each term. */
  readonly terms: ReadonlyMap<string, number>;
  readonly starts: Uint32Array;
  readonly passages: Uint32Array;
  readonly impacts: Uint8Array;
  readonly vectors: VectorIndex;
  textOf(passage: number): { readonly heading: string; readonly text: string };
};

const record = (value: unknown): ReadonlyMap<string, unknown> =>
  new Map(typeof value === 'object' && value !== null ? Object.entries(value) : []);
const textIn = (from: ReadonlyMap<string, unknown>, name: string): string | null => {
  const value = from.get(name);
  return typeof value === 'string' ? value : null;
};

const articleFrom = (value: unknown): OpenArticle => {
  const from = record(value);
  const market = textIn(from, 'market');
  return {
    id: textIn(from, 'id') ?? '',
    language: textIn(from, 'language') ?? '',
    market: market !== null && isMarket(market) ? market : null,
    validFrom: textIn(from, 'validFrom'),
    validTo: textIn(from, 'validTo'),
    category: textIn(from, 'category'),
    // What we cannot read is for the seller's people alone.
    audience: textIn(from, 'audience') ?? 'internal',
    title: textIn(from, 'title') ?? '',
  };
};

const texts = (sections: ReadSections): KnowledgeIndex['textOf'] => {
  const bytes = sections.bytes('text');
  const ends = sections.numbers('textEnds');
  const decoder = new TextDecoder();
  return (passage) => {
    const whole = decoder.decode(bytes.subarray(ends[passage - 1] ?? 0, ends[passage] ?? 0));
    const end = whole.indexOf(headingEnd);
    return { heading: whole.slice(0, end), text: whole.slice(end + 1) };
  };
};

const termPlaces = (bytes: Uint8Array): ReadonlyMap<string, number> => {
  const places = new Map<string, number>();
  if (bytes.length === 0) return places;
  const terms = new TextDecoder().decode(bytes).split('\n');
  for (let at = 0; at < terms.length; at += 1) places.set(terms[at] ?? '', at);
  return places;
};

/** Null when the bytes are no index, or one of another form: it will be built again. */
export const openIndex = (bytes: Uint8Array): KnowledgeIndex | null => {
  const sections = readSections(bytes);
  if (sections === null) return null;
  const about = record(sections.about);
  const articles = about.get('articles');
  const changes = about.get('changes');
  const dimensions = about.get('dimensions');
  if (about.get('form') !== indexForm || typeof changes !== 'number' || !Array.isArray(articles)) return null;
  return {
    changes,
    bytes: bytes.length,
    articles: articles.map(articleFrom),
    articleOf: sections.numbers('articleOf'),
    terms: termPlaces(sections.bytes('terms')),
    starts: sections.numbers('starts'),
    passages: sections.numbers('passages'),
    impacts: sections.bytes('impacts'),
    vectors: {
      dimensions: typeof dimensions === 'number' ? dimensions : 0,
      signs: sections.numbers('signs'),
      values: sections.signed('values'),
    },
    textOf: texts(sections),
  };
};
