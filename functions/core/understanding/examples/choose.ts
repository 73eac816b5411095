/** Which training phrases ship as examples: short, without numbers, spread over the regions; `npm run train` writes them. */
import { intents } from '../../domain/intent.ts';
import { hashOf } from '../hashing.ts';
import type { Phrase } from '../training/phrase.ts';

/** Phrases of one intent in one language. */
const ofEach = 24;
const shortest = 12;
const longest = 76;

/** Parts phrases in the file. */
const joint = '|';

const isFit = ({ text, secondary }: Phrase): boolean =>
  text.length >= shortest && text.length <= longest && secondary === null && !/\d{3}|[|`\\$]/.test(text);

/** In an order that the text alone decides, so that a phrase more changes little. */
const byText = (one: Phrase, other: Phrase): number =>
  hashOf(72, one.text) - hashOf(72, other.text) || (one.text < other.text ? -1 : 1);

/** In turn from each region. */
const spread = (phrases: readonly Phrase[]): Phrase[] => {
  const regions = [...Map.groupBy(phrases, ({ variant }) => variant ?? '').values()].map((some) =>
    some.toSorted(byText),
  );
  const most = Math.max(0, ...regions.map(({ length }) => length));
  return Array.from({ length: most }, (_, at) => regions.flatMap((some) => some.slice(at, at + 1))).flat();
};

/** The source text of `examples/phrases.ts`. */
export const examplesSource = (phrases: readonly Phrase[]): string => {
  const languages = [...new Set(phrases.map(({ language }) => language))];
  const lines = languages.flatMap((language) => [
    `  ${language}: {`,
    ...intents.map((intent) => {
      const some = phrases.filter((one) => one.language === language && one.intent === intent && isFit(one));
      const texts = spread(some)
        .slice(0, ofEach)
        .map(({ text }) => text);
      return `    ${intent}:\n      ${quoted(texts.join(joint))},`;
    }),
    '  },',
  ]);
  return `${[
    '/** Phrases that the second tier is shown, by language and intent, parted by `|`; written by `npm run train`. */',
    'export const examplePhrases: Readonly<Record<string, Readonly<Record<string, string>>>> = {',
    ...lines,
    '};',
  ].join('\n')}\n`;
};

/** As the formatter would quote it: single quotes where they cost no more escapes. */
const quoted = (text: string): string => {
  const singles = text.split("'").length;
  const doubles = text.split('"').length;
  return singles > doubles ? JSON.stringify(text) : `'${text.replaceAll("'", "\\'")}'`;
};
