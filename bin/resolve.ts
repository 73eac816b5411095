/** `npm run resolve`: ends a case; the buyer's next message opens the conversation again. */
import * as z from 'zod';
import { command } from './operate/arguments.ts';
import { askWith } from './operate/desk-arguments.ts';

await command(async () => {
  const { answer } = await askWith('resolve', { conversation: z.string() }, (given) => given);
  console.log(JSON.stringify(answer));
});
