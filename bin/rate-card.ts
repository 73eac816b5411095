/** `npm run rate-card -- --file F`: gives tenants their rate cards; one fault anywhere, and every running card stays. */
import * as z from 'zod';
import { putRateCard } from '../functions/core/aws/dynamo/rate-cards.ts';
import { readAssignedCards } from '../functions/core/rating/card/read-agreement.ts';
import { faultLines, readJson } from './finance/cards.ts';
import { openFinance } from './finance/open-ledger.ts';
import { command, readArguments, targetArguments, targetOf } from './operate/arguments.ts';
import { CommandFault } from './operate/connection.ts';

await command(async () => {
  const given = readArguments(
    {
      ...targetArguments,
      /** A list of `{tenant, from, card, agreement?}`. */
      file: z.string({ error: 'the file with the cards is wanted' }).min(1),
      /** Says what is wrong with it, and changes nothing. */
      check: z.boolean().optional(),
    },
    process.argv.slice(2),
  );
  const read = readAssignedCards(readJson(given.file));
  if (!read.ok) throw new CommandFault(faultLines(given.file, read.problem.faults));
  if (given.check === true) return;
  const finance = await openFinance(targetOf(given));
  const { dynamo, tenantsTable: table } = finance;
  try {
    for (const card of read.value) {
      await putRateCard({ dynamo, table }, card);
      console.log(`${card.tenant} from ${card.from}: ${card.card.card} version ${String(card.card.version)}`);
    }
  } finally {
    await finance.close();
  }
});
