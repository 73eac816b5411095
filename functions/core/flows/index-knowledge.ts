/** Builds the index of every tenant whose articles changed: a change is counted where it is written, so none is missed. */
import type { Article } from '../domain/article.ts';
import type { TenantId } from '../domain/ids.ts';
import { buildIndex, cutArticles, type Cut } from '../knowledge/build-index.ts';
import { indexForm } from '../knowledge/index-form.ts';
import { knownVectors, spokenCut } from '../knowledge/known-vectors.ts';
import { openIndex } from '../knowledge/open-index.ts';
import type { ArticleStore, Embedder, IndexStore, KnowledgeState } from '../ports/knowledge.ts';
import type { Clock, Log } from '../ports/tools.ts';

export type IndexKnowledgeDeps = {
  readonly articles: ArticleStore;
  readonly indexes: IndexStore;
  readonly embedder: Embedder;
  readonly clock: Clock;
  readonly log: Log;
};

/** Passages shown to the model in one run; the next runs go on where this one ended. */
const mostEmbedded = 1920;
/** As many as the model takes at once. */
const embeddedAtOnce = 96;
/** No run asks the model longer than this: words alone are indexed in time. */
const embeddingMilliseconds = 20_000;
/** A model that was not there is asked again after this. */
const retryMilliseconds = 10 * 60 * 1000;

const lagsBehind = ({ changes, built, form, builtAt, withoutVector }: KnowledgeState, now: Date): boolean =>
  built !== changes ||
  form !== indexForm ||
  (withoutVector > 0 && (builtAt === null || now.getTime() - builtAt.getTime() >= retryMilliseconds));

type Vectors = { readonly vectors: readonly (readonly number[])[]; readonly missing: number };

/** Asks for what no earlier index knew, as far as time allows. */
const newVectors = async (
  deps: IndexKnowledgeDeps,
  tenant: TenantId,
  wanted: readonly string[],
): Promise<ReadonlyMap<string, readonly number[]>> => {
  const made = new Map<string, readonly number[]>();
  const until = deps.clock().getTime() + embeddingMilliseconds;
  for (let from = 0; from < Math.min(wanted.length, mostEmbedded); from += embeddedAtOnce) {
    if (deps.clock().getTime() >= until) break;
    const texts = wanted.slice(from, from + embeddedAtOnce);
    const embedded = await deps.embedder.embed(texts, 'passage');
    if (!embedded.ok) {
      deps.log('model-unavailable', { tenant, because: embedded.problem.because });
      break;
    }
    texts.forEach((text, at) => made.set(text, embedded.value[at] ?? []));
  }
  return made;
};

const vectorsFor = async (
  deps: IndexKnowledgeDeps,
  tenant: TenantId,
  articles: readonly Article[],
  cuts: readonly Cut[],
): Promise<Vectors> => {
  const standing = await deps.indexes.read(tenant);
  const opened = standing === null ? null : openIndex(standing);
  const known = opened === null ? new Map<string, readonly number[]>() : knownVectors(opened);
  const spoken = cuts.map(({ article, headings, text }) =>
    spokenCut(articles[article]?.title ?? '', headings, text),
  );
  const wanted = [...new Set(spoken.filter((text) => !known.has(text)))];
  const made = await newVectors(deps, tenant, wanted);
  const found = spoken.map((text) => known.get(text) ?? made.get(text) ?? []);
  const dimensions = Math.max(0, ...found.map((vector) => vector.length));
  return {
    // One that is missing is far from every question.
    vectors: found.map((vector) =>
      vector.length === dimensions ? vector : Array<number>(dimensions).fill(0),
    ),
    missing: found.filter((vector) => vector.length === 0 || vector.length !== dimensions).length,
  };
};

const build = async (deps: IndexKnowledgeDeps, { tenant, changes }: KnowledgeState): Promise<void> => {
  const began = deps.clock().getTime();
  // Read after the count: what is written meanwhile raises it again, and is indexed by the next run.
  const articles = await deps.articles.articles(tenant);
  const cuts = cutArticles(articles);
  const { vectors, missing } = await vectorsFor(deps, tenant, articles, cuts);
  await deps.indexes.write(tenant, buildIndex(articles, cuts, vectors, changes));
  const at = deps.clock();
  await deps.articles.noteBuilt(tenant, { changes, form: indexForm, at, withoutVector: missing });
  deps.log('knowledge-indexed', { tenant, count: cuts.length, durationMs: at.getTime() - began });
};

/**
 * How many indexes were built: of the tenant that is named, whatever stands; or of all that lag behind. One that fails keeps no other from being
 * built; the run fails once all were tried.
 */
export const indexKnowledge =
  (deps: IndexKnowledgeDeps) =>
  async (only: TenantId | null): Promise<number> => {
    const states =
      only === null
        ? await deps.articles.states()
        : [await deps.articles.state(only)].filter((state) => state !== null);
    const behind = only === null ? states.filter((state) => lagsBehind(state, deps.clock())) : states;
    const faults: unknown[] = [];
    for (const state of behind) {
      try {
        await build(deps, state);
      } catch (error) {
        faults.push(error);
      }
    }
    if (faults.length > 0) throw faults[0];
    return behind.length;
  };
