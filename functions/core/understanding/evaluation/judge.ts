/** Answers beside reserved cases: what was right, in the figures that the labelling guide asks for. */
import type { Understanding } from '../../domain/intent.ts';
import { isAnsweredLanguage } from '../../domain/language.ts';
import { spokenWords } from '../features.ts';
import { readable } from '../text.ts';
import type { Case } from './case.ts';
import { calibrationError, coverageAt, gapBehind, type Hit, macroF1, share } from './measures.ts';

export type Judged = { readonly reserved: Case; readonly answer: Understanding };

const lenient = ({ reserved, answer }: Judged): boolean =>
  answer.intent === reserved.intent || reserved.alsoAcceptable.includes(answer.intent);
const hit = (judged: Judged): Hit => ({ confidence: judged.answer.intentConfidence, right: lenient(judged) });

/** The pair in either order. */
const secondHit = ({ reserved, answer }: Judged): boolean => {
  const said = [answer.intent, answer.secondaryIntent];
  return said.includes(reserved.intent) && said.includes(reserved.secondary);
};

const hardTypes = new Set([
  'order_number',
  'tax_id',
  'email',
  'phone',
  'postcode',
  'amount',
  'discount_code',
  'sku',
  'ticket_number',
  'card_last4',
  'po_number',
  'size',
  'quantity',
]);

type Named = { readonly type: string; readonly value: string };
const keyed = (entities: readonly Named[]): string[] =>
  entities
    .filter(({ type }) => hardTypes.has(type))
    .map(({ type, value }) => `${type} ${value.toLowerCase().trim()}`);

/** Exact match of type and value, over all messages together. */
export const entityF1 = (all: readonly Judged[]): number => {
  let hits = 0;
  let total = 0;
  for (const { reserved, answer } of all) {
    const expected = keyed(reserved.entities);
    const found = keyed(answer.entities);
    hits += expected.filter((entity) => found.includes(entity)).length;
    total += expected.length + found.length;
  }
  return (2 * hits) / total;
};

export type Figures = Readonly<Record<string, number>>;

const tells = ({ reserved }: Judged): boolean =>
  !reserved.traits.includes('gibberish') && /\p{L}/u.test(reserved.text) && reserved.language !== 'unknown';
const isShort = ({ reserved }: Judged): boolean => spokenWords(readable(reserved.text)).length <= 2;
/** A message in two languages that we answer is right in either: its case names only the first one. */
const languageHit = ({ reserved, answer }: Judged): boolean =>
  answer.language === reserved.language ||
  (reserved.traits.includes('mixed_language') && isAnsweredLanguage(answer.language));
const isUpset = (sentiment: string): boolean => sentiment === 'negative' || sentiment === 'angry';

/** Every figure over one group of cases. */
export const figuresOf = (all: readonly Judged[]): Figures => {
  const answered = all.filter(({ answer }) => answer.answered);
  const hits = all.map(hit);
  const spoken = all.filter(tells);
  const due = all.filter(({ reserved }) => reserved.escalate);
  const raised = all.filter(({ answer }) => answer.escalate);
  const upset = all.filter(({ reserved }) => isUpset(reserved.sentiment));
  return {
    cases: all.length,
    intentStrict: share(all, ({ reserved, answer }) => answer.intent === reserved.intent),
    intentLenient: share(all, lenient),
    intentMacroF1: macroF1(
      all.map(({ reserved, answer }) => ({ right: reserved.intent, answer: answer.intent })),
    ),
    secondary: share(
      all.filter(({ reserved }) => reserved.secondary !== null),
      secondHit,
    ),
    answered: answered.length / all.length,
    answeredPrecision: share(answered, lenient),
    coverageAt95: coverageAt(hits, 0.95),
    coverageAt98: coverageAt(hits, 0.98),
    calibrationError: calibrationError(hits),
    language: share(spoken, languageHit),
    languageLong: share(
      spoken.filter((one) => !isShort(one)),
      languageHit,
    ),
    languageShort: share(spoken.filter(isShort), languageHit),
    escalationRecall: share(due, ({ answer }) => answer.escalate),
    escalationPrecision: share(raised, ({ reserved }) => reserved.escalate),
    escalationReason: share(
      due.filter(({ reserved }) => reserved.reason !== null),
      ({ reserved, answer }) => answer.escalateReason === reserved.reason,
    ),
    sentimentMacroF1: macroF1(
      all.map(({ reserved, answer }) => ({ right: reserved.sentiment, answer: answer.sentiment })),
    ),
    upsetRecall: share(upset, ({ answer }) => isUpset(answer.sentiment)),
    urgency: share(all, ({ reserved, answer }) => reserved.urgent === answer.urgent),
    entityF1: entityF1(all),
  };
};

/** Cases by a key; a case may stand in several groups. */
export const grouped = (
  all: readonly Judged[],
  keysOf: (reserved: Case) => readonly string[],
): Map<string, Judged[]> => {
  const groups = new Map<string, Judged[]>();
  for (const judged of all) {
    for (const key of keysOf(judged.reserved)) groups.set(key, [...(groups.get(key) ?? []), judged]);
  }
  return new Map([...groups].sort(([one], [other]) => (one < other ? -1 : 1)));
};

export type Behind = { readonly variant: string; readonly points: number; readonly low: number };

const tolerated = 0.05;

/** Dialects whose intents are read more than 5 points worse than all others', by more than chance. */
export const dialectsBehind = (all: readonly Judged[]): Behind[] =>
  [...grouped(all, ({ variant }) => [variant])].flatMap(([variant, group]) => {
    const rest = all.filter(({ reserved }) => reserved.variant !== variant);
    if (rest.length === 0) return [];
    const { gap, low } = gapBehind(group.map(lenient), rest.map(lenient));
    return gap > tolerated && low > 0 ? [{ variant, points: gap * 100, low: low * 100 }] : [];
  });
