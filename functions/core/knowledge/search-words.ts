/** Passages by the words of a question: what says the same thing in other words counts once, and a little less. */
import type { Intent } from '../domain/intent.ts';
import { intentTopics } from './intent-topics.ts';
import { nearTerms } from './near-spelling.ts';
import type { KnowledgeIndex } from './open-index.ts';
import { cognateTerm, meaningTerm, wordsOf, type Word } from './terms.ts';

/** What a match counts by how it came about. Chosen on questions of our own. */
const worth = { stem: 1, meaning: 0.9, near: 0.6, cognate: 0.45, intent: 0.5 };
/** Of what a word finds beside its best term. */
const beside = 0.25;
/** What a word weighs that stands in no article: as if it stood in so large a part of them. */
const unknownShare = 0.05;

export type WordScores = {
  /** By passage; what the intent adds is in it. */
  readonly order: Float32Array;
  /** 0 to 1: how much of the question stands in a passage. */
  readonly shareOf: (passage: number) => number;
};

type Term = { readonly place: number; readonly worth: number };

const rarity = (passages: number, holding: number): number =>
  Math.log(1 + (passages - holding + 0.5) / (holding + 0.5));

const placed = (index: KnowledgeIndex, term: string, value: number): readonly Term[] => {
  const place = index.terms.get(term);
  return place === undefined ? [] : [{ place, worth: value }];
};

const termsOf = (index: KnowledgeIndex, { stem, cognate, meanings }: Word): readonly Term[] => {
  const known = [
    ...(stem === '' ? [] : placed(index, stem, worth.stem)),
    ...meanings.flatMap((meaning) => placed(index, meaningTerm(meaning), worth.meaning)),
  ];
  const alike = cognate === null ? [] : placed(index, cognateTerm(cognate), worth.cognate);
  if (known.length > 0 || alike.length > 0) return [...known, ...alike];
  return nearTerms(index.terms, stem).flatMap((near) => placed(index, near, worth.near));
};

const distinct = (words: readonly Word[]): readonly Word[] => [
  ...new Map(
    words.map((word) => [`${word.stem}|${word.stem === '' ? word.meanings.join('|') : ''}`, word]),
  ).values(),
];

/** Adds up, for one thing that is asked, the best of its terms in each passage and a little of the others. */
const adder = (index: KnowledgeIndex) => {
  const count = index.articleOf.length;
  const best = new Float32Array(count);
  const sum = new Float32Array(count);
  const touched = new Uint32Array(count);
  /** @returns what a passage would get that is about nothing else */
  return (terms: readonly Term[], into: Float32Array): number => {
    let touches = 0;
    let possible = 0;
    for (const { place, worth: value } of terms) {
      const from = index.starts[place] ?? 0;
      const to = index.starts[place + 1] ?? from;
      const weight = value * rarity(count, to - from);
      possible = Math.max(possible, weight);
      for (let at = from; at < to; at += 1) {
        const passage = index.passages[at] ?? 0;
        const gained = (weight * (index.impacts[at] ?? 0)) / 255;
        if (sum[passage] === 0) touched[touches++] = passage;
        sum[passage] = (sum[passage] ?? 0) + gained;
        if (gained > (best[passage] ?? 0)) best[passage] = gained;
      }
    }
    for (let at = 0; at < touches; at += 1) {
      const passage = touched[at] ?? 0;
      const most = best[passage] ?? 0;
      into[passage] = (into[passage] ?? 0) + most + beside * ((sum[passage] ?? 0) - most);
      best[passage] = 0;
      sum[passage] = 0;
    }
    return possible;
  };
};

export const scoreWords = (
  index: KnowledgeIndex,
  question: string,
  language: string,
  intent: Intent | null,
): WordScores => {
  const count = index.articleOf.length;
  const asked = new Float32Array(count);
  const add = adder(index);
  let possible = 0;
  for (const word of distinct(wordsOf(question, language))) {
    const terms = termsOf(index, word);
    possible += terms.length === 0 ? rarity(count, unknownShare * count) : add(terms, asked);
  }
  const topics = intent === null ? [] : intentTopics[intent];
  const order = topics.length === 0 ? asked : asked.slice();
  for (const topic of topics) add(placed(index, meaningTerm(topic), worth.intent), order);
  return {
    order,
    shareOf: (passage) => (possible === 0 ? 0 : Math.min(1, (asked[passage] ?? 0) / possible)),
  };
};
