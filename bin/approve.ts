/** `npm run approve -- --draft D`: sends a draft after a person has read it, with other words if `--text` gives them. */
import * as z from 'zod';
import { command } from './operate/arguments.ts';
import { askWith } from './operate/desk-arguments.ts';

await command(async () => {
  const own = { draft: z.string(), text: z.string().optional(), anyway: z.boolean().optional() };
  const { answer } = await askWith('approve', own, (given) => given);
  console.log(JSON.stringify(answer));
});
