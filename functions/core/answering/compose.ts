/** One answer out of the situations: a greeting, a word for the mood, the matters themselves, and who comes next. */
import type { AsksFor } from '../domain/decision.ts';
import type { TenantTone } from '../domain/tenant.ts';
import { emojiIn, withoutEmoji } from './emoji.ts';
import { answers, variantsOf, type AnswerKey } from './fixed-answers/catalogue.ts';
import { greetings, inVoiceOf, openings } from './fixed-answers/openings.ts';
import type { Tone } from './fixed-answers/texts.ts';
import { saysOneOf } from './forbidden-words.ts';
import type { Situation } from './situations/situation.ts';
import { render, type Sentence, type Slots } from './template.ts';
import { languageOf, type Mood, type Voice } from './voice.ts';

export type Composition = {
  readonly situations: readonly [Situation, ...Situation[]];
  readonly voice: Voice;
  readonly mood: Mood;
  /** A person takes over: said once, at the end. */
  readonly handsOver: boolean;
  /** Offers and questions for a person belong in threads that only the buyer reads. */
  readonly audience: 'public' | 'private';
  readonly maximumCharacters: number;
  /** A whole number that moves on with each answer: which wording is tried first. */
  readonly variantSeed: number;
  /** What the buyer was sent before in this conversation, newest last; none: this answer greets. */
  readonly previousTexts: readonly string[];
  /** The seller's own: wordings with its forbidden words are passed over. */
  readonly tone?: TenantTone | undefined;
};

export type Composed = {
  readonly text: string;
  readonly facts: readonly string[];
  /** Which situations it tells, most important first: `order_status` becomes `where.moving`. */
  readonly because: string;
  readonly asksFor: AsksFor | null;
};

/** A sentence and how soon it may be left out when the platform allows less: 0 is never. */
type Part = Sentence & { readonly expendable: number };

/** What an answer says once: thanks, sorry, I understand. */
const said = [
  /graci|obrigad|thank/i,
  /disculp|lament|siento|perd[oó]n|desculp|sinto|sorry|apolog/i,
  /entiend|entend|understand|compr[ee]nd/i,
];
const repeats = (text: string, before: string): boolean =>
  said.some((words) => words.test(text) && words.test(before));

const joined = (parts: readonly Sentence[]): string => parts.map(({ text }) => text).join(' ');

const isForbidden = (text: string, { tone }: Composition): boolean => saysOneOf(text, tone?.forbidden ?? []);

/** Our words with the emoji that the seller, the buyer's mood and the words before leave them: one to an answer at most. */
const inTone = (words: string, { tone, mood }: Composition, before: string): string =>
  tone?.emoji === 'none' || mood === 'upset' || emojiIn(before) > 0 ? withoutEmoji(words) : words;

/**
 * The wording to use: starting from the seed, the first that was not sent before and repeats no courtesy of this very
 * answer; when all were sent, the one sent longest ago. Null: the seller forbids words of every one.
 */
const choose = (
  choices: readonly (readonly Sentence[])[],
  composition: Composition,
  before: string,
): readonly Sentence[] | null => {
  const { variantSeed, previousTexts } = composition;
  const turned = choices
    .map((_, index) => choices[(index + variantSeed) % choices.length] ?? [])
    .filter((sentences) => !isForbidden(joined(sentences), composition));
  const lastSent = (sentences: readonly Sentence[]): number =>
    previousTexts.findLastIndex((text) => text.includes(sentences[0]?.text ?? ''));
  const oldest = [...turned].sort((a, b) => lastSent(a) - lastSent(b));
  return oldest.find((one) => lastSent(one) < 0 && !repeats(joined(one), before)) ?? oldest[0] ?? null;
};

const noSlots: Slots = {};

const sentencesFor = (
  key: AnswerKey,
  slots: Slots,
  composition: Composition,
  before: string,
): readonly Sentence[] | null => {
  const { voice, mood } = composition;
  const choices = variantsOf(key, languageOf(voice), mood).map((template) =>
    render(inTone(template, composition, before), voice, slots),
  );
  return choose(choices, composition, before);
};

/** Bad news takes no cheerful hello, however calm the buyer is. */
const cheerful: ReadonlySet<Tone> = new Set<Tone>(['bright', 'help', 'direct']);

