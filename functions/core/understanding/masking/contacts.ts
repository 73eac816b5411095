/** How to reach a person: e-mail, phone, internet address, PIX key, bank alias. */
import { isShown, labelBefore, labelOf } from './labels.ts';
import type { PersonalSpan, PersonalType } from './span.ts';

type Find = (text: string) => PersonalSpan[];

const all = (
  type: PersonalType,
  text: string,
  shape: RegExp,
  holds: (raw: string, start: number, end: number) => boolean,
): PersonalSpan[] =>
  Array.from(text.matchAll(shape), (match) => ({
    raw: match[0],
    start: match.index,
    end: match.index + match[0].length,
  }))
    .filter(({ raw, start, end }) => holds(raw, start, end))
    .map(({ start, end }) => ({ type, start, end }));

const emailShape =
  /(?<![\p{L}\p{N}._%+-])[\p{L}\p{N}][\p{L}\p{N}._%+-]{0,63}@[\p{L}\p{N}-]{1,63}(?:\.[\p{L}\p{N}-]{1,63}){1,4}/gu;
/** `ana arroba gmail punto com`, `ana (at) gmail.com`, `ana@gmail` at a known house, `ana @ gmail . com`. */
const spokenEmail =
  /(?<![\p{L}\p{N}._%+-])[\p{L}\p{N}][\p{L}\p{N}._%+-]{1,40}(?:\s?[([{]\s?(?:at|arroba|@)\s?[)\]}]\s?|\s(?:arroba|@)\s?|\sat\s(?=(?:gmail|hotmail|yahoo|outlook|icloud|live|aol|proton)\b)|@\s?)(?:[\p{L}\p{N}-]{2,30}(?:\s?\.\s?|\s?[([{]\s?(?:dot|punto|ponto|\.)\s?[)\]}]\s?|\s(?:punto|ponto|dot)\s)(?:com|net|org|edu|gob|gov|mx|br|ar|cl|co|pe|es|io|me|us)(?:(?:\s?\.\s?|\s(?:punto|ponto|dot)\s)(?:mx|br|ar|cl|co|pe|es|us))?|(?:gmail|hotmail|yahoo|outlook|icloud|live|uol|bol)(?![\p{L}\p{N}]))/giu;

