/** `npm run transfer -- --conversation C --to NAME | --group G`: gives a case to a person or to a group of the desk. */
import * as z from 'zod';
import { command } from './operate/arguments.ts';
import { CommandFault } from './operate/connection.ts';
import { askWith } from './operate/desk-arguments.ts';

await command(async () => {
  const own = { conversation: z.string(), to: z.string().optional(), group: z.string().optional() };
  const { answer } = await askWith('transfer', own, ({ conversation, to, group }) => {
    if ((to === undefined) === (group === undefined))
      throw new CommandFault('--to NAME, or --group G: one of them');
    return { conversation, to: to === undefined ? { group } : { agent: to } };
  });
  console.log(JSON.stringify(answer));
});
