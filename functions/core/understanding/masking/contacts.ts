/** How to reach a person: e-mail, phone, internet address, PIX key, bank alias. All texts as `aligned` leaves them. */
import { isShown, labelBefore, labelOf } from './labels.ts';
import { type PersonalSpan, spansOf } from './span.ts';

type Find = (text: string) => PersonalSpan[];

const emailShape = /(?<![a-z\d._%+-])[a-z\d][a-z\d._%+-]{0,63}@[a-z\d-]{1,63}(?:\.[a-z\d-]{1,63}){1,4}/g;
const house = '(?:gmail|hotmail|yahoo|outlook|icloud|live|uol|bol|aol|proton)';
const end = '(?:com|net|org|edu|gob|gov|mx|br|ar|cl|co|pe|es|io|me|us)';
const at = String.raw`(?:\s?[([{]\s?(?:at|arroba|@)\s?[)\]}]\s?|\s(?:arroba|@)\s?|\sat\s(?=${house}(?![a-z\d]))|@\s?)`;
const dot = String.raw`(?:\s?\.\s?|\s?[([{]\s?(?:dot|punto|ponto|\.)\s?[)\]}]\s?|\s(?:punto|ponto|dot)\s)`;
/** `ana arroba gmail punto com`, `ana (at) gmail.com`, `ana@gmail` at a known house, `ana @ gmail . com`. */
const spokenEmail = new RegExp(
  String.raw`(?<![a-z\d._%+-])[a-z\d][a-z\d._%+-]{1,40}${at}(?:[a-z\d-]{2,30}${dot}${end}(?:${dot}${end})?|${house})(?![a-z\d])`,
  'g',
);

const findEmails: Find = (text) =>
  /@|arroba|\bat\b/.test(text)
    ? [...spansOf('email', text, emailShape), ...spansOf('email', text, spokenEmail)]
    : [];

/** Area codes of Brazil (Anatel). */
const brazilianArea = '(?:1[1-9]|2[12478]|3[1-578]|4[1-9]|5[1345]|6[1-9]|7[134579]|8[1-9]|9[1-9])';
const phone = (pattern: string): RegExp =>
  new RegExp(String.raw`(?<![a-z\d$]|\d[.\-/, ])(?:${pattern})(?![a-z\d]|[.\-/,]\d| \d{3})`, 'g');

/** Forms that only phone numbers have. */
const surePhones = [
  phone(String.raw`\+\s?\d{1,3}[\s.\-]?\(?\d{1,4}\)?(?:[\s.\-]?\d{2,5}){1,4}`),
  phone(String.raw`(?:0|55\s?)?\(\s?0?${brazilianArea}\s?\)\s?9?\s?\d{4}[\s.\-]?\d{4}`),
  phone(String.raw`\(\s?\d{2,4}\s?\)\s?(?:15[\s-]?)?\d{3,4}[\s.\-]?\d{3,4}`),
  phone(String.raw`${brazilianArea}[\s\-.]9\s?\d{4}[\s.\-]?\d{4}`),
  phone(String.raw`9\d{4}-\d{4}`),
];
/** Forms that other numbers have too: never beside the name of one. */
const likelyPhones = [
  phone(String.raw`(?:1[\s.\-])?[2-9]\d{2}(?:\.\d{3}\.|-\d{3}-|\s\d{3}\s)\d{4}`),
  phone(String.raw`(?:55)?${brazilianArea}9\d{8}`),
  phone(String.raw`(?:52[\s-]?)?(?:55|56|33|81)[\s\-.]\d{4}[\s\-.]\d{4}`),
  phone(String.raw`11[\s\-.]\d{4}[\s\-.]\d{4}`),
  phone(String.raw`569\d{8}|9 \d{4} \d{4}|573\d{9}|3\d{2}[\s\-]\d{3}[\s\-]\d{4}|3[0-5]\d \d{7}|549\d{10}`),
  phone(String.raw`0\d{2,4}[\s\-]15[\s\-]?\d{3,4}[\s\-]?\d{3,4}`),
];
/** Anything phone-long after `tel`, `WhatsApp`, `llámame al`. */
const labelledPhone = phone(String.raw`\+?\(?\d{1,5}\)?(?:[\s.\-]{0,2}\(?\d{1,5}\)?){1,6}`);
const size = (raw: string): number => raw.replace(/\D/g, '').length;
const isPhoneLong = (raw: string, fewest: number): boolean => size(raw) >= fewest && size(raw) <= 15;

export const findPhones: Find = (text) => {
  if (!/\d{3}/.test(text)) return [];
  const sure = surePhones.flatMap((shape) =>
    spansOf('phone', text, shape, (raw, start) => isPhoneLong(raw, 8) && !isShown(labelBefore(text, start))),
  );
  const labelled = spansOf(
    'phone',
    text,
    labelledPhone,
    (raw, start) => isPhoneLong(raw, 7) && labelBefore(text, start) === 'phone',
  );
  const likely = likelyPhones.flatMap((shape) =>
    spansOf('phone', text, shape, (raw, start) => !isShown(labelOf(text, start, start + raw.length))),
  );
  return [...sure, ...labelled, ...likely];
};

const ipv4 = /(?<![\d.])(?:25[0-5]|2[0-4]\d|1?\d?\d)(?:\.(?:25[0-5]|2[0-4]\d|1?\d?\d)){3}(?!\d|\.\d)/g;
const ipv6 = /(?<![a-z\d:])(?:[0-9a-f]{1,4}:){3,7}(?::?[0-9a-f]{1,4}){1,4}(?![a-z\d:])/g;

/** Four small numbers are rather a version. */
const findAddresses: Find = (text) =>
  /\d\.\d|:[0-9a-f]*:/.test(text)
    ? [
        ...spansOf('ip_address', text, ipv4, (raw, start) => {
          const label = labelBefore(text, start);
          return label === 'address' || (!isShown(label) && raw.split('.').some((part) => Number(part) > 20));
        }),
        ...spansOf('ip_address', text, ipv6),
      ]
    : [];

const uuid = /(?<![a-z\d-])[0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12}(?![a-z\d-])/g;
const pixWord = /pix|chave/;

const findPixKeys: Find = (text) =>
  pixWord.test(text)
    ? spansOf('pix_key', text, uuid, (raw, start) =>
        pixWord.test(text.slice(Math.max(0, start - 80), start + raw.length + 60)),
      )
    : [];

const aliasShape =
  /\balias(?:\s(?:de\s(?:cbu|cvu|mercado\s?pago|mp)|cbu|cvu|es|mp))?(?:\s{0,2}[:=]|\s)\s{0,2}(?:es\s)?([a-z\d]{1,20}(?:[.-][a-z\d]{1,20}){1,4})(?![a-z\d])/g;
const plainAlias = /\balias(?:\s(?:cbu|cvu|mp))?\s{0,2}[:=]\s{0,2}([a-z\d.-]{6,20})(?![a-z\d])/g;

const findAliases: Find = (text) =>
  text.includes('alias')
    ? [...spansOf('bank_alias', text, aliasShape), ...spansOf('bank_alias', text, plainAlias)]
    : [];

/** In the order of certainty. */
export const findContacts: Find = (text) => [
  ...findEmails(text),
  ...findPixKeys(text),
  ...findAliases(text),
  ...findAddresses(text),
];
