/** Two phrases in one message, as buyers write: a reason to call a person is learned wherever it stands in a text. */
import { type Chance, chanceOf } from './chance.ts';
import type { Phrase } from './phrase.ts';

/** A text made of two phrases; `escalate` is the reason of the one that has it. */
export type Joined = Pick<Phrase, 'text' | 'escalate'>;

const joints = ['. ', ', ', ' ', ' - ', '... ', '\n'];
/** Longer phrases are messages of several clauses already. */
const longest = 160;
/** Harmless pairs for each pair with a reason: a long message alone is none. */
const harmlessPairs = 1.5;
/** Requests for a person outnumber the other reasons. */
const personShare = 0.3;

const pick = <Item>(items: readonly Item[], chance: Chance): Item | undefined =>
  items[chance.below(items.length)];

const ofLanguage = (phrases: readonly Phrase[], chance: Chance): Joined[] => {
  const short = phrases.filter(
    ({ text, intent }) => text.length < longest && intent !== 'other_out_of_scope',
  );
  const harmless = short.filter(({ escalate }) => escalate === null);
  const grave = short.filter(
    ({ escalate }) => escalate !== null && (escalate !== 'human_requested' || chance.next() < personShare),
  );
  const join = (one: Phrase, other: Phrase | undefined): Joined => {
    const texts = [one.text, other?.text ?? ''];
    if (chance.next() < 0.5) texts.reverse();
    return { text: texts.join(pick(joints, chance)), escalate: one.escalate };
  };
  const pairs = Array.from({ length: Math.round(grave.length * harmlessPairs) }, () =>
    pick(harmless, chance),
  );
  return [
    ...grave.map((phrase) => join(phrase, pick(harmless, chance))),
    ...pairs.flatMap((phrase) => (phrase === undefined ? [] : [join(phrase, pick(harmless, chance))])),
  ];
};

/** Repeatable: the same phrases give the same pairs. */
export const joinedPhrases = (phrases: readonly Phrase[]): Joined[] => {
  const chance = chanceOf(20_261_123);
  return [...Map.groupBy(phrases, ({ language }) => language).values()].flatMap((own) =>
    ofLanguage(own, chance),
  );
};
