/** Words of a person on their way to a buyer: in the buyer's language, with every fact as it was, within what the channel takes. */
import { lint } from '../answering/linter.ts';
import { marketLanguage } from '../answering/voice.ts';
import { threadRules } from '../channels/manifests.ts';
import { isAnsweredLanguage } from '../domain/language.ts';
import { failed, found, type Outcome } from '../domain/outcome.ts';
import type { UsageLine } from '../domain/usage.ts';
import { languageThreshold } from '../policy/language.ts';
import type { ConversationView } from '../ports/conversations.ts';
import type { TranslationUse } from '../ports/translation.ts';
import type { DeskDeps, DeskProblem } from './desk-caller.ts';
import type { DeskSettings } from './desk-settings.ts';
import { lineOf } from './kit.ts';
import { isSameLanguage, translateWords, type TranslatedWords } from './translate-words.ts';

export type Prepared = {
  /** As the buyer reads it. */
  readonly text: string;
  readonly language: string;
  /** What the agent typed in. */
  readonly from: string;
  /** What the buyer reads, back in the agent's language; null: nothing was translated, or it is not to be had. */
  readonly back: string | null;
  /** What the agent should know: that the words went on untranslated. */
  readonly note: string | null;
  readonly length: number;
  readonly most: number;
  readonly lines: readonly UsageLine[];
};

/** Before words that could not be translated: a buyer must know why a strange language comes. */
const untranslated: Readonly<Record<string, string>> = {
  pt: 'Mensagem da nossa equipe (ainda sem tradução): ',
  es: 'Mensaje de nuestro equipo (aún sin traducción): ',
  en: 'A message from our team (not translated yet): ',
};

/** What the buyer reads: the language of the conversation, else that of the market. */
export const languageOfBuyer = ({ conversation }: ConversationView): string => {
  const { language, market } = conversation;
  return language !== null && (isAnsweredLanguage(language) || language !== 'unknown')
    ? language
    : marketLanguage(market);
};

const typedIn = (deps: DeskDeps, text: string, buyers: string): string => {
  // Few words tell little: then they are taken for the buyer's own.
  const { language, confidence } = deps.languages.languageOf(text, buyers);
  return language === 'unknown' || confidence < languageThreshold ? buyers : language;
};

const costs = (
  deps: DeskDeps,
  view: ConversationView,
  source: string,
  uses: readonly TranslationUse[],
): readonly UsageLine[] =>
  uses.map((use, index) => {
    const now = deps.clock();
    return lineOf(deps, view.conversation, {
      ...(use.by === 'service'
        ? { unit: 'translation_characters', quantity: use.characters }
        : {
            unit: 'model_tokens',
            quantity: use.tokensIn + use.tokensOut,
            detail: { model: use.model, in: use.tokensIn, out: use.tokensOut },
          }),
      source: `${source}#translation#${String(index)}`,
      language: view.conversation.language ?? 'unknown',
      intent: view.messages.at(-1)?.understanding?.intent ?? null,
      mode: 'human',
      module: 'translation',
      occurredAt: now,
      acceptedAt: now,
    });
  });

/** Names that the agent may write and nobody may translate: the buyer's order lines are facts, not words. */
const wordsInto = async (
  deps: DeskDeps,
  view: ConversationView,
  settings: DeskSettings,
  words: { readonly text: string; readonly from: string; readonly into: string },
): Promise<TranslatedWords> => {
  const { tenant, id, buyer } = view.conversation;
  return translateWords(deps, {
    conversation: { tenant, conversation: id, buyer },
    names: [],
    glossary: settings.glossary,
    ...words,
  });
};

const limits = (view: ConversationView) => threadRules(view.conversation.channel, view.conversation.audience);

/** Whether the channel takes it, in numbers that the agent can act on. */
const refused = (view: ConversationView, text: string, typed: string): DeskProblem | null => {
  const rules = limits(view);
  const most = rules.maximumCharacters;
  if (text.length > most) return { kind: 'too-long', text: typed, length: text.length, most };
  const [breach] = lint(text, rules).filter((one) => one !== 'too-long');
  return breach === undefined ? null : { kind: 'not-allowed-here', text: typed, because: breach };
};

/** `source` names what the words are for: a reply. */
export const prepareWords = async (
  deps: DeskDeps,
  view: ConversationView,
  settings: DeskSettings,
  typed: string,
  source: string,
): Promise<Outcome<Prepared, DeskProblem>> => {
  const into = languageOfBuyer(view);
  const from = typedIn(deps, typed, into);
  const said = await wordsInto(deps, view, settings, { text: typed, from, into });
  const failedToSay = said.by === 'none';
  const text = failedToSay ? `${untranslated[into] ?? untranslated['en'] ?? ''}${typed}` : said.text;
  const problem = refused(view, text, typed);
  if (problem !== null) return failed(problem);
  const returned =
    failedToSay || said.by === 'same' || isSameLanguage(from, into)
      ? null
      : await wordsInto(deps, view, settings, { text, from: into, into: from });
  const uses = [said.use, returned?.use ?? null].flatMap((use) => use ?? []);
  return found({
    text,
    language: into,
    from,
    back: returned === null || returned.by === 'none' ? null : returned.text,
    note: failedToSay ? `not translated: ${said.because ?? 'unavailable'}` : null,
    length: text.length,
    most: limits(view).maximumCharacters,
    lines: costs(deps, view, source, uses),
  });
};
