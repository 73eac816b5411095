/** The month that a seller's answers lead to, as lines that can be rated: assumptions, every one of them said. */
import type { Market } from '../../domain/channel.ts';
import type { Region } from '../../policy/regions.ts';
import type { RatedFact } from '../fact.ts';
import type { Questionnaire } from './quote.ts';

export const daysInMonth = 30;
/** Per cent of the sessions that were said. */
export const spread = { low: 80, expected: 100, high: 125 } as const;
/** Per cent of sessions that end as a verified resolution, and of a team's work that is relieved. */
export const resolvedPercent = { automatic: 60, review: 60, human: 0 } as const;
export const relievedPercent = { automatic: 60, review: 40, human: 0 } as const;
export const repliesPerSession = 2;
/** Sessions a day that one agent keeps up with; none are needed where the machine answers alone. */
export const sessionsPerSeat = { automatic: null, review: 150, human: 60 } as const;
/** Per cent of sessions in each language that no market speaks by itself. */
export const otherLanguagePercent = 5;
export const workDays = 22;

const spoken: Readonly<Record<Market, string>> = {
  AR: 'es',
  BR: 'pt',
  CL: 'es',
  CO: 'es',
  MX: 'es',
  US: 'en',
};
/** Buyers of the United States are served there, all others in Brazil. */
export const regionOf = (market: Market): Region => (market === 'US' ? 'us-east-1' : 'sa-east-1');

export type Slice = {
  readonly market: Market;
  readonly channel: string;
  readonly language: string;
  readonly sessions: number;
};

/** Whole numbers that add up to the total: the first parts take what does not divide. */
const parts = (total: number, count: number): readonly number[] =>
  Array.from({ length: count }, (_, index) => Math.floor(total / count) + (index < total % count ? 1 : 0));

/** Sessions of a month by market, platform and language, evenly; a market's own language takes most. */
export const slicesOf = (answers: Questionnaire, percent: number): readonly Slice[] => {
  const total = Math.max(1, Math.round((answers.sessionsPerDay * daysInMonth * percent) / 100));
  const foreign = answers.languages.filter(
    (language) => !answers.markets.some((market) => spoken[market] === language),
  );
  const places = answers.markets.flatMap((market) =>
    answers.platforms.map((channel) => ({ market, channel })),
  );
  return parts(total, places.length)
    .flatMap((sessions, index) => {
      const place = places[index];
      if (place === undefined) return [];
      const own = answers.languages.includes(spoken[place.market])
        ? spoken[place.market]
        : (answers.languages[0] ?? spoken[place.market]);
      const other = Math.floor((sessions * otherLanguagePercent) / 100);
      const others = foreign
        .filter((language) => language !== own)
        .map((language) => ({ ...place, language, sessions: other }));
      const rest = sessions - others.length * other;
      return [{ ...place, language: own, sessions: rest }, ...others];
    })
    .filter(({ sessions }) => sessions > 0);
};

const month = '2026-01';

/** Rated lines carry quantities of many: a slice is one line of each unit. */
export const factsOf = (answers: Questionnaire, slices: readonly Slice[]): readonly RatedFact[] => {
  const fact = (slice: Slice, unit: RatedFact['unit'], quantity: number, index: number): RatedFact => ({
    unit,
    source: `quote-${String(index)}`,
    quantity,
    region: regionOf(slice.market),
    market: slice.market,
    channel: slice.channel,
    language: slice.language,
    mode: answers.serviceMode,
    module: unit === 'generated_reply' ? 'answering' : 'conversation',
    conversation: '',
    occurredAt: 0,
    month,
    day: `${month}-01`,
    evidence: unit === 'verified_resolution' ? 'answered_from_facts' : null,
    reverses: null,
    lateFor: null,
    responseSeconds: null,
  });
  const perSeat = sessionsPerSeat[answers.serviceMode];
  const seats = perSeat === null ? 0 : Math.ceil(answers.sessionsPerDay / perSeat);
  const [first] = slices;
  return [
    ...slices.flatMap((slice, index) => [
      fact(slice, 'session', slice.sessions, index),
      fact(
        slice,
        'verified_resolution',
        Math.floor((slice.sessions * resolvedPercent[answers.serviceMode]) / 100),
        index,
      ),
      fact(slice, 'generated_reply', slice.sessions * repliesPerSession, index),
    ]),
    ...(first === undefined || seats === 0 ? [] : [fact(first, 'agent_seat_day', seats * workDays, -1)]),
  ];
};

export const quoteMonth = month;
