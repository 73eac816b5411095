/** Finds passages of a tenant's articles: the index is loaded once by a process, and looked after in the background. */
import type { TenantId } from '../domain/ids.ts';
import { openIndex, type KnowledgeIndex } from '../knowledge/open-index.ts';
import { retrieve } from '../knowledge/retrieve.ts';
import type { ArticleStore, Embedder, IndexStore, Knowledge } from '../ports/knowledge.ts';
import type { Clock, Log } from '../ports/tools.ts';

export type FindPassagesDeps = {
  readonly articles: Pick<ArticleStore, 'state'>;
  readonly indexes: Pick<IndexStore, 'read'>;
  /** Null: words alone. */
  readonly embedder: Embedder | null;
  readonly clock: Clock;
  readonly log: Log;
};

/** A loaded index is believed this long before somebody looks whether there is a newer one. */
const believedMilliseconds = 30_000;
/** Of all tenants' indexes together; the one that was asked for longest ago goes first. */
const mostBytes = 128 * 1024 * 1024;

type Kept = { readonly index: KnowledgeIndex | null; readonly checkedAt: number };

/** Null where nothing is indexed, or the index cannot be read by this version of us. */
const load = async (
  deps: FindPassagesDeps,
  tenant: TenantId,
  standing: KnowledgeIndex | null,
): Promise<KnowledgeIndex | null> => {
  const state = await deps.articles.state(tenant);
  if (state === null || state.built === null) return null;
  if (standing !== null && standing.changes >= state.built) return standing;
  const bytes = await deps.indexes.read(tenant);
  return (bytes === null ? null : openIndex(bytes)) ?? standing;
};

const loadedIndexes = (deps: FindPassagesDeps) => {
  const kept = new Map<TenantId, Kept>();
  const underway = new Map<TenantId, Promise<KnowledgeIndex | null>>();

  const keep = (tenant: TenantId, index: KnowledgeIndex | null): void => {
    kept.delete(tenant);
    kept.set(tenant, { index, checkedAt: deps.clock().getTime() });
    let bytes = [...kept.values()].reduce((sum, one) => sum + (one.index?.bytes ?? 0), 0);
    for (const [oldest, one] of kept) {
      if (bytes <= mostBytes || oldest === tenant) break;
      kept.delete(oldest);
      bytes -= one.index?.bytes ?? 0;
    }
  };
  /** Never rejects: what cannot be loaded is told, and what stands goes on. */
  const renew = async (tenant: TenantId): Promise<KnowledgeIndex | null> => {
    const standing = kept.get(tenant)?.index ?? null;
    try {
      const index = await load(deps, tenant, standing);
      keep(tenant, index);
      return index;
    } catch (error) {
      deps.log('knowledge-unavailable', { tenant, because: error instanceof Error ? error.name : 'thrown' });
      if (standing !== null) keep(tenant, standing);
      return standing;
    } finally {
      underway.delete(tenant);
    }
  };
  const renewing = async (tenant: TenantId): Promise<KnowledgeIndex | null> => {
    const running = underway.get(tenant) ?? renew(tenant);
    underway.set(tenant, running);
    return running;
  };
  return async (tenant: TenantId): Promise<KnowledgeIndex | null> => {
    const known = kept.get(tenant);
    if (known === undefined) return renewing(tenant);
    // Asked for again: the last to go.
    kept.delete(tenant);
    kept.set(tenant, known);
    if (deps.clock().getTime() - known.checkedAt >= believedMilliseconds) void renewing(tenant);
    return known.index;
  };
};

export const findPassages = (deps: FindPassagesDeps): Knowledge => {
  const indexOf = loadedIndexes(deps);
  const vectorOf = async (index: KnowledgeIndex, text: string): Promise<readonly number[] | null> => {
    if (deps.embedder === null || index.vectors.dimensions === 0) return null;
    const embedded = await deps.embedder.embed([text], 'question');
    return embedded.ok ? (embedded.value[0] ?? null) : null;
  };
  return {
    async find({ tenant, ...question }) {
      const index = await indexOf(tenant);
      if (index === null || question.text.trim() === '') return [];
      return retrieve(index, { ...question, vector: await vectorOf(index, question.text) });
    },
  };
};
