/** A seller's articles and what is found in them: one source for people and for the machine. */
import type { Article, FoundPassage } from '../domain/article.ts';
import type { Market } from '../domain/channel.ts';
import type { TenantId } from '../domain/ids.ts';
import type { Intent } from '../domain/intent.ts';
import type { Outcome } from '../domain/outcome.ts';
import type { Unavailable } from './understanding.ts';

export type KnowledgeQuestion = {
  readonly tenant: TenantId;
  /** Masked: it may be sent to the embedding model of the region. */
  readonly text: string;
  /** The language that it is asked in, `es` or `pt-BR`. */
  readonly language: string;
  /** Passages of another market are never found; `null` asks in every market, for people only. */
  readonly market: Market | null;
  /** `buyers` never sees what is internal; `people` sees both. */
  readonly reader: 'buyers' | 'people';
  /** The recognized intent, or null: articles about it come first. */
  readonly intent: Intent | null;
  /** Today in the market, `YYYY-MM-DD`: what is not valid on it is never found. */
  readonly day: string;
  /** 3 unless told. */
  readonly atMost?: number;
};

export type Knowledge = {
  /** Best first; none when the seller has no articles, or none that fits. Never throws for want of an index. */
  find(question: KnowledgeQuestion): Promise<readonly FoundPassage[]>;
};

/** What stands of a tenant's articles: `changes` is raised with each change, in the same write. */
export type KnowledgeState = {
  readonly tenant: TenantId;
  /** Count of changes so far. */
  readonly changes: number;
  /** The changes that the index was built from; null: no index yet. */
  readonly built: number | null;
  /** Form of the built index. */
  readonly form: number | null;
  readonly builtAt: Date | null;
  /** Passages that the embedding model has not seen yet. */
  readonly withoutVector: number;
};

export type ArticleStore = {
  /** Every article of the tenant, expired ones too. */
  articles(tenant: TenantId): Promise<readonly Article[]>;
  state(tenant: TenantId): Promise<KnowledgeState | null>;
  /** Every tenant that ever had an article. */
  states(): Promise<readonly KnowledgeState[]>;
  /** Notes what the index holds; an older build never replaces the note of a newer one. */
  noteBuilt(
    tenant: TenantId,
    built: {
      readonly changes: number;
      readonly form: number;
      readonly at: Date;
      readonly withoutVector: number;
    },
  ): Promise<void>;
};

/** Where the index of a tenant lies. */
export type IndexStore = {
  read(tenant: TenantId): Promise<Uint8Array | null>;
  write(tenant: TenantId, bytes: Uint8Array): Promise<void>;
};

/** The embedding model of the region: one vector for each text, in their order. */
export type Embedder = {
  embed(
    texts: readonly string[],
    purpose: 'passage' | 'question',
  ): Promise<Outcome<readonly (readonly number[])[], Unavailable>>;
};
