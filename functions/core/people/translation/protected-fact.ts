/** A fact that left a text as a token, and a tenant's word with its translations. */

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
