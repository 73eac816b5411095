/** Dates that are personal by what stands beside them: of birth, and of a card's end. */
import { labelOf } from './labels.ts';
import type { PersonalSpan } from './span.ts';

const month = String.raw`(?:ene(?:ro)?|feb(?:rero)?|mar(?:zo)?|abr(?:il)?|may(?:o)?|jun(?:io)?|jul(?:io)?|ago(?:sto)?|sep(?:t(?:iembre)?)?|oct(?:ubre)?|nov(?:iembre)?|dic(?:iembre)?|jan(?:eiro|uary)?|fev(?:ereiro)?|mar[cç]o|abril|maio|junho|julho|set(?:embro)?|out(?:ubro)?|novembro|dez(?:embro)?|february|march|apr(?:il)?|june|july|aug(?:ust)?|september|october|november|dec(?:ember)?)`;
const fullDate = new RegExp(
  String.raw`(?<![\p{L}\p{N}])(?:\d{1,2}\s?[/.\-]\s?\d{1,2}\s?[/.\-]\s?\d{2,4}|\d{4}[/.\-]\d{1,2}[/.\-]\d{1,2}|\d{1,2}º?\s(?:de\s|of\s)?${month}(?:\s(?:de\s|del\s|of\s)?,?\s?\d{2,4})?|${month}\s\d{1,2}(?:st|nd|rd|th)?,?\s\d{4}|\d{8})(?![\p{L}\p{N}])`,
  'giu',
);
const monthAndYear =
  /(?<![\p{L}\p{N}/.-])(?:0?[1-9]|1[0-2])\s?[/-]\s?(?:20)?[2-4]\d(?![\p{L}\p{N}]|[/-]\d)/gu;
const cardNear =
  /tarjeta|cart[aã]o|card\b|cvv|cvc|visa|master|amex|c[oó]d(?:igo)?\.? de segur|security code|(?:\d{4}[ .-]?){3}\d{1,4}/i;

/** Dates of birth, and month and year of a card. */
export const findPersonalDates = (text: string): PersonalSpan[] => {
  const found: PersonalSpan[] = [];
  if (!/\d/.test(text)) return found;
  for (const match of text.matchAll(fullDate)) {
    const end = match.index + match[0].length;
    if (labelOf(text, match.index, end) === 'birth')
      found.push({ type: 'birth_date', start: match.index, end });
  }
  for (const match of text.matchAll(monthAndYear)) {
    const end = match.index + match[0].length;
    const around = text.slice(Math.max(0, match.index - 80), end + 60);
    const label = labelOf(text, match.index, end);
    if (
      (label === 'expiry' || label === 'card' || label === 'code' || label === null) &&
      cardNear.test(around)
    )
      found.push({ type: 'card_expiry', start: match.index, end });
  }
  return found;
};
