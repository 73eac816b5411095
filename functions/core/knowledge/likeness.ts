/** Questions that ask the same thing in other words, put together. */
import { cognateTerm, meaningTerm, wordsOf } from './terms.ts';

export type Worded = { readonly text: string; readonly language: string };

/** What masking leaves in place of personal data says nothing about the question. */
const masked = /\[[A-Z_0-9]+\]/g;

/** What a question is about: the meanings of its words, or what they have in common with words of other languages. */
const termsOf = ({ text, language }: Worded): ReadonlySet<string> =>
  new Set(
    wordsOf(text.replace(masked, ' '), language).flatMap(({ stem, cognate, meanings }) => {
      if (meanings.length > 0) return meanings.map(meaningTerm);
      return cognate === null ? (stem === '' ? [] : [stem]) : [cognateTerm(cognate)];
    }),
  );

/** From here on two questions ask the same: shared weight by the weight of both. */
const alike = 0.5;

/**
 * Groups, the largest first, and in each the question that shares most with the others first. Rare words count more
 * than what everybody asks about. A question without a word that says anything is in no group.
 */
export const groupedByLikeness = <One extends Worded>(
  questions: readonly One[],
): readonly (readonly One[])[] => {
  const known = questions
    .map((question) => ({ question, terms: termsOf(question) }))
    .filter(({ terms }) => terms.size > 0);
  const holding = new Map<string, number>();
  for (const { terms } of known) for (const term of terms) holding.set(term, (holding.get(term) ?? 0) + 1);
  const weight = (term: string): number => Math.log(1 + known.length / (holding.get(term) ?? 1)) ** 2;
  const weightOf = (terms: Iterable<string>): number =>
    [...terms].reduce((sum, term) => sum + weight(term), 0);
  type Group = { readonly leader: ReadonlySet<string>; readonly own: number; readonly questions: One[] };
  const groups: Group[] = [];
  /** Only groups that share a term are looked at. */
  const led = new Map<string, Group[]>();
  // What says most leads, so that a short question joins it and not the other way round.
  const inOrder = known
    .map((one) => ({ ...one, own: Math.sqrt(weightOf(one.terms)) }))
    .sort((one, other) => other.own - one.own);
  for (const { question, terms, own } of inOrder) {
    const near = new Set([...terms].flatMap((term) => led.get(term) ?? []));
    let best: Group | null = null;
    let most = alike;
    for (const group of near) {
      const shared = weightOf([...terms].filter((term) => group.leader.has(term)));
      const likeness = shared / (own * group.own);
      if (likeness >= most) [best, most] = [group, likeness];
    }
    if (best !== null) {
      best.questions.push(question);
      continue;
    }
    const group: Group = { leader: terms, own, questions: [question] };
    groups.push(group);
    for (const term of terms) {
      const standing = led.get(term);
      if (standing === undefined) led.set(term, [group]);
      else standing.push(group);
    }
  }
  return groups.map(({ questions: all }) => all).sort((one, other) => other.length - one.length);
};
