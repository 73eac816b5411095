/** A channel's own rules for texts: how long, whether links and contact data may stand in them. */
import { spansOf, without } from './spans.ts';

export type ChannelRules = {
  /** Longest text in characters, as the platform counts them. */
  readonly maximumCharacters: number;
  readonly links: 'allowed' | 'forbidden';
  readonly contacts: 'allowed' | 'forbidden';
};

export type Breach = 'empty' | 'too-long' | 'link' | 'short-link' | 'contact';

const topLevel =
  'com|net|org|info|app|shop|store|site|online|link|page|dev|me|io|ly|co|br|mx|ar|cl|us|gl|gd|cc|to|biz|tk';
const linkPattern = new RegExp(
  `(?:https?:|www\\.)\\S+|(?<![\\p{L}\\p{N}@._-])[\\p{L}\\p{N}-]+(?:\\.[\\p{L}\\p{N}-]+)*\\.(?:${topLevel})(?![\\p{L}\\p{N}])(?:/\\S*)?`,
  'giu',
);
const shortLink =
  /(?:bit\.ly|t\.co|goo\.gl|tinyurl|is\.gd|cutt\.ly|wa\.me|t\.me|ow\.ly|rb\.gy|encurtador|linktr)/i;
const mailPattern = /[\p{L}\p{N}._%+-]+\s?(?:@|\(at\)|\[at\])\s?[\p{L}\p{N}-]+(?:\.[\p{L}\p{N}-]+)*/giu;
const handlePattern = /(?<![\p{L}\p{N}.])@[\p{L}\p{N}._]{2,}/giu;
/** Eight digits and more with the marks that phone numbers are written with, or a plus and seven. */
const phonePattern =
  /(?<![\p{L}\p{N}.,/-])(?:\+\d[\d ().-]{6,}\d|\(\d{2,4}\)[ -]?\d[\d -]{5,}\d|\d{2,5}(?:[ -]\d{2,5}){2,})(?![\p{L}\p{N}])/gu;

/** Links in a text, also those without a scheme. */
export const linksIn = (text: string): readonly string[] =>
  [...text.matchAll(linkPattern)].map(([link]) => link);
/** E-mail addresses, social handles and phone numbers in a text. */
export const contactsIn = (text: string): readonly string[] =>
  [mailPattern, handlePattern, phonePattern].flatMap((pattern) =>
    [...text.matchAll(pattern)].map(([contact]) => contact),
  );

/**
 * The rules that a text breaks; none: it may be sent on this channel. `codes` are numbers of the buyer's own order,
 * which some carriers write like telephone numbers. Short links are never sent: nobody sees where they lead.
 */
export const lint = (text: string, rules: ChannelRules, codes: readonly string[] = []): readonly Breach[] => {
  const uncoded = without(text, spansOf(text, codes));
  const links = linksIn(uncoded);
  return [
    ...(text.trim() === '' ? (['empty'] as const) : []),
    ...(text.length > rules.maximumCharacters ? (['too-long'] as const) : []),
    ...(links.some((link) => shortLink.test(link)) ? (['short-link'] as const) : []),
    ...(rules.links === 'forbidden' && links.length > 0 ? (['link'] as const) : []),
    ...(rules.contacts === 'forbidden' && contactsIn(uncoded).length > 0 ? (['contact'] as const) : []),
  ];
};

/** The text's first whole sentences that fit; null when not even the first does. Never cuts inside a sentence. */
export const shorten = (text: string, maximumCharacters: number): string | null => {
  if (text.length <= maximumCharacters) return text;
  const segments = [...new Intl.Segmenter(undefined, { granularity: 'sentence' }).segment(text)].map(
    ({ segment }) => segment,
  );
  let kept = '';
  for (const segment of segments) {
    if (`${kept}${segment}`.trimEnd().length > maximumCharacters) break;
    kept += segment;
  }
  return kept.trim() === '' ? null : kept.trimEnd();
};
