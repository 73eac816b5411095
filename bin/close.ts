/** `npm run close -- --month YYYY-MM [--tenant T]`: reconciles, refuses on a difference by name, signs the month. */
import { command } from './operate/arguments.ts';
import { askFinance, show } from './operate/finance.ts';

await command(async () => show(await askFinance('close-month', process.argv.slice(2))));
