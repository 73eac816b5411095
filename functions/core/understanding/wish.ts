/** What a buyer wants, and what else: by the table over the whole message and over each of its clauses, and by rules. */
import { type EscalationReason, type Intent, isIntent, type Understanding } from '../domain/intent.ts';
import { clausesOf } from './clauses.ts';
import { intentFeatures } from './features.ts';
import type { FirstTier } from './first-tier.ts';
import { scores } from './linear-model.ts';
import { chanceOf, ranked } from './ranked.ts';
import { onlyGreets } from './rules/greetings.ts';
import { wordsOf } from './text.ts';

export type Wish = Pick<Understanding, 'intent' | 'intentConfidence' | 'secondaryIntent'>;

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

const likely = (tier: FirstTier, raw: Float64Array): Likely[] =>
  ranked(tier, raw, 'intent').flatMap(({ name, chance }) => (isIntent(name) ? [{ name, chance }] : []));

/** The surest wish of a clause that is not the message's first. */
const wishOfClause = (tier: FirstTier, text: string, first: Intent): Intent | null => {
  let best: Likely | null = null;
  for (const clause of clausesOf(text)) {
    const [wish] = likely(tier, scores(tier.intent, intentFeatures(clause)));
    if (wish === undefined || wish.name === first || noWishes.has(wish.name)) continue;
    if (wish.chance >= clauseFrom && wish.chance > (best?.chance ?? 0)) best = wish;
  }
  return best?.name ?? null;
};

/**
 * @param text as `readable` leaves it
 * @param raw scores of all columns of the intent table for it
 */
export const wishOf = (
  tier: FirstTier,
  text: string,
  raw: Float64Array,
  reasons: readonly EscalationReason[],
): Wish => {
  const words = wordsOf(text);
  const [best, next] = likely(tier, raw);
  if (best === undefined || !words.some((word) => letters.test(word))) {
    return { intent: 'other_out_of_scope', intentConfidence: 0, secondaryIntent: null };
  }
  if (onlyGreets(words)) {
    return { intent: 'greeting_thanks', intentConfidence: greetingConfidence, secondaryIntent: null };
  }
  const asksForPerson = reasons.includes('human_requested') || reasons.includes('explicit_escalation');
  if (asksForPerson && best.name !== 'human_agent')
    return withPerson(best, chanceOf([best, next ?? best], 'human_agent'));
  const second =
    wishOfClause(tier, text, best.name) ??
    (next !== undefined && next.chance >= secondFrom ? next.name : null);
  return { intent: best.name, intentConfidence: best.chance, secondaryIntent: second };
};

const withPerson = (best: Likely, learned: number): Wish =>
  best.chance >= clearWish
    ? { intent: best.name, intentConfidence: best.chance, secondaryIntent: 'human_agent' }
    : {
        intent: 'human_agent',
        intentConfidence: Math.max(personConfidence, learned),
        secondaryIntent: best.chance >= secondFrom && !noWishes.has(best.name) ? best.name : null,
      };
