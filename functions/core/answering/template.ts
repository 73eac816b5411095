/**
 * The small language of the fixed answers.
 *
 * `{slot}` is filled from facts; `[a part]` is said only when all of its slots are known; `<tú|vos>` gives the form
 * for most of Spanish America and the one for voseo; `<word>` is a word that each country says its own way.
 */
import { localWord, type Voice } from './voice.ts';

/** A value from the facts as the buyer reads it; `fact` is its path, null where it follows from several. */
export type Slot = { readonly text: string; readonly fact: string | null };
export type Slots = Readonly<Record<string, Slot>>;

/** One sentence ready to be said, and the facts that it states. */
export type Sentence = { readonly text: string; readonly facts: readonly string[] };

const slotPattern = /\{(\w+)\}/g;
const optionalPattern = /\[([^[\]]*)\]/g;
const formsPattern = /<([^<>|]+)(?:\|([^<>]*))?>/g;

/** Names of the slots in a template, optional parts included. */
export const slotNames = (template: string): readonly string[] =>
  [...template.matchAll(slotPattern)].map(([, name]) => name ?? '');

const inVoice = (template: string, voice: Voice): string =>
  template.replace(formsPattern, (_, first: string, voseo: string | undefined) => {
    if (voseo === undefined) return localWord(first, voice);
    return voice === 'es-AR' ? voseo : first;
  });

const withKnownParts = (template: string, slots: Slots): string =>
  template.replace(optionalPattern, (_, part: string) =>
    slotNames(part).every((name) => slots[name] !== undefined) ? part : '',
  );

/** Before the slots are filled: a full stop inside a value ends no sentence. */
const sentencesOf = (template: string): readonly string[] =>
  template
    .split(/(?<=[.!?…])\s+/)
    .map((sentence) => sentence.trim())
    .filter((sentence) => sentence !== '');

const fill = (sentence: string, slots: Slots): Sentence => {
  const facts: string[] = [];
  const text = sentence.replace(slotPattern, (_, name: string) => {
    const slot = slots[name];
    if (slot === undefined)
      throw new Error(`a fixed answer wants {${name}}, which its situation does not give`);
    if (slot.fact !== null) facts.push(slot.fact);
    return slot.text;
  });
  return { text, facts };
};

/** The template's sentences in a voice. Throws when a slot outside an optional part is missing: that is our bug. */
export const render = (template: string, voice: Voice, slots: Slots): readonly Sentence[] =>
  sentencesOf(withKnownParts(inVoice(template, voice), slots)).map((sentence) => fill(sentence, slots));
