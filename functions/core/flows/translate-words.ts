/** Words of a person in another language: facts kept, checked and cached; where that fails, the original with a note, never nothing. */
import type { ConversationAddress } from '../ports/conversations.ts';
import type { BuyerId } from '../domain/ids.ts';
import { criticalFactsKept } from '../people/translation/critical-facts.ts';
import { protect, restore, type GlossaryTerm } from '../people/translation/protect.ts';
import type { ContentHash, TranslationCache, TranslationUse, Translator } from '../ports/translation.ts';
import type { Tools } from './kit.ts';

export type TranslateDeps = Tools & {
  readonly translator: Translator;
  readonly translations: TranslationCache;
  readonly contentHash: ContentHash;
};

export type Wanted = {
  readonly conversation: ConversationAddress & { readonly buyer: BuyerId };
  readonly text: string;
  /** BCP 47; compared by language alone. */
  readonly from: string;
  readonly into: string;
  /** Names and titles that are kept to the letter. */
  readonly names: readonly string[];
  readonly glossary: readonly GlossaryTerm[];
};

export type TranslatedWords = {
  readonly text: string;
  /** `same`: both languages are one; `kept`: found in the cache; `none`: the original, because of `because`. */
  readonly by: 'translation' | 'same' | 'kept' | 'none';
  readonly because: string | null;
  /** Of a translation that was paid for now. */
  readonly use: TranslationUse | null;
};

const languageOf = (tag: string): string => tag.split('-')[0]?.toLowerCase() ?? tag;
export const isSameLanguage = (one: string, other: string): boolean => languageOf(one) === languageOf(other);

const original = (text: string, by: 'same' | 'none', because: string | null): TranslatedWords => ({
  text,
  by,
  because,
  use: null,
});

const unavailable = (deps: TranslateDeps, wanted: Wanted, because: string): TranslatedWords => {
  const { tenant, conversation } = wanted.conversation;
  deps.log('translation-unavailable', { tenant, conversation, because, language: languageOf(wanted.into) });
  return original(wanted.text, 'none', because);
};

/** A new word of the glossary makes a new translation. */
const hashOf = (deps: TranslateDeps, { text, from, into, glossary, names }: Wanted): string =>
  deps.contentHash(text, languageOf(from), into, JSON.stringify(glossary), JSON.stringify(names));

export const translateWords = async (deps: TranslateDeps, wanted: Wanted): Promise<TranslatedWords> => {
  const { text, from, into } = wanted;
  if (text.trim() === '' || isSameLanguage(from, into)) return original(text, 'same', null);
  const hash = hashOf(deps, wanted);
  const kept = await deps.translations.find(wanted.conversation, hash);
  if (kept !== null) return { text: kept, by: 'kept', because: null, use: null };
  const guarded = protect(text, wanted);
  const asked = await deps.translator.translate({ text: guarded.text, from, into });
  if (!asked.ok) return unavailable(deps, wanted, asked.problem.because);
  const restored = restore(asked.value.text, guarded.facts);
  if (!restored.ok) return unavailable(deps, wanted, restored.problem.kind);
  // What was protected came back; nothing that looks like a fact may have come with it.
  const plain = guarded.facts.reduce((words, { value, restored: said }) => words.replace(value, said), text);
  if (!criticalFactsKept(plain, restored.value).kept) return unavailable(deps, wanted, 'fact-changed');
  await deps.translations.keep(wanted.conversation, hash, restored.value);
  return { text: restored.value, by: 'translation', because: null, use: asked.value.use };
};
