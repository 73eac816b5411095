/** What one buyer message means, by the trained table and by rules, in the process. */
import {
  escalationReasons,
  type EscalationReason,
  type Sentiment,
  type Understanding,
} from '../domain/intent.ts';
import type { LanguageCode } from '../domain/language.ts';
import { clausesOf } from './clauses.ts';
import { findEntities } from './entities/find.ts';
import type { FirstTier } from './first-tier.ts';
import { recogniseLanguage } from './language/recognise.ts';
import { variantOf } from './language/variant.ts';
import { moodOf } from './mood.ts';
import { chanceOf, type Chances, chancesOf, type Likeliest, likeliest, meaningScores } from './ranked.ts';
import { hear } from './rules/escalation.ts';
import { ruleText } from './rules/pattern.ts';
import type { TenantTier } from './tenant-layer.ts';
import { readable, wordsOf } from './text.ts';
import { type Clauses, wishOf } from './wish.ts';

/** What `understand` reads. */
export type BuyerText = {
  readonly text: string;
  /** The language of the conversation so far: it decides for texts of a word or two. */
  readonly conversationLanguage?: LanguageCode | undefined;
};

/** Where the table's description sets no limit. */
const usual = { answered: 0.8, escalate: 0.6, urgent: 0.3, asked: 0.4 };

/**
 * Reads one message. Any text gets an answer: an empty one is `unknown`, `other_out_of_scope`, not answered.
 * With a tenant's layer its own intents are known too.
 * Pure: the same text and tables give the same meaning. Takes time in proportion to the text.
 */
export const understand = (tier: TenantTier, { text, conversationLanguage }: BuyerText): Understanding => {
  const limit = (name: keyof typeof usual): number => tier.thresholds[name] ?? usual[name];
  const read = readable(text);
  const said = ruleText(read);
  const heard = hear(said);
  const words = wordsOf(read);
  const raw = meaningScores(tier, read, words);
  const clauses = readClauses(tier, read);
  const { language, confidence } = recogniseLanguage(tier, read, conversationLanguage);
  const wish = wishOf(tier, read, words, raw, heard.reasons, clauses);
  const sentiment = moodOf(chancesOf(tier, raw, 'sentiment'), heard.reasons, read);
  const asksForPerson = wish.intent === 'human_agent' && wish.intentConfidence >= limit('asked');
  const escalateReason = reasonOf(
    asksForPerson ? [...heard.reasons, 'human_requested'] : heard.reasons,
    sentiment,
    () => learnedReason(tier, raw, clauses, limit('escalate')),
  );
  const haste = chanceOf(chancesOf(tier, raw, 'urgency'), 'urgent');
  return {
    language,
    languageVariant: variantOf(language, said),
    languageConfidence: confidence,
    ...wish,
    sentiment,
    urgent: escalateReason === 'safety_hazard' || heard.urgent || haste >= limit('urgent'),
    escalate: escalateReason !== null,
    escalateReason,
    entities: findEntities(text),
    answered: wish.intentConfidence >= limit('answered'),
  };
};

const isReason = (name: string): name is EscalationReason =>
  escalationReasons.some((reason) => reason === name);

/** Each clause is read once, and only when somebody asks. */
const readClauses = (tier: FirstTier, text: string): Clauses => {
  let read: readonly Float64Array[] | null = null;
  return () => {
    read ??= clausesOf(text).map((clause) => meaningScores(tier, clause, wordsOf(clause)));
    return read;
  };
};

/** A clause lacks what stands around it, and so counts half. */
const clauseWorth = 0.5;

const graveIn = (learned: Chances): Likeliest => ({
  name: likeliest(learned, 'none').name,
  chance: 1 - chanceOf(learned, 'none'),
});

/** The whole message and its gravest clause together: either may be evidence enough (noisy or). */
const learnedReason = (
  tier: FirstTier,
  raw: Float64Array,
  clauses: Clauses,
  limit: number,
): EscalationReason | null => {
  const whole = graveIn(chancesOf(tier, raw, 'escalation'));
  let part: Likeliest | null = null;
  for (const clause of clauses()) {
    const grave = graveIn(chancesOf(tier, clause, 'escalation'));
    if (part === null || grave.chance > part.chance) part = grave;
  }
  const evidence = 1 - (1 - whole.chance) * (1 - clauseWorth * (part?.chance ?? 0));
  if (evidence < limit) return null;
  const { name } = part !== null && part.chance > whole.chance ? part : whole;
  return isReason(name) ? name : null;
};

/** Rules first, in order of precedence; then what the table has learned. Anger is a reason in those only who are angry. */
const reasonOf = (
  heard: readonly EscalationReason[],
  sentiment: Sentiment,
  learned: () => EscalationReason | null,
): EscalationReason | null => {
  const isAngry = sentiment === 'angry';
  const [first] = heard.filter((reason) => reason !== 'anger_high' || isAngry);
  if (first !== undefined) return first;
  const reason = learned();
  if (reason !== null && reason !== 'anger_high') return reason;
  return isAngry ? 'anger_high' : null;
};
