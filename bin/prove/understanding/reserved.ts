/** How good the first tier is on messages that nothing was trained on, against what it should reach. */
import {
  dialectsBehind,
  figuresOf,
  type Judged,
} from '../../../functions/core/understanding/evaluation/judge.ts';
import { understand } from '../../../functions/core/understanding/understand.ts';
import { atLeast, exactly, type Figure } from '../figure.ts';
import { reservedCases, trainedTier } from './cases.ts';

/** The least of each, in percent. */
const bounds: readonly (readonly [name: string, figure: string, least: number])[] = [
  ['language-3-words', 'languageLong', 99.5],
  ['language-1-2-words', 'languageShort', 80],
  ['precision-of-answered', 'answeredPrecision', 97],
  ['answered', 'answered', 65],
  ['intent-lenient', 'intentLenient', 78],
  ['escalation-recall', 'escalationRecall', 95],
  ['escalation-precision', 'escalationPrecision', 75],
];

export const onReservedCases = (): readonly Figure[] => {
  const tier = trainedTier();
  const judged: readonly Judged[] = reservedCases().map((reserved) => ({
    reserved,
    answer: understand(tier, { text: reserved.text }),
  }));
  const figures = figuresOf(judged);
  return [
    ...bounds.map(([name, figure, least]) =>
      atLeast(`understanding.${name}`, 100 * (figures[figure] ?? 0), least, '%'),
    ),
    exactly('understanding.dialects-behind', dialectsBehind(judged).length, 0),
  ];
};
