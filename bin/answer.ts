/** `npm run answer`: a person's words go out to the buyer, in the buyer's language; what the buyer reads is printed back. */
import * as z from 'zod';
import { command } from './operate/arguments.ts';
import { askWith } from './operate/desk-arguments.ts';

await command(async () => {
  const own = { conversation: z.string(), text: z.string() };
  const { answer } = await askWith('answer', own, (given) => given);
  console.log(JSON.stringify(answer));
});
