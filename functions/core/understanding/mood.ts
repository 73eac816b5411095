/** How a buyer feels: what the table says, words of anger, and shouting about a problem. */
import { type EscalationReason, isSentiment, type Sentiment } from '../domain/intent.ts';
import { chanceOf, type Chances, likeliest } from './ranked.ts';
import { isShouted } from './text.ts';

/** Praise is rare in the phrases, and so underrated by the table. */
const praiseWorth = 4;
/** Strong words in what is rather praise are no anger. */
const praised = 0.5;
/** How likely a shouted text must be upset for the shouting to be about a problem; with `??` or `!!` in it, less. */
const upsetWhenShouted = { plain: 0.3, loud: 0.1 };

/** @param text as `readable` leaves it */
export const moodOf = (learned: Chances, reasons: readonly EscalationReason[], text: string): Sentiment => {
  const praise = chanceOf(learned, 'positive');
  if (reasons.includes('anger_high') && praise < praised) return 'angry';
  const upset = chanceOf(learned, 'negative') + chanceOf(learned, 'angry');
  const needed = /[!?]{2}/.test(text) ? upsetWhenShouted.loud : upsetWhenShouted.plain;
  if (isShouted(text) && upset >= needed) return 'angry';
  const best = likeliest(learned);
  if (praise * praiseWorth > best.chance) return 'positive';
  return isSentiment(best.name) ? best.name : 'neutral';
};
