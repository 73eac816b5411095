/** Words of which one stands in every text that a pattern matches: so that most patterns need no look at most texts. */

/** A whole word, or what a word begins with. */
export type Trigger = { readonly word: string; readonly begins: boolean };

type Element = { readonly text: string; readonly isGroup: boolean };

/** Where the parenthesis that opens at `from` closes. */
const closing = (pattern: string, from: number): number => {
  let depth = 0;
  for (let at = from; at < pattern.length; at += 1) {
    if (pattern[at] === '(') depth += 1;
    if (pattern[at] === ')') depth -= 1;
    if (depth === 0) return at;
  }
  throw new Error(`a parenthesis stays open in ${pattern}`);
};

/** What may stand behind a group; `?` and `*` say that it may be missing. */
const repeats = /^[?*+]/;

/** Words and groups that a match cannot do without, in their order. */
const elementsOf = (pattern: string): Element[] => {
  const elements: Element[] = [];
  let at = 0;
  while (at < pattern.length) {
    if (pattern[at] === '(') {
      const end = closing(pattern, at);
      const repeat = repeats.exec(pattern.slice(end + 1))?.[0] ?? '';
      if (repeat !== '?' && repeat !== '*')
        elements.push({ text: pattern.slice(at + 1, end), isGroup: true });
      at = end + 1 + repeat.length;
    } else {
      const word = /^[^ (]+/.exec(pattern.slice(at))?.[0] ?? '';
      const grows = pattern[at + word.length] === '(' ? '*' : '';
      if (word !== '') elements.push({ text: word + grows, isGroup: false });
      at += Math.max(1, word.length);
    }
  }
  return elements;
};

/** Choices of a group, parted at its own level. */
const choicesOf = (group: string): string[] => {
  const choices: string[] = [];
  let depth = 0;
  let from = 0;
  Array.from(group).forEach((place, at) => {
    if (place === '(') depth += 1;
    if (place === ')') depth -= 1;
    if (place === '|' && depth === 0) {
      choices.push(group.slice(from, at));
      from = at + 1;
    }
  });
  return [...choices, group.slice(from)];
};

const shortest = 2;

const triggerOfWord = (text: string): Trigger[] | null => {
  const [start = ''] = /^[a-z0-9]*/.exec(text) ?? [];
  const next = text[start.length];
  const word = next === '?' ? start.slice(0, -1) : start;
  if (word.length < shortest && next !== undefined) return null;
  return word === '' ? null : [{ word, begins: next !== undefined }];
};

const triggersOfElement = ({ text, isGroup }: Element): Trigger[] | null => {
  if (!isGroup) return triggerOfWord(text);
  const all = choicesOf(text).map(triggersOf);
  return all.every((some) => some !== null) ? all.flat() : null;
};

/** Rarer is better: long words, few of them. */
const worthOf = (triggers: readonly Trigger[]): number =>
  Math.min(...triggers.map(({ word, begins }) => word.length - (begins ? 1 : 0))) - triggers.length / 100;

/** The rarest set of words of which each match holds one; null where a pattern is nothing but gaps. */
export const triggersOf = (pattern: string): Trigger[] | null => {
  let best: Trigger[] | null = null;
  for (const element of elementsOf(pattern)) {
    const triggers = triggersOfElement(element);
    if (triggers !== null && (best === null || worthOf(triggers) > worthOf(best))) best = triggers;
  }
  return best;
};
