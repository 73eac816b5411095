/** `npm run -s statement -- --tenant T --month YYYY-MM`: what a tenant owes for a month, down to each conversation. */
import * as z from 'zod';
import { calendarOf, isMonth } from '../functions/core/domain/billing-month.ts';
import { isTenantId } from '../functions/core/domain/ids.ts';
import { monthBefore } from '../functions/core/rating/calendar.ts';
import { cardFor } from '../functions/core/rating/card/read-agreement.ts';
import { creditNoteFor } from '../functions/core/rating/statement/credit-note.ts';
import { csvOf } from '../functions/core/rating/statement/csv.ts';
import { statementOf } from '../functions/core/rating/statement/statement-of.ts';
import { statementLocales } from '../functions/core/rating/statement/statement.ts';
import { readStatement } from './finance/earlier-statement.ts';
import { monthFacts } from './finance/month-facts.ts';
import { openFinance } from './finance/open-ledger.ts';
import { print } from './finance/print.ts';
import { rateMonth } from './finance/rate-month.ts';
import { statementJson } from './finance/statement-json.ts';
import { tenantCards } from './finance/tenant-cards.ts';
import { command, readArguments, targetArguments, targetOf } from './operate/arguments.ts';
import { CommandFault } from './operate/connection.ts';

await command(async () => {
  const given = readArguments(
    {
      ...targetArguments,
      tenant: z.string().refine(isTenantId, 'a tenant id is 10 characters of a-z and 0-9'),
      month: z.string().refine(isMonth, 'a month is wanted, like 2026-11'),
      format: z.enum(['json', 'csv']).optional(),
      profile: z.enum(['plain', 'kingdee', 'yonyou']).optional(),
      locale: z.enum(statementLocales).optional(),
      /** The next number of who keeps the row; without it the statement is provisional. */
      number: z.string().min(1).max(40).optional(),
      /** A rate card, or a list of `{tenant, from, card, agreement?}`, instead of what was planted. */
      card: z.string().min(1).optional(),
      /** The JSON of a final statement: a credit note over the difference is printed. */
      corrects: z.string().min(1).optional(),
      /** Leaves out the ledger lines behind the figures. */
      summary: z.boolean().optional(),
    },
    process.argv.slice(2),
  );
  const { tenant, month } = given;
  if (!isTenantId(tenant)) throw new CommandFault('--tenant: a tenant id is 10 characters of a-z and 0-9');
  const format = given.format ?? (given.profile === undefined ? 'json' : 'csv');
  if (format === 'json' && given.profile !== undefined)
    throw new CommandFault('--profile: columns are chosen for --format csv only');
  const corrected = given.corrects === undefined ? null : readStatement(given.corrects);
  if (corrected !== null && given.number === undefined)
    throw new CommandFault('--number: a credit note has a number of its own');
  const finance = await openFinance(targetOf(given));
  try {
    const known = await finance.tenants.tenant(tenant);
    if (known === null) throw new CommandFault(`--tenant: there is no tenant ${tenant}`);
    const calendar = calendarOf(known.timeZone);
    const now = new Date();
    if (now < calendar.start(month)) throw new CommandFault(`--month: ${month} has not begun`);
    if (given.number !== undefined && now < calendar.cut(month))
      throw new CommandFault(
        `--number: ${month} closes on ${calendar.cut(month).toISOString()}; a statement has no number before`,
      );
    const cards = await tenantCards(finance, tenant, given.card);
    const facts = (of: string) => monthFacts(finance.ledger, tenant, calendar, of, now);
    const rating = { tenant, timeZone: known.timeZone, cards, facts };
    const rated = await rateMonth(rating, month);
    if (rated === null) throw new CommandFault(`no rate card is in force for ${tenant} in ${month}`);
    if (rated.refusedCount > 0)
      console.error(`${String(rated.refusedCount)} ledger lines could not be rated: see "refused"`);
    const before = monthBefore(month);
    const statement = statementOf({
      rated,
      number: given.number ?? null,
      locale: given.locale ?? statementLocales.find((locale) => locale === known.locale) ?? 'en',
      before: cardFor(cards, tenant, before) === null ? null : await rateMonth(rating, before),
    });
    const shown = corrected === null ? statement : creditNoteFor(corrected, statement, given.number ?? '');
    if (shown === null) throw new CommandFault('--corrects: nothing differs, so there is no credit note');
    if (format === 'csv') await print([csvOf(shown, given.profile ?? 'plain')]);
    else {
      const behind = given.summary === true || corrected !== null ? null : facts(month);
      await print(statementJson(shown, rated, behind));
    }
  } finally {
    await finance.close();
  }
});
