/** All rules in one index: the words of a text name the few patterns that are worth a look. */
import { HashIndex } from '../hash-index.ts';
import { hashEnd, hashOf, hashStart, hashWith } from '../hashing.ts';
import { anyOf, type Rule } from './pattern.ts';
import { eachTrigger } from './trigger.ts';

/** What part of a rule a pattern plays. */
type Part = 'harmless' | 'says' | 'one' | 'other';
type Entry = {
  readonly rule: string;
  readonly part: Part;
  readonly pattern: string;
  expression: RegExp | null;
};

/** Says which rules a text, as `ruleText` leaves it, is heard to say. */
export type RuleBook = (text: string) => ReadonlySet<string>;

const shortestStem = 2;
const longestStem = 16;
const kind = 11;

const entriesOf = (rules: Readonly<Record<string, Rule>>): Entry[] => {
  const entries: Entry[] = [];
  const put = (rule: string, part: Part, patterns: readonly string[]): void => {
    for (const pattern of patterns) entries.push({ rule, part, pattern, expression: null });
  };
  for (const [rule, { harmless, says, together }] of Object.entries(rules)) {
    put(rule, 'harmless', harmless);
    put(rule, 'says', says.es);
    put(rule, 'says', says.pt);
    put(rule, 'says', says.en);
    if (together !== undefined) {
      put(rule, 'one', together[0]);
      put(rule, 'other', together[1]);
    }
  }
  return entries;
};

/** A pattern becomes an expression when a text first calls for it: most never do in one process. */
const expressionOf = (entry: Entry): RegExp => {
  entry.expression ??= anyOf([entry.pattern]);
  entry.expression.lastIndex = 0;
  return entry.expression;
};

const isHeard = (called: readonly Entry[], text: string): boolean => {
  const some = (part: Part): boolean =>
    called.some((entry) => entry.part === part && expressionOf(entry).test(text));
  return some('says') || (some('one') && some('other'));
};

/** Whole words and beginnings of words, each with the entries that they call. */
type Index = { readonly words: HashIndex; readonly stems: HashIndex };

const indexOf = (entries: readonly Entry[]): Index => {
  const index = { words: new HashIndex(), stems: new HashIndex() };
  entries.forEach(({ pattern }, number) => {
    const isFiled = eachTrigger(pattern, (text, start, end, begins) => {
      (begins ? index.stems : index.words).add(hashOf(kind, text, start, end), number);
    });
    if (!isFiled) throw new Error(`nothing to listen for in ${pattern}`);
  });
  return index;
};

const calledBy = ({ words, stems }: Index, text: string): Set<number> => {
  const called = new Set<number>();
  for (const word of new Set(text.split(' '))) {
    let hash = hashStart(kind);
    for (let at = 0; at < word.length; at += 1) {
      hash = hashWith(hash, word.charCodeAt(at));
      if (at + 1 < shortestStem || at >= longestStem) continue;
      for (const number of stems.valuesOf(hashEnd(hash))) called.add(number);
    }
    for (const number of words.valuesOf(hashEnd(hash))) called.add(number);
  }
  return called;
};

/**
 * The rules are read when a first text comes, not while a process starts.
 *
 * @param rules by name
 */
export const ruleBook = (rules: Readonly<Record<string, Rule>>): RuleBook => {
  let entries: readonly Entry[] = [];
  let index: Index | null = null;

  return (text) => {
    if (index === null) {
      entries = entriesOf(rules);
      index = indexOf(entries);
    }
    const byRule = new Map<string, Entry[]>();
    for (const number of calledBy(index, text)) {
      const entry = entries[number];
      if (entry === undefined) continue;
      const own = byRule.get(entry.rule);
      if (own === undefined) byRule.set(entry.rule, [entry]);
      else own.push(entry);
    }
    const heard = new Set<string>();
    for (const [rule, called] of byRule) {
      if (!isHeard(called, text)) continue;
      const rest = called
        .filter(({ part }) => part === 'harmless')
        .reduce((left, entry) => left.replace(expressionOf(entry), ' .'), text);
      if (rest === text || isHeard(called, rest)) heard.add(rule);
    }
    return heard;
  };
};
