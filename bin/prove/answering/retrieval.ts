/** What knowledge costs at ten thousand passages, and whether the right one is found on questions nobody tuned for. */
import { spawnSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { buildSync } from 'esbuild';
import type { Article } from '../../../functions/core/domain/article.ts';
import { tenantId } from '../../../functions/core/domain/ids.ts';
import { buildIndex, cutArticles } from '../../../functions/core/knowledge/build-index.ts';
import { openIndex } from '../../../functions/core/knowledge/open-index.ts';
import { retrieve, type Asked } from '../../../functions/core/knowledge/retrieve.ts';
import { askAll, rightInThree, shopArticles } from '../../evaluate/retrieval.ts';
import { atLeast, atMost, chanceOf, percentile, scaled, type Figure, type Scope } from '../figure.ts';

const knowledgeFolder = new URL('../../../functions/core/knowledge/', import.meta.url);
const dimensions = 1024;

/** Sentences of the sample shop in every order, with names that each article has for itself. */
const manyArticles = (scope: Scope, passages: number): readonly Article[] => {
  const chance = chanceOf(scope.seed);
  const known = shopArticles();
  const pick = <One>(from: readonly One[]): One | undefined => from[Math.floor(chance() * from.length)];
  const word = (): string =>
    Array.from({ length: 3 }, () =>
      pick(['ba', 'ro', 'mi', 'tel', 'gu', 'sen', 'cor', 'li', 'van', 'po']),
    ).join('');
  return Array.from({ length: passages }, (_, at): Article => {
    const model = known[at % known.length];
    const sentences = known
      .filter(({ language }) => language === model?.language)
      .flatMap(({ body }) => body.split(/(?<=\.)\s+/));
    const body = Array.from({ length: 4 }, () => `${pick(sentences) ?? ''} ${word()} ${word()}.`).join(' ');
    return {
      tenant: tenantId('provashop0'),
      id: `a-${String(at)}`,
      language: model?.language ?? 'es',
      market: null,
      validFrom: null,
      validTo: null,
      category: model?.category ?? null,
      scene: null,
      audience: 'buyers',
      title: `${model?.title ?? ''} ${word()}`,
      // One passage each: what is longer would be cut.
      body: body.slice(0, 700),
    };
  });
};

const manyVectors = (scope: Scope, count: number): readonly (readonly number[])[] => {
  const chance = chanceOf(scope.seed + 1);
  return Array.from({ length: count }, () => Array.from({ length: dimensions }, () => chance() - 0.5));
};

const milliseconds = (work: () => void): number => {
  const began = process.cpuUsage();
  work();
  const { user, system } = process.cpuUsage(began);
  return (user + system) / 1000;
};

/** A fresh process loads it as a Lambda does, after the bytes came: code bundled, nothing warm. */
const script = (code: string, index: string): string => `
  import { readFileSync } from 'node:fs';
  const bytes = readFileSync(${JSON.stringify(index)});
  const { openIndex } = await import(${JSON.stringify(code)});
  const began = process.cpuUsage();
  const opened = openIndex(bytes);
  const { user, system } = process.cpuUsage(began);
  console.log(String(opened === null ? NaN : (user + system) / 1000));
`;

const loading = (scope: Scope, bytes: Uint8Array): number => {
  const code = join(scope.folder, 'open-index.mjs');
  const index = join(scope.folder, 'knowledge.index');
  writeFileSync(index, bytes);
  buildSync({
    entryPoints: [join(knowledgeFolder.pathname, 'open-index.ts')],
    bundle: true,
    minify: true,
    format: 'esm',
    platform: 'node',
    outfile: code,
  });
  const runs = Array.from({ length: scaled(scope, 11, 3) }, () =>
    Number(
      spawnSync(process.execPath, ['--input-type=module', '-e', script(code, index)], { encoding: 'utf8' })
        .stdout,
    ),
  );
  return percentile(runs, 0.5);
};

export const retrieval = (scope: Scope): readonly Figure[] => {
  const asked = askAll();
  const articles = manyArticles(scope, scaled(scope, 10_000, 50));
  const cuts = cutArticles(articles);
  const vectors = manyVectors(scope, cuts.length);
  let bytes: Uint8Array = new Uint8Array();
  const building = milliseconds(() => {
    bytes = buildIndex(articles, cuts, vectors, 1);
  });
  const index = openIndex(bytes);
  if (index === null) throw new Error('the index of the prove does not open');
  const questionOf = (at: number, vector: readonly number[] | null): Asked => {
    const {
      question: text,
      language,
      market,
    } = asked[at % asked.length] ?? { question: '', language: 'es', market: 'MX' as const };
    return { text, language, market, reader: 'buyers', intent: null, day: '2026-11-20', vector };
  };
  const times = (vector: (at: number) => readonly number[] | null): number => {
    const each = asked.map((_, at) => {
      const question = questionOf(at, vector(at));
      return Math.min(...Array.from({ length: 3 }, () => milliseconds(() => retrieve(index, question))));
    });
    return percentile(each, 0.95);
  };
  const byWords = times(() => null);
  const byBoth = times((at) => vectors[at % vectors.length] ?? null);
  return [
    atLeast('answering.retrieval.right-in-three', rightInThree(asked), 90, '%'),
    atMost('answering.retrieval.build', building / 1000, 20, 's'),
    atMost('answering.retrieval.load', loading(scope, bytes), 150, 'ms'),
    atMost('answering.retrieval.by-words', byWords, 5, 'ms'),
    atMost('answering.retrieval.with-vectors', byBoth, 15, 'ms'),
    atMost('answering.retrieval.bytes', bytes.length / 1e6, 40, 'MB'),
  ];
};
