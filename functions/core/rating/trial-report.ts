/** What a free trial measured: how often the intent was right, by language, with how sure one may be of it. */

/** One message of the trial, with the intent that a person found in it. */
export type Judged = { readonly language: string; readonly said: string; readonly right: string };

export type Accuracy = {
  readonly messages: number;
  readonly right: number;
  /** Shares of one; the interval holds the true share 95 times of 100 (Wilson). Null without messages. */
  readonly share: number | null;
  readonly low: number | null;
  readonly high: number | null;
};

export type TrialReport = {
  readonly all: Accuracy;
  readonly byLanguage: Readonly<Record<string, Accuracy>>;
  /** What was mistaken for what, most frequent first. */
  readonly mistakes: readonly { readonly right: string; readonly said: string; readonly messages: number }[];
  /** Fewer messages than this say little: the interval is wide. */
  readonly isEnough: boolean;
};

const enough = 200;
const deviations = 1.959964;
const shownMistakes = 20;
const digits = (value: number): number => Math.round(value * 10_000) / 10_000;

/** Wilson's score interval, which stays within 0 and 1 and holds for small numbers too. */
export const accuracyOf = (messages: number, right: number): Accuracy => {
  if (messages === 0) return { messages, right, share: null, low: null, high: null };
  const share = right / messages;
  const square = deviations ** 2 / messages;
  const middle = (share + square / 2) / (1 + square);
  const reach =
    (deviations * Math.sqrt((share * (1 - share)) / messages + square / messages / 4)) / (1 + square);
  return {
    messages,
    right,
    share: digits(share),
    low: digits(Math.max(0, middle - reach)),
    high: digits(Math.min(1, middle + reach)),
  };
};

const counted = (judged: readonly Judged[]): Accuracy =>
  accuracyOf(judged.length, judged.filter(({ said, right }) => said === right).length);

export const trialReport = (judged: readonly Judged[]): TrialReport => {
  const languages = [...Map.groupBy(judged, ({ language }) => language)].toSorted(([one], [other]) =>
    one < other ? -1 : 1,
  );
  const mistaken = judged.filter(({ said, right }) => said !== right);
  const pairs = [...Map.groupBy(mistaken, ({ said, right }) => `${right} ${said}`)];
  return {
    all: counted(judged),
    byLanguage: Object.fromEntries(languages.map(([language, own]) => [language, counted(own)])),
    mistakes: pairs
      .toSorted(([one, left], [other, right]) => right.length - left.length || (one < other ? -1 : 1))
      .slice(0, shownMistakes)
      .flatMap(([, own]) => {
        const [first] = own;
        return first === undefined ? [] : [{ right: first.right, said: first.said, messages: own.length }];
      }),
    isEnough: judged.length >= enough,
  };
};
