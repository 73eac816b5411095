/** What an evaluation of answers adds up to: how much was resolved without a person, what was wrong, what models would cost. */
import type { PlayedTurn } from './play.ts';
import type { Judged } from './score.ts';

const share = (part: number, whole: number): string =>
  whole === 0 ? 'none' : `${((100 * part) / whole).toFixed(1)} % (${String(part)} of ${String(whole)})`;

export type AnswerFigures = {
  readonly turns: number;
  readonly scored: number;
  readonly withFacts: number;
  readonly resolved: number;
  readonly rightActions: number;
  readonly wrongFacts: number;
  readonly wrongLanguage: number;
  readonly calls: number;
  /** On average for a call. */
  readonly tokens: Readonly<Record<'intent' | 'reply', { readonly in: number; readonly out: number }>>;
};

export type Tally = {
  add(turn: PlayedTurn, judged: Judged | null, conversation: string): void;
  figures(): AnswerFigures;
  /** Nothing that must not be said was said. */
  isClean(): boolean;
  report(): readonly string[];
};

export const tally = (): Tally => {
  const turns: { readonly turn: PlayedTurn; readonly judged: Judged | null; readonly name: string }[] = [];
  const callsFor = (use: 'intent' | 'reply') =>
    turns.flatMap(({ turn }) => turn.calls).filter((call) => call.use === use);
  const tokensOf = (use: 'intent' | 'reply') => {
    const calls = callsFor(use);
    const mean = (side: 'tokensIn' | 'tokensOut'): number =>
      calls.reduce((all, call) => all + call[side], 0) / Math.max(1, calls.length);
    return { in: mean('tokensIn'), out: mean('tokensOut') };
  };
  const figures = (): AnswerFigures => {
    const scored = turns.flatMap(({ judged }) => judged ?? []);
    const withFacts = scored.filter(({ hasFacts }) => hasFacts);
    return {
      turns: turns.length,
      scored: scored.length,
      withFacts: withFacts.length,
      resolved: withFacts.filter(({ isResolved }) => isResolved).length,
      rightActions: scored.filter(({ isRightAction }) => isRightAction).length,
      wrongFacts: scored.filter(({ wrong }) => wrong.length > 0).length,
      wrongLanguage: scored.filter(({ isRightLanguage }) => !isRightLanguage).length,
      calls: turns.reduce((sum, { turn }) => sum + turn.calls.length, 0),
      tokens: { intent: tokensOf('intent'), reply: tokensOf('reply') },
    };
  };
  const callsOf = (use: 'intent' | 'reply'): string => {
    const { in: tokensIn, out } = tokensOf(use);
    return `${String(callsFor(use).length)} ${use} calls, ${tokensIn.toFixed(0)} tokens in and ${out.toFixed(0)} out each`;
  };
  return {
    add: (turn, judged, name) => turns.push({ turn, judged, name }),
    figures,
    isClean: () => {
      const { wrongFacts, wrongLanguage } = figures();
      return wrongFacts === 0 && wrongLanguage === 0;
    },
    report: () => {
      const all = figures();
      const models = [
        `a model would be called ${(all.calls / Math.max(1, all.turns)).toFixed(2)} times a message: ${callsOf('intent')}; ${callsOf('reply')}`,
      ];
      if (all.scored === 0) return [`${String(all.turns)} turns`, ...models];
      return [
        `turns with their facts resolved without a person: ${share(all.resolved, all.withFacts)}`,
        `right action: ${share(all.rightActions, all.scored)}`,
        `wrong facts: ${String(all.wrongFacts)}, wrong language: ${String(all.wrongLanguage)}`,
        ...models,
      ];
    },
  };
};
