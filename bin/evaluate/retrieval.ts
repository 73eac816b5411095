/** Whether the right article is among the first three passages, on questions that nobody tuned for; words alone. */
import { readFileSync } from 'node:fs';
import * as z from 'zod';
import type { Article } from '../../functions/core/domain/article.ts';
import { isMarket } from '../../functions/core/domain/channel.ts';
import { tenantId } from '../../functions/core/domain/ids.ts';
import { buildIndex, cutArticles } from '../../functions/core/knowledge/build-index.ts';
import { openIndex, type KnowledgeIndex } from '../../functions/core/knowledge/open-index.ts';
import { retrieve } from '../../functions/core/knowledge/retrieve.ts';
import { createFirstTier } from '../../functions/core/understanding/first-tier.ts';
import { understand } from '../../functions/core/understanding/understand.ts';
import { articleOfSeed } from '../local/article-seeds.ts';
import { readSeeds } from '../local/seeds.ts';
import { tableFile } from '../training-files.ts';

const folder = new URL('../../tests/evaluation/answers/', import.meta.url);
/** The day that the shop's articles were written for. */
const day = '2026-11-20';
const wanted = 90;

const question = z.strictObject({
  id: z.string(),
  tenant: z.string(),
  market: z.string().refine(isMarket),
  language: z.string(),
  question: z.string(),
  article: z.string(),
});
type Question = z.output<typeof question>;

export type Asked = Question & { readonly found: readonly string[] };

const questionsIn = (file: URL): readonly Question[] =>
  readFileSync(file, 'utf8')
    .split('\n')
    .filter((line) => line.trim() !== '')
    .map((line) => question.parse(JSON.parse(line)));

/** The sample shop's articles. */
export const shopArticles = (file = new URL('seeds.json', folder)): readonly Article[] => {
  const read = readSeeds([file.pathname]);
  if (!read.ok) throw new Error(read.faults.join('\n'));
  return read.seeds.articles.map(articleOfSeed);
};

const indexes = (file: URL): ReadonlyMap<string, KnowledgeIndex> => {
  const articles = shopArticles(file);
  const made = new Map<string, KnowledgeIndex>();
  for (const tenant of new Set(articles.map((article) => article.tenant))) {
    const own = articles.filter((article) => article.tenant === tenant);
    const opened = openIndex(buildIndex(own, cutArticles(own), [], 1));
    if (opened !== null) made.set(tenant, opened);
  }
  return made;
};

/** Every question as the pipeline would ask it: with the intent that the first tier found. */
export const askAll = (
  seeds = new URL('seeds.json', folder),
  questions = new URL('retrieval.jsonl', folder),
): readonly Asked[] => {
  const tier = createFirstTier(readFileSync(tableFile));
  const opened = indexes(seeds);
  return questionsIn(questions).map((one) => {
    const index = opened.get(tenantId(one.tenant));
    const { intent, answered } = understand(tier, { text: one.question });
    const found =
      index === undefined
        ? []
        : retrieve(index, {
            text: one.question,
            language: one.language,
            market: one.market,
            reader: 'buyers',
            intent: answered ? intent : null,
            day,
            vector: null,
          });
    return { ...one, found: found.map(({ article }) => article) };
  });
};

const percent = (asked: readonly Asked[], right: (one: Asked) => boolean): number =>
  asked.length === 0 ? 0 : (100 * asked.filter(right).length) / asked.length;

const line = (name: string, asked: readonly Asked[]): string => {
  const first = percent(asked, ({ article, found }) => found[0] === article);
  const three = percent(asked, ({ article, found }) => found.includes(article));
  return `${name.padEnd(12)} ${String(asked.length).padStart(4)} first ${first.toFixed(1).padStart(5)} % three ${three.toFixed(1).padStart(5)} %`;
};

export const rightInThree = (asked: readonly Asked[]): number =>
  percent(asked, ({ article, found }) => found.includes(article));

/** Prints the figures; false below 90 %. */
export const evaluateRetrieval = async (): Promise<boolean> => {
  const asked = askAll();
  const groups = (name: 'language' | 'market'): readonly string[] =>
    [...new Set(asked.map((one) => one[name]))].sort();
  const lines = [
    line('all', asked),
    ...groups('language').map((language) =>
      line(
        language,
        asked.filter((one) => one.language === language),
      ),
    ),
    ...groups('market').map((market) =>
      line(
        market,
        asked.filter((one) => one.market === market),
      ),
    ),
  ];
  process.stdout.write(`${lines.join('\n')}\n`);
  return rightInThree(asked) >= wanted;
};
