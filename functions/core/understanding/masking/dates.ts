/** Dates that are personal by what stands beside them: of birth, and of a card's end. */
import { labelOf } from './labels.ts';
import { type PersonalSpan, spansOf } from './span.ts';

const month =
  '(?:ene|feb|mar|abr|may|jun|jul|ago|sept?|oct|nov|dic|jan|fev|set|out|dez|apr|aug|dec)(?:[a-z]{2,7})?';
const year = String.raw`(?:\s(?:de\s|del\s|of\s)?,?\s?\d{2,4})?`;
const fullDate = new RegExp(
  String.raw`(?<![a-z\d])(?:\d{1,2}\s?[/.\-]\s?\d{1,2}\s?[/.\-]\s?\d{2,4}|\d{4}[/.\-]\d{1,2}[/.\-]\d{1,2}|\d{1,2}[oº]?\s(?:de\s|of\s)?${month}${year}|${month}\s\d{1,2}(?:st|nd|rd|th)?,?\s\d{4}|\d{8})(?![a-z\d])`,
  'g',
);
const monthAndYear = /(?<![a-z\d/.-])(?:0?[1-9]|1[0-2])\s?[/-]\s?(?:20)?[2-4]\d(?![a-z\d]|[/-]\d)/g;
const cardNear =
  /tarjeta|cartao|\bcard\b|cvv|cvc|visa|master|amex|cod(?:igo)?\.? de segur|security code|(?:\d{4}[ .-]?){3}\d{1,4}/;

/**
 * Dates of birth, and month and year of a card.
 *
 * @param text as `aligned` leaves it
 */
export const findPersonalDates = (text: string): PersonalSpan[] =>
  /\d/.test(text)
    ? [
        ...spansOf(
          'birth_date',
          text,
          fullDate,
          (raw, start) => labelOf(text, start, start + raw.length) === 'birth',
        ),
        ...spansOf('card_expiry', text, monthAndYear, (raw, start) =>
          isCardEnd(text, start, start + raw.length),
        ),
      ]
    : [];

/** A month and a year beside a card or its code; alone it may be when a cream goes bad. */
const isCardEnd = (text: string, start: number, end: number): boolean => {
  const label = labelOf(text, start, end);
  const own = label === null || label === 'expiry' || label === 'card' || label === 'code';
  return own && cardNear.test(text.slice(Math.max(0, start - 80), end + 60));
};
