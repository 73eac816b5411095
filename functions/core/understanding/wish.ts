/** What a buyer wants, and what else: by the table over the whole message and over each of its clauses, and by rules. */
import { type EscalationReason, type Intent, isIntent, type Understanding } from '../domain/intent.ts';
import type { FirstTier } from './first-tier.ts';
import { chanceOf, type Chances, chancesOf, likeliest } from './ranked.ts';
import { onlyGreets } from './rules/greetings.ts';
import { likeOf, tenantChances, type TenantTier } from './tenant-layer.ts';

export type Wish = Pick<Understanding, 'intent' | 'intentConfidence' | 'secondaryIntent' | 'ownIntent'>;

/** From here on the second likeliest of the whole message is a wish too. */
const secondFrom = 0.25;
/** From here on a clause has a wish of its own. */
const clauseFrom = 0.5;
/** So often a message that is heard to ask for a person does, where the table sees no clear other wish. */
const personConfidence = 0.8;
/** So clear another wish must be to stand first. */
const clearWish = 0.8;
const greetingConfidence = 0.99;

type Likely = { readonly name: Intent; readonly chance: number };
const noWishes: ReadonlySet<Intent> = new Set(['greeting_thanks', 'other_out_of_scope']);
const letters = /\p{L}/u;

const intentOf = (name: string): Intent => (isIntent(name) ? name : 'other_out_of_scope');

/** By the tenant's layer where it has one: its own intents stand among the built-in ones. */
const wishChances = (tier: TenantTier, raw: Float64Array, text: string): Chances =>
  tier.layer === undefined ? chancesOf(tier, raw, 'intent') : tenantChances(tier, tier.layer, raw, text);

/** The built-in intent that a class stands for. */
const behind = ({ layer }: TenantTier, name: string): Intent =>
  layer === undefined ? intentOf(name) : (likeOf(layer.own, name) ?? 'other_out_of_scope');

/** Raw scores of the table for each clause of a message, made when they are asked for. */
export type Clauses = () => readonly Float64Array[];

/** The surest wish of a clause that is not the message's first. */
const wishOfClause = (tier: FirstTier, clauses: Clauses, first: Intent): Intent | null => {
  let best: Likely | null = null;
  for (const raw of clauses()) {
    const { name, chance } = likeliest(chancesOf(tier, raw, 'intent'));
    const wish = intentOf(name);
    if (wish === first || noWishes.has(wish) || chance < clauseFrom) continue;
    if (best === null || chance > best.chance) best = { name: wish, chance };
  }
  return best?.name ?? null;
};

/**
 * @param text as `readable` leaves it, `words` the same as `wordsOf` does
 * @param raw scores of all columns of the intent table for it, `clauses` for each of its clauses
 */
export const wishOf = (
  tier: TenantTier,
  text: string,
  words: readonly string[],
  raw: Float64Array,
  reasons: readonly EscalationReason[],
  clauses: Clauses,
): Wish => {
  if (!words.some((word) => letters.test(word))) {
    return { intent: 'other_out_of_scope', intentConfidence: 0, secondaryIntent: null };
  }
  if (onlyGreets(words)) {
    return { intent: 'greeting_thanks', intentConfidence: greetingConfidence, secondaryIntent: null };
  }
  const chances = wishChances(tier, raw, text);
  const { name, chance } = likeliest(chances);
  const best: Likely = { name: behind(tier, name), chance };
  const asksForPerson = reasons.includes('human_requested') || reasons.includes('explicit_escalation');
  if (asksForPerson && best.name !== 'human_agent') return withPerson(best, chanceOf(chances, 'human_agent'));
  const next = likeliest(chances, name);
  const second =
    wishOfClause(tier, clauses, best.name) ?? (next.chance >= secondFrom ? behind(tier, next.name) : null);
  return {
    intent: best.name,
    intentConfidence: best.chance,
    secondaryIntent: second === best.name ? null : second,
    ...(isIntent(name) ? {} : { ownIntent: name }),
  };
};

const withPerson = (best: Likely, learned: number): Wish =>
  best.chance >= clearWish
    ? { intent: best.name, intentConfidence: best.chance, secondaryIntent: 'human_agent' }
    : {
        intent: 'human_agent',
        intentConfidence: Math.max(personConfidence, learned),
        secondaryIntent: best.chance >= secondFrom && !noWishes.has(best.name) ? best.name : null,
      };
