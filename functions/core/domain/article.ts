/** What a seller wrote down for buyers and for its own people, and the pieces of it that are found and quoted. */
import type { Market } from './channel.ts';
import type { TenantId } from './ids.ts';

/** Who may read it: buyers too, or the seller's people alone. */
export const articleAudiences = ['buyers', 'internal'] as const;
export type ArticleAudience = (typeof articleAudiences)[number];

/** When a buyer asks for it: choosing, or having bought. */
export const articleScenes = ['before-sale', 'after-sale'] as const;
export type ArticleScene = (typeof articleScenes)[number];

export type Article = {
  readonly tenant: TenantId;
  /** The seller's own, unique within the tenant; the same id again is a new version. */
  readonly id: string;
  /** `es`, `pt-BR`, …: what stands before the hyphen is the language. */
  readonly language: string;
  /** `null`: it holds in every market. */
  readonly market: Market | null;
  /** Days `YYYY-MM-DD`, both included; `null`: no bound. */
  readonly validFrom: string | null;
  readonly validTo: string | null;
  /** The seller's word: `policy`, `faq`, `product`, `sizes`, … */
  readonly category: string | null;
  readonly scene: ArticleScene | null;
  readonly audience: ArticleAudience;
  readonly title: string;
  /** Markdown: headings, paragraphs, lists, tables. */
  readonly body: string;
};

/** Words of an article as evidence: what an answer quotes must stand in one of them, letter by letter. */
export type QuotedPassage = { readonly article: string; readonly text: string };

/** A passage that was found for a question. */
export type FoundPassage = QuotedPassage & {
  /** Title of the article. */
  readonly title: string;
  /** Headings above the passage, outermost first, parted by ` › `; empty without any. */
  readonly heading: string;
  readonly language: string;
  readonly market: Market | null;
  readonly category: string | null;
  /** 0 to 1: how much of what the question asks about stands in the passage. */
  readonly score: number;
};
