/** The honest word to a buyer: when a person will be there, by the calendar, in the buyer's language and zone. */

const notYet = (): never => {
  throw new Error('not built');
};

/** The same as the voices of answers: a country's Spanish, Brazil's Portuguese, the United States' English. */
export const buyerVoices = ['es', 'es-MX', 'es-AR', 'es-CO', 'es-CL', 'pt-BR', 'en-US'] as const;
export type BuyerVoice = (typeof buyerVoices)[number];
export type BuyerMood = 'calm' | 'upset';

export type PromiseSituation = {
  /** `moved`: an earlier promise was not kept, or will not be. */
  readonly kind: 'first' | 'moved';
  /** The moment of `caseClocks`. */
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

/** Null: every way to say it was used, or none fits the platform's length; then say nothing rather than repeat. */
export const promiseWords: (situation: PromiseSituation) => PromiseWords | null = notYet;

/** True when the text names this moment, and no other time or day besides. */
export const statesPromise: (
  text: string,
  situation: Pick<PromiseSituation, 'promisedBy' | 'now' | 'timeZone' | 'namesZone' | 'voice'>,
) => boolean = notYet;
