/** The honest word to a buyer: when a person will be there, by the calendar, in the buyer's language and zone. */
import { promiseTexts, type PromiseKind } from './promise-texts.ts';
import { dayWords, exactMoment, roughMoment } from './spoken-moment.ts';
import { inVoice, spokenBy, type BuyerMood, type BuyerVoice } from './voice.ts';

export type PromiseSituation = {
  readonly kind: PromiseKind;
  /** `by` of `caseClocks`. */
  readonly promisedBy: Date;
  readonly now: Date;
  /** IANA zone of the buyer. */
  readonly timeZone: string;
  /** Say whose clock it is, where a country has several and the buyer's is not known. */
  readonly namesZone: boolean;
  readonly voice: BuyerVoice;
  readonly mood: BuyerMood;
  readonly maximumCharacters: number;
  /** Chooses among the ways to say it; any number. */
  readonly variantSeed: number;
  /** What this buyer has read from us: no sentence of it comes again, whatever its time. */
  readonly previousTexts: readonly string[];
};

export type PromiseWords = {
  readonly text: string;
  /** The words of the time as they stand in `text`: a stated fact for the guard. */
  readonly said: string;
  readonly promisedBy: Date;
};

type Moment = Pick<PromiseSituation, 'promisedBy' | 'now' | 'timeZone' | 'namesZone' | 'voice'>;

/** Every true way to name the moment: by the clock, and by the part of a day that is not near. */
const waysToSay = ({ promisedBy: moment, voice, ...rest }: Moment): readonly string[] => {
  const spoken = { ...rest, moment };
  const rough = roughMoment(spoken, spokenBy(voice));
  const exact = exactMoment(spoken, spokenBy(voice));
  return rough === null ? [exact] : [exact, rough];
};

const wasSaid = (template: string, previous: readonly string[]): boolean => {
  const [before = '', after = ''] = template.split('{when}');
  return previous.some((text) => {
    const start = text.indexOf(before);
    return start >= 0 && text.indexOf(after, start + before.length) >= 0;
  });
};

/** Null: every way to say it was used, or none fits the platform's length; then say nothing rather than repeat. */
export const promiseWords = (situation: PromiseSituation): PromiseWords | null => {
  const { kind, mood, voice, promisedBy, maximumCharacters, previousTexts } = situation;
  const ways = waysToSay(situation);
  const fresh = promiseTexts[kind][mood][spokenBy(voice)]
    .map((template) => inVoice(template, voice))
    .filter((template) => !wasSaid(template, previousTexts))
    .flatMap((template) => ways.map((said) => ({ said, text: template.replace('{when}', said), promisedBy })))
    .filter(({ text }) => text.length <= maximumCharacters);
  return fresh[Math.abs(Math.trunc(situation.variantSeed)) % fresh.length] ?? null;
};

/** True when the text names this moment, and no other time or day besides. */
export const statesPromise = (text: string, moment: Moment): boolean => {
  const said = waysToSay(moment).find((way) => text.includes(way));
  if (said === undefined) return false;
  const rest = text.replace(said, '');
  const names = dayWords[spokenBy(moment.voice)].join('|');
  return !/\p{N}/u.test(rest) && !new RegExp(`(?<!\\p{L})(?:${names})(?!\\p{L})`, 'iu').test(rest);
};
