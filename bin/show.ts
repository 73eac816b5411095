/** `npm run show -- --conversation C`: a conversation with its turns, as one JSON line; `--unmask` is written down. */
import * as z from 'zod';
import { command } from './operate/arguments.ts';
import { askWith } from './operate/desk-arguments.ts';

await command(async () => {
  const own = { conversation: z.string(), unmask: z.boolean().optional() };
  const { answer } = await askWith('show', own, (given) => given);
  console.log(JSON.stringify(answer));
});
