/** Whether a turn was answered as its case wants it. */
import type { Turn } from './cases.ts';
import type { PlayedTurn } from './play.ts';

/** Without its accents; the kinds of spaces tell nothing apart. */
const bare = (text: string): string =>
  text.normalize('NFD').replaceAll(/\p{M}/gu, '').replaceAll(/\s+/gu, ' ');

/**
 * Whether a pattern of the cases occurs in what was said (tests/evaluation/answers/README.md): `/a pattern/` is one,
 * written without accents; anything else stands for itself. Case tells nothing apart.
 */
export const occurs = (wanted: string, text: string): boolean => {
  const pattern = /^\/(.+)\/[a-z]*$/s.exec(wanted)?.[1];
  const spoken = bare(text);
  return pattern === undefined
    ? spoken.toLowerCase().includes(bare(wanted).toLowerCase())
    : new RegExp(pattern, 'iu').test(spoken);
};

export const wordsOf = ({ decision }: PlayedTurn): string | null => {
  switch (decision.kind) {
    case 'reply':
    case 'draft':
      return decision.text;
    case 'escalate':
      return decision.holding;
    case 'ignore':
      return null;
  }
};

export type Judged = {
  /** The seeds hold what it takes. */
  readonly hasFacts: boolean;
  /** Nobody had to help, and all that had to be said was said, and nothing else. */
  readonly isResolved: boolean;
  /** The right thing was done, by whoever. */
  readonly isRightAction: boolean;
  readonly missing: readonly string[];
  /** What must not be said and was, to the buyer or in a draft. */
  readonly wrong: readonly string[];
  readonly isRightLanguage: boolean;
};

const listOf = (action: Turn['action']): readonly string[] =>
  action === undefined ? [] : typeof action === 'string' ? [action] : action;

/** Null: the case says nothing of what a good answer is. */
export const judge = (turn: Turn, played: PlayedTurn): Judged | null => {
  const { mustSay = [], mustNotSay = [], hasFacts = false } = turn;
  const actions = listOf(turn.action);
  if (mustSay.length === 0 && mustNotSay.length === 0 && actions.length === 0) return null;
  const { decision } = played;
  const text = wordsOf(played) ?? '';
  // Of holding words no facts are wanted; that nothing forbidden is said holds for everything.
  const answer = decision.kind === 'reply' || decision.kind === 'draft' ? text : '';
  const missing = mustSay
    .filter((any) => !any.some((one) => occurs(one, answer)))
    .map((any) => any.join(' | '));
  const wrong = text === '' ? [] : mustNotSay.filter((one) => occurs(one, text));
  const isRightAction = actions.length === 0 || actions.includes(decision.kind);
  const language = decision.kind === 'ignore' ? undefined : decision.language;
  const isRightLanguage =
    text === '' ||
    turn.language === undefined ||
    turn.language === null ||
    language === turn.language.slice(0, 2).toLowerCase();
  return {
    hasFacts,
    isRightAction,
    isResolved:
      decision.kind === 'reply' &&
      isRightAction &&
      isRightLanguage &&
      missing.length === 0 &&
      wrong.length === 0,
    missing,
    wrong,
    isRightLanguage,
  };
};
