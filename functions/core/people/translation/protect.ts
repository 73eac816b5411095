/** Keeps what must not change in a translation: facts leave the text as tokens and come back as they were. */
import type { Outcome } from '../../domain/outcome.ts';

const notYet = (): never => {
  throw new Error('not built');
};

export const factKinds = [
  'mark',
  'link',
  'email',
  'name',
  'term',
  'amount',
  'date',
  'time',
  'code',
  'size',
  'number',
] as const;
export type FactKind = (typeof factKinds)[number];

export type ProtectedFact = {
  /** `⟦1⟧`, `⟦2⟧`… as it stands in the protected text, once each. */
  readonly token: string;
  readonly kind: FactKind;
  /** As the text had it. */
  readonly value: string;
  /** As the translation will have it: the tenant's word for a term, a date in the other language; else the value. */
  readonly restored: string;
};

/** A word of the tenant's with its translations by language (`zh-CN`, `pt`…); a language that it lacks keeps the word. */
export type GlossaryTerm = { readonly term: string; readonly in: Readonly<Record<string, string>> };

export type Protecting = {
  /** Language of the translation, ISO 639-1 or BCP 47. */
  readonly into: string;
  /** Names and titles that the facts give: kept to the letter. */
  readonly names: readonly string[];
  readonly glossary: readonly GlossaryTerm[];
};

export const protect: (
  text: string,
  protecting: Protecting,
) => { readonly text: string; readonly facts: readonly ProtectedFact[] } = notYet;

/** The caller keeps the original, with a note. */
export type RestoreProblem = {
  readonly kind: 'fact-lost' | 'fact-doubled' | 'token-unknown';
  readonly tokens: readonly string[];
};
export const restore: (
  translated: string,
  facts: readonly ProtectedFact[],
) => Outcome<string, RestoreProblem> = notYet;