const findEmails: Find = (text) =>
  /@|arroba|\bat\b|[([{]at/i.test(text)
    ? [...all('email', text, emailShape, () => true), ...all('email', text, spokenEmail, () => true)]
    : [];

/** Area codes of Brazil (Anatel). */
const brazilianArea = '(?:1[1-9]|2[12478]|3[1-578]|4[1-9]|5[1345]|6[1-9]|7[134579]|8[1-9]|9[1-9])';
const edge = String.raw`(?<![\p{L}\p{N}$])(?<!\d[.\-/,])(?<!\d )`;
const stop = String.raw`(?![\p{L}\p{N}]|[.\-/,]\d| \d{3})`;
const phone = (pattern: string): RegExp => new RegExp(`${edge}(?:${pattern})${stop}`, 'gu');

/** Forms that only phone numbers have. */
const surePhones = [
  phone(String.raw`\+\s?\d{1,3}[\s.\-]?\(?\d{1,4}\)?(?:[\s.\-]?\d{2,5}){1,4}`),
  phone(String.raw`(?:0|55\s?)?\(\s?0?${brazilianArea}\s?\)\s?9?\s?\d{4}[\s.\-]?\d{4}`),
  phone(String.raw`\(\s?\d{2,4}\s?\)\s?(?:15[\s-]?)?\d{3,4}[\s.\-]?\d{3,4}`),
  phone(String.raw`${brazilianArea}[\s\-.]9\s?\d{4}[\s.\-]?\d{4}`),
  phone(String.raw`9\d{4}-\d{4}`),
];
/** Forms that other numbers have too: never after the name of one. */
const likelyPhones = [
  phone(String.raw`(?:1[\s.\-])?[2-9]\d{2}([\s.\-])\d{3}\1\d{4}`),
  phone(String.raw`${brazilianArea}9\d{8}`),
  phone(String.raw`55${brazilianArea}9\d{8}`),
  phone(String.raw`(?:52[\s-]?)?(?:55|56|33|81)[\s\-.]\d{4}[\s\-.]\d{4}`),
  phone(String.raw`11[\s\-.]\d{4}[\s\-.]\d{4}`),
  phone(String.raw`569\d{8}|9 \d{4} \d{4}|573\d{9}|3\d{2}[\s\-]\d{3}[\s\-]\d{4}|549\d{10}`),
];
/** Anything phone-long after `tel`, `WhatsApp`, `llámame al`. */
const labelledPhone = phone(String.raw`\+?\(?\d{1,5}\)?(?:[\s.\-]{0,2}\(?\d{1,5}\)?){1,6}`);
const size = (raw: string): number => raw.replace(/\D/g, '').length;

const findPhones: Find = (text) => {
  if (!/\d{3}/.test(text)) return [];
  const sure = surePhones.flatMap((shape) =>
    all(
      'phone',
      text,
      shape,
      (raw, start) => size(raw) >= 8 && size(raw) <= 15 && !isShown(labelBefore(text, start)),
    ),
  );
  const likely = likelyPhones.flatMap((shape) =>
    all('phone', text, shape, (_, start, end) => !isShown(labelOf(text, start, end))),
  );
  const labelled = all(
    'phone',
    text,
    labelledPhone,
    (raw, start) => size(raw) >= 7 && size(raw) <= 15 && labelBefore(text, start) === 'phone',
  );
  return [...sure, ...labelled, ...likely];
};

const ipv4 = /(?<![\d.])(?:25[0-5]|2[0-4]\d|1?\d?\d)(?:\.(?:25[0-5]|2[0-4]\d|1?\d?\d)){3}(?![\d]|\.\d)/g;
const ipv6 = /(?<![\p{L}\p{N}:])(?:[0-9a-f]{1,4}:){3,7}(?::?[0-9a-f]{1,4}){1,4}(?![\p{L}\p{N}:])/giu;

const findAddresses: Find = (text) => [
  ...all(
    'ip_address',
    text,
    ipv4,
    (raw, start) =>
      labelBefore(text, start) === 'address' ||
      (raw.split('.').some((part) => Number(part) > 20) && !isShown(labelBefore(text, start))),
  ),
  ...all('ip_address', text, ipv6, () => true),
];

const uuid = /(?<![\p{L}\p{N}-])[0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12}(?![\p{L}\p{N}-])/giu;
const pixWord = /\bpix\b|chave/i;

const findPixKeys: Find = (text) =>
  all('pix_key', text, uuid, (_, start, end) => pixWord.test(text.slice(Math.max(0, start - 80), end + 60)));

const aliasShape =
  /(?<=\balias(?:\s(?:de\s(?:cbu|cvu|mercado\s?pago|mp)|cbu|cvu|es|mp))?\s{0,2}[:=]?\s{0,2}(?:es\s)?)[\p{L}\p{N}]{1,20}(?:[.-][\p{L}\p{N}]{1,20}){1,4}(?![\p{L}\p{N}])/giu;
const plainAlias =
  /(?<=\balias(?:\s(?:cbu|cvu|mp))?\s{0,2}[:=]\s{0,2})[\p{L}\p{N}.-]{6,20}(?![\p{L}\p{N}])/giu;

const findAliases: Find = (text) =>
  /alias/i.test(text)
    ? [...all('bank_alias', text, aliasShape, () => true), ...all('bank_alias', text, plainAlias, () => true)]
    : [];

/** In the order of certainty. */
export const findContacts: Find = (text) => [
  ...findEmails(text),
  ...findPixKeys(text),
  ...findAliases(text),
  ...findAddresses(text),
];
export { findPhones };
