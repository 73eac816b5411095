/** `npm run -s quote -- --file F`: a seller's answers in, a card with its price for a month out. */
import * as z from 'zod';
import { quoteFor } from '../functions/core/rating/quote/quote-for.ts';
import { readQuestionnaire } from '../functions/core/rating/quote/read-questionnaire.ts';
import type { RateCard } from '../functions/core/rating/card/card.ts';
import { readRateCard } from '../functions/core/rating/card/read-card.ts';
import { statementLocales } from '../functions/core/rating/statement/statement.ts';
import { exampleFile, faultLines, readJson, type ExampleCard } from './finance/cards.ts';
import { keptRuns } from './finance/counted-runs.ts';
import { command, readArguments } from './operate/arguments.ts';
import { CommandFault } from './operate/connection.ts';

const cardOf = (file: string): RateCard => {
  const read = readRateCard(readJson(file));
  if (!read.ok) throw new CommandFault(faultLines(file, read.problem.faults));
  return read.value;
};

await command(async () => {
  const given = readArguments(
    {
      file: z.string({ error: 'the file with the answers is wanted' }).min(1),
      locale: z.enum(statementLocales).optional(),
      /** Our own cards, instead of the examples. */
      latam: z.string().min(1).optional(),
      us: z.string().min(1).optional(),
      both: z.string().min(1).optional(),
    },
    process.argv.slice(2),
  );
  const answers = readQuestionnaire(readJson(given.file));
  if (!answers.ok) throw new CommandFault(faultLines(given.file, answers.problem.faults));
  const card = (name: ExampleCard): RateCard => cardOf(given[name] ?? exampleFile(name));
  const quote = quoteFor(
    answers.value,
    { cards: { latam: card('latam'), us: card('us'), both: card('both') }, runs: keptRuns().runs },
    given.locale,
  );
  if (!quote.ok) throw new CommandFault(faultLines(given.file, quote.problem.faults));
  console.log(JSON.stringify(quote.value, null, 2));
});
