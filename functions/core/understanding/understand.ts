/** What one buyer message means, by the trained table and by rules, in the process. */
import {
  escalationReasons,
  isIntent,
  isSentiment,
  type EscalationReason,
  type Intent,
  type Sentiment,
  type Understanding,
} from '../domain/intent.ts';
import type { LanguageCode } from '../domain/language.ts';
import { findEntities } from './entities/find.ts';
import { intentFeatures } from './features.ts';
import { columnsOf, type FirstTier } from './first-tier.ts';
import { recogniseLanguage } from './language/recognise.ts';
import { variantOf } from './language/variant.ts';
import { scores, softmax } from './linear-model.ts';
import { hear } from './rules/escalation.ts';
import { onlyGreets } from './rules/greetings.ts';
import { ruleText } from './rules/pattern.ts';
import { isShouted, readable, wordsOf } from './text.ts';

/** What `understand` reads. */
export type BuyerText = {
  readonly text: string;
  /** The language of the conversation so far: it decides for texts of a word or two. */
  readonly conversationLanguage?: LanguageCode | undefined;
};

type Ranked = { readonly name: string; readonly chance: number };

const ranked = (tier: FirstTier, raw: Float64Array, head: string): Ranked[] => {
  const { start, classes } = columnsOf(tier.intent, head);
  const chances = softmax(raw.slice(start, start + classes.length), tier.temperatures[head] ?? 1);
  return classes
    .map((name, at) => ({ name, chance: chances[at] ?? 0 }))
    .sort((one, other) => other.chance - one.chance);
};

const chanceOf = (all: readonly Ranked[], name: string): number =>
  all.find((entry) => entry.name === name)?.chance ?? 0;

const usual = { answered: 0.8, secondary: 0.2, escalate: 0.25, urgent: 0.3, asked: 0.4 };
const letters = /\p{L}/u;

/**
 * Reads one message. Any text gets an answer: an empty one is `unknown`, `other_out_of_scope`, not answered.
 * Pure: the same text and tables give the same meaning. Takes time in proportion to the text.
 */
export const understand = (tier: FirstTier, { text, conversationLanguage }: BuyerText): Understanding => {
  const read = readable(text);
  const said = ruleText(read);
  const { reasons, urgent } = hear(said);
  const words = wordsOf(read);
  const raw = scores(tier.intent, intentFeatures(text));
  const { language, confidence } = recogniseLanguage(tier, text, conversationLanguage);
  const intents = ranked(tier, raw, 'intent');
  const sentiments = ranked(tier, raw, 'sentiment');
  const limit = (name: keyof typeof usual): number => tier.thresholds[name] ?? usual[name];
  const sentiment = sentimentOf(sentiments, reasons, read);
  const meaning = intentOf(intents, reasons, words, limit('secondary'));
  const asked = meaning.intent === 'human_agent' && meaning.intentConfidence >= limit('asked');
  const reason = reasonOf(
    ranked(tier, raw, 'escalation'),
    asked ? [...reasons, 'human_requested'] : reasons,
    sentiment,
    limit('escalate'),
  );
  return {
    language,
    languageVariant: variantOf(language, said),
    languageConfidence: confidence,
    ...meaning,
    sentiment,
    urgent:
      reason === 'safety_hazard' ||
      urgent ||
      chanceOf(ranked(tier, raw, 'urgency'), 'urgent') >= limit('urgent'),
    escalate: reason !== null,
    escalateReason: reason,
    entities: findEntities(text),
    answered: meaning.intentConfidence >= limit('answered') && letters.test(read),
  };
};

/** Praise is rare in the phrases, and so underrated by the table. */
const praiseWorth = 4;
/** How likely a shouted text must be upset for the shouting to be about a problem; with `??` or `!!` in it, less. */
const upsetWhenShouted = { plain: 0.3, loud: 0.1 };

/** Friendly capitals are no anger, and praise with strong words is none. */
const sentimentOf = (
  all: readonly Ranked[],
  reasons: readonly EscalationReason[],
  text: string,
): Sentiment => {
  const praise = chanceOf(all, 'positive');
  if (reasons.includes('anger_high') && praise < 0.5) return 'angry';
  const upset = chanceOf(all, 'negative') + chanceOf(all, 'angry');
  const needed = /[!?]{2}/.test(text) ? upsetWhenShouted.loud : upsetWhenShouted.plain;
  if (isShouted(text) && upset >= needed) return 'angry';
  const best = all[0] ?? { name: 'neutral', chance: 1 };
  if (praise * praiseWorth > best.chance) return 'positive';
  return isSentiment(best.name) ? best.name : 'neutral';
};

const isReason = (name: string): name is EscalationReason =>
  escalationReasons.some((reason) => reason === name);

/** Rules first, in order of precedence; then what the table has learned. */
const reasonOf = (
  learned: readonly Ranked[],
  heard: readonly EscalationReason[],
  sentiment: Sentiment,
  limit: number,
): EscalationReason | null => {
  const [first] = heard.filter((reason) => reason !== 'anger_high' || sentiment === 'angry');
  if (first !== undefined) return first;
  if (1 - chanceOf(learned, 'none') >= limit) {
    const best = learned.find((entry) => entry.name !== 'none')?.name ?? '';
    if (isReason(best)) return best;
  }
  return sentiment === 'angry' ? 'anger_high' : null;
};

type Meaning = Pick<Understanding, 'intent' | 'intentConfidence' | 'secondaryIntent'>;

const intentOf = (
  all: readonly Ranked[],
  reasons: readonly EscalationReason[],
  words: readonly string[],
  secondaryFrom: number,
): Meaning => {
  const named = all.flatMap(({ name, chance }) => (isIntent(name) ? [{ name, chance }] : []));
  const [best, next] = named;
  if (best === undefined || !words.some((word) => letters.test(word))) {
    return { intent: 'other_out_of_scope', intentConfidence: 0, secondaryIntent: null };
  }
  if (onlyGreets(words)) return { intent: 'greeting_thanks', intentConfidence: 0.99, secondaryIntent: null };
  const asksForPerson = reasons.includes('human_requested') || reasons.includes('explicit_escalation');
  if (asksForPerson && best.name !== 'human_agent') {
    const second: Intent | null = best.chance >= secondaryFrom ? best.name : null;
    return {
      intent: 'human_agent',
      intentConfidence: Math.max(0.9, chanceOf(all, 'human_agent')),
      secondaryIntent: second,
    };
  }
  const second = next !== undefined && next.chance >= secondaryFrom ? next.name : null;
  return { intent: best.name, intentConfidence: best.chance, secondaryIntent: second };
};
