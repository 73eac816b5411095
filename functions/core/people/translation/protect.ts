/** Keeps what must not change in a translation: facts leave the text as tokens and come back as they were. */
import { failed, found, type Outcome } from '../../domain/outcome.ts';
import { findFacts } from './find-facts.ts';
import type { GlossaryTerm, ProtectedFact } from './protected-fact.ts';

export type { GlossaryTerm, ProtectedFact } from './protected-fact.ts';

export type Protecting = {
  /** Language of the translation, ISO 639-1 or BCP 47. */
  readonly into: string;
  /** Names and titles that the facts give: kept to the letter. */
  readonly names: readonly string[];
  readonly glossary: readonly GlossaryTerm[];
};

export type Protected = { readonly text: string; readonly facts: readonly ProtectedFact[] };

export const protect = (text: string, protecting: Protecting): Protected => {
  const facts: ProtectedFact[] = [];
  let rest = '';
  let at = 0;
  for (const { kind, start, end, restored } of findFacts(text, protecting)) {
    const token = `⟦${String(facts.length + 1)}⟧`;
    facts.push({ token, kind, value: text.slice(start, end), restored });
    rest += `${text.slice(at, start)}${token}`;
    at = end;
  }
  return { text: rest + text.slice(at), facts };
};

/** The caller keeps the original, with a note. */
export type RestoreProblem = {
  readonly kind: 'fact-lost' | 'fact-doubled' | 'token-unknown';
  readonly tokens: readonly string[];
};

/** Translators put spaces inside, or write digits of full width. */
const tokens = /⟦\s*(\p{Nd}+)\s*⟧/gu;

export const restore = (
  translated: string,
  facts: readonly ProtectedFact[],
): Outcome<string, RestoreProblem> => {
  const seen = [...translated.matchAll(tokens)].map(([, number = '']) => `⟦${number.normalize('NFKC')}⟧`);
  const known = new Map(facts.map((fact) => [fact.token, fact.restored]));
  const lost = facts.map(({ token }) => token).filter((token) => !seen.includes(token));
  if (lost.length > 0) return failed({ kind: 'fact-lost', tokens: lost });
  const doubled = seen.filter((token, index) => seen.indexOf(token) < index);
  if (doubled.length > 0) return failed({ kind: 'fact-doubled', tokens: [...new Set(doubled)] });
  const unknown = seen.filter((token) => !known.has(token));
  // What is left of a token that the translator broke would be read by a person.
  const broken = translated.replace(tokens, '').match(/[⟦⟧]/gu) ?? [];
  if (unknown.length + broken.length > 0)
    return failed({ kind: 'token-unknown', tokens: [...unknown, ...broken] });
  return found(
    translated.replace(tokens, (_, number: string) => known.get(`⟦${number.normalize('NFKC')}⟧`) ?? ''),
  );
};
