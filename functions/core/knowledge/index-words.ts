/** The words of passages as an index: for each term the passages that hold it, and how much each says of it. */
import { cognateTerm, meaningTerm, wordsOf, type Word } from './terms.ts';

/** One passage as words are counted in it. */
export type Indexed = {
  readonly language: string;
  /** Title and category of the article. */
  readonly title: string;
  readonly heading: string;
  readonly text: string;
};

export type WordIndex = {
  readonly terms: readonly string[];
  /** Where the passages of a term begin; one more than terms. */
  readonly starts: Uint32Array;
  readonly passages: Uint32Array;
  /** 0 to 255: the part of its possible weight that the term has in the passage. */
  readonly impacts: Uint8Array;
};

/** What one word counts by where it stands, and how much a long field takes from it. Chosen on questions of our own. */
const fields = {
  title: { weight: 2, length: 0.2 },
  heading: { weight: 2.2, length: 0.3 },
  text: { weight: 1, length: 0.5 },
} as const;
type Field = keyof typeof fields;
const fieldNames: readonly Field[] = ['title', 'heading', 'text'];

/** How soon a term that comes again says nothing more: https://en.wikipedia.org/wiki/Okapi_BM25. */
const saturation = 1.2;

const termsIn = ({ stem, cognate, meanings }: Word): readonly string[] => [
  ...(stem === '' ? [] : [stem]),
  ...(cognate === null ? [] : [cognateTerm(cognate)]),
  ...meanings.map(meaningTerm),
];

type Counted = { readonly counts: ReadonlyMap<string, number>; readonly length: number };

const countedIn = (text: string, language: string): Counted => {
  const words = wordsOf(text, language);
  const counts = new Map<string, number>();
  for (const term of words.flatMap(termsIn)) counts.set(term, (counts.get(term) ?? 0) + 1);
  return { counts, length: words.length };
};

type Weights = ReadonlyMap<string, number>;

const weighed = (
  counted: Readonly<Record<Field, Counted>>,
  usual: Readonly<Record<Field, number>>,
): Weights => {
  const weights = new Map<string, number>();
  for (const field of fieldNames) {
    const { weight, length } = fields[field];
    const { counts, length: own } = counted[field];
    const long = 1 - length + length * (own / Math.max(1, usual[field]));
    for (const [term, count] of counts) weights.set(term, (weights.get(term) ?? 0) + (weight * count) / long);
  }
  return weights;
};

const average = (counted: readonly Readonly<Record<Field, Counted>>[], field: Field): number =>
  counted.reduce((sum, one) => sum + one[field].length, 0) / Math.max(1, counted.length);

export const indexWords = (passages: readonly Indexed[]): WordIndex => {
  const counted = passages.map(({ language, title, heading, text }) => ({
    title: countedIn(title, language),
    heading: countedIn(heading, language),
    text: countedIn(text, language),
  }));
  const usual = {
    title: average(counted, 'title'),
    heading: average(counted, 'heading'),
    text: average(counted, 'text'),
  };
  const postings = new Map<string, [passage: number, impact: number][]>();
  counted.forEach((one, passage) => {
    for (const [term, weight] of weighed(one, usual)) {
      const impact = Math.max(1, Math.round((255 * weight) / (weight + saturation)));
      const standing = postings.get(term);
      if (standing === undefined) postings.set(term, [[passage, impact]]);
      else standing.push([passage, impact]);
    }
  });
  // In order, so that the same articles give the same bytes.
  const terms = [...postings.keys()].sort();
  const lists = terms.map((term) => postings.get(term) ?? []);
  const starts = new Uint32Array(terms.length + 1);
  lists.forEach((list, at) => {
    starts[at + 1] = (starts[at] ?? 0) + list.length;
  });
  const all = lists.flat();
  return {
    terms,
    starts,
    passages: Uint32Array.from(all, ([passage]) => passage),
    impacts: Uint8Array.from(all, ([, impact]) => impact),
  };
};
