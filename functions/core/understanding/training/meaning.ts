/** Learns intent, mood, haste and risk from phrases, all in one table. */
import { escalationReasons, intents, sentiments } from '../../domain/intent.ts';
import { intentBuckets, intentFeatures } from '../features.ts';
import type { Head, LinearTable } from '../linear-model.ts';
import { chanceOf } from './chance.ts';
import { joinedPhrases } from './joined.ts';
import { type Example, learn } from './learner.ts';
import type { Phrase } from './phrase.ts';
import { quantised } from './quantise.ts';
import { mistyped, surrounded } from './variation.ts';

export const meaningHeads: readonly Head[] = [
  { name: 'intent', classes: intents },
  { name: 'sentiment', classes: sentiments },
  { name: 'urgency', classes: ['calm', 'urgent'] },
  { name: 'escalation', classes: ['none', ...escalationReasons] },
];

const one = (classes: readonly string[], name: string): ReadonlyMap<number, number> =>
  new Map([[classes.indexOf(name), 1]]);

/** A second intent takes part of the first one's share: the table then names it second. */
const secondShare = 0.25;

const intentTarget = ({ intent, secondary }: Phrase): ReadonlyMap<number, number> =>
  secondary === null || secondary === intent
    ? one(intents, intent)
    : new Map([
        [intents.indexOf(intent), 1 - secondShare],
        [intents.indexOf(secondary), secondShare],
      ]);

export const targetsOf = (phrase: Phrase): Example['targets'] => [
  intentTarget(phrase),
  one(sentiments, phrase.sentiment),
  new Map([[phrase.urgent ? 1 : 0, 1]]),
  escalationTarget(phrase.escalate),
];

const escalationTarget = (reason: Phrase['escalate']): ReadonlyMap<number, number> =>
  one(['none', ...escalationReasons], reason ?? 'none');

/** How much a made-up copy counts beside the phrase as written, and how much two phrases in one text. */
const copyWeight = 0.4;
const joinedWeight = 0.6;

/** Two phrases in one text say nothing of intent or mood, only whether a person must see them. */
const joinedExamples = (phrases: readonly Phrase[]): Example[] =>
  joinedPhrases(phrases).map(({ text, escalate }) => ({
    counts: intentFeatures(text),
    targets: [null, null, null, escalationTarget(escalate)],
    weight: joinedWeight,
  }));

/** The phrase as written, one copy with slips of the keys, one with words of courtesy around it; and pairs of phrases. */
export const examplesOf = (phrases: readonly Phrase[]): Example[] => {
  const chance = chanceOf(20_261_120);
  const single = phrases.flatMap((phrase) => {
    const targets = targetsOf(phrase);
    const made = (text: string, weight: number): Example => ({
      counts: intentFeatures(text),
      targets,
      weight,
    });
    const copies = [made(phrase.text, 1), made(mistyped(phrase.text, chance), copyWeight)];
    if (phrase.intent !== 'greeting_thanks') copies.push(made(surrounded(phrase, chance), copyWeight));
    return copies;
  });
  return [...single, ...joinedExamples(phrases)];
};

export const learnMeaning = (phrases: readonly Phrase[], epochs = 10): LinearTable =>
  quantised(
    learn(examplesOf(phrases), {
      buckets: intentBuckets,
      heads: meaningHeads,
      epochs,
      rate: 0.1,
      decay: 1e-6,
      fewest: 3,
      seed: 7,
    }),
  );
