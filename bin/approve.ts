/** `npm run approve -- --draft D | --action A`: sends a draft after a person has read it, or does what a buyer wants done. */
import * as z from 'zod';
import { command } from './operate/arguments.ts';
import { CommandFault } from './operate/connection.ts';
import { askWith } from './operate/desk-arguments.ts';

const own = {
  draft: z.string().optional(),
  /** Other words than the draft's. */
  text: z.string().optional(),
  anyway: z.boolean().optional(),
  action: z.string().optional(),
  refuse: z.boolean().optional(),
};

await command(async () => {
  const isAction = process.argv.some((word) => word === '--action' || word.startsWith('--action='));
  const { answer } = await askWith(
    isAction ? 'approve-action' : 'approve',
    own,
    ({ draft, text, anyway, action, refuse }) => {
      if ((draft === undefined) === (action === undefined))
        throw new CommandFault('name what is approved: --draft D or --action A');
      return isAction ? { id: action, refuse } : { draft, text, anyway };
    },
  );
  console.log(JSON.stringify(answer));
});
