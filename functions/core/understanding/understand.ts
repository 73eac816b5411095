/** What one buyer message means, by the trained table and by rules, in the process. */
import {
  escalationReasons,
  type EscalationReason,
  type Sentiment,
  type Understanding,
} from '../domain/intent.ts';
import type { LanguageCode } from '../domain/language.ts';
import { findEntities } from './entities/find.ts';
import { recogniseLanguage } from './language/recognise.ts';
import { variantOf } from './language/variant.ts';
import { moodOf } from './mood.ts';
import { chanceOf, type Chances, chancesOf, likeliest, meaningScores } from './ranked.ts';
import { hear } from './rules/escalation.ts';
import { ruleText } from './rules/pattern.ts';
import type { TenantTier } from './tenant-layer.ts';
import { readable, wordsOf } from './text.ts';
import { wishOf } from './wish.ts';

/** What `understand` reads. */
export type BuyerText = {
  readonly text: string;
  /** The language of the conversation so far: it decides for texts of a word or two. */
  readonly conversationLanguage?: LanguageCode | undefined;
};

/** Where the table's description sets no limit. */
const usual = { answered: 0.8, escalate: 0.35, urgent: 0.3, asked: 0.4 };

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
  const { language, confidence } = recogniseLanguage(tier, read, conversationLanguage);
  const wish = wishOf(tier, read, words, raw, heard.reasons);
  const sentiment = moodOf(chancesOf(tier, raw, 'sentiment'), heard.reasons, read);
  const asksForPerson = wish.intent === 'human_agent' && wish.intentConfidence >= limit('asked');
  const escalateReason = reasonOf(
    chancesOf(tier, raw, 'escalation'),
    asksForPerson ? [...heard.reasons, 'human_requested'] : heard.reasons,
    sentiment,
    limit('escalate'),
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

/** Rules first, in order of precedence; then what the table has learned. */
const reasonOf = (
  learned: Chances,
  heard: readonly EscalationReason[],
  sentiment: Sentiment,
  limit: number,
): EscalationReason | null => {
  const [first] = heard.filter((reason) => reason !== 'anger_high' || sentiment === 'angry');
  if (first !== undefined) return first;
  if (1 - chanceOf(learned, 'none') >= limit) {
    const { name } = likeliest(learned, 'none');
    if (isReason(name)) return name;
  }
  return sentiment === 'angry' ? 'anger_high' : null;
};
