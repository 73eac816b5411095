/** A seller's answers from outside data: taken whole, or refused with every fault and its path. */
import { markets } from '../../domain/channel.ts';
import { failed, found, type Outcome } from '../../domain/outcome.ts';
import { channelNames } from '../../policy/channel-names.ts';
import { securityLevels, supportLevels, terms } from '../card/agreement.ts';
import type { Refusal } from '../card/read-card.ts';
import * as read from '../card/reading.ts';
import type { Spot } from '../card/reading.ts';
import type { Questionnaire } from './quote.ts';

const required = ['markets', 'platforms', 'languages', 'sessionsPerDay', 'serviceMode'];
const optional = [
  'responsePromise',
  'term',
  'security',
  'support',
  'country',
  'existingSystems',
  'historyMonths',
  'budget',
  'team',
];

const modes = ['automatic', 'review', 'human'] as const;
const secondsIn = { s: 1, m: 60, h: 3600 } as const;

const readDuration = (spot: Spot): number => {
  const match = typeof spot.value === 'string' ? /^([1-9]\d{0,4})([smh])$/.exec(spot.value) : null;
  const [, count = '', unit = ''] = match ?? [];
  if (unit === 's' || unit === 'm' || unit === 'h') return Number(count) * secondsIn[unit];
  read.blame(spot, 'a time is wanted, like "5m" or "24h"');
  return 0;
};

const readLanguage = (spot: Spot): string => {
  if (typeof spot.value === 'string' && /^[a-z]{2}$/.test(spot.value)) return spot.value;
  read.blame(spot, 'a language is wanted, like "pt" or "es"');
  return '';
};

/** A list in which nothing stands twice. */
const listOf = <One extends string>(spot: Spot, readOne: (place: Spot) => One | null): readonly One[] => {
  const places = read.items(spot, 1);
  const all = places.map(readOne);
  read.unique(
    places,
    all.map((one) => one ?? ''),
    'the answer',
  );
  return all.flatMap((one) => one ?? []);
};

const readBudget = (spot: Spot): Questionnaire['budget'] => {
  if (read.isNothing(spot)) return null;
  const at = read.fields(spot, ['monthly', 'currency']);
  return { monthly: read.decimal(at('monthly')), currency: read.currency(at('currency')) };
};

const readTeam = (spot: Spot): Questionnaire['team'] => {
  if (read.isNothing(spot)) return null;
  const at = read.fields(spot, ['people', 'monthlyPerPerson', 'currency']);
  return {
    people: read.wholeNumber(at('people'), 1, 100_000),
    monthlyPerPerson: read.decimal(at('monthlyPerPerson')),
    currency: read.currency(at('currency')),
  };
};

/** With a value for what may be left out. */
const either = <Value>(spot: Spot, plain: Value, readOne: (place: Spot) => Value | null): Value =>
  read.isNothing(spot) ? plain : (readOne(spot) ?? plain);

export const readQuestionnaire = (data: unknown): Outcome<Questionnaire, Refusal> => {
  const spot = read.startOf(data);
  const at = read.fields(spot, required, optional);
  const questionnaire: Questionnaire = {
    markets: listOf(at('markets'), (place) => read.oneOf(place, markets, 'market')),
    platforms: listOf(at('platforms'), (place) => read.oneOf(place, channelNames, 'platform')),
    languages: listOf(at('languages'), readLanguage),
    sessionsPerDay: read.wholeNumber(at('sessionsPerDay'), 1, 10_000_000),
    serviceMode: read.oneOf(at('serviceMode'), modes, 'service mode') ?? 'automatic',
    responseSeconds: either(at('responsePromise'), 24 * 3600, readDuration),
    term: either(at('term'), 'month', (place) => read.oneOf(place, terms, 'term')),
    security: either(at('security'), 'standard', (place) => read.oneOf(place, securityLevels, 'level')),
    support: either(at('support'), 'standard', (place) => read.oneOf(place, supportLevels, 'level')),
    country: either(at('country'), 'CN', read.country),
    existingSystems: read.items(at('existingSystems')).map((place) => read.text(place, 60)),
    historyMonths: either(at('historyMonths'), 0, (place) => read.wholeNumber(place, 0, 1200)),
    budget: readBudget(at('budget')),
    team: readTeam(at('team')),
  };
  return spot.faults.length === 0 ? found(questionnaire) : failed({ kind: 'refused', faults: spot.faults });
};
