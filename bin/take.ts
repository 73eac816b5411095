/** `npm run take`: a person takes a conversation; what we were about to say is cancelled. */
import * as z from 'zod';
import { command } from './operate/arguments.ts';
import { askWith } from './operate/desk-arguments.ts';

await command(async () => {
  const { answer } = await askWith('take', { conversation: z.string() }, (given) => given);
  console.log(JSON.stringify(answer));
});
