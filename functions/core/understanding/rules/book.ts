/** All rules in one index: the words of a text name the few patterns that are worth a look. */
import { anyOf, type Rule } from './pattern.ts';
import { triggersOf } from './trigger.ts';

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
const longestStem = 14;

const entriesOf = (rules: Readonly<Record<string, Rule>>): Entry[] =>
  Object.entries(rules).flatMap(([rule, { harmless, says, together = [[], []] }]) => {
    const entries = (part: Part, patterns: readonly string[]): Entry[] =>
      patterns.map((pattern) => ({ rule, part, pattern, expression: null }));
    return [
      ...entries('harmless', harmless),
      ...entries('says', [...says.es, ...says.pt, ...says.en]),
      ...entries('one', together[0]),
      ...entries('other', together[1]),
    ];
  });

const put = (map: Map<string, Entry[]>, key: string, entry: Entry): void => {
  const known = map.get(key);
  if (known === undefined) map.set(key, [entry]);
  else known.push(entry);
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

/** @param rules by name */
export const ruleBook = (rules: Readonly<Record<string, Rule>>): RuleBook => {
  const words = new Map<string, Entry[]>();
  const stems = new Map<string, Entry[]>();
  for (const entry of entriesOf(rules)) {
    const triggers = triggersOf(entry.pattern);
    if (triggers === null) throw new Error(`nothing to listen for in ${entry.pattern}`);
    for (const { word, begins } of triggers) put(begins ? stems : words, word, entry);
  }

  const calledBy = (text: string): Map<string, Set<Entry>> => {
    const called = new Map<string, Set<Entry>>();
    const call = (entries: readonly Entry[] | undefined): void => {
      for (const entry of entries ?? []) {
        const own = called.get(entry.rule);
        if (own === undefined) called.set(entry.rule, new Set([entry]));
        else own.add(entry);
      }
    };
    for (const word of new Set(text.split(' '))) {
      call(words.get(word));
      for (let length = shortestStem; length <= Math.min(word.length, longestStem); length += 1) {
        call(stems.get(word.slice(0, length)));
      }
    }
    return called;
  };

  return (text) => {
    const heard = new Set<string>();
    for (const [rule, entries] of calledBy(text)) {
      const called = [...entries];
      if (!isHeard(called, text)) continue;
      const rest = called
        .filter(({ part }) => part === 'harmless')
        .reduce((left, entry) => left.replace(expressionOf(entry), ' .'), text);
      if (rest === text || isHeard(called, rest)) heard.add(rule);
    }
    return heard;
  };
};
