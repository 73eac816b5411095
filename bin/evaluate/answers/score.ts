/** Whether a turn was answered as its case wants it. */
import type { Turn } from './cases.ts';
import type { PlayedTurn } from './play.ts';

/** Case, accents and the kinds of spaces tell nothing apart. */
const folded = (text: string): string =>
  text.normalize('NFKD').replaceAll(/\p{M}/gu, '').replaceAll(/\s+/gu, ' ').toLowerCase();

/** `/a pattern/` is one; anything else stands for itself. */
export const says = (text: string, wanted: string): boolean => {
  const pattern = /^\/(.+)\/[a-z]*$/s.exec(wanted)?.[1];
  const spoken = folded(text);
  return pattern === undefined ? spoken.includes(folded(wanted)) : new RegExp(pattern, 'iu').test(spoken);
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
  const missing = mustSay.filter((any) => !any.some((one) => says(text, one))).map((any) => any.join(' | '));
  const wrong = text === '' ? [] : mustNotSay.filter((one) => says(text, one));
  const isRightAction = actions.length === 0 || actions.includes(decision.kind);
  const language = decision.kind === 'ignore' ? undefined : decision.language;
  return {
    hasFacts,
    isRightAction,
    isResolved: decision.kind === 'reply' && isRightAction && missing.length === 0 && wrong.length === 0,
    missing,
    wrong,
    isRightLanguage:
      text === '' || turn.language === undefined || language === turn.language.slice(0, 2).toLowerCase(),
  };
};
