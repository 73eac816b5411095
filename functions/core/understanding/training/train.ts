/** From phrases to tables: learns, and judges itself on phrases held back, to set temperatures and limits. */
import { intents } from '../../domain/intent.ts';
import { intentFeatures, languageFeatures, spokenWords } from '../features.ts';
import { columnsOf } from '../first-tier.ts';
import { scores, softmax } from '../linear-model.ts';
import { ruleText } from '../rules/pattern.ts';
import { readable } from '../text.ts';
import type { TrainedTables } from '../table-format.ts';
import { type Decided, type Judged, limitFor, temperatureOf } from './calibration.ts';
import { learnLanguages } from './language.ts';
import { learnMeaning, meaningHeads, targetsOf } from './meaning.ts';
import type { Phrase, Sentence } from './phrase.ts';

const folds = 4;

/** What was seen on phrases held back; shares from 0 to 1. */
export type TrainingReport = {
  readonly phrases: number;
  readonly sentences: number;
  readonly accuracy: number;
  readonly answered: number;
  readonly precision: number;
};

/** Phrases with the same words stay in one fold, whatever their language. */
const foldOf = (phrase: Phrase): number => {
  const text = ruleText(readable(phrase.text));
  let sum = 0;
  for (const character of text) sum = (sum * 31 + (character.codePointAt(0) ?? 0)) % 65_521;
  return sum % folds;
};

type Held = { readonly phrase: Phrase; readonly raw: Float64Array };

const heldBack = (phrases: readonly Phrase[]): Held[] =>
  Array.from({ length: folds }, (_, fold) => fold).flatMap((fold) => {
    const table = learnMeaning(
      phrases.filter((phrase) => foldOf(phrase) !== fold),
      6,
    );
    return phrases
      .filter((phrase) => foldOf(phrase) === fold)
      .map((phrase) => ({ phrase, raw: scores(table, intentFeatures(phrase.text)) }));
  });

const judged = (held: readonly Held[], head: number): Judged[] => {
  const name = meaningHeads[head]?.name ?? '';
  const { start, classes } = columnsOf({ heads: meaningHeads }, name);
  return held.map(({ phrase, raw }) => {
    const [best] = [...(targetsOf(phrase)[head] ?? new Map<number, number>())].sort(
      (one, other) => other[1] - one[1],
    );
    return { raw: raw.slice(start, start + classes.length), right: best?.[0] ?? 0 };
  });
};

const decidedIntents = (held: readonly Held[], temperature: number): Decided[] =>
  held.map(({ phrase, raw }) => {
    const chances = softmax(raw.slice(0, intents.length), temperature);
    const confidence = Math.max(...chances);
    const best = intents[chances.indexOf(confidence)];
    return { confidence, right: best === phrase.intent || best === phrase.secondary };
  });

/** A message that a person sees is answered by nobody else: it has no say in where answers begin. */
const unwatched = (held: readonly Held[]): Held[] => held.filter(({ phrase }) => phrase.escalate === null);

/** What an answer of the first tier must hold to on phrases that it never saw. */
const promisedPrecision = 0.96;

export const train = (
  phrases: readonly Phrase[],
  sentences: readonly Sentence[],
): { readonly tables: TrainedTables; readonly report: TrainingReport } => {
  const held = heldBack(phrases);
  const temperatures = Object.fromEntries(
    meaningHeads.map(({ name }, head) => [name, temperatureOf(judged(held, head))]),
  );
  const decided = decidedIntents(held, temperatures['intent'] ?? 1);
  const answered = limitFor(decidedIntents(unwatched(held), temperatures['intent'] ?? 1), promisedPrecision);
  const stood = decided.filter(({ confidence }) => confidence >= answered);
  const language = learnLanguages([...phrases, ...sentences]);
  return {
    tables: {
      intent: learnMeaning(phrases),
      language,
      temperatures: { ...temperatures, language: languageTemperature(phrases, sentences) },
      thresholds: { answered },
    },
    report: {
      phrases: phrases.length,
      sentences: sentences.length,
      accuracy: share(decided),
      answered: stood.length / Math.max(1, decided.length),
      precision: share(stood),
    },
  };
};

const share = (answers: readonly Decided[]): number =>
  answers.filter(({ right }) => right).length / Math.max(1, answers.length);

/** From a table that never saw every fifth sentence. */
const languageTemperature = (phrases: readonly Phrase[], sentences: readonly Sentence[]): number => {
  const all = [...phrases, ...sentences];
  const table = learnLanguages(all.filter((_, at) => at % 5 !== 0));
  const { start, classes } = columnsOf(table, 'language');
  const answers = all
    .filter(({ language }, at) => at % 5 === 0 && classes.includes(language))
    .map(({ text, language }) => ({
      raw: scores(table, languageFeatures(spokenWords(readable(text)))).slice(start, start + classes.length),
      right: classes.indexOf(language),
    }));
  return temperatureOf(answers);
};
