/** `npm run reconcile -- --month YYYY-MM [--tenant T]`: what is wrong with the ledger of a month, by name; changes nothing. */
import { command } from './operate/arguments.ts';
import { askFinance, show } from './operate/finance.ts';

await command(async () => show(await askFinance('reconcile', process.argv.slice(2))));