/** A greeting may be left out: without words that the seller allows there is none. */
const opening = (composition: Composition): readonly Part[] => {
  const { situations, voice, mood, previousTexts } = composition;
  const tone = answers[situations[0].key].tone;
  if (tone === 'own') return [];
  const chosen = (words: readonly string[], before: string): readonly Sentence[] => {
    const choices = words.map((word) => [{ text: inTone(word, composition, before), facts: [] }]);
    return choose(choices, composition, before) ?? [];
  };
  const greeting =
    previousTexts.length > 0
      ? []
      : chosen(inVoiceOf(greetings[cheerful.has(tone) ? mood : 'upset'], voice), '');
  const mooded =
    tone === 'direct' || tone === 'grave'
      ? []
      : chosen(inVoiceOf(openings[mood][tone], voice), joined(greeting));
  return [
    ...greeting.map((one) => ({ ...one, expendable: 5 })),
    ...mooded.map((one) => ({ ...one, expendable: 4 })),
  ];
};

/** Whole sentences go, the least needed first, until the rest fits; null when what must be said is too long. */
const fit = (parts: readonly Part[], maximumCharacters: number): readonly Part[] | null => {
  if (joined(parts).length <= maximumCharacters) return parts;
  const most = Math.max(...parts.map(({ expendable }) => expendable));
  if (most <= 0) return null;
  const index = parts.findLastIndex(({ expendable }) => expendable === most);
  return fit(parts.toSpliced(index, 1), maximumCharacters);
};

/** Holding answers tell of the person themselves. */
const tellsOfPerson = (key: AnswerKey): boolean => key.startsWith('holding.');

/** What comes after the matters: the person who takes over, or the offer of one. */
const ending = (situations: readonly Situation[], { handsOver, audience }: Composition): AnswerKey | null => {
  if (audience === 'public') return null;
  if (handsOver) return situations.some(({ key }) => tellsOfPerson(key)) ? null : 'hand.over';
  return situations.some(({ asksFor }) => asksFor === 'person') ? 'offer.person' : null;
};

/** The same matter is told once, however often it was asked about. */
const distinct = (situations: readonly Situation[]): readonly Situation[] =>
  situations.filter(({ key }, index) => situations.findIndex((other) => other.key === key) === index);

/** The slots without details that were said before; null: nothing is left to list. */
const slotsLeft = ({ slots, details }: Situation, before: readonly Part[]): Slots | null => {
  if (details === undefined) return slots;
  const said = new Set(before.flatMap(({ facts }) => facts));
  const left = details.filter(({ fact }) => !said.has(fact));
  if (left.length === 0) return null;
  return { ...slots, details: { text: left.map(({ words }) => words).join('; '), fact: null } };
};

/**
 * The answer's text with what it rests on; null when not even its first sentences fit the platform's length, or no
 * wording of a matter is without the seller's forbidden words.
 */
export const compose = (composition: Composition): Composed | null => {
  const situations = distinct(composition.situations);
  const parts: Part[] = [...opening(composition)];
  for (const [place, one] of situations.entries()) {
    const { key } = one;
    const slots = slotsLeft(one, parts);
    if (slots === null) continue;
    const sentences = sentencesFor(key, slots, composition, joined(parts));
    if (sentences === null) return null;
    for (const [index, sentence] of sentences.entries()) {
      parts.push({ ...sentence, expendable: index === 0 ? (place === 0 ? 0 : 1) : 2 });
    }
  }
  const last = ending(situations, composition);
  if (last !== null) {
    const expendable = composition.handsOver ? 0 : 3;
    const sentences = sentencesFor(last, noSlots, composition, joined(parts));
    if (sentences === null) return null;
    for (const sentence of sentences) parts.push({ ...sentence, expendable });
  }
  const kept = fit(parts, composition.maximumCharacters);
  // A phrase may begin in one sentence and end in the next.
  if (kept === null || isForbidden(joined(kept), composition)) return null;
  const facts = [...situations.flatMap(({ basis }) => basis), ...kept.flatMap((part) => part.facts)];
  return {
    text: joined(kept),
    facts: [...new Set(facts)].sort(),
    because: situations.map(({ key }) => key).join('+'),
    asksFor: asked(situations, composition),
  };
};

/** A datum that we lack is asked for before a person is offered. */
const asked = (situations: readonly Situation[], { handsOver, audience }: Composition): AsksFor | null => {
  if (handsOver) return null;
  const wants = situations.map(({ asksFor }) => asksFor);
  if (wants.includes('order_number')) return 'order_number';
  return audience === 'private' && wants.includes('person') ? 'person' : null;
};
